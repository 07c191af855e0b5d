/** Who an imported line speaks of: its keys as hashes, and what the table knows of them. */
import type { Keyring } from '../adapters/keyring.ts';
import type { Lookup } from '../adapters/people-store.ts';
import type { ImportColumn } from '../domain/import-cells.ts';
import type { ImportLine } from '../domain/import-line.ts';
import type { Identity } from '../domain/import-merge.ts';
import type { PersonRecord } from '../domain/person.ts';

export type LineKeys = readonly { kind: Identity; column: ImportColumn; hash: string }[];

export type Lookups = ReadonlyMap<string, Lookup>;

/** `person` is absent where nobody is known yet. */
export type Match = { ok: true; personId: string | undefined } | { ok: false; reason: string };

/** The keys of a line, hashed. */
export function keysOf(line: ImportLine, { hashAddress }: Pick<Keyring, 'hashAddress'>): LineKeys {
  const texts = [
    { kind: 'external', column: 'externalId', text: line.externalId },
    { kind: 'email', column: 'email', text: line.email },
    { kind: 'token', column: 'deviceToken', text: line.deviceToken },
    { kind: 'phone', column: 'phone', text: line.phone },
  ] as const;
  return texts.flatMap(({ kind, column, text }) =>
    text === undefined ? [] : [{ kind, column, hash: hashAddress(kind, text) }],
  );
}

/**
 * The one person of a line. A phone number tells who somebody is only where the line names nothing else: households share one.
 * Keys of an erased person are refused (pain N-13).
 */
export function matchPerson(keys: LineKeys, lookups: Lookups): Match {
  const found = keys.map(({ kind, column, hash }) => ({ kind, column, lookup: lookups.get(hash) }));
  const erased = found.find(({ lookup }) => lookup?.kind === 'refused');
  if (erased)
    return { ok: false, reason: `${erased.column} belongs to somebody whose data was erased on request` };
  const owned = found.flatMap(({ kind, column, lookup }) =>
    lookup?.kind === 'person' ? [{ kind, column, personId: lookup.personId }] : [],
  );
  const onlyPhone = keys.every(({ kind }) => kind === 'phone');
  const personId = owned.find(({ kind }) => onlyPhone || kind !== 'phone')?.personId;
  const other = owned.find((key) => key.personId !== personId);
  return other ? { ok: false, reason: `${other.column} belongs to another person` } : { ok: true, personId };
}

/** Why a line may not change a record that its keys lead to; undefined when it may. */
export function objectionTo(
  record: PersonRecord,
  line: ImportLine,
  office: string | undefined,
): string | undefined {
  const { person } = record;
  if (office !== undefined && person.office !== office) return 'this person belongs to another office';
  const isOther =
    line.externalId !== undefined && person.externalId !== undefined && line.externalId !== person.externalId;
  return isOther ? `externalId is not that of the person whose address or device this is` : undefined;
}

/** Whether the device of the line is one that this person once had, and that has left. */
export function hasLeft(
  record: PersonRecord,
  { deviceToken }: ImportLine,
  keys: LineKeys,
  lookups: Lookups,
): boolean {
  const hash = keys.find(({ kind }) => kind === 'token')?.hash;
  const isKnown = hash !== undefined && lookups.has(hash);
  return (
    isKnown && !record.contacts.some((contact) => contact.channel === 'push' && contact.token === deviceToken)
  );
}
