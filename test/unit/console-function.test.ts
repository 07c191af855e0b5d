/** The function of the console: what the browser may do, what it keeps, and which file it gets. */
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { describeConsole } from '../../functions/console/console-config.ts';
import { createRoutes } from '../../functions/console/create-routes.ts';
import { env } from '../../functions/console/env.ts';
import { loadAssets } from '../../functions/console/load-assets.ts';
import { renderShell } from '../../functions/console/shell-page.ts';
import { consoleContracts } from '../../shared/api/console.ts';
import { type HttpFunction, httpHandler } from '../../shared/middleware/http-handler.ts';
import { type EventParts, httpEvent, lambdaContext } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';

const script = 'console.log("page");';
const frameScript = 'console.log("frame");';
const place = {
  PUBLIC_URL: 'https://notify.example.com',
  SIGN_IN_ISSUER: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_staff',
  SIGN_IN_URL: 'https://staff.auth.eu-west-1.amazoncognito.com',
  SIGN_IN_CLIENT: 'client-1',
};

function writeFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  const files = {
    'console-AAAA1111.js': script,
    'console-AAAA1111.js.br': 'brotli',
    'console-AAAA1111.js.gz': gzipSync(script),
    'console-BBBB2222.css': 'h1 {}',
    'mail-frame-CCCC3333.js': `${frameScript}\n`,
    'index.mjs': 'the function itself',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

let handler: HttpFunction;
const call = (routeKey: string, parts?: EventParts) => handler(httpEvent(routeKey, parts), lambdaContext);
const file = (asset: string, accept?: string) =>
  call('GET /console/{asset}', { params: { asset }, headers: { 'accept-encoding': accept } });

beforeAll(() => {
  quietTelemetry();
  Object.assign(process.env, place);
  const assets = loadAssets(writeFiles());
  handler = httpHandler(env, consoleContracts, (variables) =>
    createRoutes(describeConsole(variables), assets),
  );
});

function directives(policy: string | undefined): Record<string, string> {
  return Object.fromEntries(
    (policy ?? '').split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('the page', () => {
  it('runs own files only, talks to the API and the sign-in only, and stands in no frame (P-20)', async () => {
    const { headers } = await call('GET /console');
    expect(directives(headers['content-security-policy'])).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' https: data:",
      'connect-src': "'self' https://staff.auth.eu-west-1.amazoncognito.com",
      'frame-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('names its files and where to sign in', async () => {
    const { body = '' } = await call('GET /console');
    expect(body).toContain('src="/console/console-AAAA1111.js"');
    expect(body).toContain('href="/console/console-BBBB2222.css"');
    const config = /<script type="application\/json" id="config">(.+?)<\/script>/.exec(body)?.[1] ?? '';
    expect(JSON.parse(config)).toEqual({
      url: 'https://notify.example.com/console',
      issuer: place.SIGN_IN_ISSUER,
      authorizeUrl: `${place.SIGN_IN_URL}/oauth2/authorize`,
      tokenUrl: `${place.SIGN_IN_URL}/oauth2/token`,
      signOutUrl: `${place.SIGN_IN_URL}/logout`,
      clientId: 'client-1',
    });
  });

  it('lets no value of the configuration end the block that it stands in', () => {
    const config = describeConsole({ ...place, SIGN_IN_CLIENT: '</script><script>alert(1)' });
    const page = renderShell(config, { script: 'a.js', style: 'a.css' });
    expect(page.match(/<\/script>/g)).toHaveLength(2);
  });

  it('needs its files at cold start', () => {
    const empty = loadAssets(mkdtempSync(join(tmpdir(), 'console-empty-')));
    expect(() => createRoutes(describeConsole(place), empty)).toThrow('The bundle has no console-<hash>.js.');
  });
});

describe('the sandbox for mails', () => {
  it('has an origin of its own and runs one script, known by its hash (P-20)', async () => {
    const { headers, body = '' } = await call('GET /console/mail-frame');
    const inline = /<script>(.*?)<\/script>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(inline).digest('base64');
    expect(inline).toBe(frameScript);
    expect(directives(headers['content-security-policy'])).toEqual({
      sandbox: 'allow-scripts',
      'default-src': "'none'",
      'script-src': `'sha256-${hash}'`,
      'style-src': "'unsafe-inline'",
      'img-src': 'https: data:',
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'self'",
    });
  });
});

describe('a file', () => {
  it('is kept for a year, because its name changes with its content', async () => {
    const { headers, body = '', isBase64Encoded } = await file('console-AAAA1111.js');
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(isBase64Encoded).toBe(true);
    expect(Buffer.from(body, 'base64').toString()).toBe(script);
    expect((await file('console-BBBB2222.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['*;q=0', undefined],
    ['', undefined],
  ])('for a client that takes "%s" comes as %s', async (accept, encoding) => {
    const { headers } = await file('console-AAAA1111.js', accept);
    expect(headers['content-encoding']).toBe(encoding);
  });

  it('is the same in every form', async () => {
    const { body = '' } = await file('console-AAAA1111.js', 'gzip');
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe(script);
  });

  it.each(['console-ZZZZ9999.js', 'index.mjs', '../index.mjs', 'console-AAAA1111.js.br', '__proto__'])(
    'that is none is not found, and that is not kept: %s',
    async (name) => {
      const { statusCode, headers } = await file(name);
      expect(statusCode).toBe(404);
      expect(headers['cache-control']).toBe('no-store');
    },
  );
});
