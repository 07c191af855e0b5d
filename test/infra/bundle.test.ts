/** The bundles: what is deployed, and what the local run starts. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleFolders } from '../../infra/bundle.ts';
import { bundleConsole } from '../../infra/bundle-console.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
const source = join(folder, 'source');
const target = join(folder, 'target');
const bundlePath = (name: string) => join(target, name, 'index.mjs');

function writeHandler(name: string, text: string): void {
  mkdirSync(join(source, name), { recursive: true });
  writeFileSync(join(source, name, 'handler.ts'), text);
}

beforeAll(async () => {
  writeFileSync(join(folder, 'package.json'), '{}');
  mkdirSync(source);
  writeFileSync(join(source, 'old-library.cjs'), "module.exports = require('node:path').sep;");
  writeHandler(
    'one',
    "import { SQSClient } from '@aws-sdk/client-sqs';\nexport const handler = (name: string) => [name, SQSClient];",
  );
  writeHandler('two', "import sep from '../old-library.cjs';\nexport const handler = () => sep;");
  await bundleFolders(['one', 'two'], source, target);
});

describe('a bundle', () => {
  it('is one ES module and nothing else', () => {
    expect(readdirSync(join(target, 'one'))).toEqual(['index.mjs']);
    expect(readdirSync(target).sort()).toEqual(['one', 'two']);
  });

  it('leaves the AWS SDK to the runtime', () => {
    expect(readFileSync(bundlePath('one'), 'utf8')).toMatch(/from"@aws-sdk\/client-sqs"/);
  });

  it('runs a CommonJS library that asks for require', async () => {
    const { handler } = await import(bundlePath('two'));
    expect(handler()).toBe('/');
  });

  it('is not written again while its source is the same, even by two runs at once', async () => {
    const before = statSync(bundlePath('one'), { bigint: true }).mtimeNs;
    await Promise.all([
      bundleFolders(['one', 'two'], source, target),
      bundleFolders(['one', 'two'], source, target),
    ]);
    expect(statSync(bundlePath('one'), { bigint: true }).mtimeNs).toBe(before);
  });

  it('fails by name where a function has no handler, and writes nothing', async () => {
    await expect(bundleFolders(['one', 'three', 'four'], source, join(folder, 'other'))).rejects.toThrow(
      'These functions have no handler.ts: three, four.',
    );
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });
});

describe('the bundles of all functions', () => {
  const functions = resolve(import.meta.dirname, '../../functions');
  const names = readdirSync(functions);

  it('stay under 600 KB each, with every language that they speak, so that a cold start is short', async () => {
    await bundleFolders(names, functions, target);
    const sizes = names.map((name) => [name, statSync(bundlePath(name)).size] as const);
    expect(sizes.filter(([, size]) => size >= 600_000)).toEqual([]);
    expect(sizes.filter(([, size]) => size < 50_000)).toEqual([]);
  });
});

describe('the page of the console', () => {
  const page = join(folder, 'console');
  const sizeOf = (name: string) => statSync(join(page, name)).size;
  const client = resolve(import.meta.dirname, '../../functions/console/client');
  let names: string[] = [];

  beforeAll(async () => {
    mkdirSync(page);
    writeFileSync(join(page, 'console-OLD.js'), 'old');
    writeFileSync(join(page, 'index.mjs'), 'function');
    await bundleConsole(client, page);
    names = readdirSync(page);
  });

  it('is a script and a style sheet, and the script of the sandbox, each with its compressed forms', () => {
    const withoutHash = names.map((name) => name.replace(/-[A-Z0-9]{8}\./, '.')).sort();
    const files = ['console.css', 'console.js', 'mail-frame.js'];
    const expected = files.flatMap((file) => [file, `${file}.br`, `${file}.gz`]);
    expect(withoutHash).toEqual([...expected, 'index.mjs'].sort());
  });

  it('is under 250 KB compressed, in the worse of both forms', () => {
    const compressed = names.filter((name) => name.endsWith('.gz')).map(sizeOf);
    expect(compressed.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });

  it('leaves the schemas on the other side of the API', () => {
    const script = names.find((name) => /^console-.*\.js$/.test(name)) ?? '';
    expect(readFileSync(join(page, script), 'utf8')).not.toMatch(/ZodError|_zod/);
  });
});
