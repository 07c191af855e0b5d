/** What of the past a decision needs: recent campaigns for a frequency cap, and earlier channels of the same message. Read per shard from the batches. */
import type { BatchStore, BatchView } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import { noFacts, type PersonFacts } from '../domain/decide.ts';
import { capOf, lastHandOverBy, type MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';

interface FactsDeps {
  messages: Pick<MessageStore, 'listByOffice' | 'listWaves'>;
  batches: Pick<BatchStore, 'listBatches'>;
}

interface Where {
  office: string;
  channel: Channel;
  shard: number;
}

const secondsPerDay = 86_400;
const pageOfMessages = 100;

/** A look-up of facts by person, for the people of one shard. Reads nothing when the message asks for nothing. */
export async function readFacts(
  deps: FactsDeps,
  record: MessageRecord,
  where: Where,
  now: Instant,
): Promise<(personId: string) => PersonFacts> {
  const recent = await countRecentMarketing(deps, record, where, now);
  const reached = await listReached(deps, record, where);
  if (recent.size === 0 && reached.size === 0) return () => noFacts;
  return (personId) => ({
    recentMarketing: recent.get(personId) ?? 0,
    alreadyReached: reached.has(personId),
  });
}

async function countRecentMarketing(
  deps: FactsDeps,
  record: MessageRecord,
  { office, shard }: Where,
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const cap = record.type === 'campaign' ? capOf(record) : undefined;
  if (!cap) return counts;
  const since = addSeconds(now, -cap.days * secondsPerDay);
  for await (const earlier of listRecentCampaigns(deps, office, since)) {
    if (earlier.id === record.id || earlier.startedAt === undefined || lastHandOverBy(earlier) < since)
      continue;
    const isRecent = (at: Instant | undefined) =>
      at === undefined ? earlier.state !== 'cancelled' : at >= since;
    const people = await listSentTo(deps, earlier, earlier.draft.channels, { office, shard }, isRecent);
    for (const personId of people) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether a campaign of the office that started earlier has not decided for this shard yet: a frequency cap counts its sends, so it comes first. One
 * that is paused is not waited for: when it goes on, it counts this one's.
 */
export async function isBehindAnother(
  deps: { messages: Pick<MessageStore, 'listByOffice' | 'loadSlice'> },
  record: MessageRecord,
  slice: { office: string; firstShard: number },
): Promise<boolean> {
  if (record.type !== 'campaign' || !capOf(record)) return false;
  for await (const other of listRecentCampaigns(deps, record.office, record.startedAt ?? record.createdAt)) {
    if (other.state !== 'running' || turnOf(other) >= turnOf(record)) continue;
    if (!(await deps.messages.loadSlice(other.id, slice))?.expanded) return true;
  }
  return false;
}

function turnOf({ startedAt, id }: MessageRecord): string {
  return `${startedAt}#${id}`;
}

/** @param isWanted by the instant of the hand-over; undefined: it is still to come */
async function listSentTo(
  deps: FactsDeps,
  { id }: MessageRecord,
  channels: readonly Channel[],
  { office, shard }: Pick<Where, 'office' | 'shard'>,
  isWanted: (at: Instant | undefined) => boolean = () => true,
): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for (const channel of channels) {
    for await (const batch of listShard(deps, { messageId: id, office, channel, shard })) {
      for (const personId of peopleSentTo(batch, isWanted)) people.add(personId);
    }
  }
  return people;
}

/** Campaigns are found by the day they were made; one that was made long before it started is found for a quarter of a year. */
async function* listRecentCampaigns(
  deps: { messages: Pick<MessageStore, 'listByOffice'> },
  office: string,
  since: Instant,
): AsyncGenerator<MessageRecord> {
  let cursor: string | undefined;
  const madeSince = addSeconds(since, -90 * secondsPerDay);
  do {
    const page = await deps.messages.listByOffice(office, 'campaign', {
      limit: pageOfMessages,
      cursor,
      since: madeSince,
    });
    yield* page.messages;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** People who got (or are getting) this message over a channel that comes before. */
async function listReached(
  deps: FactsDeps,
  record: MessageRecord,
  { office, channel, shard }: Where,
): Promise<ReadonlySet<string>> {
  if (record.type !== 'campaign' || record.draft.deliver !== 'first') return new Set();
  const channels: readonly Channel[] = record.draft.channels;
  return listSentTo(deps, record, channels.slice(0, channels.indexOf(channel)), { office, shard });
}

async function* listShard(
  deps: FactsDeps,
  series: { messageId: string; office: string; channel: Channel; shard: number },
): AsyncGenerator<BatchView> {
  for (const { wave } of await deps.messages.listWaves(series.messageId)) {
    yield* deps.batches.listBatches({ ...series, wave });
  }
}

function peopleSentTo(
  { entries, outcomes, feedback }: BatchView,
  isWanted: (at: Instant | undefined) => boolean,
): string[] {
  return entries.flatMap(({ decision, personId }, position) => {
    const outcome = outcomes.get(position);
    const missed =
      outcome?.kind === 'stopped' ||
      outcome?.kind === 'failed' ||
      outcome?.kind === 'disabled' ||
      feedback.get(position) === 'bounced';
    return decision === 'send' && !missed && isWanted(outcome?.at) ? [personId] : [];
  });
}
