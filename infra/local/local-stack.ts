/** The synthesized stack as the local run uses it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stages } from '../config.ts';
import { createResolver } from './intrinsics.ts';
import type { Resolve } from './read-properties.ts';
import { createReferences } from './references.ts';
import { parseTemplate, type Template } from './template.ts';

/** A template, and where the bundle of each function lies by the hash of its asset. */
export interface Synthesis {
  template: unknown;
  assets: Record<string, string>;
}
export type Synthesize = (publicUrl: string) => Promise<Synthesis>;

export interface LocalStack {
  template: Template;
  resolve: Resolve;
  region: string;
}

/** Synthesizes the stage `local` of the CDK app, which also bundles the functions. */
export const synthesizeLocal: Synthesize = async (publicUrl) => {
  // Loading the CDK takes a moment, and a test with its own template does without.
  const { synthesize } = await import('../synthesize.ts');
  const outdir = await mkdtemp(join(tmpdir(), 'xperia-notify-cdk-'));
  try {
    return await synthesize({ stage: 'local', outdir, publicUrl });
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
};

/** Reads the template with the addresses of this run. */
export function openStack(template: unknown, addresses: { publicUrl: string; awsUrl: string }): LocalStack {
  const region = stages.local.cells[0] ?? 'eu-west-1';
  const parsed = parseTemplate(template);
  const references = createReferences(parsed, { region, ...addresses });
  return { template: parsed, resolve: createResolver(references), region };
}
