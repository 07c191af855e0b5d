/**
 * Answers to a notice at the same moment, from two tabs, a phone and an account, with withdrawals between them: exactly one answer is kept, one acceptance is in
 * the ledger, the ledger is whole, and nothing that was refused is granted by a renewal (P-24).
 */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAcknowledge } from '../../functions/devices/acknowledge-notice.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import type { NoticeAnswer } from '../../shared/domain/answer.ts';
import type { Consent } from '../../shared/domain/consent.ts';
import { type LedgerEntry, verifyChain } from '../../shared/domain/ledger.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { answerNotice } from '../../shared/use-cases/answer-notice.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { randomTurns } from '../support/crash-world.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createPageWorld, type PageWorld } from '../support/page-world.ts';
import { noticeOf } from '../support/sent-notice.ts';

const version = '2026-12';
const notice = noticeOf({ kind: 'terms', acceptance: { version, renewConsents: true } });
const boxes = ['email', 'push', 'profiling', 'diagnostics'] as const;
const isAcceptance = (act: Act) => act.kind === 'accept' || act.kind === 'account';

const state = fc.constantFrom('granted' as const, 'denied' as const);
const about: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    purpose: fc.constant('marketing' as const),
    channel: fc.constant('email' as const),
    state,
  }),
  fc.record({
    purpose: fc.constant('marketing' as const),
    channel: fc.constant('push' as const),
    contactId: fc.constantFrom('dev_1', 'dev_2'),
    state,
  }),
  fc.record({ purpose: fc.constant('profiling' as const), state }),
  fc.record({
    purpose: fc.constant('diagnostics' as const),
    contactId: fc.constantFrom('dev_1', 'dev_2'),
    state,
  }),
);

const acts = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('accept' as const), ticked: fc.subarray([...boxes]) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('acknowledge' as const, 'phone' as const, 'account' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refuse' as const), about }) },
);
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

async function perform(pages: PageWorld, act: Act): Promise<void> {
  const token = pages.tokenOf({ purpose: 'notice', messageId: notice.id });
  const now = new Date().toISOString();
  switch (act.kind) {
    case 'accept': {
      const ticked = Object.fromEntries(act.ticked.map((box) => [`renew.${box}`, 'granted']));
      expect((await pages.post('n', { act: 'accept', ...ticked }, token)).status).toBe(200);
      return;
    }
    case 'acknowledge':
      expect((await pages.post('n', { act: 'acknowledge' }, token)).status).toBe(200);
      return;
    case 'phone':
      expect(
        await createAcknowledge(pages.deps)(notice, { personId: 'per_1', contactId: 'dev_1' }, now),
      ).toBe(true);
      return;
    case 'account': {
      const given = {
        personId: 'per_1',
        way: 'account',
        source: 'account',
        now,
        accept: { version },
      } as const;
      expect(await answerNotice(pages.deps, notice, given)).toMatchObject({ kind: 'answered' });
      return;
    }
    case 'refuse': {
      const context = { now, source: 'account', actor: { kind: 'person' } } as const;
      const answer = { ...act.about, state: 'denied' } as Answer;
      await changePerson(pages.deps.people, 'per_1', context, (edited) => ({ edited, answers: [answer] }));
    }
  }
}

/** Notes every answer that is on record, in the order in which it came to be. */
function watchAnswers(pages: PageWorld): NoticeAnswer[] {
  const seen: NoticeAnswer[] = [];
  const { record, load } = pages.notices.answers;
  const answers = {
    load,
    record: async (messageId: string, answer: NoticeAnswer) => {
      const isNew = await record(messageId, answer);
      if (isNew) seen.push(answer);
      return isNew;
    },
  };
  pages.deps.answers = answers;
  return seen;
}

const subjectOf = ({ purpose, channel, topic, contactId }: LedgerEntry) =>
  [purpose, channel, topic, contactId].join(' ');

