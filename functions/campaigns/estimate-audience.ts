/** How many contacts a campaign would reach, while it is being written: exact for a small office, else from a sample of its shards. */
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { Totals, TotalsStore } from '../../shared/adapters/totals-store.ts';
import type { AudienceQuestion } from '../../shared/api/drafting.ts';
import { decide, type MarketingDecision, noFacts } from '../../shared/domain/decide.ts';
import { intervalOf, scaleUp } from '../../shared/domain/estimate.ts';
import { stableHash } from '../../shared/domain/hash.ts';
import type { MarketingMessage } from '../../shared/domain/message.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Interval } from '../../shared/domain/statistics.ts';
import {
  type Channel,
  type Instant,
  type MarketingChannel,
  shardCount,
} from '../../shared/domain/vocabulary.ts';
import { toWaterfalls, type Waterfall } from '../../shared/domain/waterfall.ts';
import { audiencePages } from '../../shared/use-cases/audience-pages.ts';

export interface EstimateDeps {
  people: Pick<PeopleStore, 'listAudience'>;
  totals: Pick<TotalsStore, 'load'>;
  /** Milliseconds that have passed since some moment. */
  elapsed: () => number;
}

export interface Estimate extends Waterfall {
  /** `sampled`: figures are scaled up, `interval` says how far off they may be. */
  method: 'exact' | 'sampled';
  shardsRead: number;
  shards: number;
  /** What a sample was scaled with: the share of the shards, or the totals that the last plan had counted. Absent: nothing says how large the whole is; at least so many are there. */
  scaledBy?: 'shards' | 'last-plan';
  interval: Interval;
  byChannel: Record<string, Waterfall>;
}

/** Reading ends after so long: the answer comes within 300 ms. */
const budgetMs = 200;
/** A first shard is read to its end where nothing else says how large the whole is. */
const longestMs = 1500;
const pageSize = 200;
const parallelShards = 9;

/** Decides for as many shards as the time allows, in an order that is the same each time. Frequency caps are not looked at. */
export async function estimateAudience(
  deps: EstimateDeps,
  question: AudienceQuestion,
  now: Instant,
): Promise<Estimate> {
  const begun = deps.elapsed();
  const spent = () => deps.elapsed() - begun;
  const { channels, office } = question;
  const message = messageOf(question);
  const totals = await deps.totals.load(office);
  const hasTotals = channels.every((channel) => totals[channel] !== undefined);
  const lateAfter = (limit: number) => (channel: number) =>
    spent() > (limit * (channel + 1)) / channels.length;
  const [first = 0, ...others] = shardsInOrder(office);
  const started = await countShard(deps, message, first, now, lateAfter(hasTotals ? budgetMs : longestMs));
  if (started.upTo !== undefined) return fromPart(started.counters, channels, totals);
  const whole = [started.counters];
  while (others.length > 0 && spent() < budgetMs) {
    const group = await Promise.all(
      others
        .splice(0, parallelShards)
        .map((shard) => countShard(deps, message, shard, now, () => spent() > budgetMs)),
    );
    // A group of which one was not finished is left out whole: the quick ones are the small ones.
    if (group.some(({ upTo }) => upTo !== undefined)) break;
    whole.push(...group.map(({ counters }) => counters));
  }
  return fromShards(whole, channels.length);
}

type Counters = Record<string, number>;

function messageOf({ office, topic, channels, deliver, audience, holdoutPercent }: AudienceQuestion) {
  const content = { defaultLocale: 'en', locales: {} };
  const message: MarketingMessage = {
    type: 'marketing',
    id: 'estimate',
    office,
    topic,
    channels,
    deliver,
    audience,
    holdoutPercent,
    content,
  };
  return message;
}

function shardsInOrder(office: string): number[] {
  const place = (shard: number) => stableHash(`estimate:${office}:${shard}`);
  return Array.from({ length: shardCount }, (_, shard) => shard).sort(
    (left, right) => place(left) - place(right),
  );
}

interface Count {
  counters: Counters;
  /** People whom a channel before reaches. */
  reached: Set<string>;
  /** The last person that was looked at when the time ran out; absent: the shard was read to its end. */
  upTo: string | undefined;
}

