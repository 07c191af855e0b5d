/** The people store over both tables: a change is whole or does not happen, and nothing is mistaken for "not there". */
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { sha256 } from '../../shared/adapters/keyring.ts';
import {
  consentKey,
  contactItemKey,
  personPartition,
  profileKey,
} from '../../shared/adapters/people-keys.ts';
import { createPeopleStore, type PeopleStore } from '../../shared/adapters/people-store.ts';
import type { PersonChange } from '../../shared/adapters/people-writes.ts';
import { createReceiptStore } from '../../shared/adapters/receipt-store.ts';
import { queryAll, type Table } from '../../shared/adapters/table.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { contactKey, type PersonRecord, shardOf } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { type AddressClaims, buildChange, changePerson } from '../../shared/use-cases/change-person.ts';
import { describeOnBothTables } from '../support/both-tables.ts';

const now = '2026-11-23T12:00:00.000Z';
const context = { now, source: 'app', actor: { kind: 'person' } } as const;
const grantEmail: Answer = { purpose: 'marketing', channel: 'email', state: 'granted' };
const refuseEmail: Answer = { purpose: 'marketing', channel: 'email', state: 'denied' };
const refusePush: Answer = { purpose: 'marketing', channel: 'push', state: 'denied' };

function newRecord(id: string, office = 'de'): PersonRecord {
  const created = createPerson(id, { office, country: 'DE', interests: [], devices: [] }, now);
  const device = {
    id: `dev-${id}`,
    token: `t-${id}`,
    endpointArn: undefined,
    credentialHash: undefined,
    device: undefined,
  };
  return addDevice(
    addEmail(created, { id: `mail-${id}`, address: `${id}@example.com`, emailSource: 'direct' }),
    device,
  );
}

function changeOf(
  before: PersonRecord | undefined,
  edited: PersonRecord,
  answers: readonly Answer[],
  addresses?: AddressClaims,
): PersonChange {
  const { change } = buildChange(before, edited, answers, context, addresses);
  if (!change) throw new Error('There is nothing to change');
  return change;
}

