/**
 * One round of a notice over a slice of its audience: for everybody affected, what comes next after all that is on record of them. The first round
 * begins with the release; another one follows when somebody's next channel is due, when something bounced, and when somebody became affected.
 */
import type { ExpandSlice } from '../../events/expand-slice.ts';
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { PlannedBatch } from '../adapters/batch-store.ts';
import type { SliceProgress } from '../adapters/message-store.ts';
import { waveId, wavesIn } from '../domain/batch.ts';
import { noFacts, type PersonFacts, takesNotices } from '../domain/decide.ts';
import { isSending, type Notice } from '../domain/lifecycle.ts';
import { type Candidate, nextTurn, noStanding, type Standing } from '../domain/notice-reach.ts';
import { hasTurn, isRoundDue, openFor, roundInstant } from '../domain/notice-round.ts';
import type { Contact } from '../domain/person.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';
import { completeWhenDone } from './complete-message.ts';
import { contactsByPerson } from './contacts-by-person.ts';
import { type Counters, decideContact, type Planned } from './decide-contact.ts';
import { readAddressees } from './follow-up.ts';
import { type RecordedStanding, readStandings } from './notice-standing.ts';
import {
  claimAt,
  type ExpandDeps,
  type Expanded,
  isHeld,
  newSlice,
  release,
  reserveMs,
  saveChunk,
  toBatches,
} from './slice-work.ts';

export interface RoundDeps extends ExpandDeps {
  answers: Pick<AnswerStore, 'listShard'>;
}

/** Decisions of one step: with all channels of a shard they make some thirty batches at most. */
const stepEntries = 1000;
const againSeconds = 2;

/** Runs the round that is due, or goes on with the one that was begun. Idempotent: a repeated command finds nothing to do. */
export async function runRound(deps: RoundDeps, command: ExpandSlice): Promise<Expanded> {
  const record = await deps.messages.load(command.messageId);
  if (record?.type !== 'notice' || !isSending(record, deps.clock())) return 'not-running';
  const slice = await claimRound(deps, command);
  if (!slice) return 'taken';
  return walk(deps, command, record, slice);
}

async function claimRound(deps: RoundDeps, command: ExpandSlice): Promise<SliceProgress | undefined> {
  const { messages, clock } = deps;
  const known = await messages.loadSlice(command.messageId, command);
  const now = clock();
  if (known && isHeld(known, now)) return undefined;
  const claim = claimAt(now, known);
  if (!known?.expanded) {
    const claimed: SliceProgress = { roundAt: now, ...(known ?? newSlice(command)), ...claim };
    return (await messages.claimSlice(command.messageId, claimed, known)) ? claimed : undefined;
  }
  if (!isRoundDue(known, now)) return undefined;
  const { position, expanded } = newSlice(command);
  const roundAt = [now, known.askedAt ?? now].sort().at(-1) ?? now;
  const next: SliceProgress = {
    ...known,
    ...claim,
    position,
    expanded,
    round: (known.round ?? 0) + 1,
    roundAt,
    nextAt: undefined,
  };
  return (await messages.claimRound(command.messageId, next, known)) ? next : undefined;
}

/** What a round has found and not saved yet. */
interface Findings {
  batches: PlannedBatch[];
  counters: Counters;
  nextAt: Instant | undefined;
}

/** What is on record of the shard that is walked. */
interface OnRecord {
  shard: number;
  standings: ReadonlyMap<string, RecordedStanding>;
  /** Only these people are meant; undefined: everybody is. */
  addressees: ReadonlySet<string> | undefined;
}

async function walk(
  deps: RoundDeps,
  command: ExpandSlice,
  record: Notice,
  slice: SliceProgress,
): Promise<Expanded> {
  const found: Findings = { batches: [], counters: {}, nextAt: slice.nextAt };
  let place: Place | undefined = slice.position;
  let onRecord: OnRecord | undefined;
  while (place) {
    if (deps.remainingMs() < reserveMs) {
      await release(deps, record.id, slice, progressOf(place, found), found.counters);
      await deps.repeat(command, 0);
      return 'continued';
    }
    if (onRecord?.shard !== place.shard) onRecord = await readShard(deps, record, slice, place.shard);
    place = nextPlace(slice, place, await stepThrough(deps, record, slice, { place, onRecord }, found));
    if (place && found.batches.length === 0) continue;
    if (!(await save(deps, record, slice, place, found))) return 'taken';
  }
  await completeWhenDone(deps, record, slice);
  const ended = await deps.messages.loadSlice(record.id, slice);
  if (ended && hasTurn(ended, deps.clock())) await deps.repeat(command, againSeconds);
  return 'expanded';
}

interface Place {
  shard: number;
  /** The last person that was looked at. */
  after?: string | undefined;
}

/** The rest of the shard, or the next one. */
function nextPlace(
  { lastShard }: SliceProgress,
  { shard }: Place,
  after: string | undefined,
): Place | undefined {
  if (after !== undefined) return { shard, after };
  return shard < lastShard ? { shard: shard + 1 } : undefined;
}

function progressOf({ shard, after }: Place, { nextAt }: Findings) {
  return { position: { shard, channel: 0, after }, ...(nextAt && { nextAt }) };
}

