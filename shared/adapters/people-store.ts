/** The people of one cell: profiles, contacts, ledgers and address hashes. Every change of a person is one transaction. */
import * as z from 'zod';
import type { Actor } from '../domain/ledger.ts';
import { LedgerEntry } from '../domain/ledger.ts';
import { Contact, contactKey, Person, type PersonRecord } from '../domain/person.ts';
import type { OptOut } from '../domain/preferences.ts';
import { type Channel, Instant, MarketingChannel } from '../domain/vocabulary.ts';
import { outboxWrites } from './change-outbox.ts';
import {
  askedKey,
  audiencePartition,
  consentPrefix,
  contactItemKey,
  contactPrefix,
  lookupItemKey,
  optOutPartition,
  personPartition,
  profileKey,
} from './people-keys.ts';
import {
  type AskedCount,
  type PersonChange,
  releaseWrite,
  schemaVersion,
  writesOf,
} from './people-writes.ts';
import { type Item, type Key, queryAll, type Table, type Write } from './table.ts';

/** A row as `rowOf` writes it. */
const Row = z.object({ json: z.string() });

/** @throws ZodError when the row is not what it should be */
function readRow<T>(schema: z.ZodType<T>, item: Item): T {
  return schema.parse(JSON.parse(Row.parse(item).json));
}

/** What an address hash stands for: a person, or the refusal that an erasure left behind. */
const Lookup = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    hash: z.string(),
    personId: z.string(),
    contactId: z.string().optional(),
  }),
  z.object({ kind: z.literal('refused'), hash: z.string(), at: Instant, receipt: z.string() }),
]);
export type Lookup = z.infer<typeof Lookup>;

export interface Erasure {
  record: PersonRecord;
  /** Address hashes that keep the refusal. */
  hashes: readonly string[];
  /** Hashes that stand for nothing any more. */
  releases?: readonly string[];
  receipt: string;
  at: Instant;
  actor: Actor;
}

export interface AudiencePage {
  contacts: readonly Contact[];
  cursor?: string | undefined;
}

export type PeopleStore = ReturnType<typeof createPeopleStore>;

/** The store over a table. Reads that do not parse throw: a bad row is a fault, never "not found". */
export function createPeopleStore(table: Table) {
  return {
    /** AP-01: one person with all contacts. */
    async load(personId: string): Promise<PersonRecord | undefined> {
      let person: Person | undefined;
      const contacts: Contact[] = [];
      const range = { from: contactPrefix, to: profileKey(personId).sk };
      for await (const item of queryAll(table, {
        partition: personPartition(personId),
        range,
        consistent: true,
      })) {
        if (item.sk.startsWith(contactPrefix)) contacts.push(readRow(Contact, item));
        else if (item.sk === range.to) person = readRow(Person, item);
      }
      return person && { person, contacts };
    },

    /** AP-03: contacts of one shard in order of person. Eventually consistent: a sender reads each contact again. */
    async listAudience(
      where: { office: string; channel: Channel; shard: number; after?: string | undefined },
      limit: number,
    ): Promise<AudiencePage> {
      const page = await table.query({
        index: 'audience',
        partition: audiencePartition(where.office, where.channel, where.shard),
        ...(where.after === undefined ? {} : { range: { after: where.after } }),
        limit,
      });
      const contacts = page.items.map((item) => readRow(Contact, item));
      const last = contacts.at(-1);
      return { contacts, cursor: page.cursor !== undefined && last ? contactKey(last) : undefined };
    },

    /** AP-15: people of one shard who have a phone that none of their contacts stands for, in order. Eventually consistent. */
    async *listUnheard(where: { office: string; shard: number }): AsyncGenerator<Person> {
      const partition = audiencePartition(where.office, 'none', where.shard);
      for await (const item of queryAll(table, { index: 'audience', partition })) yield readRow(Person, item);
    },

    /** AP-02: contacts as they stand this instant, strongly consistent; those that are gone are left out. */
    async readContacts(
      keys: readonly { personId: string; channel: Channel; id: string }[],
    ): Promise<ReadonlyMap<string, Contact>> {
      const items = await table.getMany(keys.map(contactItemKey));
      return new Map(
        items.map((item) => readRow(Contact, item)).map((contact) => [contactKey(contact), contact]),
      );
    },

    /** AP-04: the whole history of a person, oldest first. */
    async readLedger(personId: string): Promise<LedgerEntry[]> {
      const entries: LedgerEntry[] = [];
      const range = { prefix: consentPrefix };
      for await (const item of queryAll(table, {
        partition: personPartition(personId),
        range,
        consistent: true,
      })) {
        entries.push(readRow(LedgerEntry, item));
      }
      return entries;
    },

    /** AP-05: what the hashes stand for; unknown ones are left out. */
    async findByHashes(hashes: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
      const items = await table.getMany([...new Set(hashes)].map(lookupItemKey));
      return new Map(items.map((item) => Lookup.parse(item)).map((lookup) => [lookup.hash, lookup]));
    },

    /** AP-07: refusals of an office's marketing since an instant. */
    async *listOptOuts(office: string, since: Instant): AsyncGenerator<OptOut> {
      for await (const item of queryAll(table, {
        partition: optOutPartition(office),
        range: { from: since },
      })) {
        yield OptOutRow.parse(item);
      }
    },

    /**
     * AP-01: saves one or more people whole, in one transaction that also holds the answers to publish (AP-19).
     * @returns false when any of them changed in the meantime or an address is already taken: nothing was written
     */
    async save(changes: readonly PersonChange[]): Promise<boolean> {
      const result = await table.write([...changes.flatMap(writesOf), ...outboxWrites(changes)]);
      return result.ok;
    },

    /** AP-14: how many confirmation mails were asked for to this contact on a day. */
    async countAsked(asked: Omit<AskedCount, 'count'>): Promise<number> {
      const item = await table.get(askedKey(asked));
      return item ? Asked.parse(item).count : 0;
    },

    /** AP-06: removes a person and leaves the refusal of each address, with a receipt and no other data. */
    async erase({ record, hashes, releases = [], receipt, at }: Erasure): Promise<boolean> {
      const { person } = record;
      const rows: Write[] = [
        { kind: 'delete', key: profileKey(person.id), if: { equals: { version: person.version } } },
        ...record.contacts.map((contact): Write => ({ kind: 'delete', key: contactItemKey(contact) })),
        ...hashes.map(
          (hash): Write => ({
            kind: 'put',
            item: { ...lookupItemKey(hash), kind: 'refused', hash, at, receipt, schemaVersion },
          }),
        ),
        ...releases.map((hash) => releaseWrite(hash, person.id)),
      ];
      if (!(await table.write(rows)).ok) return false;
      await removeRemains(table, person.id);
      return true;
    },
  };
}

const maxWrites = 100;

/** The ledger and the receipts of a person whose profile has gone. */
async function removeRemains(table: Table, personId: string): Promise<void> {
  const remains: Key[] = [];
  for await (const { pk, sk } of queryAll(table, {
    partition: personPartition(personId),
    consistent: true,
  })) {
    remains.push({ pk, sk });
  }
  for (let start = 0; start < remains.length; start += maxWrites) {
    await table.write(remains.slice(start, start + maxWrites).map((key) => ({ kind: 'delete', key })));
  }
}

const OptOutRow = z.object({
  personId: z.string(),
  office: z.string(),
  channel: MarketingChannel,
  contactId: z.string().optional(),
  at: Instant,
});

const Asked = z.object({ count: z.int() });
