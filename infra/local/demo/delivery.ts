/** What was decided against what arrived, person by person. Pure. */
import type { Channel } from '../../../shared/domain/vocabulary.ts';

/** One message in the hands of one contact. */
export interface Delivery {
  /** Campaign or notice. */
  message: string;
  /** External id; the address itself where it belongs to nobody. */
  person: string;
  channel: Channel;
  /** Id that SES or SNS gave. */
  providerId: string;
}

/** A person and a channel where the two lists are not the same. */
export interface Difference extends Omit<Delivery, 'providerId'> {
  decided: number;
  arrived: number;
}

type Ids = Map<string, Delivery[]>;

function byPerson(deliveries: readonly Delivery[]): Ids {
  return Map.groupBy(deliveries, ({ message, channel, person }) => `${message} ${channel} ${person}`);
}

function idsOf(deliveries: readonly Delivery[]): string {
  return deliveries
    .map(({ providerId }) => providerId)
    .toSorted()
    .join(' ');
}

/** Where decided and arrived are not the same deliveries, or one came twice. */
export function compareDeliveries(decided: readonly Delivery[], arrived: readonly Delivery[]): Difference[] {
  const wanted = byPerson(decided);
  const found = byPerson(arrived);
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) => {
    const [left, right] = [wanted.get(key) ?? [], found.get(key) ?? []];
    const [any] = [...left, ...right];
    if (!any || idsOf(left) === idsOf(right)) return [];
    const { message, channel, person } = any;
    return [{ message, channel, person, decided: left.length, arrived: right.length }];
  });
}

/** How many of them are on each channel. */
export function countByChannel(deliveries: readonly Delivery[]): Partial<Record<Channel, number>> {
  const counts: Partial<Record<Channel, number>> = {};
  for (const { channel } of deliveries) counts[channel] = (counts[channel] ?? 0) + 1;
  return counts;
}