/** @param place where to go on; undefined: the round has ended, and nobody holds the slice */
async function save(
  deps: RoundDeps,
  record: Notice,
  slice: SliceProgress,
  place: Place | undefined,
  found: Findings,
): Promise<boolean> {
  const { batches, counters, nextAt } = found;
  const end = { expanded: true, leaseUntil: deps.clock(), ...(nextAt && { nextAt }) };
  const next = place ? progressOf(place, found) : end;
  found.batches = [];
  found.counters = {};
  return saveChunk(deps, record, slice, { batches, counters }, next);
}

/** Entries of the round itself are not read: they are of people before the place where it goes on. */
async function readShard(
  deps: RoundDeps,
  record: Notice,
  slice: SliceProgress,
  shard: number,
): Promise<OnRecord> {
  const { office, counters } = slice;
  const [standings, addressees] = await Promise.all([
    readStandings(deps, record, wavesIn(counters), { office, shard }),
    readAddressees(deps, record.draft.followUpOf, shard),
  ]);
  return { shard, standings, addressees };
}

/** Decides for people of one shard, in order. @returns the last person that was looked at; undefined when the shard has no more */
async function stepThrough(
  deps: RoundDeps,
  record: Notice,
  slice: SliceProgress,
  { place, onRecord }: { place: Place; onRecord: OnRecord },
  found: Findings,
): Promise<string | undefined> {
  const { shard, standings, addressees } = onRecord;
  const { office } = slice;
  const where = { office, shard };
  const byChannel = new Map<Channel, Planned[]>();
  let entries = 0;
  let last: string | undefined;
  for await (const contacts of contactsByPerson(deps.people, record.draft.channels, where, place.after)) {
    const [first] = contacts;
    if (!first) continue;
    const isLeftOut = addressees !== undefined && !addressees.has(first.personId);
    const step = { record, slice, now: deps.clock(), facts: { ...noFacts, isLeftOut } };
    const { planned, nextAt } = decidePerson(step, contacts, standings.get(first.personId), found.counters);
    for (const { channel, decided } of planned) {
      const own = byChannel.get(channel) ?? [];
      byChannel.set(channel, own);
      own.push(decided);
    }
    if (nextAt !== undefined && (found.nextAt === undefined || nextAt < found.nextAt)) found.nextAt = nextAt;
    entries += planned.length;
    if (entries >= stepEntries) {
      last = first.personId;
      break;
    }
  }
  for (const [channel, planned] of byChannel) {
    const toPointer = (wave: string, first: string) => ({
      messageId: record.id,
      wave,
      channel,
      office,
      shard,
      first,
    });
    found.batches.push(...toBatches(planned, toPointer));
  }
  return last;
}

interface Step {
  record: Notice;
  slice: SliceProgress;
  now: Instant;
  facts: PersonFacts;
}

interface Undecided extends Candidate {
  contact: Contact;
}

/** The next turn of one person. Counts what is decided, and in the first round also whom it is not about. */
function decidePerson(
  { record, slice, now, facts }: Step,
  contacts: readonly Contact[],
  recorded: RecordedStanding | undefined,
  counters: Counters,
): { planned: { channel: Channel; decided: Planned }[]; nextAt: Instant | undefined } {
  const standing = asItStands(recorded ?? noStanding, contacts);
  const known = new Set(standing.attempts.map(({ contactId }) => contactId));
  const open = contacts.filter(({ id }) => !known.has(id));
  const candidates: Undecided[] = [];
  for (const contact of open) {
    const { reason } = decideContact(record, contact, facts, now);
    const { channel, id: contactId } = contact;
    if (reason !== 'not-affected')
      candidates.push({ channel, contactId, contact, isLive: reason === undefined });
    else if ((slice.round ?? 0) === 0) count(counters, `n#${channel}#skip#not-affected`);
  }
  const turn = nextTurn(record.draft, candidates, standing, now);
  const planned = turn.decide.map(({ contact, channel }) => {
    const decided = decideContact(record, contact, { ...facts, alreadyReached: turn.isReached }, now);
    const wave = waveOf({ record, slice, now }, contact, decided.reason);
    note(counters, channel, { ...decided, wave });
    return { channel, decided: { ...decided, wave } };
  });
  return { planned, nextAt: turn.lookAgainAt };
}

/** What was handed over to a contact that has died or gone since, and did not say that it arrived, has missed. */
function asItStands({ attempts, acknowledgedAt }: Standing, contacts: readonly Contact[]): Standing {
  const live = new Set(contacts.filter(takesNotices).map(({ id }) => id));
  return {
    acknowledgedAt,
    attempts: attempts.map((attempt) =>
      attempt.fate === 'accepted' && !live.has(attempt.contactId) ? { ...attempt, fate: 'missed' } : attempt,
    ),
  };
}

function waveOf(
  { record, slice, now }: Omit<Step, 'facts'>,
  contact: Contact,
  reason: string | undefined,
): string {
  const open = reason === undefined ? openFor(record, contact, now) : now;
  return waveId(open > now ? open : roundInstant(record, slice), slice.round);
}

/** `n#<channel>#send` and `w#<wave>`, or `n#<channel>#skip#<reason>`; each wave with an entry is named, and each choice that did not stop it. */
function note(counters: Counters, channel: Channel, { reason, wave, entry }: Planned): void {
  count(counters, reason === undefined ? `n#${channel}#send` : `n#${channel}#skip#${reason}`);
  count(counters, `w#${wave}`, reason === undefined ? 1 : 0);
  for (const bypass of entry?.bypassed ?? []) count(counters, `b#${channel}#${bypass}`);
}

function count(counters: Counters, name: string, by = 1): void {
  counters[name] = (counters[name] ?? 0) + by;
}
