/**
 * A notice among generated people and histories: every affected person with a live contact is handed over, whatever they have chosen, and nobody
 * else (promises 2 and 5; P-19, P-23, N-22; point 10 of docs/pains.md).
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSeconds } from '../../shared/domain/local-time.ts';
import type { MandatoryAudience } from '../../shared/domain/message.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { decisionsOf, expectNobodyTwice, kills } from '../support/crash-histories.ts';
import type { CrashWorld } from '../support/crash-world.ts';
import { contactsOf, liveNotice, type Reader, readers } from '../support/notice-life.ts';

const audiences = fc.constantFrom<MandatoryAudience>(
  { countries: ['DE', 'FR', 'JP'] },
  { countries: ['DE', 'FR', 'JP'], deviceModels: ['XQ-AAAA'] },
  { countries: ['DE', 'FR'] },
);
const drafts = fc.record({
  audience: audiences,
  channels: fc
    .constantFrom(['push', 'email', 'sms'] as const, ['email', 'push'] as const, ['push'] as const)
    .map((channels) => [...channels]),
  escalateAfter: fc.constantFrom(undefined, 'PT5M', 'PT8M'),
  acknowledge: fc.boolean(),
});
type Draft = typeof drafts extends fc.Arbitrary<infer D> ? D : never;

const takes = (fate: string) => fate !== 'dead' && fate !== 'fails';

function isAffected({ country, model }: Reader, { audience: { deviceModels, countries } }: Draft): boolean {
  return (deviceModels?.includes(model) ?? true) && (countries?.includes(country) ?? true);
}

/** Contacts that the notice may go to, in order of its channels. */
function meantContacts(reader: Reader, draft: Draft) {
  const channels: readonly string[] = draft.channels;
  return contactsOf(reader)
    .filter(({ channel }) => channels.includes(channel))
    .toSorted((one, other) => channels.indexOf(one.channel) - channels.indexOf(other.channel));
}

const takenBy = ({ handOvers }: CrashWorld, { id }: Reader) =>
  handOvers.filter(({ personId, taken }) => personId === id && taken);

describe('a notice', () => {
  it('is handed over to everybody affected who can be reached, and to nobody else; its report adds up', async () => {
    await fc.assert(
      fc.asyncProperty(readers, drafts, kills, async (people, draft, killed) => {
        const { world, people: known, notice } = await liveNotice(people, draft, killed);
        expect(notice.state).toBe('completed');
        for (const reader of known) {
          const taken = takenBy(world, reader);
          const reachable = meantContacts(reader, draft).filter(({ fate }) => takes(fate));
          if (!isAffected(reader, draft)) expect(taken).toEqual([]);
          else expect(taken.length > 0).toBe(reachable.length > 0);
        }
        const lines = await decisionsOf(world);
        const report = await reportMessage(world, notice);
        const { 'not-affected': left = 0, ...skips } = report.decisions.skip;
        const skipped = Object.values(skips).reduce((sum, count) => sum + count, 0);
        expect(lines).toHaveLength(report.decisions.send + skipped);
        expect(report.audience).toBe(report.decisions.send + skipped + left);
        expect(new Set(lines.map(({ contactId }) => contactId)).size).toBe(lines.length);
        expect(report.outcomes.pending).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('without an order in time goes to every live contact, once where nothing crashed', async () => {
    await fc.assert(
      fc.asyncProperty(readers, drafts, async (people, draft) => {
        const early = people.map((reader) => ({ ...reader, joinsAfter: undefined, answersAfter: undefined }));
        const { world, people: known } = await liveNotice(early, { ...draft, escalateAfter: undefined }, []);
        expectNobodyTwice(world);
        for (const reader of known.filter((one) => isAffected(one, draft))) {
          const wanted = meantContacts(reader, draft).filter(({ fate }) => takes(fate));
          const got = takenBy(world, reader).map(({ contactId }) => contactId);
          expect(got.sort()).toEqual(wanted.map(({ id }) => id).sort());
        }
      }),
      { numRuns: 15 },
    );
  });

  it('goes to the next channel at once where the one before has missed, else when its time has come, and ends with the answer', async () => {
    await fc.assert(
      fc.asyncProperty(readers, drafts, async (people, draft) => {
        const early = people.map((reader) => ({ ...reader, joinsAfter: undefined }));
        const { world, people: known } = await liveNotice(early, { ...draft, escalateAfter: 'PT5M' }, []);
        expectNobodyTwice(world);
        for (const reader of known.filter((one) => isAffected(one, draft))) expectOrder(world, reader, draft);
      }),
      { numRuns: 25 },
    );
  });
});

/** Follows one person from channel to channel. */
function expectOrder(world: CrashWorld, reader: Reader, { channels, acknowledge }: Draft) {
  const contacts = contactsOf(reader);
  const tried = channels.flatMap((channel) => {
    const own = contacts.filter((contact) => contact.channel === channel);
    const at = world.handOvers
      .filter(({ contactId }) => own.some(({ id }) => id === contactId))
      .map(({ at }) => at);
    return own.length === 0 ? [] : [{ own, at: at.sort()[0] }];
  });
  for (const [index, { own, at }] of tried.entries()) {
    const next = tried[index + 1];
    if (at === undefined || next?.at === undefined) continue;
    const mayArrive = own.some(({ fate }) => takes(fate) && fate !== 'bounces');
    if (mayArrive) expect(next.at >= addSeconds(at, 300)).toBe(true);
    else expect(next.at <= addSeconds(at, 120)).toBe(true);
  }
  const isDelivered = !acknowledge && tried[0]?.own.some(({ fate }) => fate === 'receipt');
  if (isDelivered) expect(tried.slice(1).every(({ at }) => at === undefined)).toBe(true);
  const hasAnswered = reader.answersAfter !== undefined && reader.answersAfter < 5;
  const isWaiting = tried[0]?.own.some(({ fate }) => takes(fate) && fate !== 'bounces');
  if (hasAnswered && isWaiting) expect(tried.slice(1).every(({ at }) => at === undefined)).toBe(true);
}