describeOnBothTables('people', (freshTable) => {
  let table: Table;
  let people: PeopleStore;

  beforeEach(async () => {
    table = await freshTable();
    people = createPeopleStore(table);
  });

  async function given(id: string, answers: readonly Answer[] = [], claims: PersonChange['claims'] = []) {
    const change = changeOf(undefined, newRecord(id), answers, { claims });
    expect(await people.save([change])).toBe(true);
    return change.after;
  }

  async function allRows() {
    const rows: unknown[] = [];
    for (const partition of ['PERSON#a', 'PERSON#b', 'PERSON#new', 'OPTOUT#de', 'LOOKUP#h1', 'LOOKUP#h2']) {
      for await (const row of queryAll(table, { partition })) rows.push(row);
    }
    return rows;
  }

  describe('a preference change', () => {
    it('saves profile version, contacts and ledger as one, and reads back what was saved (N-12)', async () => {
      const before = await given('a', [grantEmail]);
      const change = changeOf(before, before, [refuseEmail]);
      expect(await people.save([change])).toBe(true);
      const loaded = await people.load('a');
      expect(loaded?.person).toMatchObject({ version: 2, refusals: { email: { at: now } } });
      expect(loaded?.contacts.map(({ channel, marketing }) => [channel, marketing.state])).toEqual([
        ['email', 'denied'],
        ['push', 'unset'],
      ]);
      const ledger = await people.readLedger('a');
      expect(ledger.map(({ state }) => state)).toEqual(['granted', 'denied']);
      expect(verifyChain(ledger, loaded?.person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
    });

    it('is refused over a stale version, and nothing of it is written', async () => {
      const before = await given('a', [grantEmail]);
      expect(await people.save([changeOf(before, before, [refuseEmail])])).toBe(true);
      const rows = await allRows();
      expect(await people.save([changeOf(before, before, [refusePush])])).toBe(false);
      expect(await allRows()).toEqual(rows);
    });

    it('never makes a person who is there already', async () => {
      await given('a');
      expect(await people.save([changeOf(undefined, newRecord('a'), [grantEmail])])).toBe(false);
    });

    it('of several people is one: a stale one or a taken address stops all', async () => {
      const stale = await given('a', [], [{ hash: 'h1' }]);
      const fresh = await given('b');
      await changePerson(people, 'a', context, (record) => ({ edited: record, answers: [refuseEmail] }));
      const rows = await allRows();
      expect(
        await people.save([changeOf(fresh, fresh, [grantEmail]), changeOf(stale, stale, [grantEmail])]),
      ).toBe(false);
      const taken = changeOf(undefined, newRecord('new'), [], { claims: [{ hash: 'h2' }, { hash: 'h1' }] });
      expect(await people.save([changeOf(fresh, fresh, [grantEmail]), taken])).toBe(false);
      expect(await allRows()).toEqual(rows);
      expect(await people.save([changeOf(fresh, fresh, [grantEmail])])).toBe(true);
    });

    it('removes a contact that left, from the audience too', async () => {
      const before = await given('a');
      const edited = { ...before, contacts: before.contacts.filter(({ channel }) => channel !== 'push') };
      expect(await people.save([changeOf(before, edited, [])])).toBe(true);
      expect((await people.load('a'))?.contacts.map(({ channel }) => channel)).toEqual(['email']);
      const page = await people.listAudience({ office: 'de', channel: 'push', shard: shardOf('a') }, 10);
      expect(page.contacts).toEqual([]);
    });

    it('made by many at once loses no withdrawal: each is in the ledger, in one unbroken chain (N-09)', async () => {
      await given('a', [grantEmail]);
      await Promise.all(
        Array.from({ length: 8 }, (_none, index) =>
          changePerson(people, 'a', context, (record) => ({
            edited: record,
            answers: [
              index === 3
                ? refuseEmail
                : { purpose: 'topic', topic: 'offers', state: index % 2 === 0 ? 'denied' : 'granted' },
            ],
          })),
        ),
      );
      const loaded = await people.load('a');
      const ledger = await people.readLedger('a');
      expect(loaded?.contacts.find(({ channel }) => channel === 'email')?.marketing.state).toBe('denied');
      expect(verifyChain(ledger, loaded?.person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
      expect(ledger.filter(({ channel, state }) => channel === 'email' && state === 'denied')).toHaveLength(
        1,
      );
    });
  });

  describe('addresses', () => {
    it('are claimed by one person, given up by nobody else, and free again after that', async () => {
      const before = await given('a', [], [{ hash: 'h1', contactId: 'mail-a' }]);
      expect((await people.findByHashes(['h1', 'h1', 'unknown'])).get('h1')).toEqual({
        kind: 'person',
        hash: 'h1',
        personId: 'a',
        contactId: 'mail-a',
      });
      const thief = await given('b');
      expect(await people.save([changeOf(thief, thief, [], { claims: [{ hash: 'h1' }] })])).toBe(false);
      expect(await people.save([changeOf(thief, thief, [], { releases: ['h1'] })])).toBe(false);
      expect(await people.save([changeOf(before, before, [], { releases: ['h1'] })])).toBe(true);
      expect(await people.save([changeOf(thief, thief, [], { claims: [{ hash: 'h1' }] })])).toBe(true);
    });

    it('claimed by many at once go to one', async () => {
      const changes = Array.from({ length: 10 }, (_none, index) =>
        people.save([changeOf(undefined, newRecord(`p${index}`), [], { claims: [{ hash: 'h1' }] })]),
      );
      expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1);
    });
  });

  describe('erasure', () => {
    it('leaves the refusal of each address with its receipt and nothing else, also of a long history (P-21, N-13)', async () => {
      let record = await given('a', [grantEmail], [{ hash: 'h1' }]);
      for (let index = 0; index < 60; index++) {
        const answers = (['offers', 'news'] as const).map(
          (topic): Answer => ({ purpose: 'topic', topic, state: index % 2 === 0 ? 'denied' : 'granted' }),
        );
        const change = changeOf(record, record, answers);
        expect(await people.save([change])).toBe(true);
        record = change.after;
      }
      await createReceiptStore(table).record(
        { personId: 'a', contactId: 'dev-a', messageId: 'ntc_1' },
        'opened',
        now,
      );
      const erasure = {
        record,
        hashes: ['h1', 'h2'],
        receipt: 'er_1',
        at: now,
        actor: { kind: 'staff' },
      } as const;
      expect(await people.erase(erasure)).toBe(true);
      expect((await table.query({ partition: personPartition('a') })).items).toEqual([]);
      expect(await people.load('a')).toBeUndefined();
      expect([...(await people.findByHashes(['h1', 'h2'])).values()]).toEqual(
        expect.arrayContaining(
          ['h1', 'h2'].map((hash) => ({ kind: 'refused', hash, at: now, receipt: 'er_1' })),
        ),
      );
      expect(
        await people.save([changeOf(undefined, newRecord('new'), [], { claims: [{ hash: 'h1' }] })]),
      ).toBe(false);
    });

    it('does not happen over a stale version', async () => {
      const record = await given('a', [grantEmail]);
      await changePerson(people, 'a', context, (current) => ({ edited: current, answers: [refuseEmail] }));
      const rows = await allRows();
      const erasure = { record, hashes: ['h1'], receipt: 'er_1', at: now, actor: { kind: 'staff' } } as const;
      expect(await people.erase(erasure)).toBe(false);
      expect(await allRows()).toEqual(rows);
    });
  });

  it('lists the audience of a shard in order, whole over its pages, and of no other office or channel', async () => {
    const ids = Array.from({ length: 900 }, (_none, index) => `per_${index}`)
      .filter((id) => shardOf(id) === 7)
      .sort();
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) await given(id);
    await people.save([changeOf(undefined, newRecord('other', 'fr'), [])]);
    const limit = Math.ceil(ids.length / 3);
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const page = await people.listAudience({ office: 'de', channel: 'email', shard: 7, after }, limit);
      pages.push(page.contacts.map(contactKey));
      after = page.cursor;
    } while (after !== undefined);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(pages.flat()).toEqual(ids.map((id) => `${id}#mail-${id}`));
  });

  it('reads contacts as they stand, and leaves out those that have gone', async () => {
    const { contacts } = await given('a', [grantEmail]);
    const found = await people.readContacts([...contacts, { personId: 'a', channel: 'push', id: 'gone' }]);
    expect([...found.keys()].sort()).toEqual(['a#dev-a', 'a#mail-a']);
    expect(found.get('a#mail-a')).toEqual(contacts.find(({ channel }) => channel === 'email'));
  });

  it('lists the refusals of an office since an instant, and not those of another', async () => {
    for (const [id, office, at] of [
      ['a', 'de', '2026-01-01'],
      ['b', 'de', '2026-01-02'],
      ['c', 'fr', '2026-01-02'],
      ['d', 'de', '2026-01-03'],
    ] as const) {
      const built = buildChange(undefined, newRecord(id, office), [refuseEmail], {
        ...context,
        now: `${at}T00:00:00.000Z`,
      });
      if (built.change) await people.save([built.change]);
    }
    const found: string[] = [];
    for await (const optOut of people.listOptOuts('de', '2026-01-02T00:00:00.000Z'))
      found.push(optOut.personId);
    expect(found).toEqual(['b', 'd']);
  });

  it('throws at a damaged row: a fault, never "not found"', async () => {
    const { contacts } = await given('a', [grantEmail], [{ hash: 'h1' }]);
    const [entry] = await people.readLedger('a');
    const [contact] = contacts;
    if (!entry || !contact) throw new Error('The person is not as given');
    const damage = (key: { pk: string; sk: string }) =>
      table.write([{ kind: 'update', key, set: { json: '{"office":7}', kind: 'odd' } }]);
    await damage(consentKey('a', entry.id));
    await expect(people.readLedger('a')).rejects.toThrow(z.ZodError);
    await damage({ pk: 'LOOKUP#h1', sk: 'LOOKUP' });
    await expect(people.findByHashes(['h1'])).rejects.toThrow(z.ZodError);
    await damage(contactItemKey(contact));
    await expect(people.readContacts([contact])).rejects.toThrow(z.ZodError);
    await expect(people.load('a')).rejects.toThrow(z.ZodError);
    await damage(profileKey('a'));
    await expect(people.load('a')).rejects.toThrow(z.ZodError);
  });
});
