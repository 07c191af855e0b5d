/** Generated histories of a campaign in a crash world, and what must hold after each of them. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../shared/domain/preferences.ts';
import { type DecisionLine, readDecisions } from '../../shared/use-cases/read-decisions.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { type CrashWorld, neighbours } from './crash-world.ts';

export const populations = fc.array(
  fc.record({
    devices: fc.integer({ min: 0, max: 30 }),
    email: fc.boolean(),
    push: fc.constantFrom('granted', 'granted', 'granted', 'denied', 'unset'),
    mail: fc.constantFrom('granted', 'granted', 'unset'),
  }),
  { minLength: 1, maxLength: 4 },
);
export type Population = typeof populations extends fc.Arbitrary<infer People> ? People : never;

export const kills = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 400 }), when: fc.constantFrom('before', 'after') }),
  { maxLength: 4 },
);

export async function givenPeople(
  world: CrashWorld,
  people: Population,
  timezoneOf: (index: number) => string | undefined = () => undefined,
) {
  for (const [index, { devices, email, push, mail }] of people.entries()) {
    const id = neighbours[index] ?? '';
    const answers: Answer[] = [];
    if (push !== 'unset') answers.push({ purpose: 'marketing', channel: 'push', state: push });
    if (mail !== 'unset') answers.push({ purpose: 'marketing', channel: 'email', state: mail });
    const tokens = Array.from({ length: devices }, (_, device) => `t${device}`);
    await world.givenPerson({
      id,
      country: 'DE',
      timezone: timezoneOf(index),
      email: email ? `${id}@example.com` : undefined,
      tokens,
      answers,
    });
  }
}

export async function decisionsOf(world: CrashWorld): Promise<DecisionLine[]> {
  const record = (await world.messages.load('cmp_1')) ?? (await world.messages.load('ntc_1'));
  if (!record) throw new Error('The message has gone');
  const { lines } = await readDecisions(world, record, undefined, 1e9);
  return lines.map((line) => JSON.parse(line));
}

function countBy<T>(all: readonly T[], nameOf: (one: T) => string | undefined): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(all, nameOf)].map(([name, group]) => [String(name), group.length]),
  );
}

export function expectNobodyTwice({ handOvers }: CrashWorld) {
  const contacts = handOvers.filter(({ taken }) => taken).map(({ contactId }) => contactId);
  expect(new Set(contacts).size).toBe(contacts.length);
}

/** What the sender took is accepted or in doubt on record, and nothing is accepted that it did not take. */
function expectHonestRecord({ handOvers }: CrashWorld, lines: readonly DecisionLine[]) {
  const outcomes = new Map(lines.map(({ contactId, outcome }) => [contactId, outcome]));
  const taken = new Set(handOvers.filter((one) => one.taken).map(({ contactId }) => contactId));
  for (const contactId of taken) expect(['accepted', 'in-doubt']).toContain(outcomes.get(contactId));
  for (const [contactId, outcome] of outcomes) if (outcome === 'accepted') expect(taken).toContain(contactId);
}

/** The report adds up, and says what the decisions say, one by one. */
async function expectReconciled(world: CrashWorld, lines: readonly DecisionLine[]) {
  const report = await reportMessage(world, await world.loadCampaign());
  const skips = Object.values(report.decisions.skip).reduce((sum, count) => sum + count, 0);
  expect(report.decisions.send + skips).toBe(report.audience);
  expect(report.audience).toBe(lines.length);
  const own = countBy(lines, ({ outcome }) => outcome);
  const { accepted, failed, disabled, inDoubt, stopped, pending } = report.outcomes;
  expect({ accepted, failed, disabled, inDoubt, stopped, pending }).toEqual({
    accepted: own['accepted'] ?? 0,
    failed: own['failed'] ?? 0,
    disabled: own['disabled'] ?? 0,
    inDoubt: own['in-doubt'] ?? 0,
    stopped: own['stopped'] ?? 0,
    pending: own['pending'] ?? 0,
  });
  expect(report.handOversAfterOptOut).toBe(0);
}

/** Nobody got it twice, the record says what happened, and the report adds up. @returns the decisions */
export async function expectSoundRecord(world: CrashWorld): Promise<DecisionLine[]> {
  expectNobodyTwice(world);
  const lines = await decisionsOf(world);
  expectHonestRecord(world, lines);
  await expectReconciled(world, lines);
  return lines;
}
