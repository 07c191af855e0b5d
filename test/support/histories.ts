/** Generated histories of answers, and a person with an address and two devices who gives them. */
import fc from 'fast-check';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import type { ConsentEvent } from '../../shared/domain/ledger.ts';
import type { Contact, PersonRecord } from '../../shared/domain/person.ts';
import { type Answer, type Answered, applyAnswers } from '../../shared/domain/preferences.ts';
import type { EmailSource, Source } from '../../shared/domain/vocabulary.ts';

/** Answers that arrive together. */
export interface Step {
  at: string;
  source: Source;
  answers: Answer[];
}

const historyStart = '2026-12-01T00:00:00.000Z';

/** A person in a country, with nothing answered. */
export function givenRecord(
  place: { country: string; subdivision?: string | undefined; office: string },
  emailSource: EmailSource = 'direct',
): PersonRecord {
  const attributes = { ...place, externalId: 'x1', interests: [], devices: [] };
  const endpoint = { endpointArn: 'arn', credentialHash: undefined, device: { model: 'XQ-EC54' } };
  let record = createPerson('per_1', attributes, historyStart);
  record = addEmail(record, { id: 'mail', address: 'a@example.com', emailSource });
  for (const id of ['phone-1', 'phone-2'])
    record = addDevice(record, { id, token: `token-${id}`, ...endpoint });
  return record;
}

/** Applies one step with ids that go on from the number of events so far. */
export function answer(record: PersonRecord, { at, source, answers }: Step, eventsBefore = 0): Answered {
  let count = eventsBefore;
  return applyAnswers(record, answers, {
    now: at,
    source,
    actor: { kind: 'person' },
    ruleVersion: 'none',
    nextId: () => `e${String(++count).padStart(4, '0')}`,
  });
}

/** The record after all steps, and the whole ledger. */
export function replay(
  start: PersonRecord,
  steps: readonly Step[],
): { record: PersonRecord; events: ConsentEvent[] } {
  let record = start;
  const events: ConsentEvent[] = [];
  for (const step of steps) {
    const answered = answer(record, step, events.length);
    record = answered.record;
    events.push(...answered.events);
  }
  return { record, events };
}

/** The contact with that id. */
export function contactOf({ contacts }: PersonRecord, id: string): Contact {
  const found = contacts.find((contact) => contact.id === id);
  if (!found) throw new Error(`There is no contact ${id}`);
  return found;
}

/** The person's own word that a refusal is over: no import, no purchase, nothing that waits for a confirmation. */
export function isOwnGrant(
  { source }: Pick<Step, 'source'>,
  given: Pick<ConsentEvent, 'state' | 'basis'>,
): boolean {
  return given.state === 'granted' && (given.basis ?? 'express') === 'express' && source !== 'import';
}

const states = fc.constantFrom('granted' as const, 'granted' as const, 'denied' as const, 'pending' as const);
const choices = fc.constantFrom('granted' as const, 'denied' as const);
const bases = fc.constantFrom(
  undefined,
  undefined,
  'express' as const,
  'soft-opt-in' as const,
  'implied-purchase' as const,
  'implied-inquiry' as const,
);
const sources = fc.constantFrom<Source[]>(
  'app',
  'account',
  'link',
  'one-click',
  'import',
  'import',
  'staff',
  'setup-wizard',
);

const emailAnswer: fc.Arbitrary<Answer> = fc.record({
  purpose: fc.constant('marketing' as const),
  channel: fc.constant('email' as const),
  contactId: fc.constantFrom(undefined, 'mail'),
  state: states,
  basis: bases,
});
const pushAnswer: fc.Arbitrary<Answer> = fc.record({
  purpose: fc.constant('marketing' as const),
  channel: fc.constant('push' as const),
  contactId: fc.constantFrom(undefined, 'phone-1', 'phone-2'),
  state: states,
});
const otherAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ purpose: fc.constant('profiling' as const), state: choices }),
  fc.record({
    purpose: fc.constant('topic' as const),
    topic: fc.constantFrom('news' as const, 'offers' as const),
    state: choices,
  }),
  fc.record({
    purpose: fc.constant('diagnostics' as const),
    contactId: fc.constant('phone-1'),
    state: choices,
  }),
  fc.record({
    purpose: fc.constant('terms' as const),
    version: fc.constantFrom('2026-12', '2027-01'),
    state: fc.constant('granted' as const),
  }),
);

const dayMs = 86_400_000;

/** Up to ten steps in order of time, some months apart; imports speak of days before. */
export const histories: fc.Arbitrary<Step[]> = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 250 }),
      source: sources,
      answers: fc.array(
        fc.oneof(
          { weight: 3, arbitrary: emailAnswer },
          { weight: 3, arbitrary: pushAnswer },
          { weight: 1, arbitrary: otherAnswer },
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((steps) => {
    let time = Date.parse(historyStart);
    return steps.map(({ days, source, answers }) => {
      time += days * dayMs;
      const givenAt = source === 'import' ? new Date(time - dayMs).toISOString() : undefined;
      return {
        at: new Date(time).toISOString(),
        source,
        answers: answers.map((given) => ({ ...given, givenAt })),
      };
    });
  });
