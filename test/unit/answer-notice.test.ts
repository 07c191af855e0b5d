/** Answers where people and tables do what they rarely do: a phone that has joined an account, a crash between two tables, batches cut in the middle of a person. */
import { describe, expect, it } from '@jest/globals';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { emptiedRecord } from '../../shared/domain/merge-people.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { answerNotice, readAnswer } from '../../shared/use-cases/answer-notice.ts';
import { noticeSliceOf } from '../../shared/use-cases/slices.ts';
import { createMemoryTable } from '../support/memory-table.ts';
import { createNoticeStores, noticeOf, releasedAt } from '../support/sent-notice.ts';

const now = '2026-11-25T12:00:00.000Z';
const version = '2026-12';
const terms = noticeOf({ kind: 'terms', acceptance: { version, renewConsents: false } });
const given = { way: 'page', source: 'link', now } as const;
const accept = { version };
const place = { office: 'de', country: 'DE', interests: [], devices: [] };
const none = { entries: [], claims: [], releases: [], optOuts: [], letters: [] };

function createScene() {
  const people = createPeopleStore(createMemoryTable());
  const notices = createNoticeStores();
  const deps = { people, ...notices };
  const save = async (after: PersonRecord, before?: PersonRecord) => {
    if (!(await people.save([{ before, after, ...none }]))) throw new Error('The person was not saved');
    return after;
  };
  const termsOf = async (id: string) =>
    (await people.readLedger(id)).filter(({ purpose }) => purpose === 'terms');
  return { people, notices, deps, save, termsOf };
}

describe('an answer', () => {
  it('to what a phone got counts after the phone has joined an account, and is in the ledger of the account (P-10, P-24)', async () => {
    const { people, notices, deps, save, termsOf } = createScene();
    const alone = await save(
      addDevice(createPerson('phone', place, releasedAt), {
        id: 'dev_1',
        token: 't',
        device: { model: 'XQ' },
      }),
    );
    const account = createPerson('account', place, releasedAt);
    const mail = { id: 'mail', address: 'a@example.com', emailSource: 'direct' } as const;
    const { person, contacts } = await save(addEmail(account, mail));
    const merged = { contacts, person: { ...person, mergedFrom: ['phone'], version: person.version + 1 } };
    await save(merged, { person, contacts });
    await save(emptiedRecord(alone, 'account', now), alone);
    await notices.send(terms, { personId: 'phone', contactId: 'dev_1', channel: 'push', office: 'de' });
    for (const personId of ['phone', 'account'])
      expect(await answerNotice(deps, terms, { ...given, personId, accept })).toMatchObject({
        kind: 'answered',
      });
    expect(await notices.answers.load(terms.id, 'phone')).toMatchObject({ accepted: version });
    expect(await readAnswer(notices.answers, terms, merged)).toMatchObject({ accepted: version });
    expect(await termsOf('account')).toHaveLength(1);
    expect(await termsOf('phone')).toEqual([]);
    expect(await people.load('phone')).toMatchObject({ contacts: [] });
  });

  it('that broke off between the ledger and its own row is completed by the next click', async () => {
    const { notices, deps, save, termsOf } = createScene();
    await save(createPerson('a', place, releasedAt));
    await notices.send(terms, { personId: 'a', contactId: 'mail', office: 'de' });
    const answers = {
      ...notices.answers,
      record: async () => {
        throw new Error('The function has died');
      },
    };
    const answer = { ...given, personId: 'a', accept };
    await expect(answerNotice({ ...deps, answers }, terms, answer)).rejects.toThrow('died');
    expect(await notices.answers.load(terms.id, 'a')).toBeUndefined();
    expect(await answerNotice(deps, terms, answer)).toMatchObject({ kind: 'answered', isNew: true });
    expect(await termsOf('a')).toHaveLength(1);
  });

  it('is found where the contacts of a person lie over the edge of two batches', async () => {
    const { notices, deps, save } = createScene();
    await save(createPerson('a', place, releasedAt));
    const notice = await notices.send(noticeOf({ acknowledge: true }));
    const shard = shardOf('a');
    const slice = noticeSliceOf('de', shard);
    const progress = { attempt: 1, position: { shard, channel: 0 }, expanded: true, touchedAt: releasedAt };
    const started = { ...slice, ...progress, planned: 0, done: 0, counters: {} };
    await notices.messages.claimSlice(notice.id, started, undefined);
    const wave = '20261120T090000Z';
    const batch = (contactId: string, decision: 'send' | 'skip', before: string[] = []) => ({
      pointer: {
        messageId: notice.id,
        wave,
        channel: 'push' as const,
        office: 'de',
        shard,
        first: `${before[0] ?? 'a'}#${contactId}`,
      },
      entries: [
        ...before.map((personId) => ({ personId, contactId, decision: 'send' as const })),
        { personId: 'a', contactId, decision },
      ],
    });
    const advance = { slice, attempt: 1, set: {}, counters: { [`w#${wave}`]: 2 } };
    const batches = [batch('dev_1', 'send', ['Z']), batch('dev_2', 'skip')];
    expect(await notices.batches.plan(notice.id, batches, advance, releasedAt)).toBe(true);
    expect(await answerNotice(deps, notice, { ...given, personId: 'a' })).toMatchObject({ kind: 'answered' });
    await save(createPerson('Y', place, releasedAt));
    expect(await answerNotice(deps, notice, { ...given, personId: 'Y' })).toEqual({ kind: 'not-sent' });
  });

  it('of nobody is none', async () => {
    const { deps, notices } = createScene();
    await notices.send(terms, { personId: 'a', contactId: 'mail', office: 'de' });
    expect(await answerNotice(deps, terms, { ...given, personId: 'a' })).toEqual({ kind: 'not-sent' });
  });
});
