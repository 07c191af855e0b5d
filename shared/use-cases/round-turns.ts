/** The turns of people in a round of a notice: what comes next for one person, and the batches and counts that it makes. */
import type { PlannedBatch } from '../adapters/batch-store.ts';
import type { SliceProgress } from '../adapters/message-store.ts';
import { lateWaveId, waveId } from '../domain/batch.ts';
import { type PersonFacts, takesNotices } from '../domain/decide.ts';
import type { Notice } from '../domain/lifecycle.ts';
import { earlier } from '../domain/local-time.ts';
import { type Candidate, nextTurn, type Standing } from '../domain/notice-reach.ts';
import { openFor, roundInstant } from '../domain/notice-round.ts';
import type { Contact } from '../domain/person.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';
import { type Counters, decideContact, type Planned } from './decide-contact.ts';
import { toBatches } from './slice-work.ts';

/** What a round has found and not saved yet. */
export interface Findings {
  batches: PlannedBatch[];
  counters: Counters;
  nextAt: Instant | undefined;
}

/** The round that began with the release, and comes to everybody. */
export function isFirstRound({ round = 0 }: SliceProgress): boolean {
  return round === 0;
}

/** What has been decided for people of one shard, in order, and when somebody of them is to be looked at again. */
export interface Turn {
  decided: { channel: Channel; planned: Planned; due: Instant | undefined }[];
  nextAt: Instant | undefined;
}

/** So few contacts of a later round do not get waves of their own. */
const fewEntries = 30;

interface Where {
  record: Notice;
  slice: SliceProgress;
  shard: number;
  now: Instant;
}

/** Puts what was decided into batches. */
export function noteTurn(
  found: Findings,
  { record, slice, shard, now }: Where,
  { decided, nextAt }: Turn,
): void {
  const { office } = slice;
  found.nextAt = earlier(found.nextAt, nextAt);
  const isFew = (!isFirstRound(slice) || slice.expanded) && decided.length < fewEntries;
  const base = roundInstant(record, slice);
  for (const [channel, own] of Map.groupBy(decided, (one) => one.channel)) {
    const planned = own.map(({ planned, due }) => {
      const at = due ?? (isFew ? now : base);
      if (!isFew) return { ...planned, wave: waveId(at, slice.round) };
      const entry = planned.entry && { ...planned.entry, at };
      return { ...planned, entry, wave: lateWaveId(at, now) };
    });
    for (const { wave, reason } of planned) count(found.counters, `w#${wave}`, reason === undefined ? 1 : 0);
    const toPointer = (wave: string, first: string) => ({
      messageId: record.id,
      wave,
      channel,
      office,
      shard,
      first,
    });
    found.batches.push(...(isFew ? toBatches(planned, toPointer, 1) : toBatches(planned, toPointer)));
  }
}

interface Step {
  record: Notice;
  now: Instant;
  /** Whom it is not about is counted once. */
  isFirst: boolean;
  facts: PersonFacts;
}

interface Undecided extends Candidate {
  contact: Contact;
}

/** The next turn of one person. Counts what is decided, and in the first round also whom it is not about. */
export function decidePerson(
  { record, now, isFirst, facts }: Step,
  contacts: readonly Contact[],
  recorded: Standing,
  counters: Counters,
): Turn {
  const standing = asItStands(recorded, contacts);
  const known = new Set(standing.attempts.map(({ contactId }) => contactId));
  const isOver = standing.attempts.length === 0 && record.openUntil !== undefined && record.openUntil <= now;
  const candidates: Undecided[] = [];
  for (const contact of isOver ? [] : contacts.filter(({ id }) => !known.has(id))) {
    const { reason } = decideContact(record, contact, facts, now);
    const { channel, id: contactId } = contact;
    if (reason !== 'not-affected')
      candidates.push({ channel, contactId, contact, isLive: reason === undefined });
    else if (isFirst) count(counters, `n#${channel}#skip#not-affected`);
  }
  const turn = nextTurn(record.draft, candidates, standing, now);
  const decided = turn.decide.map(({ contact, channel }) => {
    const planned = decideContact(record, contact, { ...facts, alreadyReached: turn.isReached }, now);
    note(counters, channel, planned);
    const open = planned.reason === undefined ? openFor(record, contact, now) : now;
    return { channel, planned, due: open > now ? open : undefined };
  });
  return { decided, nextAt: turn.lookAgainAt };
}

/** What was handed over to a contact that has died or gone since, and did not say that it arrived, has missed. */
function asItStands({ attempts, ...answer }: Standing, contacts: readonly Contact[]): Standing {
  const live = new Set(contacts.filter(takesNotices).map(({ id }) => id));
  return {
    ...answer,
    attempts: attempts.map((attempt) =>
      attempt.fate === 'accepted' && !live.has(attempt.contactId) ? { ...attempt, fate: 'missed' } : attempt,
    ),
  };
}

/** `n#<channel>#send` or `n#<channel>#skip#<reason>`, and each choice that did not stop it. */
function note(counters: Counters, channel: Channel, { reason, entry }: Planned): void {
  count(counters, reason === undefined ? `n#${channel}#send` : `n#${channel}#skip#${reason}`);
  for (const bypass of entry?.bypassed ?? []) count(counters, `b#${channel}#${bypass}`);
}

function count(counters: Counters, name: string, by = 1): void {
  counters[name] = (counters[name] ?? 0) + by;
}
