/** The people of the demo: generated, with the answers, ages, devices and gaps that occur in practice. Nobody real. */
import { type Place, placeOf } from './places.ts';
import { createRandom, type Random, type Weighted } from './random.ts';

/** An answer as an import states it. A basis alone means consent by that basis. */
interface Answer {
  state?: 'granted' | 'denied';
  basis?: 'express' | 'soft-opt-in' | 'implied-purchase' | 'implied-inquiry';
  /** ISO 8601. */
  at: string;
}

export interface DemoDevice {
  /** Absent: the model is known from a purchase, the phone cannot be reached. */
  token?: string;
  model: string;
  osVersion: string;
  /** Absent: never asked. */
  push?: Answer | undefined;
}

export interface DemoPerson {
  externalId: string;
  place: Place;
  subdivision?: string | undefined;
  language: string;
  birthYear?: number | undefined;
  interests: readonly string[];
  email?:
    | { address: string; source: 'direct' | 'facebook' | 'google'; answer?: Answer | undefined }
    | undefined;
  phone?: string | undefined;
  profiling?: Answer | undefined;
  devices: readonly DemoDevice[];
}

/** The phone model of the safety notice; about one person in ten has one. */
export const recalledModel = 'XQ-EC54';

const models = [
  [recalledModel, 10],
  ['XQ-DQ54', 35],
  ['XQ-DE54', 30],
  ['SO-51E', 25],
] as const;
const hobbies = [
  ['camera', 4],
  ['music', 3],
  ['gaming', 2],
  ['film', 2],
] as const;

type Given = 'granted' | 'denied' | 'old' | 'soft-opt-in' | 'implied-purchase' | 'implied-inquiry' | 'never';

const emailAnswers: readonly [Weighted<Given>, ...Weighted<Given>[]] = [
  ['granted', 45],
  ['denied', 12],
  ['old', 8],
  ['soft-opt-in', 12],
  ['implied-purchase', 7],
  ['implied-inquiry', 5],
  ['never', 11],
];
const pushAnswers: readonly [Weighted<Given>, ...Weighted<Given>[]] = [
  ['granted', 50],
  ['denied', 15],
  ['old', 10],
  ['never', 25],
];
const profilingAnswers: readonly [Weighted<Given>, ...Weighted<Given>[]] = [
  ['granted', 40],
  ['denied', 10],
  ['never', 50],
];

/** Age of an answer in months, from and to. `old` is beyond what Korea (24) and France (36) accept. */
const monthsAgo: Readonly<Record<Given, readonly [number, number]>> = {
  granted: [0, 20],
  denied: [0, 40],
  old: [38, 60],
  'soft-opt-in': [1, 30],
  'implied-purchase': [1, 40],
  'implied-inquiry': [0, 11],
  never: [0, 0],
};

const dayMs = 86_400_000;
const daysPerMonth = 31;

interface World {
  random: Random;
  now: Date;
}

function answerOf({ random, now }: World, given: Given): Answer | undefined {
  const [from, to] = monthsAgo[given];
  const days = random.between(from * daysPerMonth + 1, (to + 1) * daysPerMonth);
  const at = new Date(now.getTime() - days * dayMs).toISOString();
  switch (given) {
    case 'never':
      return undefined;
    case 'denied':
      return { state: 'denied', at };
    case 'granted':
    case 'old':
      return { state: 'granted', basis: 'express', at };
    case 'soft-opt-in':
    case 'implied-purchase':
    case 'implied-inquiry':
      return { basis: given, at };
  }
}

/** A few mailboxes that bounce or complain, as those of the SES mailbox simulator do. */
function addressOf(number: number, externalId: string): string {
  if (number % 211 === 5) return `bounce+${externalId}@simulator.amazonses.com`;
  if (number % 503 === 7) return `complaint+${externalId}@simulator.amazonses.com`;
  return `${externalId}@mail.example`;
}

function emailOf(world: World, number: number, externalId: string): DemoPerson['email'] {
  const { random } = world;
  if (random.chance(0.08)) return undefined;
  const source = random.weighted<'direct' | 'facebook' | 'google'>([
    ['direct', 82],
    ['facebook', 8],
    ['google', 10],
  ]);
  return {
    address: addressOf(number, externalId),
    source,
    answer: answerOf(world, random.weighted(emailAnswers)),
  };
}

/** A few tokens belong to phones that are gone: SNS notices at the first push. */
function tokenOf(number: number, externalId: string, place: number): string {
  const token = `${externalId}-phone-${place}:${'t'.repeat(120)}`;
  return number % 61 === 9 ? `invalid-${token}` : token;
}

function deviceOf(world: World, token: string | undefined): DemoDevice {
  const { random } = world;
  const model = random.weighted(models);
  const osVersion = random.chance(0.6) ? '16' : '15';
  if (token === undefined) return { model, osVersion };
  return { token, model, osVersion, push: answerOf(world, random.weighted(pushAnswers)) };
}

/** One phone for most, two or three for some; of a quarter of the people only the model is known. */
function devicesOf(world: World, number: number, externalId: string): DemoDevice[] {
  const { random } = world;
  if (random.chance(0.25)) return [deviceOf(world, undefined)];
  const count = random.weighted([
    [1, 82],
    [2, 15],
    [3, 3],
  ]);
  return Array.from({ length: count }, (_, place) => deviceOf(world, tokenOf(number, externalId, place + 1)));
}

function birthYearOf({ random, now }: World): number | undefined {
  if (random.chance(0.05)) return undefined;
  const age = random.chance(0.05) ? random.between(10, 15) : random.between(18, 80);
  return now.getUTCFullYear() - age;
}

/** Whoever agrees to profiling has interests to go by. */
function interestsOf({ random }: World, isProfiled: boolean): string[] {
  if (!isProfiled && random.chance(0.5)) return [];
  return [...new Set([random.weighted(hobbies), random.weighted(hobbies)])];
}

function personOf(world: World, number: number): DemoPerson {
  const { random } = world;
  const place = placeOf(number);
  const externalId = `demo-${place.country.toLowerCase()}-${String(number).padStart(4, '0')}`;
  const profiling = answerOf(world, random.weighted(profilingAnswers));
  return {
    externalId,
    place,
    subdivision: random.chance(0.5) ? place.subdivision : undefined,
    language: random.weighted(place.languages),
    birthYear: birthYearOf(world),
    interests: interestsOf(world, profiling?.state === 'granted'),
    email: emailOf(world, number, externalId),
    phone: random.chance(0.35) ? `${place.dialling}${String(1_000_000 + number)}` : undefined,
    profiling,
    devices: devicesOf(world, number, externalId),
  };
}

/** The same people for the same seed and `now`, which ages and the times of answers are counted from. */
export function generatePeople(count: number, seed: number, now: Date): DemoPerson[] {
  const world = { random: createRandom(seed), now };
  return Array.from({ length: count }, (_, number) => personOf(world, number));
}
