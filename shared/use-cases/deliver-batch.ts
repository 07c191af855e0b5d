/**
 * Sends one batch: claims it, reads each contact again, decides again, hands over, and records.
 * Nothing is sent without a permit of this very moment; what a crash leaves open is in doubt, never guessed.
 */
import type { BatchStore, Run } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { BatchPointer, Entry, Outcome } from '../domain/batch.ts';
import { decide, noFacts, type Permit, type Variant } from '../domain/decide.ts';
import {
  type Campaign,
  type MessageRecord,
  type Notice,
  toMandatoryMessage,
  toMarketingMessage,
} from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { Contact } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import { afterQuietHours } from '../domain/timing.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { completeWhenDone } from './complete-message.ts';
import { mapLimited } from './map-limited.ts';
import { firstShardOf, stageOf } from './slices.ts';

/** What a sender says of one hand-over. `retry`: surely not taken (throttled, refused connection). `unknown`: nobody can say. */
export type HandOver =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'disabled' }
  | { kind: 'failed' }
  | { kind: 'retry' }
  | { kind: 'unknown' };

/** A channel's way out. Each lane has its own door, and only the permit of that lane opens it. */
export interface Gateway {
  sendMarketing(
    permit: Permit<'marketing'>,
    to: Addressed<Campaign> & { variant: Variant },
  ): Promise<HandOver>;
  sendMandatory(permit: Permit<'mandatory'>, to: Addressed<Notice>): Promise<HandOver>;
}

export interface Addressed<M> {
  record: M;
  contact: Contact;
  wave: string;
  /** Office under which the batch lies: the contact may have moved since. */
  office: string;
  /** The message rests on an express grant of this person (for labels that only others need). */
  expressGrant: boolean;
}

export interface DeliverDeps {
  messages: Pick<MessageStore, 'load' | 'save' | 'listSlices'>;
  batches: Pick<BatchStore, 'loadEntries' | 'loadRun' | 'saveRun' | 'finish'>;
  people: Pick<PeopleStore, 'readContacts'>;
  gateway: Gateway;
  /** Sends the pointer again after a while. */
  wakeLater: (pointer: BatchPointer, delaySeconds: number) => Promise<void>;
  clock: () => Instant;
}

export type Delivered = 'done' | 'waiting' | 'busy' | 'paused' | 'taken-over' | 'unknown-batch';

/** Hand-overs between two records of progress: at most so many are in doubt after a crash. */
const windowSize = 25;
const parallelHandOvers = 8;
/** Longer than a window can take; the next worker waits for it. */
const leaseSeconds = 30;
const retryAfterSeconds = 5;
const stateCheckSeconds = 2;
const maxDelaySeconds = 900;

/** Delivers a batch as far as it can. Idempotent: repeated or late pointers find it done, busy or waiting. */
export async function deliverBatch(deps: DeliverDeps, pointer: BatchPointer): Promise<Delivered> {
  const record = await deps.messages.load(pointer.messageId);
  const entries = await deps.batches.loadEntries(pointer);
  if (!record || !entries) return 'unknown-batch';
  const known = await deps.batches.loadRun(pointer);
  const now = deps.clock();
  const opening = openingOf(record, known, now);
  if (opening.kind !== 'open') {
    if (opening.until !== undefined) await deps.wakeLater(pointer, secondsBetween(now, opening.until));
    return opening.kind;
  }
  return work(deps, { record, entries, pointer }, known);
}

type Opening =
  | { kind: 'open' }
  | { kind: 'done' | 'paused' | 'busy' | 'waiting'; until?: Instant | undefined };

function openingOf(record: MessageRecord, known: Run | undefined, now: Instant): Opening {
  if (known?.state === 'done') return { kind: 'done' };
  if (record.state === 'paused') return { kind: 'paused' };
  if (known?.state === 'claimed' && known.leaseUntil > now) return { kind: 'busy', until: known.leaseUntil };
  if (known?.notBefore !== undefined && known.notBefore > now)
    return { kind: 'waiting', until: known.notBefore };
  return { kind: 'open' };
}

