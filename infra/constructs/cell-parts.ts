/** The parts of a cell that its functions are wired to. */
import type { BundleOf } from '../bundle.ts';
import type { CellContext } from './cell-context.ts';
import type { FileStore } from './file-store.ts';
import type { MailSending } from './mail-sending.ts';
import type { PushSending } from './push-sending.ts';
import type { Storage } from './storage.ts';

/** How a function recognises the token of an account that comes in a body and not past an authorizer. */
export interface AccountTokens {
  readonly issuer: string;
  readonly clientId: string;
  /** Where the public keys of the issuer are. */
  readonly keysUrl: string;
}

export interface CellParts {
  readonly context: CellContext;
  readonly bundleOf: BundleOf;
  readonly storage: Storage;
  readonly files: FileStore;
  readonly mail: MailSending;
  readonly push: PushSending;
  /** Base of the links in messages, without a slash at the end. */
  readonly publicUrl: string;
  readonly accounts: AccountTokens;
}

/** The table names, for functions that use both. */
export function tableNames({ storage }: CellParts) {
  return { PEOPLE_TABLE: storage.people.tableName, CAMPAIGNS_TABLE: storage.campaigns.tableName };
}

/** The pace of marketing, for functions that send it or say how long it takes. */
export function sendRatePercent({ context }: CellParts) {
  return { SEND_RATE_PERCENT: String(context.settings.sendRatePercent) };
}
