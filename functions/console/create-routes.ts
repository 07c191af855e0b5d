/** The page, the sandbox for mails, and the files. */
import type { consoleContracts } from '../../shared/api/console.ts';
import type { Handlers } from '../../shared/api/contract.ts';
import { NotFound } from '../../shared/domain/faults.ts';
import type { ConsoleConfig } from './console-config.ts';
import { type Assets, assetNamed } from './load-assets.ts';
import { mailFramePolicy, renderMailFrame } from './mail-frame-page.ts';
import { pickEncoding } from './pick-encoding.ts';
import { pageHeaders, renderShell, shellPolicy } from './shell-page.ts';

const forever = 'public, max-age=31536000, immutable';

/** One handler per route. @throws Error when a file of the page is not there */
export function createRoutes(config: ConsoleConfig, assets: Assets): Handlers<typeof consoleContracts> {
  const shell = renderShell(config, {
    script: assetNamed(assets, 'console', 'js'),
    style: assetNamed(assets, 'console', 'css'),
  });
  const shellHeaders = pageHeaders(shellPolicy(config));
  const frameScript = textOf(assets, assetNamed(assets, 'mail-frame', 'js')).trim();
  const frame = renderMailFrame(frameScript);
  const frameHeaders = pageHeaders(mailFramePolicy(frameScript));
  return {
    'GET /console': async () => ({ status: 200, html: shell, headers: shellHeaders }),
    'GET /console/mail-frame': async () => ({ status: 200, html: frame, headers: frameHeaders }),
    'GET /console/{asset}': async ({ params, headers }) => {
      const asset = assets.get(params.asset);
      if (asset === undefined) throw new NotFound('There is no such file.');
      const { name, bytes } = pickEncoding(asset, headers['accept-encoding']);
      return {
        status: 200,
        bytes,
        headers: {
          'content-type': asset.type,
          'cache-control': forever,
          vary: 'accept-encoding',
          ...(name ? { 'content-encoding': name } : {}),
        },
      };
    },
  };
}

function textOf(assets: Assets, name: string): string {
  return Buffer.from(assets.get(name)?.plain ?? []).toString('utf8');
}
