/**
 * What a plan and an estimate cost as an audience grows: time per contact against a small audience in the same run, the memory they hold, and how long
 * a marketer waits for an estimate. Prints, asserts nothing.
 */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { estimateAudience } from '../../functions/campaigns/estimate-audience.ts';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createDynamoClient } from '../../shared/adapters/dynamo-table.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { writesOf } from '../../shared/adapters/people-writes.ts';
import { createSettingsStore } from '../../shared/adapters/settings-store.ts';
import type { Item, Table } from '../../shared/adapters/table.ts';
import { createTotalsStore } from '../../shared/adapters/totals-store.ts';
import type { AudienceQuestion } from '../../shared/api/drafting.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { stableHash } from '../../shared/domain/hash.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import { toPlan } from '../../shared/domain/waterfall.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { mapLimited } from '../../shared/use-cases/map-limited.ts';
import { planSlice } from '../../shared/use-cases/plan-slice.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import { tableName, withBenchTable } from './bench-table.ts';

export interface PlanFigures {
  contacts: number;
  planSeconds: number;
  microsecondsPerContact: number;
  /** Time for one contact against that in the smallest audience of this run. */
  timesSmallest: number;
  heapMegabytes: number;
  estimateMedianMs: number;
  estimateWorstMs: number;
  estimate: string;
}

const now = '2026-11-23T12:00:00.000Z';
const parallelSlices = 4;
const estimates = 20;
const itemsPerWrite = 25;
const parallelWrites = 8;

/** Figures for audiences of these sizes, smallest first. */
export async function benchPlans(people: readonly number[]): Promise<PlanFigures[]> {
  const figures: PlanFigures[] = [];
  for (const count of people) {
    const measured = await withBenchTable((table) => measure(table, count));
    const smallest = figures[0]?.microsecondsPerContact ?? measured.microsecondsPerContact;
    figures.push({ ...measured, timesSmallest: round(measured.microsecondsPerContact / smallest) });
  }
  return figures;
}

async function measure(table: Table, count: number): Promise<PlanFigures> {
  await fill(count);
  const stores = {
    messages: createMessageStore(table),
    batches: createBatchStore(table),
    people: createPeopleStore(table),
    settings: createSettingsStore(table),
    answers: createAnswerStore(table),
    now,
  };
  await stores.messages.save(campaign, 0);
  const began = performance.now();
  await mapLimited(slicesOf(campaign), parallelSlices, (slice) =>
    planSlice(stores, { name: 'expand-slice', version: 1, messageId: campaign.id, ...slice }, 'p'),
  );
  const planMs = performance.now() - began;
  const heapMegabytes = Math.round(process.memoryUsage().heapUsed / 1e6);
  const parts = await stores.messages.listPlanParts(campaign.id, 'p');
  const plan = toPlan(parts.map(({ counters }) => counters));
  const totals = createTotalsStore(table);
  const of = (channel: 'email' | 'push') => ({ contacts: plan.byChannel[channel]?.audience ?? 0, at: now });
  await totals.save('de', { email: of('email'), push: of('push') });
  const { times, method } = await estimate({ people: stores.people, totals });
  return {
    contacts: plan.audience,
    planSeconds: round(planMs / 1000),
    microsecondsPerContact: round((planMs * 1000) / plan.audience),
    timesSmallest: 1,
    heapMegabytes,
    estimateMedianMs: Math.round(times[estimates / 2] ?? 0),
    estimateWorstMs: Math.round(times.at(-1) ?? 0),
    estimate: method,
  };
}

async function estimate(deps: Pick<Parameters<typeof estimateAudience>[0], 'people' | 'totals'>) {
  const times: number[] = [];
  let method = '';
  for (let time = 0; time < estimates; time++) {
    const began = performance.now();
    const answer = await estimateAudience({ ...deps, elapsed: () => performance.now() }, question, now);
    times.push(performance.now() - began);
    method = `${answer.method}, ${answer.shardsRead} of ${answer.shards} shards`;
  }
  return { times: times.sort((left, right) => left - right), method };
}

const question: AudienceQuestion = {
  office: 'de',
  channels: ['email', 'push'],
  topic: 'news',
  deliver: 'each',
  audience: { countries: ['DE'] },
};

const campaign: Campaign = {
  type: 'campaign',
  id: 'cmp_1',
  office: 'de',
  state: 'draft',
  version: 1,
  createdBy: 'm',
  createdAt: now,
  updatedAt: now,
  history: [],
  draft: {
    ...question,
    name: 'Bench',
    content: {
      defaultLocale: 'de',
      locales: { de: { email: { subject: 's', html: 'h' }, push: { title: 't', body: 'b' } } },
    },
    schedule: { at: 'now', timezone: 'recipient' },
  },
};

/** The contacts of people with an address and a phone each: what the audience index answers with. */
async function fill(count: number): Promise<void> {
  const client = createDynamoClient();
  const send = (items: readonly Item[]) =>
    client.send(
      new BatchWriteCommand({
        RequestItems: { [tableName]: items.map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
  const writes: Promise<unknown>[] = [];
  let waiting: Item[] = [];
  for (let index = 0; index < count; index++) {
    waiting.push(...contactsOf(index));
    if (waiting.length < itemsPerWrite && index < count - 1) continue;
    writes.push(send(waiting.splice(0, itemsPerWrite)));
    if (writes.length >= parallelWrites) await Promise.all(writes.splice(0));
  }
  await Promise.all([...writes, ...(waiting.length > 0 ? [send(waiting)] : [])]);
  waiting = [];
  client.destroy();
}

function contactsOf(index: number): Item[] {
  const random = stableHash(`bench ${index}`);
  const id = `per_${String(index).padStart(9, '0')}`;
  const place = {
    office: 'de',
    country: random % 5 ? 'DE' : 'AT',
    language: 'de',
    timezone: 'Europe/Berlin',
  };
  let record = createPerson(id, { ...place, interests: ['camera'], devices: [] }, now);
  record = addEmail(record, { id: `${id}m`, address: `${id}@example.com`, emailSource: 'direct' });
  record = addDevice(record, { id: `${id}d`, token: id, device: { model: 'XQ-EC54', osVersion: '15' } });
  const state = random % 3 ? 'granted' : 'denied';
  const answers = [
    { purpose: 'marketing', channel: 'email', state },
    { purpose: 'marketing', channel: 'push', state },
  ] as const;
  const context = { now, source: 'account', actor: { kind: 'person' } } as const;
  const { change } = buildChange(undefined, record, answers, context);
  const writes = change ? writesOf(change) : [];
  return writes.flatMap((write) =>
    write.kind === 'put' && write.item.sk.startsWith('CONTACT#') ? [write.item] : [],
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
