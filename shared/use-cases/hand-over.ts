/** Hands one window of a batch over to the sender: each contact as it stands at that moment, with a permit of that moment. */
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import { askedBy } from '../domain/answer.ts';
import type { BatchPointer, Entry, Outcome } from '../domain/batch.ts';
import { decide, noFacts, type Permit, type PersonFacts, type Variant } from '../domain/decide.ts';
import {
  type Campaign,
  expiryOf,
  isSending,
  type MessageRecord,
  type Notice,
  toMandatoryMessage,
} from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import { isReached } from '../domain/notice-reach.ts';
import { openFor } from '../domain/notice-round.ts';
import type { Contact } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import { firstOpen } from '../domain/timing.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { freshly } from './freshly.ts';
import { mapLimited } from './map-limited.ts';
import { marketingMessageFor } from './marketing-message.ts';
import { answered } from './notice-standing.ts';

/** What a sender says of one hand-over. `retry`: surely not taken (throttled, refused connection). `unknown`: nobody can say. */
export type HandOver =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'disabled' }
  | { kind: 'failed' }
  | { kind: 'retry' }
  | { kind: 'unknown' };

/** A channel's way out. Each lane has its own door, and only the permit of that lane opens it. */
export interface Gateway {
  sendMarketing(permit: Permit<'marketing'>, to: Addressed<Campaign> & Chosen): Promise<HandOver>;
  sendMandatory(permit: Permit<'mandatory'>, to: Addressed<Notice>): Promise<HandOver>;
}

/** Which of a campaign's texts the decision chose. */
export interface Chosen {
  variant: Variant;
  /** Absent: the campaign's own. */
  arm?: string | undefined;
}

export interface Addressed<M> {
  record: M;
  contact: Contact;
  wave: string;
  /** Office under which the batch lies: the contact may have moved since. */
  office: string;
  /** The message rests on an express grant of this person (for labels that only others need). */
  expressGrant: boolean;
  /** The person agrees to profiling at this moment, so opens and clicks may be asked for (policy P-17); absent: they are not. */
  measured?: boolean | undefined;
}

interface HandOverDeps {
  /** Of notices: the answer of a person, who may have given it since the batch was planned. */
  answers?: Pick<AnswerStore, 'load'> | undefined;
  people: Pick<PeopleStore, 'readContacts'>;
  gateway: Gateway;
  clock: () => Instant;
}

interface Job {
  entries: readonly Entry[];
  pointer: BatchPointer;
  /** The message as it stood a moment ago. */
  current: () => Promise<MessageRecord>;
  /** How often the batch has been taken up, this time included. */
  attempt: number;
}

/** `notBefore`: when to go on, if some must wait. `fault`: what broke for one contact; the others were handed over all the same. */
export interface WindowResult {
  notBefore?: Instant | undefined;
  fault?: Error | undefined;
}

const parallelHandOvers = 8;
const retryAfterSeconds = 5;
/** A notice of which nobody can say whether it was taken is sent again, later and later, for about an hour; then the next channel follows. */
const mostAttempts = 12;
const longestWaitSeconds = 900;

function waitAfterDoubt(attempt: number): number {
  return Math.min(longestWaitSeconds, retryAfterSeconds * 2 ** (attempt - 1));
}

/** Hands over these positions and notes their outcomes; one that stays without an outcome was surely not handed over. */
export async function handOverWindow(
  deps: HandOverDeps,
  job: Job,
  positions: readonly number[],
  outcomes: Map<number, Outcome>,
): Promise<WindowResult> {
  const wanted = positions.flatMap((position) => {
    const entry = job.entries[position];
    return entry ? [{ position, ...keysOf(entry, job.pointer) }] : [];
  });
  const contacts = freshly(deps.clock, () => deps.people.readContacts(wanted.map(({ contact }) => contact)));
  const waits: Instant[] = [];
  const faults: Error[] = [];
  await mapLimited(wanted, parallelHandOvers, async ({ position, key, planned }) => {
    try {
      const read = async () => {
        const [record, known] = await Promise.all([job.current(), contacts()]);
        return { record, contact: known.get(key) };
      };
      const result = await handOver(deps, { ...job.pointer, planned, attempt: job.attempt }, read, faults);
      if (result === undefined) return;
      if ('wait' in result) waits.push(result.wait);
      else outcomes.set(position, result);
    } catch (error) {
      faults.push(asError(error));
    }
  });
  return { notBefore: waits.sort()[0], fault: faults[0] };
}