/** What stood before each entry that renews: it must have been a grant. */
function renewedWithoutGrant(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const last = new Map<string, string>();
  return entries.filter((entry) => {
    const before = last.get(subjectOf(entry));
    last.set(subjectOf(entry), entry.state);
    return entry.policyVersion === version && entry.purpose !== 'terms' && before !== 'granted';
  });
}

async function checkLedger(pages: PageWorld, hasAccepted: boolean): Promise<void> {
  const entries = await pages.people.readLedger('per_1');
  const { person } = await pages.load();
  expect(verifyChain(entries, person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
  const terms = entries.filter(({ purpose }) => purpose === 'terms');
  expect(terms.map(({ policyVersion }) => policyVersion)).toEqual(hasAccepted ? [version] : []);
  expect(renewedWithoutGrant(entries)).toEqual([]);
}

/** What holds now of what an answer is about. */
function statesOf({ person, contacts }: PersonRecord, answer: Answer): Consent['state'][] {
  if (answer.purpose === 'profiling') return [person.profiling.state];
  const id = 'contactId' in answer ? answer.contactId : undefined;
  return contacts.flatMap((contact) => {
    if (answer.purpose === 'marketing' && contact.channel === answer.channel)
      return id === undefined || id === contact.id ? [contact.marketing.state] : [];
    const isMeant = answer.purpose === 'diagnostics' && contact.channel === 'push' && id === contact.id;
    return isMeant ? [contact.diagnostics.state] : [];
  });
}

const isGranted = (given: Consent['state']) => given === 'granted';

describe('answers to a notice at the same moment', () => {
  beforeEach(() => {
    quietTelemetry();
  });

  it('leave one answer, one acceptance, a ledger that is whole, and every refusal as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(about, {
          maxLength: 6,
          selector: (answer) => [answer.purpose, 'contactId' in answer && answer.contactId].join(' '),
        }),
        fc.array(acts, { minLength: 1, maxLength: 8 }),
        fc.integer(),
        async (history, together, seed) => {
          const turns = randomTurns(seed);
          const pages = createPageWorld(() => turns(4));
          await pages.givePerson({ country: 'GB', language: 'en', phones: 2, answers: history });
          await pages.notices.send(notice, { personId: 'per_1', contactId: 'con_1', office: 'uk' });
          const seen = watchAnswers(pages);
          await Promise.all(together.map((act) => perform(pages, act)));

          const answer = await pages.notices.answers.load(notice.id, 'per_1');
          const hasAccepted = together.some(isAcceptance);
          const hasAnswered = hasAccepted || together.some(({ kind }) => kind !== 'refuse');
          expect(answer?.accepted).toBe(hasAccepted ? version : undefined);
          expect(answer !== undefined).toBe(hasAnswered);
          expect(seen.filter(({ accepted }) => accepted !== undefined)).toHaveLength(hasAccepted ? 1 : 0);
          expect(seen.length).toBeLessThanOrEqual(2);
          if (seen[0]) expect(answer).toMatchObject({ at: seen[0].at, way: seen[0].way });

          await checkLedger(pages, hasAccepted);
          const record = await pages.load();
          const refused = together.flatMap((act) => (act.kind === 'refuse' ? [act.about] : []));
          expect(refused.flatMap((answer) => statesOf(record, answer)).filter(isGranted)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of a replay in any order change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 5 }), async (given) => {
        const pages = createPageWorld();
        await pages.givePerson({ country: 'GB', language: 'en', phones: 2 });
        await pages.notices.send(notice, { personId: 'per_1', contactId: 'con_1', office: 'uk' });
        for (const act of given) await perform(pages, act);
        const rows = () => [...pages.table.all(), ...pages.notices.table.all()];
        const before = rows();
        const replayed = given.toReversed().filter(({ kind }) => kind !== 'refuse');
        for (const act of replayed) await perform(pages, act);
        expect(rows()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