/** Counts one shard, or its first people: all channels up to the same person, so that one who is reached by the first channel is known to the next. */
async function countShard(
  { people }: EstimateDeps,
  message: MarketingMessage,
  shard: number,
  now: Instant,
  isLate: (channel: number) => boolean,
): Promise<Count> {
  const count: Count = { counters: {}, reached: new Set(), upTo: undefined };
  for (const [index, channel] of message.channels.entries()) {
    const pages = audiencePages(people, { office: message.office, channel, shard }, pageSize);
    await countChannel(message, pages, count, now, () => isLate(index));
  }
  return count;
}

async function countChannel(
  message: MarketingMessage,
  pages: ReturnType<typeof audiencePages>,
  count: Count,
  now: Instant,
  isLate: () => boolean,
): Promise<void> {
  const { counters, reached } = count;
  const found = new Set<string>();
  for await (const { contacts, more } of pages) {
    for (const contact of contacts.filter(({ personId }) => !isBeyond(personId, count.upTo))) {
      const facts = { ...noFacts, alreadyReached: reached.has(contact.personId) };
      if (countDecision(counters, contact.channel, decide(message, contact, facts, ruleBook, now)))
        found.add(contact.personId);
    }
    const last = contacts.at(-1)?.personId;
    if (more && isLate()) count.upTo ??= last;
    if (last !== undefined && count.upTo !== undefined && last >= count.upTo) break;
  }
  for (const personId of found) reached.add(personId);
}

function isBeyond(personId: string, upTo: string | undefined): boolean {
  return upTo !== undefined && personId > upTo;
}

/** @returns whether it would be sent */
function countDecision(counters: Counters, channel: Channel, decision: MarketingDecision): boolean {
  const what = decision.kind === 'send' ? 'send' : `skip#${decision.reason}`;
  const name = `n#${channel}#${what}`;
  counters[name] = (counters[name] ?? 0) + 1;
  return decision.kind === 'send';
}

function fromShards(parts: readonly Counters[], channels: number): Estimate {
  const factor = shardCount / parts.length;
  const { total, byChannel } = toWaterfalls(parts);
  return {
    ...scaleUp(total, factor),
    method: parts.length === shardCount ? 'exact' : 'sampled',
    shardsRead: parts.length,
    shards: shardCount,
    ...(parts.length === shardCount ? {} : { scaledBy: 'shards' as const }),
    interval: intervalOf(total.willSend, factor, channels),
    byChannel: mapValues(byChannel, (own) => scaleUp(own, factor)),
  };
}

/** A part of one shard, each channel scaled to what the last plan counted; without a plan at least so many are there. */
function fromPart(counters: Counters, channels: readonly MarketingChannel[], totals: Totals): Estimate {
  const { byChannel } = toWaterfalls([counters]);
  const factors = mapValues(byChannel, (own, channel) => {
    const known = channels.find((each) => each === channel);
    const all = (known && totals[known]?.contacts) ?? own.audience * shardCount;
    return Math.max(1, all / Math.max(1, own.audience));
  });
  const scaled = mapValues(byChannel, (own, channel) => scaleUp(own, factors[channel] ?? 1));
  const intervals = Object.entries(byChannel).map(([channel, own]) =>
    intervalOf(own.willSend, factors[channel] ?? 1, 1),
  );
  const sum = (of: (each: Waterfall) => number) =>
    Object.values(scaled).reduce((left, each) => left + of(each), 0);
  const reasons = new Set(Object.values(scaled).flatMap(({ excluded }) => Object.keys(excluded)));
  return {
    method: 'sampled',
    shardsRead: 0,
    shards: shardCount,
    ...(channels.every((channel) => totals[channel]) ? { scaledBy: 'last-plan' as const } : {}),
    audience: sum(({ audience }) => audience),
    willSend: sum(({ willSend }) => willSend),
    excluded: Object.fromEntries(
      [...reasons].map((reason) => [reason, sum(({ excluded }) => excluded[reason] ?? 0)]),
    ),
    interval: {
      low: intervals.reduce((left, { low }) => left + low, 0),
      high: intervals.reduce((left, { high }) => left + high, 0),
    },
    byChannel: scaled,
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}
