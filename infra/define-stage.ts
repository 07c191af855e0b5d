/** The CDK app of a stage: one stack per cell. */
import { App, type AppProps } from 'aws-cdk-lib';
import type { Office } from '../shared/domain/office.ts';
import { offices as directory } from '../shared/domain/offices.ts';
import type { BundleOf } from './bundle.ts';
import { assertDeployable, cellsOf, officesOf, type Stage, type StageSettings, stages } from './config.ts';
import { CellStack } from './stacks/cell-stack.ts';

/** Behaviours of the CDK that new apps should choose. */
const featureFlags = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-kms:aliasNameRef': true,
  '@aws-cdk/aws-lambda:recognizeLayerVersion': true,
  '@aws-cdk/aws-lambda:useCdkManagedLogGroup': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
};

export interface StageOptions {
  stage: Stage;
  bundleOf: BundleOf;
  /** One cell only. */
  cell?: string | undefined;
  /** Other settings than those of the table, for this synthesis. */
  settings?: Partial<StageSettings> | undefined;
  offices?: readonly Office[];
}

/** An app that synthesizes without an account, a network or a home folder. */
export function createApp(props: AppProps = {}): App {
  return new App({ ...props, analyticsReporting: false, context: { ...featureFlags, ...props.context } });
}

/** Adds the stacks of a stage to the app. @throws Error when an office still has sample data, except for the stage local */
export function defineStage(app: App, options: StageOptions): readonly CellStack[] {
  const { stage, bundleOf, cell: onlyCell, offices = directory } = options;
  const settings = { ...stages[stage], ...options.settings };
  if (stage !== 'local') assertDeployable(offices);
  return cellsOf(stage, onlyCell).map(
    (cell) =>
      new CellStack(app, `xperia-notify-${stage}-${cell}`, {
        prefix: `xperia-notify-${stage}`,
        description: `Xperia Notify: stage ${stage}, cell ${cell}`,
        env: { region: cell, ...(settings.account && { account: settings.account }) },
        terminationProtection: settings.keepData,
        cell,
        settings,
        offices: officesOf(stage, cell, offices),
        bundleOf,
      }),
  );
}