interface Job {
  record: MessageRecord;
  entries: readonly Entry[];
  pointer: BatchPointer;
}

async function work(deps: DeliverDeps, job: Job, known: Run | undefined): Promise<Delivered> {
  const outcomes = outcomesSoFar(job.record, known, deps.clock());
  const attempt = (known?.attempt ?? 0) + 1;
  let expected: Pick<Run, 'attempt' | 'state'> | undefined = known;
  const current = watchRecord(deps, job.record);
  for (;;) {
    const now = deps.clock();
    const record = await current(now);
    const pending = pendingPositions(job.entries, outcomes);
    const inFlight = record.state === 'running' ? pending.slice(0, windowSize) : [];
    const claim = claimed(attempt, inFlight, outcomes, now);
    if (!(await deps.batches.saveRun(job.pointer, claim, expected))) return 'taken-over';
    expected = claim;
    if (record.state === 'paused') return pause(deps, job, claim, 'paused');
    if (inFlight.length === 0) {
      for (const position of pending) outcomes.set(position, { kind: 'stopped', at: now });
      return finish(deps, { ...job, record }, { ...claim, outcomes, state: 'done' });
    }
    const notBefore = await handOverWindow(deps, { ...job, record }, inFlight, outcomes);
    if (notBefore) return pause(deps, job, { ...claim, outcomes, notBefore }, 'waiting');
  }
}

/** The message as it stood at most a moment ago: a pause or a cancellation must be seen within 5 seconds. */
function watchRecord(
  deps: Pick<DeliverDeps, 'messages' | 'clock'>,
  loaded: MessageRecord,
): (now: Instant) => Promise<MessageRecord> {
  let record = loaded;
  let checkedAt = deps.clock();
  return async (now) => {
    if (secondsBetween(checkedAt, now) < stateCheckSeconds) return record;
    record = (await deps.messages.load(record.id)) ?? record;
    checkedAt = now;
    return record;
  };
}

function outcomesSoFar(record: MessageRecord, known: Run | undefined, now: Instant): Map<number, Outcome> {
  const outcomes = new Map(known?.outcomes);
  for (const position of leftInDoubt(record, known)) outcomes.set(position, { kind: 'in-doubt', at: now });
  return outcomes;
}

/** For marketing, what was in flight when a worker died is not sent again; for a notice it is. */
function leftInDoubt(record: MessageRecord, known: Run | undefined): number[] {
  if (record.type === 'notice' || known?.state !== 'claimed') return [];
  return known.inFlight.filter((position) => !known.outcomes.has(position));
}

function pendingPositions(entries: readonly Entry[], outcomes: ReadonlyMap<number, Outcome>): number[] {
  return entries.flatMap(({ decision }, position) =>
    decision === 'send' && !outcomes.has(position) ? [position] : [],
  );
}

function claimed(attempt: number, inFlight: readonly number[], outcomes: Run['outcomes'], now: Instant): Run {
  return { state: 'claimed', attempt, leaseUntil: addSeconds(now, leaseSeconds), inFlight, outcomes };
}

/** Hands over one window and writes its outcomes. @returns when to go on, if some must wait */
async function handOverWindow(
  deps: DeliverDeps,
  job: Job,
  positions: readonly number[],
  outcomes: Map<number, Outcome>,
): Promise<Instant | undefined> {
  const wanted = positions.flatMap((position) => {
    const entry = job.entries[position];
    return entry ? [{ position, entry, key: `${entry.personId}#${entry.contactId}` }] : [];
  });
  const contacts = await deps.people.readContacts(
    wanted.map(({ entry }) => ({
      personId: entry.personId,
      channel: job.pointer.channel,
      id: entry.contactId,
    })),
  );
  const waits: Instant[] = [];
  await mapLimited(wanted, parallelHandOvers, async ({ position, key }) => {
    const result = await handOver(deps, job, contacts.get(key));
    if ('wait' in result) waits.push(result.wait);
    else outcomes.set(position, result);
  });
  return waits.length === 0 ? undefined : waits.reduce((left, right) => (left < right ? left : right));
}

