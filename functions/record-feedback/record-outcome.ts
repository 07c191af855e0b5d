/** Puts what became of a message, and what a person did with it, into the batch that it was sent with. */

import type { BatchStore, BatchView } from '../../shared/adapters/batch-store.ts';
import type { EngagementStore } from '../../shared/adapters/engagement-store.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import { wavesIn } from '../../shared/domain/batch.ts';
import type {
  DeliveryEvent,
  Engagement,
  MessagePointer,
  Outcome,
} from '../../shared/domain/delivery-event.ts';
import type { MessageRecord } from '../../shared/domain/lifecycle.ts';
import { type Contact, contactKey, shardOf } from '../../shared/domain/person.ts';
import type { Channel, Instant } from '../../shared/domain/vocabulary.ts';
import { waveOf } from '../../shared/use-cases/decide-contact.ts';
import { firstShardOf } from '../../shared/use-cases/slices.ts';
import { untilSaved } from '../../shared/use-cases/until-saved.ts';

export interface OutcomeDeps {
  messages: Pick<MessageStore, 'load' | 'loadSlice'>;
  batches: Pick<BatchStore, 'findEntries' | 'loadRun' | 'recordFeedback'>;
  engagement: EngagementStore;
}

/** The recorders over their stores. */
export function outcomeRecorders(deps: OutcomeDeps) {
  return {
    recordOutcome: recordOutcome.bind(undefined, deps),
    recordEngagement: recordEngagement.bind(undefined, deps),
    recordReceipt: recordReceipt.bind(undefined, deps),
  };
}

/** Counts each outcome of a contact once. A mail that no batch knows (a test send) has no outcome to keep. */
export async function recordOutcome(
  deps: OutcomeDeps,
  pointer: MessagePointer,
  outcome: Outcome,
  now: Instant,
): Promise<void> {
  const place = await findPlace(deps, pointer, 'email');
  if (place)
    await count((...where) => deps.batches.recordFeedback(...where), place, { kind: outcome, at: now });
}

/** Counts an opening and a click of a mail once each. */
export async function recordEngagement(
  deps: OutcomeDeps,
  pointer: MessagePointer,
  engagement: Engagement,
): Promise<void> {
  const place = await findPlace(deps, pointer, 'email');
  if (place) await count((...where) => deps.engagement.recordEngagement(...where), place, engagement);
}

type Receipt = Extract<DeliveryEvent, { kind: 'receipt' }>;

/** Counts what a device said of its push once. An opening counts only where the hand-over is not on record as one that may not be measured. */
export async function recordReceipt(
  deps: OutcomeDeps,
  contact: Contact,
  { messageId, said }: Receipt,
  now: Instant,
): Promise<void> {
  const record = await deps.messages.load(messageId);
  const place = record && (await findPushed(deps, record, contact, now));
  if (!place) return;
  if (said === 'delivered')
    return count((...where) => deps.batches.recordFeedback(...where), place, { kind: said, at: now });
  const outcome = (await deps.batches.loadRun(place.batch.pointer))?.outcomes.get(place.position);
  if (record.type === 'campaign' && (!outcome || outcome.measured))
    await count((...where) => deps.engagement.recordEngagement(...where), place, said);
}

interface Place {
  batch: Pick<BatchView, 'pointer' | 'entries'>;
  position: number;
  slice: { office: string; firstShard: number };
}

/** The entry of a contact in the batches of a wave. */
async function findPlace(
  { messages, batches }: Pick<OutcomeDeps, 'messages' | 'batches'>,
  { messageId, personId, contactId, office, wave }: MessagePointer,
  channel: Channel,
): Promise<Place | undefined> {
  const record = await messages.load(messageId);
  if (!record) return undefined;
  const shard = shardOf(personId);
  const series = { messageId, wave, channel, office, shard };
  const batch = await batches.findEntries(series, contactKey({ personId, id: contactId }));
  const position = batch?.entries.findIndex(
    (entry) => entry.personId === personId && entry.contactId === contactId && entry.decision === 'send',
  );
  if (!batch || position === undefined || position < 0) return undefined;
  const slice = { office, firstShard: firstShardOf(record.type, shard) };
  return { batch, position, slice };
}

/** A push names no wave: it is looked for in the one that the contact falls into now, and then in all others. */
async function findPushed(
  deps: OutcomeDeps,
  record: MessageRecord,
  contact: Contact,
  now: Instant,
): Promise<Place | undefined> {
  const office = record.type === 'campaign' ? record.office : contact.office;
  const find = (wave: string) =>
    findPlace(
      deps,
      { messageId: record.id, personId: contact.personId, contactId: contact.id, office, wave },
      'push',
    );
  const likely = waveOf(record, contact, now);
  const found = await find(likely);
  if (found) return found;
  const slice = { office, firstShard: firstShardOf(record.type, shardOf(contact.personId)) };
  const progress = await deps.messages.loadSlice(record.id, slice);
  for (const wave of wavesIn(progress?.counters ?? {})) {
    const place = wave === likely ? undefined : await find(wave);
    if (place) return place;
  }
  return undefined;
}

type Write<Kind> = (
  batch: Place['batch'],
  position: number,
  kind: Kind,
  slice: Place['slice'],
) => Promise<'recorded' | 'known' | 'retry'>;

async function count<Kind>(write: Write<Kind>, { batch, position, slice }: Place, kind: Kind): Promise<void> {
  await untilSaved(async () => {
    const result = await write(batch, position, kind, slice);
    return result === 'retry' ? undefined : result;
  });
}