function keysOf({ personId, contactId, variant }: Entry, { channel }: BatchPointer) {
  const contact = { personId, channel, id: contactId };
  return { key: `${personId}#${contactId}`, contact, planned: variant };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

type Read = () => Promise<{ record: MessageRecord; contact: Contact | undefined }>;

/** One contact, as it stands now: decided again, then handed over with the permit that the decision gave. Undefined: the message does not run any more. */
async function handOver(
  deps: HandOverDeps,
  pointer: Place,
  read: Read,
  faults: Error[],
): Promise<Outcome | { wait: Instant } | undefined> {
  const { gateway, clock } = deps;
  const { record, contact } = await read();
  const at = clock();
  if (!isSending(record, at)) return undefined;
  if (!contact) return { kind: 'stopped', at, reason: 'erased' };
  const open = record.type === 'campaign' ? nextOpen(record, contact, at) : openFor(record, contact, at);
  if (open === undefined) return { kind: 'stopped', at, reason: 'message-expired' };
  if (open > at) return { wait: open };
  const facts = await factsOf(deps, record, contact);
  const sent = await decideAndSend(gateway, record, pointer, { contact, facts }, at).catch(
    (error: unknown) => {
      faults.push(asError(error));
      return { kind: 'unknown' } as const;
    },
  );
  switch (sent.kind) {
    case 'skip':
      return { kind: 'stopped', at, reason: sent.reason };
    case 'accepted':
      return {
        kind: 'accepted',
        at,
        providerId: sent.providerId,
        ...(sent.measured && { measured: true }),
        ...(sent.hasLost && { variant: 'generic' }),
      };
    case 'disabled':
    case 'failed':
      return { kind: sent.kind, at };
    case 'retry':
      return { wait: addSeconds(at, retryAfterSeconds) };
    case 'unknown':
      return record.type === 'notice' && pointer.attempt < mostAttempts
        ? { wait: addSeconds(at, waitAfterDoubt(pointer.attempt)) }
        : { kind: 'in-doubt', at };
  }
}

/** Whoever has answered a notice gets it over no further channel, also where that was planned before. */
async function factsOf(
  { answers }: HandOverDeps,
  record: MessageRecord,
  { personId, channel }: Contact,
): Promise<PersonFacts> {
  if (!answers || record.type !== 'notice' || channel === record.draft.channels[0]) return noFacts;
  if (askedBy(record.draft) === undefined) return noFacts;
  const answer = await answers.load(record.id, personId);
  if (!answer) return noFacts;
  const standing = { attempts: [], ...answered(answer) };
  return { ...noFacts, alreadyReached: isReached(record.draft, standing) };
}

interface Place extends BatchPointer {
  /** The variant that was decided when the batch was planned. */
  planned: Variant | undefined;
  /** How often the batch has been taken up. */
  attempt: number;
}

/** When the law and the office's hours let the campaign go on; undefined: not before it expires. */
function nextOpen(campaign: Campaign, contact: Contact, now: Instant): Instant | undefined {
  const open = firstOpen(now, contact, ruleBook.ruleFor(contact, now), campaign.pacing?.sendWindow);
  const ends = expiryOf(campaign);
  if (open === undefined || open === now || ends === undefined) return open;
  return ends <= open ? undefined : open;
}

/** What the record says of a campaign's hand-over beside its outcome. */
interface Sent {
  measured?: boolean;
  /** It went out generic although the personalised text was planned. */
  hasLost?: boolean;
}

async function decideAndSend(
  gateway: Gateway,
  record: MessageRecord,
  { wave, office, planned }: Place,
  { contact, facts }: { contact: Contact; facts: PersonFacts },
  now: Instant,
): Promise<(HandOver & Sent) | { kind: 'skip'; reason: Entry['reason'] }> {
  const to = { contact, wave, office };
  switch (record.type) {
    case 'campaign': {
      const decision = decide(marketingMessageFor(record, contact), contact, facts, ruleBook, now);
      if (decision.kind === 'skip') return decision;
      const { permit, arm, grounds } = decision;
      const { expressGrant, measured } = grounds;
      // What was planned can only lose what it may say: who agrees to profiling in between gets the text that is on record.
      const variant = planned === 'personalised' ? decision.variant : 'generic';
      const chosen = { variant, arm, expressGrant, measured };
      const sent = await gateway.sendMarketing(permit, { ...to, record, ...chosen });
      return { ...sent, measured, hasLost: variant !== planned };
    }
    case 'notice': {
      const decision = decide(toMandatoryMessage(record), contact, facts, ruleBook, now);
      if (decision.kind === 'skip') return decision;
      const { permit, grounds } = decision;
      return gateway.sendMandatory(permit, { ...to, record, expressGrant: grounds.expressGrant });
    }
  }
}
