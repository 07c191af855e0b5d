/** The report of a message, and the proof that no hand-over began after an opt-out. */
import type { BatchStore } from '../adapters/batch-store.ts';
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import { shardOf } from '../domain/person.ts';
import type { OptOut } from '../domain/preferences.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { type Report, toReport } from '../domain/waterfall.ts';
import { linesOf } from './read-decisions.ts';
import { slicesOf, stagesOf } from './slices.ts';

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
  /** Hand-overs that began more than 5 seconds after the person had refused. */
  handOversAfterOptOut: number;
}

/** An opt-out holds for every hand-over that begins later than this after its confirmation. */
const graceSeconds = 5;

/** Sums the counters of all slices: exact for every batch that is done. */
export async function reportMessage(deps: ReportDeps, record: MessageRecord): Promise<MessageReport> {
  const slices = await deps.messages.listSlices(record.id);
  const wanted = slicesOf(record).length * stagesOf(record);
  return {
    state: record.state,
    startedAt: record.startedAt,
    completedAt: record.completedAt,
    progress: record.startedAt === undefined ? 0 : slices.filter(({ expanded }) => expanded).length / wanted,
    ...sumUp(record, slices),
    handOversAfterOptOut: await countHandOversAfterOptOut(deps, record),
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

async function countHandOversAfterOptOut(deps: ReportDeps, record: MessageRecord): Promise<number> {
  if (record.type === 'notice' || record.startedAt === undefined) return 0;
  const waves = (await deps.messages.listWaves(record.id)).map(({ wave }) => wave);
  let count = 0;
  for await (const optOut of deps.people.listOptOuts(record.office, record.startedAt)) {
    for (const wave of waves) count += await countAfter(deps, record, wave, optOut);
  }
  return count;
}

/** A person's contacts lie side by side and at most in two batches: the ones that their first and their last contact fall into. */
async function countAfter(
  deps: ReportDeps,
  record: MessageRecord,
  wave: string,
  optOut: OptOut,
): Promise<number> {
  const { personId, channel, office, contactId } = optOut;
  const series = { messageId: record.id, wave, channel, office, shard: shardOf(personId) };
  const found = [
    await deps.batches.findBatch(series, `${personId}#`),
    await deps.batches.findBatch(series, `${personId}#~`),
  ];
  const batches = new Map(found.flatMap((batch) => (batch ? [[batch.pointer.first, batch] as const] : [])));
  const latest = addSeconds(optOut.at, graceSeconds);
  return [...batches.values()]
    .flatMap((batch) => linesOf(batch, record))
    .filter((line) => line.personId === personId && (contactId ?? line.contactId) === line.contactId)
    .filter(({ messageId, at }) => messageId !== undefined && at > latest).length;
}
