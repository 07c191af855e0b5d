/** The report of a message, and the proof that no hand-over began after an opt-out. */
import type { BatchStore } from '../adapters/batch-store.ts';
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import { addUp, type Counters, cellsOf, peopleIn } from '../domain/cells.ts';
import { sharesOf } from '../domain/experiment.ts';
import { compareArms, type Experiment, holdoutName, sharesIn } from '../domain/experiment-report.ts';
import { type Campaign, lastHandOverBy, type MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds, later } from '../domain/local-time.ts';
import { mainArm } from '../domain/message.ts';
import { shardOf } from '../domain/person.ts';
import type { OptOut } from '../domain/preferences.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { bypassedIn, type Report, sumOf, toReport } from '../domain/waterfall.ts';
import { mapLimited } from './map-limited.ts';
import { type DecisionLine, linesOf } from './read-decisions.ts';
import { slicesOf } from './slices.ts';

export interface ReportDeps {
  messages: Pick<MessageStore, 'listSlices' | 'listWaves'>;
  batches: Pick<BatchStore, 'findBatch'>;
  people: Pick<PeopleStore, 'listOptOuts'>;
}

export interface MessageReport extends Report {
  state: MessageRecord['state'];
  startedAt: Instant | undefined;
  completedAt: Instant | undefined;
  /** Share of the audience that has been decided. */
  progress: number;
  experiment: Experiment | undefined;
  /** Of a notice: sends that would have been stopped if they were marketing, by what would have. */
  bypassed: Record<string, number> | undefined;
  /** Why the circuit breaker paused the campaign last. */
  breaker?: { at: Instant; reason: string } | undefined;
  /** Hand-overs that began more than 5 seconds after the person had refused. */
  handOversAfterOptOut: number;
}

/** An opt-out holds for every hand-over that begins later than this after its confirmation. */
const graceSeconds = 5;

/** Sums the counters of all slices: exact for every batch that is done. */
export async function reportMessage(deps: ReportDeps, record: MessageRecord): Promise<MessageReport> {
  const slices = await deps.messages.listSlices(record.id);
  const wanted = slicesOf(record).length;
  const parts = slices.map(({ counters }) => counters);
  const refusals = await reviewRefusals(deps, record);
  return {
    state: record.state,
    startedAt: record.startedAt,
    completedAt: record.completedAt,
    progress: record.startedAt === undefined ? 0 : slices.filter(({ expanded }) => expanded).length / wanted,
    ...sumUp(record, slices),
    experiment:
      record.type === 'campaign' && isCompared(record) ? experimentOf(record, parts, refusals) : undefined,
    bypassed: record.type === 'notice' ? bypassedIn(parts) : undefined,
    breaker: breakerOf(record),
    handOversAfterOptOut: refusals.handOversAfter,
  };
}

/** The totals of a message: exact once all that was begun is done. */
export function sumUp({ state }: MessageRecord, slices: readonly SliceProgress[]): Report {
  const ended = state === 'cancelled' || state === 'stopped' || state === 'completed';
  return toReport(
    slices.map(({ counters }) => counters),
    ended,
  );
}

function breakerOf(record: MessageRecord): MessageReport['breaker'] {
  if (record.type === 'notice' || !record.breaker) return undefined;
  const { at, reason } = record.breaker;
  return { at, reason };
}

