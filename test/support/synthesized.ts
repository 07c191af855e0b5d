/** Templates of the CDK app for tests: the code of every function is one small fixture, so that nothing is bundled. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { createApp, defineStage, type StageOptions } from '../../infra/define-stage.ts';
import type { Office } from '../../shared/domain/office.ts';
import { offices } from '../../shared/domain/offices.ts';

/** The directory of offices as it looks when every sample is replaced. */
export const deployableOffices: readonly Office[] = offices.map((office) => ({
  ...office,
  postalAddress: { lines: ['1 Real Street', office.name], sample: false },
  sender: {
    name: office.name,
    address: `no-reply@news-${office.id}.xperia.test`,
    replyTo: `support@${office.id}.xperia.test`,
  },
  policyLinks: Object.fromEntries(
    office.languages.map((language) => [language, `https://xperia.test/${language}`]),
  ),
}));

/** The template of one cell. */
export function synthesizeTemplate(options: Omit<StageOptions, 'bundleOf'>): Template {
  const folder = mkdtempSync(join(tmpdir(), 'synth-'));
  const bundle = join(folder, 'bundle');
  mkdirSync(bundle);
  writeFileSync(join(bundle, 'index.mjs'), 'export const handler = () => undefined;\n');
  const app = createApp({ outdir: join(folder, 'cdk.out') });
  const [stack] = defineStage(app, { ...options, bundleOf: () => bundle });
  if (!stack) throw new Error('The stage has no stack.');
  return Template.fromStack(stack);
}
