/**
 * One round of a notice over a slice of its audience: for everybody affected, what comes next after all that is on record of them. The first round
 * begins with the release; another one follows when somebody's next channel is due, when something bounced, and when somebody became affected.
 */
import type { ExpandSlice } from '../../events/expand-slice.ts';
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { SliceProgress } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { NoticeAnswer } from '../domain/answer.ts';
import { wavesIn } from '../domain/batch.ts';
import { noFacts } from '../domain/decide.ts';
import { isSending, type Notice } from '../domain/lifecycle.ts';
import { earlier, later } from '../domain/local-time.ts';
import { hasTurn, isRoundDue } from '../domain/notice-round.ts';
import { shardOf } from '../domain/person.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { completeWhenDone } from './complete-message.ts';
import { contactsByPerson } from './contacts-by-person.ts';
import { isAddressee, readAddressees } from './follow-up.ts';
import { answered, type RecordedStanding, readStanding, readStandings } from './notice-standing.ts';
import { decidePerson, type Findings, isFirstRound, noteTurn, type Turn } from './round-turns.ts';
import {
  claimAt,
  type ExpandDeps,
  type Expanded,
  isHeld,
  newSlice,
  release,
  reserveMs,
  saveChunk,
} from './slice-work.ts';

export interface RoundDeps extends ExpandDeps {
  answers: Pick<AnswerStore, 'listShard' | 'load'>;
  people: Pick<PeopleStore, 'listAudience' | 'load'>;
}

/** Decisions of one step: with all channels of a shard they make some thirty batches at most. */
const stepEntries = 1000;
const againSeconds = 2;

/** Runs the round that is due, or goes on with the one that was begun. Idempotent: a repeated command finds nothing to do. */
export async function runRound(deps: RoundDeps, command: ExpandSlice): Promise<Expanded> {
  const record = await deps.messages.load(command.messageId);
  if (record?.type !== 'notice' || !isSending(record, deps.clock())) return 'not-running';
  if (command.personId !== undefined) return runTurn(deps, command, record, command.personId);
  const slice = await claimRound(deps, command);
  if (!slice) return 'taken';
  return walk(deps, command, record, slice);
}

/** The turn of one person: nobody else is read, and nothing of them is out of date. Waits while an expander holds the slice. */
async function runTurn(
  deps: RoundDeps,
  command: ExpandSlice,
  record: Notice,
  personId: string,
): Promise<Expanded> {
  const { messages, clock } = deps;
  const known = await messages.loadSlice(record.id, command);
  // The first round is still to come, and comes to everybody.
  if (!known) return 'not-running';
  const now = clock();
  const slice = { ...known, ...claimAt(now, known) };
  const isFree = known.expanded && !isHeld(known, now);
  if (!isFree || !(await messages.claimSlice(record.id, slice, known))) {
    await deps.repeat(command, againSeconds);
    return 'waiting';
  }
  const found: Findings = { batches: [], counters: {}, nextAt: known.nextAt };
  const { office } = slice;
  const person = await deps.people.load(personId);
  if (person?.person.office === office) {
    const contacts = person.contacts.filter(({ channel }) => record.draft.channels.includes(channel));
    const standing = await readStanding(deps, record, wavesIn(slice.counters), { office, personId });
    const isLeftOut = !(await isAddressee(deps, record, person.person));
    const step = { record, now, isFirst: false, facts: { ...noFacts, isLeftOut } };
    const turn = decidePerson(step, contacts, standing, found.counters);
    noteTurn(found, { record, slice, shard: shardOf(personId), now }, turn);
  }
  if (!(await save(deps, record, slice, undefined, found))) return 'taken';
  await completeWhenDone(deps, record, slice);
  return 'expanded';
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
  const roundAt = later(now, known.askedAt ?? now);
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

/** What is on record of the shard that is walked. */
interface OnRecord {
  shard: number;
  standings: ReadonlyMap<string, RecordedStanding>;
  /** Only these people are meant; undefined: everybody is. */
  addressees: ReadonlySet<string> | undefined;
  /** Of people too about whom nothing else is on record here: they may have answered under another office. */
  answers: ReadonlyMap<string, NoticeAnswer>;
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
  const [standings, addressees, answers] = await Promise.all([
    readStandings(deps, record, wavesIn(counters), { office, shard }),
    readAddressees(deps, record.draft.followUpOf, shard),
    isFirstRound(slice) ? new Map<string, NoticeAnswer>() : deps.answers.listShard(record.id, shard),
  ]);
  return { shard, standings, addressees, answers };
}

/** Decides for people of one shard, in order. @returns the last person that was looked at; undefined when the shard has no more */
async function stepThrough(
  deps: RoundDeps,
  record: Notice,
  slice: SliceProgress,
  { place, onRecord }: { place: Place; onRecord: OnRecord },
  found: Findings,
): Promise<string | undefined> {
  const { shard, standings, addressees, answers } = onRecord;
  const where = { office: slice.office, shard };
  const decided: Turn['decided'] = [];
  const now = deps.clock();
  let nextAt: Instant | undefined;
  let last: string | undefined;
  for await (const contacts of contactsByPerson(deps.people, record.draft.channels, where, place.after)) {
    const [first] = contacts;
    if (!first) continue;
    const { personId } = first;
    const isLeftOut = addressees !== undefined && !addressees.has(personId);
    const step = {
      record,
      now: deps.clock(),
      isFirst: isFirstRound(slice),
      facts: { ...noFacts, isLeftOut },
    };
    const answer = answers.get(personId);
    const standing = standings.get(personId) ?? { attempts: [], ...(answer && answered(answer)) };
    const turn = decidePerson(step, contacts, standing, found.counters);
    decided.push(...turn.decided);
    nextAt = earlier(nextAt, turn.nextAt);
    if (decided.length >= stepEntries) {
      last = personId;
      break;
    }
  }
  noteTurn(found, { record, slice, shard, now }, { decided, nextAt });
  return last;
}
