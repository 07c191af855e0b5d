/** Properties of every history of answers: what lands, what never lifts a refusal, and that the ledger tells it all. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDevice, addEmail } from '../../shared/domain/contacts.ts';
import type { ConsentEvent } from '../../shared/domain/ledger.ts';
import { Contact, Person, type PersonRecord } from '../../shared/domain/person.ts';
import { optOutsIn } from '../../shared/domain/preferences.ts';
import { answer, contactOf, givenRecord, histories, isOwnGrant, replay } from '../support/histories.ts';

const start = givenRecord({ country: 'US', office: 'us' });
const marketing = (record: PersonRecord) =>
  record.contacts.map(({ id, marketing: consent }) => [id, consent.state] as const);

describe('every history of answers', () => {
  it('lifts a refusal only by an own, express grant: no import, purchase or unconfirmed sign-up does (promise 3, N-09)', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let record = start;
        for (const step of steps) {
          const own = step.answers.some((given) => given.purpose === 'marketing' && isOwnGrant(step, given));
          const before = record;
          record = answer(before, step).record;
          if (own) continue;
          const refusedBefore = marketing(before).filter(([, state]) => state === 'denied');
          expect(marketing(record)).toEqual(expect.arrayContaining(refusedBefore));
          expect(Object.keys(record.person.refusals)).toEqual(
            expect.arrayContaining(Object.keys(before.person.refusals)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends, when a refusal is the last word, with a refusal on every contact that was meant, and on those to come (P-15)', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { record } = replay(start, steps);
        const { record: mute } = answer(record, {
          at: '2040-01-01T00:00:00.000Z',
          source: 'one-click',
          answers: [
            { purpose: 'marketing', channel: 'email', state: 'denied' },
            { purpose: 'marketing', channel: 'push', state: 'denied' },
          ],
        });
        const grown = addDevice(
          addEmail(mute, { id: 'new', address: 'n@example.com', emailSource: 'direct' }),
          {
            id: 'new-phone',
            token: 'n',
            device: undefined,
          },
        );
        expect(new Set(marketing(grown).map(([, state]) => state))).toEqual(new Set(['denied']));
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing without an event, and makes no event without a person’s answer (N-12)', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let record = start;
        for (const step of steps) {
          const answered = answer(record, step);
          if (answered.events.length === 0) expect(answered.record).toBe(record);
          for (const event of answered.events)
            expect(step.answers.some((given) => isAbout(event, given))).toBe(true);
          record = answered.record;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('can be read from the ledger: each standing answer names the event that holds it (N-12)', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { record, events } = replay(start, steps);
        const named = (id: string) => events.find((event) => event.id === id);
        for (const { id, channel, marketing: consent } of record.contacts) {
          if (consent.state === 'unset') continue;
          const event = named(consent.eventId);
          expect(event).toMatchObject({
            purpose: 'marketing',
            channel,
            state: consent.state,
            givenAt: consent.at,
          });
          expect(event?.contactId ?? id).toBe(id);
        }
        for (const [channel, { eventId }] of Object.entries(record.person.refusals)) {
          expect(named(eventId)).toMatchObject({ purpose: 'marketing', channel, state: 'denied' });
        }
        if (record.person.profiling.state !== 'unset') {
          expect(named(record.person.profiling.eventId)).toMatchObject({
            purpose: 'profiling',
            state: record.person.profiling.state,
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves every contact with the facts of the person, in the shape that is stored', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { record } = replay(start, steps);
        expect(Person.parse(record.person)).toEqual(record.person);
        expect(record.contacts.map((contact) => Contact.parse(contact))).toEqual(record.contacts);
        for (const { profiling, topics } of record.contacts) {
          expect(profiling).toBe(record.person.profiling);
          expect(topics).toBe(record.person.topics);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts every refusal of marketing as an opt-out, once (N-21)', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { record, events } = replay(start, steps);
        const found = optOutsIn(events);
        const refusals = events.filter(({ purpose, state }) => purpose === 'marketing' && state === 'denied');
        expect(found).toHaveLength(refusals.filter(({ topic }) => topic === undefined).length);
        for (const [id, state] of marketing(record)) {
          const { channel } = contactOf(record, id);
          if (state === 'denied')
            expect(
              found.some((optOut) => optOut.channel === channel && (optOut.contactId ?? id) === id),
            ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('said twice changes nothing the second time, where it only refuses', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const refusals = steps.map((step) => ({
          ...step,
          answers: step.answers.flatMap((given) =>
            given.purpose === 'terms' ? [] : [{ ...given, state: 'denied' as const, basis: undefined }],
          ),
        }));
        const { record } = replay(start, refusals);
        expect(replay(record, refusals)).toEqual({ record, events: [] });
      }),
      { numRuns: 300 },
    );
  });
});

function isAbout(event: ConsentEvent, given: { purpose: string; state: string }): boolean {
  return (
    (given.purpose === 'topic' ? 'marketing' : given.purpose) === event.purpose && given.state === event.state
  );
}
