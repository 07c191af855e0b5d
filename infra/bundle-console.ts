/** Bundles the page of the console: scripts and style sheets under names that change with their content, and their compressed forms. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type OutputFile } from 'esbuild';
import { writeChanged } from './write-changed.ts';

const isOfPage = (name: string) => /\.(js|css)(\.br|\.gz)?$/.test(name);

/** Highest levels: a file is compressed once, and read many times. */
const compress: Readonly<Record<string, (contents: Uint8Array) => Uint8Array>> = {
  '.br': (contents) =>
    brotliCompressSync(contents, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  '.gz': (contents) => gzipSync(contents, { level: 9 }),
};

/**
 * Bundles `<client>/main.tsx`, `<client>/styles/console.css` and `<client>/mail-frame/main.ts` into `target`, beside the function's own bundle, and removes what an earlier
 * source left there.
 * @throws the error of esbuild
 */
export async function bundleConsole(client: string, target: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(client, 'main.tsx'), out: 'console' },
      { in: join(client, 'styles', 'console.css'), out: 'console' },
      { in: join(client, 'mail-frame', 'main.ts'), out: 'mail-frame' },
    ],
    outdir: target,
    entryNames: '[name]-[hash]',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome120', 'firefox121', 'safari17.2'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  await mkdir(target, { recursive: true });
  await Promise.all(outputFiles.map(writeWithCompressed));
  const current = outputFiles.map(({ path }) => basename(path));
  const old = (await readdir(target)).filter(
    (name) => isOfPage(name) && !current.includes(name.replace(/\.(br|gz)$/, '')),
  );
  await Promise.all(old.map((name) => rm(join(target, name), { force: true })));
}

/** The same name is the same content, so a compressed form that is there is right. */
async function writeWithCompressed({ path, contents }: OutputFile): Promise<void> {
  await writeChanged({ path, contents });
  for (const [end, compressed] of Object.entries(compress)) {
    if (!existsSync(path + end)) await writeChanged({ path: path + end, contents: compressed(contents) });
  }
}
