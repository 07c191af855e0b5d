/** The synthesis that the local run uses: complete, repeatable, and offline. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { type Synthesis, synthesize } from '../../infra/synthesize.ts';

const outdir = () => mkdtempSync(join(tmpdir(), 'synthesize-'));
const Code = z.object({ Code: z.object({ S3Key: z.string() }) });

describe('the synthesis of the stage local', () => {
  let first: Synthesis;
  let second: Synthesis;

  beforeAll(async () => {
    first = await synthesize({ stage: 'local', outdir: outdir() });
    second = await synthesize({ stage: 'local', outdir: outdir() });
  }, 120_000);

  it('gives the same template and the same code twice', () => {
    expect(second).toEqual(first);
  });

  it('says where the code of every function is', () => {
    const functions = Object.values(first.template.Resources).filter(
      ({ Type }) => Type === 'AWS::Lambda::Function',
    );
    expect(functions.length).toBeGreaterThan(10);
    for (const { Properties } of functions) {
      const hash = Code.parse(Properties).Code.S3Key.replace(/\.zip$/, '');
      const files = readdirSync(first.assets[hash] ?? '');
      expect(files).toContain('index.mjs');
      const isConsole = files.some((name) => name.startsWith('console-'));
      expect(files).toHaveLength(isConsole ? 10 : 1);
    }
  });

  it('puts another public address into links when asked to', async () => {
    const other = await synthesize({ stage: 'local', outdir: outdir(), publicUrl: 'http://localhost:4000' });
    expect(JSON.stringify(other.template)).toContain('"PUBLIC_URL":"http://localhost:4000"');
    expect(JSON.stringify(other.template)).not.toContain('localhost:3000');
  });

  it('refuses a stage that does not exist, and one that is deployed with sample offices', async () => {
    await expect(synthesize({ stage: 'moon', outdir: outdir() })).rejects.toThrow('There is no stage "moon"');
    await expect(synthesize({ stage: 'prod', outdir: outdir(), cell: 'eu-west-1' })).rejects.toThrow(
      /still have sample data/,
    );
  });
});
