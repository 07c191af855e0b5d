/** The people of one cell: profiles, contacts, ledgers and address hashes. Every change of a person is one transaction. */
import * as z from 'zod';
import type { Actor } from '../domain/ledger.ts';
import { LedgerEntry } from '../domain/ledger.ts';
import type { Letter } from '../domain/letter.ts';
import { Contact, contactKey, Person, type PersonRecord, shardOf } from '../domain/person.ts';
import type { OptOut } from '../domain/preferences.ts';
import { type Channel, Instant, MarketingChannel } from '../domain/vocabulary.ts';
import { letterItem } from './letter-store.ts';
import {
  askedKey,
  audiencePartition,
  consentKey,
  consentPrefix,
  contactItemKey,
  contactPrefix,
  lookupItemKey,
  optOutKey,
  optOutPartition,
  personPartition,
  profileKey,
} from './people-keys.ts';
import { type Condition, type Item, type Key, queryAll, type Table, type Write } from './table.ts';

const schemaVersion = 1;

/**
 * A row keeps what it holds as one JSON text, beside the attributes that keys and conditions need: tables and their clients go
 * through an item attribute by attribute, which is most of the cost of an import and of a page of an audience.
 */
const Row = z.object({ json: z.string() });

function rowOf(value: Person | Contact | LedgerEntry) {
  return { json: JSON.stringify(value), schemaVersion };
}

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

export interface PersonChange {
  /** The record as it was read; absent for a new person. */
  before?: PersonRecord | undefined;
  after: PersonRecord;
  entries: readonly LedgerEntry[];
  /** Address hashes to take for this person; each must be free. */
  claims: readonly { hash: string; contactId?: string | undefined }[];
  /** Address hashes to give up. */
  releases: readonly string[];
  /** Address hashes to take over from another person, who must have them. */
  moves?: readonly { hash: string; contactId?: string | undefined; from: string }[];
  optOuts: readonly OptOut[];
  /** Letters to write about the change. */
  letters: readonly Letter[];
  /** Counts of confirmation mails to contacts on a day (UTC), this change's included: each must be one more than before. */
  asked?: readonly AskedCount[];
}

export interface AskedCount {
  personId: string;
  contactId: string;
  /** `YYYY-MM-DD` */
  day: string;
  count: number;
}

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
     * AP-01: saves one or more people whole, in one transaction.
     * @returns false when any of them changed in the meantime or an address is already taken: nothing was written
     */
    async save(changes: readonly PersonChange[]): Promise<boolean> {
      const result = await table.write(changes.flatMap(writesOf));
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

/** Kept for a week beyond its day, then DynamoDB removes it. */
function askedWrite(asked: AskedCount): Write {
  const ttl = Math.floor(Date.parse(asked.day) / 1000) + 8 * 86_400;
  return {
    kind: 'put',
    item: { ...askedKey(asked), count: asked.count, ttl, schemaVersion },
    if: asked.count === 1 ? { absent: true } : { equals: { count: asked.count - 1 } },
  };
}

/** How many writes of a transaction (at most 100) a change takes. */
export function countWrites(change: PersonChange): number {
  return writesOf(change).length;
}

function writesOf(change: PersonChange): Write[] {
  const { before, after, entries, claims, releases, moves = [], optOuts, letters, asked = [] } = change;
  const { person } = after;
  const known = new Map((before?.contacts ?? []).map((contact) => [contact.id, contact]));
  const left = new Set(after.contacts.map(({ id }) => id));
  return [
    {
      kind: 'put',
      item: { ...profileKey(person.id), version: person.version, ...rowOf(person) },
      if: before ? { equals: { version: before.person.version } } : { absent: true },
    },
    ...after.contacts.filter((contact) => known.get(contact.id) !== contact).map(putContact),
    ...[...known.values()]
      .filter(({ id }) => !left.has(id))
      .map((contact): Write => ({ kind: 'delete', key: contactItemKey(contact) })),
    ...entries.map(
      (entry): Write => ({
        kind: 'put',
        item: { ...consentKey(person.id, entry.id), ...rowOf(entry) },
        if: { absent: true },
      }),
    ),
    ...claims.map(({ hash, contactId }) =>
      claimWrite({ hash, contactId, personId: person.id }, { absent: true }),
    ),
    ...moves.map(({ hash, contactId, from }) =>
      claimWrite({ hash, contactId, personId: person.id }, { equals: { personId: from } }),
    ),
    ...releases.map((hash) => releaseWrite(hash, person.id)),
    ...optOuts.map(
      (optOut): Write => ({ kind: 'put', item: { ...optOutKey(optOut), ...optOut, schemaVersion } }),
    ),
    ...letters.map((letter): Write => ({ kind: 'put', item: letterItem(letter), if: { absent: true } })),
    ...asked.map(askedWrite),
  ];
}

function claimWrite(
  { hash, personId, contactId }: { hash: string; personId: string; contactId?: string | undefined },
  condition: Condition,
): Write {
  const item = { ...lookupItemKey(hash), kind: 'person', hash, personId, contactId, schemaVersion };
  return { kind: 'put', item, if: condition };
}

function releaseWrite(hash: string, personId: string): Write {
  return { kind: 'delete', key: lookupItemKey(hash), if: { equals: { personId } } };
}

function putContact(contact: Contact): Write {
  const item: Item = {
    ...contactItemKey(contact),
    audience: audiencePartition(contact.office, contact.channel, shardOf(contact.personId)),
    audienceKey: contactKey(contact),
    ...rowOf(contact),
  };
  return { kind: 'put', item };
}
