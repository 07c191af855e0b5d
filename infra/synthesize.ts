/** Synthesizes one cell in this process: the template that a deployment would use, and where the code of its functions lies. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { bundleFunctions } from './bundle.ts';
import { stageOf } from './config.ts';
import { createApp, defineStage } from './define-stage.ts';

const Template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).optional(),
      DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })),
});
type Template = z.infer<typeof Template>;

const AssetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string(), packaging: z.string() }) })),
});

export interface SynthesizeOptions {
  stage: string;
  /** Gets the cloud assembly. */
  outdir: string;
  /** Needed where the stage has more than one cell. */
  cell?: string;
  /** Base of public links, and of the stand-in for the user pools, instead of those in `config.ts`. */
  publicUrl?: string;
}

export interface Synthesis {
  template: Template;
  /** Hash of an asset (`Code.S3Key` without `.zip`) → absolute directory of its files. */
  assets: Record<string, string>;
}

/** @throws Error for an unknown stage or cell, sample offices in a stage that is deployed, or code that does not bundle */
export async function synthesize({
  outdir,
  cell,
  publicUrl,
  ...names
}: SynthesizeOptions): Promise<Synthesis> {
  const stage = stageOf(names.stage);
  const bundleOf = await bundleFunctions();
  // Without a copy of the assets the bundles stay inside the repository, where Node finds the AWS SDK.
  const app = createApp({ outdir, context: { 'aws:cdk:disable-asset-staging': true } });
  const stacks = defineStage(app, {
    stage,
    cell,
    bundleOf,
    settings: publicUrl === undefined ? {} : { publicUrl, identityUrl: `${publicUrl}/local/identity` },
  });
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1)
    throw new Error(`Stage ${stage} has several cells: name one.`);
  const { stackName } = stack;
  const artifact = app.synth().getStackByName(stackName);
  const manifest = AssetManifest.parse(
    JSON.parse(await readFile(resolve(outdir, `${stackName}.assets.json`), 'utf8')),
  );
  const folders = Object.entries(manifest.files).filter(([, { source }]) => source.packaging === 'zip');
  return {
    template: Template.parse(artifact.template),
    assets: Object.fromEntries(folders.map(([hash, { source }]) => [hash, resolve(outdir, source.path)])),
  };
}
