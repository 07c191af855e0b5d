/** Counts what would happen to a slice of the audience if the message started now: nothing is written but the counts. */
import type { ExpandSlice } from '../../events/expand-slice.ts';
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { BatchStore } from '../adapters/batch-store.ts';
import type { MessageStore, PlanPart } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { SettingsStore } from '../adapters/settings-store.ts';
import type { PersonFacts } from '../domain/decide.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { pacingOf } from '../domain/office-settings.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';
import { audiencePages } from './audience-pages.ts';
import { createPlanCounter } from './count-for-plan.ts';
import { type Counters, createDecisionCounter, decideContact } from './decide-contact.ts';
import { readAddressees } from './follow-up.ts';
import { readFacts } from './read-facts.ts';

export interface PlanDeps {
  messages: Pick<MessageStore, 'load' | 'listByOffice' | 'listWaves' | 'listSlices' | 'savePlanPart'>;
  batches: Pick<BatchStore, 'listBatches'>;
  people: Pick<PeopleStore, 'listAudience'>;
  settings: Pick<SettingsStore, 'load'>;
  answers: Pick<AnswerStore, 'listShard'>;
  now: Instant;
}

const pageSize = 500;

/** Counts one slice and saves its part of the plan. Repeating it overwrites the part with fresh counts. */
export async function planSlice(deps: PlanDeps, command: ExpandSlice, planId: string): Promise<void> {
  const record = await loadPaced(deps, command.messageId);
  if (!record) return;
  const part: PlanPart = { office: command.office, firstShard: command.firstShard, counters: {} };
  for (let shard = command.firstShard; shard <= command.lastShard; shard++) {
    await planShard(deps, record, { office: command.office, shard }, part);
  }
  await deps.messages.savePlanPart(command.messageId, planId, part, deps.now);
}

/** What was not submitted yet is planned with what its office has set now. */
async function loadPaced(
  { messages, settings }: PlanDeps,
  messageId: string,
): Promise<MessageRecord | undefined> {
  const record = await messages.load(messageId);
  if (record?.type !== 'campaign' || record.pacing) return record;
  return { ...record, pacing: pacingOf((await settings.load(record.office)).settings) };
}

async function planShard(
  deps: PlanDeps,
  record: MessageRecord,
  { office, shard }: { office: string; shard: number },
  part: PlanPart,
): Promise<void> {
  const reached = new Set<string>();
  const addressees =
    record.type === 'notice' ? await readAddressees(deps, record.draft.followUpOf, shard) : undefined;
  for (const channel of record.draft.channels) {
    const factsOf = await readFacts(deps, record, { office, channel, shard }, deps.now);
    const sent = await planChannel(deps, record, { office, channel, shard }, part, (personId) => ({
      ...factsOf(personId),
      alreadyReached: reached.has(personId),
      isLeftOut: addressees !== undefined && !addressees.has(personId),
    }));
    if (isOneEnough(record)) for (const personId of sent) reached.add(personId);
  }
}

/** A campaign may ask for the first channel only. The plan of an escalating notice shows everybody it may reach. */
function isOneEnough(record: MessageRecord): boolean {
  return record.type === 'campaign' && record.draft.deliver === 'first';
}

async function planChannel(
  deps: PlanDeps,
  record: MessageRecord,
  where: { office: string; channel: Channel; shard: number },
  part: PlanPart,
  factsOf: (personId: string) => PersonFacts,
): Promise<ReadonlySet<string>> {
  const counters: Counters = part.counters;
  const sent = new Set<string>();
  const count = createDecisionCounter(counters, where.channel, undefined);
  const countForPlan = record.type === 'campaign' ? createPlanCounter(counters, record) : undefined;
  for await (const { contacts } of audiencePages(deps.people, where, pageSize)) {
    for (const contact of contacts) {
      const planned = decideContact(record, contact, factsOf(contact.personId), deps.now);
      count(planned, contact.personId);
      countForPlan?.(contact, planned);
      for (const bypass of planned.entry?.bypassed ?? []) {
        const name = `b#${where.channel}#${bypass}`;
        counters[name] = (counters[name] ?? 0) + 1;
      }
      if (planned.reason === undefined) sent.add(contact.personId);
    }
  }
  return sent;
}