/** What is known of those who refused after the campaign had started. */
interface Refusals {
  /** Hand-overs that began too late after a refusal. */
  handOversAfter: number;
  /** People who refused within two weeks, by arm; those who were held out under their own name. */
  byArm: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Refusals that come later are not put down to the campaign. */
const attributedDays = 14;
const secondsPerDay = 86_400;
/** People who are looked up side by side: a report answers within the 30 seconds of an HTTP call also after thousands of refusals. */
const parallelLookUps = 16;

async function reviewRefusals(deps: ReportDeps, record: MessageRecord): Promise<Refusals> {
  const byArm = new Map<string, Set<string>>();
  if (record.type === 'notice' || record.startedAt === undefined) return { handOversAfter: 0, byArm };
  const waves = (await deps.messages.listWaves(record.id)).map(({ wave }) => wave);
  const attributed = isCompared(record)
    ? addSeconds(record.startedAt, attributedDays * secondsPerDay)
    : record.startedAt;
  const until = later(lastHandOverBy(record), attributed);
  const optOuts = await listOptOuts(deps, record.office, { from: record.startedAt, until });
  let handOversAfter = 0;
  await mapLimited(optOuts, parallelLookUps, async (optOut) => {
    const lines = (await Promise.all(waves.map((wave) => linesOfPerson(deps, record, wave, optOut)))).flat();
    const latest = addSeconds(optOut.at, graceSeconds);
    handOversAfter += lines.filter(({ messageId, at }) => messageId !== undefined && at > latest).length;
    if (optOut.at > attributed) return;
    for (const group of lines.flatMap((line) => groupOf(line) ?? []))
      byArm.set(group, (byArm.get(group) ?? new Set()).add(optOut.personId));
  });
  return { handOversAfter, byArm };
}

async function listOptOuts(
  { people }: ReportDeps,
  office: string,
  { from, until }: { from: Instant; until: Instant },
): Promise<OptOut[]> {
  const found: OptOut[] = [];
  for await (const optOut of people.listOptOuts(office, from)) {
    if (optOut.at > until) break;
    found.push(optOut);
  }
  return found;
}

function isCompared({ draft }: Campaign): boolean {
  return draft.arms !== undefined || Boolean(draft.holdoutPercent);
}

const notSent: readonly string[] = ['pending', 'stopped', 'failed', 'disabled'];

/** The arm of somebody who was sent to, or that they were held out; nobody else is compared. */
function groupOf({ decision, reason, outcome, arm }: DecisionLine): string | undefined {
  if (reason === 'holdout') return holdoutName;
  const wasSent = decision === 'send' && !notSent.includes(outcome ?? 'pending');
  return wasSent ? (arm ?? mainArm) : undefined;
}

/** Arms and hold-out compared. */
function experimentOf({ draft }: Campaign, parts: readonly Counters[], { byArm }: Refusals): Experiment {
  const cells = draft.arms
    ? cellsOf(parts, 'arm')
    : new Map([[mainArm, addUp([...cellsOf(parts, 'variant').values()])]]);
  const optOutsOf = (name: string) => byArm.get(name)?.size ?? 0;
  const shares = draft.arms ? sharesOf(draft) : [{ name: mainArm, percent: 100 }];
  const arms = shares.map(({ name, percent }) => {
    const cell = cells.get(name) ?? new Map<string, number>();
    return { name, percent, people: peopleIn(cell), shares: sharesIn(cell, optOutsOf(name)) };
  });
  const heldOut = Math.max(0, ...draft.channels.map((channel) => sumOf(parts, 'h').get(channel) ?? 0));
  const holdout = {
    name: holdoutName,
    percent: draft.holdoutPercent,
    people: heldOut,
    shares: { optOut: { n: optOutsOf(holdoutName), of: heldOut } },
  };
  return compareArms(draft.holdoutPercent ? [...arms, holdout] : arms);
}

/** A person's contacts lie side by side and at most in two batches: the ones that their first and their last contact fall into. */
async function linesOfPerson(
  deps: ReportDeps,
  record: MessageRecord,
  wave: string,
  { personId, channel, office, contactId }: OptOut,
): Promise<DecisionLine[]> {
  const series = { messageId: record.id, wave, channel, office, shard: shardOf(personId) };
  const found = await Promise.all([
    deps.batches.findBatch(series, `${personId}#`),
    deps.batches.findBatch(series, `${personId}#~`),
  ]);
  const batches = new Map(found.flatMap((batch) => (batch ? [[batch.pointer.first, batch] as const] : [])));
  return [...batches.values()]
    .flatMap((batch) => linesOf(batch, record))
    .filter((line) => line.personId === personId && (contactId ?? line.contactId) === line.contactId);
}
