/** A person's record, as staff see it, and the look-up of one. */
import { encodeHeaderText } from '../../../../shared/api/header-text.ts';
import type { Reason } from '../../../../shared/domain/batch.ts';
import type { LedgerEntry } from '../../../../shared/domain/ledger.ts';
import type { Channel, Choice, Topic } from '../../../../shared/domain/vocabulary.ts';
import type { Api } from './client.ts';
import { ApiProblem } from './problem.ts';
import type { Page } from './views.ts';

export type ConsentState = 'unset' | 'pending' | 'granted' | 'denied';

export interface ContactView {
  readonly id: string;
  readonly channel: Channel;
  readonly marketing: { readonly state: ConsentState; readonly at?: string };
  /** In full for the privacy officer, in part for others. */
  readonly address?: string;
  readonly phone?: string;
  readonly emailSource?: string;
  readonly undeliverable?: unknown;
  readonly complainedAt?: string;
  readonly devices?: readonly { readonly model: string; readonly osVersion?: string }[];
}

export interface PersonView {
  readonly id: string;
  readonly externalId?: string;
  readonly office: string;
  readonly country: string;
  readonly subdivision?: string;
  readonly language?: string;
  readonly timezone?: string;
  readonly birthYear?: number;
  readonly interests: readonly string[];
  readonly restricted: boolean;
  readonly preferences: {
    readonly marketing: { readonly push?: ConsentState; readonly email?: ConsentState };
    readonly topics: Readonly<Partial<Record<Topic, Choice>>>;
    readonly profiling: ConsentState;
    readonly diagnostics?: ConsentState;
  };
  readonly contacts: readonly ContactView[];
  readonly restrictions?: readonly { readonly kind: 'hold' | 'restriction'; readonly at: string }[];
}

export interface LedgerView {
  readonly valid: boolean;
  readonly brokenAt?: string;
  readonly entries: readonly LedgerEntry[];
}

type MessageOutcome =
  | 'accepted'
  | 'disabled'
  | 'failed'
  | 'in-doubt'
  | 'stopped'
  | 'pending'
  | 'delivered'
  | 'bounced'
  | 'complained';

/** One decision about the person. */
export interface MessageView {
  readonly message: string;
  readonly type: 'campaign' | 'notice';
  readonly contactId: string;
  readonly channel: Channel;
  readonly decision: 'send' | 'skip';
  readonly reason?: Reason;
  readonly variant?: 'generic' | 'personalised';
  readonly ruleVersion?: string;
  readonly consentEventId?: string;
  readonly outcome?: MessageOutcome;
  readonly at?: string;
}

/** By what a person is looked for. */
export type LookUp = 'email' | 'externalId' | 'id';

const purposeHeader = (purpose: string) => ({ 'x-purpose': encodeHeaderText(purpose) });
const pathOf = (id: string, part = '') => `/people/${encodeURIComponent(id)}${part}`;

/** The person, or undefined where the service knows nobody. Every call is logged with its purpose. */
export async function findPerson(
  api: Api,
  { by, value, purpose }: { by: LookUp; value: string; purpose: string },
): Promise<PersonView | undefined> {
  const headers = purposeHeader(purpose);
  try {
    if (by === 'id') return (await api.get<PersonView>(pathOf(value), { headers })).body;
    const { body } = await api.get<Page<PersonView>>('/people', { headers, query: { [by]: value } });
    return body.items[0];
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}

export async function loadPerson(
  api: Api,
  id: string,
  purpose: string,
  signal: AbortSignal,
): Promise<PersonView> {
  return (await api.get<PersonView>(pathOf(id), { headers: purposeHeader(purpose), signal })).body;
}

export async function loadLedger(
  api: Api,
  id: string,
  purpose: string,
  signal: AbortSignal,
): Promise<LedgerView> {
  return (await api.get<LedgerView>(pathOf(id, '/ledger'), { headers: purposeHeader(purpose), signal })).body;
}

export async function loadMessages(
  api: Api,
  id: string,
  { purpose, cursor, signal }: { purpose: string; cursor: string | undefined; signal: AbortSignal },
): Promise<Page<MessageView>> {
  const options = { headers: purposeHeader(purpose), query: { cursor }, signal };
  return (await api.get<Page<MessageView>>(pathOf(id, '/messages'), options)).body;
}
