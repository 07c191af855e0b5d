/** One table of stages and cells: every difference between two deployments is written here. */
import { type Cell, cells, type Office } from '../shared/domain/office.ts';
import { samplesIn } from '../shared/domain/offices.ts';

export type Stage = 'local' | 'dev' | 'prod';

export interface StageSettings {
  cells: readonly Cell[];
  /** The account that a stage is bound to; absent: the account of whoever deploys. */
  account?: string;
  /** Tables, bucket, keys and user pools outlive their stack, and refuse deletion. */
  keepData: boolean;
  /** Registers the offices' sender domains with SES. */
  registerMailDomains: boolean;
  /** Encrypts with a key of our own, one per cell (policy P-20). */
  ownKey: boolean;
  logRetentionDays: 1 | 14 | 90;
  logLevel: 'INFO' | 'DEBUG';
  /** Concurrency set aside for the mandatory lane; needs an account quota of 200 or more. */
  reserveMandatoryConcurrency: boolean;
  /** Base of public links where the cell has no domain; absent: the address of its API. */
  publicUrl?: string;
  /** Where the public keys of the user pools are, by pool id; absent: at the issuer itself. */
  identityUrl?: string;
  /** Host name and ACM certificate of a cell's API. */
  domains: Partial<Record<Cell, { name: string; certificateArn: string }>>;
  /** Requests a second for the whole API, and for the open registration of devices. */
  requestsPerSecond: { api: number; registration: number };
  /** At which percentage of the offices' send rates marketing is sent: 100 in the cloud; a local run has nobody to spare. */
  sendRatePercent: number;
  /** Raised by one to make the next deployment read the FCM credential again. */
  pushCredentialRevision: number;
}

const cloud = {
  cells,
  keepData: true,
  registerMailDomains: true,
  ownKey: true,
  logRetentionDays: 14,
  logLevel: 'INFO',
  reserveMandatoryConcurrency: false,
  domains: {},
  requestsPerSecond: { api: 100, registration: 10 },
  sendRatePercent: 100,
  pushCredentialRevision: 1,
} as const;

export const stages: Readonly<Record<Stage, StageSettings>> = {
  local: {
    ...cloud,
    cells: ['eu-west-1'],
    // Nobody's account: a deployment of this stage by mistake finds no credentials for it.
    account: '000000000000',
    keepData: false,
    registerMailDomains: false,
    ownKey: false,
    logRetentionDays: 1,
    publicUrl: 'http://localhost:3000',
    identityUrl: 'http://localhost:3000/local/identity',
    requestsPerSecond: { api: 10_000, registration: 1_000 },
    sendRatePercent: 10_000,
  },
  dev: { ...cloud, logLevel: 'DEBUG' },
  prod: {
    ...cloud,
    logRetentionDays: 90,
    reserveMandatoryConcurrency: true,
    requestsPerSecond: { api: 1_000, registration: 100 },
  },
};

/** The stage of a name given on a command line. @throws Error that lists the stages */
export function stageOf(name: string): Stage {
  const stage = Object.keys(stages).find((known): known is Stage => known === name);
  if (stage === undefined) {
    throw new Error(`There is no stage "${name}". Stages: ${Object.keys(stages).join(', ')}.`);
  }
  return stage;
}

/** The cells of a stage, or the one asked for. @throws Error when the stage has no such cell */
export function cellsOf(stage: Stage, name?: string): readonly Cell[] {
  const found = stages[stage].cells.filter((cell) => name === undefined || cell === name);
  if (found.length === 0) {
    throw new Error(`Stage ${stage} has no cell "${name}". Cells: ${stages[stage].cells.join(', ')}.`);
  }
  return found;
}

/** The offices served by a cell: their own ones (policy P-14), or all where a stage has one cell. */
export function officesOf(stage: Stage, cell: Cell, offices: readonly Office[]): readonly Office[] {
  return stages[stage].cells.length === 1 ? offices : offices.filter((office) => office.cell === cell);
}

/** @throws Error that names each office with sample data: nobody may get mail with an invented sender (CAN-SPAM, CASL). */
export function assertDeployable(offices: readonly Office[]): void {
  const findings = offices
    .map((office) => ({ id: office.id, samples: samplesIn(office) }))
    .filter(({ samples }) => samples.length > 0)
    .map(({ id, samples }) => `  ${id}: ${samples.join(', ')}`);
  if (findings.length === 0) return;
  throw new Error(
    [
      `${findings.length} offices still have sample data, so only the stage local can be synthesized:`,
      ...findings,
      'Replace it in shared/domain/office-table.ts with the real postal address (sample: false), sender and policy links.',
    ].join('\n'),
  );
}
