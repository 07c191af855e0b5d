/** What is on record of a notice about the people of one shard: their attempts, with what became of them, and their answers. */
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { BatchStore, BatchView } from '../adapters/batch-store.ts';
import type { AnswerWay, NoticeAnswer } from '../domain/answer.ts';
import { type BatchPointer, type Entry, waveInstant } from '../domain/batch.ts';
import type { Notice } from '../domain/lifecycle.ts';
import type { Attempt, Fate, Standing } from '../domain/notice-reach.ts';
import { shardOf } from '../domain/person.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';

export interface StandingDeps {
  batches: Pick<BatchStore, 'listBatches'>;
  answers: Pick<AnswerStore, 'listShard'>;
}

/** An attempt with the entry that is its record, and when it was first known to have arrived. */
interface RecordedAttempt extends Attempt {
  entry: Entry;
  deliveredAt?: Instant | undefined;
}

export interface RecordedStanding extends Standing {
  attempts: RecordedAttempt[];
  answeredBy?: AnswerWay | undefined;
}

/**
 * Everybody in the shard about whom something is on record, by person.
 * @param waves of the slice, from `wavesIn`
 */
export async function readStandings(
  { batches, answers }: StandingDeps,
  notice: Notice,
  waves: readonly string[],
  { office, shard }: { office: string; shard: number },
): Promise<Map<string, RecordedStanding>> {
  const people = new Map<string, RecordedStanding>();
  if (waves.length === 0) return people;
  const channels: readonly Channel[] = notice.draft.channels;
  for (const channel of channels) {
    for (const wave of waves) {
      const series = { messageId: notice.id, wave, channel, office, shard };
      for await (const batch of batches.listBatches(series)) {
        for (const attempt of attemptsIn(batch, notice)) noteAttempt(people, attempt);
      }
    }
  }
  for (const [personId, answer] of await answers.listShard(notice.id, shard)) {
    const known = people.get(personId);
    if (known) Object.assign(known, answered(answer));
  }
  return people;
}

/** What an answer says of how far the notice has come with its person. */
export function answered({ at, way, accepted }: NoticeAnswer) {
  return { acknowledgedAt: at, answeredBy: way, hasAccepted: accepted !== undefined };
}

/** What is on record of one person, as `readStandings` tells it of all. */
export async function readStanding(
  {
    batches,
    answers,
  }: { batches: Pick<BatchStore, 'findBatch' | 'listBatches'>; answers: Pick<AnswerStore, 'load'> },
  notice: Notice,
  waves: readonly string[],
  { office, personId }: { office: string; personId: string },
): Promise<RecordedStanding> {
  const channels: readonly Channel[] = notice.draft.channels;
  const series = channels.flatMap((channel) =>
    waves.map((wave) => ({ messageId: notice.id, wave, channel, office, shard: shardOf(personId) })),
  );
  const found = await Promise.all(series.map((one) => batchesOf({ batches }, one, personId)));
  const attempts = found.flat().flatMap((batch) => attemptsIn(batch, notice));
  const answer = await answers.load(notice.id, personId);
  return {
    attempts: attempts.filter(({ entry }) => entry.personId === personId),
    ...(answer && answered(answer)),
  };
}

/** The batches of a series that may hold contacts of a person: the one that they begin in, and those that begin with one of theirs. */
export async function batchesOf(
  { batches }: { batches: Pick<BatchStore, 'findBatch' | 'listBatches'> },
  series: Omit<BatchPointer, 'first'>,
  personId: string,
): Promise<BatchView[]> {
  const first = await batches.findBatch(series, `${personId}#`);
  const own: BatchView[] = first ? [first] : [];
  for await (const batch of batches.listBatches(series, `${personId}#`)) {
    if (!batch.pointer.first.startsWith(`${personId}#`)) break;
    own.push(batch);
  }
  return own;
}

function noteAttempt(people: Map<string, RecordedStanding>, attempt: RecordedAttempt): void {
  const known = people.get(attempt.entry.personId);
  if (known) known.attempts.push(attempt);
  else people.set(attempt.entry.personId, { attempts: [attempt] });
}

function attemptsIn(
  { pointer, entries, outcomes, feedback, deliveredAt }: BatchView,
  { state }: Notice,
): RecordedAttempt[] {
  return entries.map((entry, position) => {
    const outcome = outcomes.get(position);
    const said = feedback.get(position);
    const { fate, why } = fateOf(entry, outcome, said, state === 'stopped');
    const at = outcome?.at ?? entry.at ?? waveInstant(pointer.wave);
    const { channel } = pointer;
    return {
      channel,
      contactId: entry.contactId,
      fate,
      why,
      at,
      deliveredAt: deliveredAt.get(position),
      entry,
    };
  });
}

function fateOf(
  { decision, reason }: Entry,
  outcome: BatchView['outcomes'] extends ReadonlyMap<number, infer O> ? O | undefined : never,
  said: BatchView['feedback'] extends ReadonlyMap<number, infer F> ? F | undefined : never,
  isStopped: boolean,
): { fate: Fate; why?: string | undefined } {
  if (decision === 'skip') return { fate: 'skipped', why: reason };
  if (said === 'bounced') return { fate: 'missed', why: 'bounced' };
  if (said !== undefined) return { fate: 'delivered' };
  switch (outcome?.kind) {
    case 'accepted':
      return { fate: 'accepted' };
    case 'disabled':
    case 'failed':
      return { fate: 'missed', why: outcome.kind };
    case 'stopped':
      return { fate: 'missed', why: outcome.reason ?? 'stopped' };
    case 'in-doubt':
      return { fate: 'missed', why: outcome.kind };
    case undefined:
      return isStopped ? { fate: 'missed', why: 'stopped' } : { fate: 'open' };
  }
}
