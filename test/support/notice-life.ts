/** The life of a notice among generated people: phones that are dead, mails that bounce, phones that register late, people who answer. */

import fc from 'fast-check';
import { createNoticeTurns } from '../../functions/record-feedback/notice-turns.ts';
import { outcomeRecorders } from '../../functions/record-feedback/record-outcome.ts';
import { wavesIn } from '../../shared/domain/batch.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { shardOf } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { firstShardOf } from '../../shared/use-cases/slices.ts';
import { type CrashWorld, createCrashWorld, neighbours, type Taken } from './crash-world.ts';

const choices: readonly Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'denied' },
  { purpose: 'marketing', channel: 'push', state: 'denied' },
  { purpose: 'profiling', state: 'denied' },
];

/** Somebody with whatever they have chosen, whatever they own, and whatever becomes of what is sent to them. */
export const readers = fc.array(
  fc.record({
    country: fc.constantFrom('DE', 'FR', 'JP'),
    model: fc.constantFrom('XQ-AAAA', 'XQ-BBBB'),
    phones: fc.array(fc.constantFrom('live', 'live', 'dead', 'receipt'), { maxLength: 3 }),
    email: fc.constantFrom('live', 'bounces', 'fails', 'none'),
    sms: fc.constantFrom('live', 'fails', 'none'),
    chosen: fc.subarray([...choices]),
    birthYear: fc.constantFrom(undefined, 1980, 2015),
    restricted: fc.boolean(),
    /** Minutes after the release at which the person appears; most are there before. */
    joinsAfter: fc.constantFrom(undefined, undefined, undefined, 3, 12),
    /** Minutes after which the person answers. */
    answersAfter: fc.constantFrom(undefined, undefined, 4, 9),
  }),
  { minLength: 1, maxLength: 6 },
);
export type Readers = typeof readers extends fc.Arbitrary<infer People> ? People : never;
export type Reader = Readers[number] & { id: string };

/** Contacts of a reader, in order of the channels push, email, sms. */
export function contactsOf({
  id,
  phones,
  email,
  sms,
}: Reader): { id: string; channel: string; fate: string }[] {
  return [
    ...phones.map((fate, index) => ({ id: `${id}-${index}~${fate}`, channel: 'push', fate })),
    ...(email === 'none' ? [] : [{ id: `${id}-mail`, channel: 'email', fate: email }]),
    ...(sms === 'none' ? [] : [{ id: `${id}-phone`, channel: 'sms', fate: sms }]),
  ];
}

type Turns = ReturnType<typeof createNoticeTurns>;
type Kills = NonNullable<Parameters<typeof createCrashWorld>[0]['kills']>;

/** Lives a notice to its end. @returns the world, with the people under the ids that they have */
export async function liveNotice(
  people: Readers,
  draft: Partial<Notice['draft']>,
  kills: Kills,
): Promise<{ world: CrashWorld; people: Reader[]; notice: Notice }> {
  const known = people.map((reader, index) => ({ ...reader, id: neighbours[index] ?? '' }));
  const fates = new Map(known.flatMap(contactsOf).map(({ id, fate }) => [id, fate]));
  const world = createCrashWorld({
    kills,
    answerOf: ({ contactId }) => {
      const fate = fates.get(contactId);
      if (fate === 'dead') return 'disabled';
      return fate === 'fails' ? 'failed' : undefined;
    },
  });
  for (const reader of known) if (reader.joinsAfter === undefined) await join(world, reader);
  await world.start(world.notice(draft));
  const turns = createNoticeTurns(world);
  const told = new Set<Taken>();
  for (let minute = 0; minute < 30; minute++) {
    await world.outside(() => happen(world, turns, known, minute));
    await minuteOf(world);
    await world.outside(() => tell(world, turns, fates, told));
  }
  // Whoever became affected without a phone of theirs saying so is found within the hour.
  world.pass(3600);
  for (let minute = 0; minute < 20; minute++) await minuteOf(world);
  const notice = await world.messages.load('ntc_1');
  if (notice?.type !== 'notice') throw new Error('The notice has gone');
  return { world, people: known, notice };
}

/** People appear, with their phones saying so, and people answer what they have got. */
async function happen(
  world: CrashWorld,
  turns: Turns,
  people: readonly Reader[],
  minute: number,
): Promise<void> {
  for (const reader of people.filter(({ joinsAfter }) => joinsAfter === minute)) {
    await join(world, reader);
    const phones = contactsOf(reader).filter(({ channel }) => channel === 'push');
    for (const { id } of phones)
      await turns.afterRegistration({ personId: reader.id, contactId: id }, world.clock());
  }
  const has = ({ id }: Reader) => world.handOvers.some(({ personId }) => personId === id);
  for (const { id } of people.filter((reader) => reader.answersAfter === minute && has(reader)))
    await world.answers.record('ntc_1', { personId: id, at: world.clock(), way: 'page' });
}

/** What the clock wakes and what waits is worked on; then a minute goes by. */
async function minuteOf(world: CrashWorld): Promise<void> {
  await world.work(world.tick);
  await world.live({ rounds: 2, seconds: 10 });
  world.pass(60);
}

async function join(world: CrashWorld, reader: Reader): Promise<void> {
  const { id, country, model, phones, email, sms, chosen, birthYear, restricted } = reader;
  await world.givenPerson({
    id,
    country,
    birthYear,
    restricted,
    model,
    devices: [{ model }],
    tokens: phones.map((fate, index) => `${index}~${fate}`),
    answers:
      email === 'none'
        ? chosen.filter((answer) => !('channel' in answer && answer.channel === 'email'))
        : chosen,
    ...(email === 'none' ? {} : { email: `${id}@example.com` }),
    ...(sms === 'none' ? {} : { phone: '+491701234567' }),
  });
}

/** What providers and phones say later of what they took. */
async function tell(
  world: CrashWorld,
  turns: Turns,
  fates: ReadonlyMap<string, string>,
  told: Set<Taken>,
): Promise<void> {
  const { recordOutcome, recordReceipt } = outcomeRecorders(world);
  for (const handOver of world.handOvers) {
    const { personId, contactId, taken } = handOver;
    const fate = fates.get(contactId);
    if (!taken || told.has(handOver)) continue;
    told.add(handOver);
    if (fate === 'bounces') {
      const pointer = await pointerOf(world, personId, contactId);
      if (!pointer) continue;
      await recordOutcome(pointer, 'bounced', world.clock());
      await turns.afterBounce(pointer);
    }
    const contact = (await world.people.load(personId))?.contacts.find(({ id }) => id === contactId);
    if (fate === 'receipt' && contact) {
      const receipt = {
        kind: 'receipt',
        said: 'delivered',
        messageId: 'ntc_1',
        personId,
        contactId,
      } as const;
      await recordReceipt(contact, receipt, world.clock());
    }
  }
}

/** The tags that the mail would have had. */
async function pointerOf(world: CrashWorld, personId: string, contactId: string) {
  const office = (await world.people.load(personId))?.person.office ?? '';
  const shard = shardOf(personId);
  const slice = await world.messages.loadSlice('ntc_1', {
    office,
    firstShard: firstShardOf('notice', shard),
  });
  for (const wave of wavesIn(slice?.counters ?? {})) {
    const series = { messageId: 'ntc_1', wave, channel: 'email', office, shard } as const;
    const batch = await world.batches.findEntries(series, `${personId}#${contactId}`);
    if (batch?.entries.some((entry) => entry.contactId === contactId))
      return { messageId: 'ntc_1', personId, contactId, office, wave };
  }
  return undefined;
}