/** One contact, as it stands now: decided again, then handed over with the permit that the decision gave. */
async function handOver(
  deps: DeliverDeps,
  job: Job,
  contact: Contact | undefined,
): Promise<Outcome | { wait: Instant }> {
  const at = deps.clock();
  if (!contact) return { kind: 'stopped', at, reason: 'erased' };
  const quietUntil = job.record.type === 'campaign' ? endOfQuiet(contact, at) : at;
  if (quietUntil > at) return { wait: quietUntil };
  const sent = await decideAndSend(deps.gateway, job, contact, at);
  switch (sent.kind) {
    case 'skip':
      return { kind: 'stopped', at, reason: sent.reason };
    case 'accepted':
      return { kind: 'accepted', at, providerId: sent.providerId };
    case 'disabled':
    case 'failed':
      return { kind: sent.kind, at };
    case 'retry':
      return { wait: addSeconds(at, retryAfterSeconds) };
    case 'unknown':
      return job.record.type === 'notice'
        ? { wait: addSeconds(at, retryAfterSeconds) }
        : { kind: 'in-doubt', at };
  }
}

function endOfQuiet(contact: Contact, now: Instant): Instant {
  return afterQuietHours(now, contact, ruleBook.ruleFor(contact, now));
}

async function decideAndSend(
  gateway: Gateway,
  { record, pointer }: Job,
  contact: Contact,
  now: Instant,
): Promise<HandOver | { kind: 'skip'; reason: Entry['reason'] }> {
  const to = { contact, wave: pointer.wave, office: pointer.office };
  switch (record.type) {
    case 'campaign': {
      const decision = decide(toMarketingMessage(record), contact, noFacts, ruleBook, now);
      if (decision.kind === 'skip') return decision;
      const { permit, variant, grounds } = decision;
      return gateway.sendMarketing(permit, { ...to, record, variant, expressGrant: grounds.expressGrant });
    }
    case 'notice': {
      const decision = decide(toMandatoryMessage(record), contact, noFacts, ruleBook, now);
      if (decision.kind === 'skip') return decision;
      return gateway.sendMandatory(decision.permit, {
        ...to,
        record,
        expressGrant: decision.grounds.expressGrant,
      });
    }
  }
}

async function pause(
  deps: DeliverDeps,
  { pointer }: Job,
  run: Run,
  result: 'paused' | 'waiting',
): Promise<Delivered> {
  const waiting: Run = { ...run, state: 'waiting', inFlight: [] };
  if (!(await deps.batches.saveRun(pointer, waiting, run))) return 'taken-over';
  if (run.notBefore) await deps.wakeLater(pointer, secondsBetween(deps.clock(), run.notBefore));
  return result;
}

async function finish(deps: DeliverDeps, { record, pointer }: Job, run: Run): Promise<Delivered> {
  const slice = { office: pointer.office, firstShard: firstShardOf(record.type, pointer.shard) };
  const stage = stageOf(record, pointer.channel);
  if (!(await deps.batches.finish(pointer, { ...run, inFlight: [] }, slice, stage, deps.clock())))
    return 'taken-over';
  await completeWhenDone(deps, record.id, slice, stage);
  return 'done';
}

/** Whole seconds, at least 1 and at most what a queue can delay; a wait that is longer takes several rounds. */
function secondsBetween(from: Instant, to: Instant): number {
  const seconds = Math.ceil((Date.parse(to) - Date.parse(from)) / 1000);
  return Math.min(maxDelaySeconds, Math.max(0, seconds));
}
