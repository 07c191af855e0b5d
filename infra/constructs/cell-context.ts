/** What every construct of a cell needs to know. */
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { StageSettings } from '../config.ts';
import type { Alarms } from './alarms.ts';

export interface CellContext {
  readonly settings: StageSettings;
  /** Starts the physical names, for example `xperia-notify-dev`. */
  readonly prefix: string;
  /** The cell's own key; absent where the services' own encryption is enough (local). */
  readonly key: kms.IKey | undefined;
  readonly alarms: Alarms;
}
