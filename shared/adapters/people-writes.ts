/** A change of a person as the writes of one transaction: profile, contacts, ledger, address hashes, opt-outs and letters. */
import { unheardDevices } from '../domain/contacts.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Letter } from '../domain/letter.ts';
import { type Contact, contactKey, type Person, type PersonRecord, shardOf } from '../domain/person.ts';
import type { OptOut } from '../domain/preferences.ts';
import { letterItem } from './letter-store.ts';
import {
  askedKey,
  audiencePartition,
  consentKey,
  contactItemKey,
  lookupItemKey,
  optOutKey,
  profileKey,
} from './people-keys.ts';
import type { Condition, Item, Write } from './table.ts';

export const schemaVersion = 2;

/**
 * A row keeps what it holds as one JSON text, beside the attributes that keys and conditions need: tables and their clients go
 * through an item attribute by attribute, which is most of the cost of an import and of a page of an audience.
 */
function rowOf(value: Person | Contact | LedgerEntry) {
  return { json: JSON.stringify(value), schemaVersion };
}

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

/** The writes of a change, for one transaction. */
export function writesOf(change: PersonChange): Write[] {
  const { before, after, entries, claims, releases, moves = [], optOuts, letters, asked = [] } = change;
  const { person } = after;
  const known = new Map((before?.contacts ?? []).map((contact) => [contact.id, contact]));
  const left = new Set(after.contacts.map(({ id }) => id));
  return [
    {
      kind: 'put',
      item: profileItem(after),
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

/** Somebody who cannot be told of a phone of theirs over any channel is found too: a recall is also about them. */
function profileItem(record: PersonRecord): Item {
  const { person } = record;
  const isUnheard = person.mergedInto === undefined && unheardDevices(record).length > 0;
  const place = {
    audience: audiencePartition(person.office, 'none', shardOf(person.id)),
    audienceKey: person.id,
  };
  return {
    ...profileKey(person.id),
    version: person.version,
    ...(isUnheard ? place : {}),
    ...rowOf(person),
  };
}

function claimWrite(
  { hash, personId, contactId }: { hash: string; personId: string; contactId?: string | undefined },
  condition: Condition,
): Write {
  const item = { ...lookupItemKey(hash), kind: 'person', hash, personId, contactId, schemaVersion };
  return { kind: 'put', item, if: condition };
}

/** Gives an address hash up, if the person still has it. */
export function releaseWrite(hash: string, personId: string): Write {
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
