/** Erases a person, and with them what became part of them: their addresses keep the refusal as keyed hashes, nothing else is left (pain N-13). */
import type { AddressKind } from '../adapters/keyring.ts';
import type { Erasure, PeopleStore } from '../adapters/people-store.ts';
import type { Contact, Person, PersonRecord } from '../domain/person.ts';
import { type ClaimDeps, findClaim } from './find-claim.ts';
import { untilSaved } from './until-saved.ts';

export interface EraseDeps extends ClaimDeps {
  people: ClaimDeps['people'] & Pick<PeopleStore, 'load' | 'erase'>;
}

/**
 * Each address, token, number and account of the person becomes a tombstone; ids of devices and endpoints are given up.
 * @returns false when there is no such person
 * @throws Conflict when the record kept changing
 */
export async function erasePerson(
  deps: EraseDeps,
  personId: string,
  erasure: Pick<Erasure, 'receipt' | 'at' | 'actor'>,
): Promise<boolean> {
  const { found, mergedFrom } = await untilSaved(async () => {
    const record = await deps.people.load(personId);
    if (!record) return { found: false, mergedFrom: [] };
    const { hashes, releases } = await hashesOf(deps, record);
    const done = await deps.people.erase({ ...erasure, record, hashes, releases });
    return done ? { found: true, mergedFrom: record.person.mergedFrom ?? [] } : undefined;
  });
  for (const former of mergedFrom) await erasePerson(deps, former, erasure);
  return found;
}

type Address = readonly [AddressKind, string];

/**
 * Only what is the person's: an address that has gone to somebody else is not touched. One that carries the tombstone of an earlier erasure already is
 * given up: that refusal stands.
 */
async function hashesOf(
  deps: EraseDeps,
  { person, contacts }: PersonRecord,
): Promise<{ hashes: string[]; releases: string[] }> {
  const account: Address[] = person.externalId === undefined ? [] : [['external', person.externalId]];
  const claimsOf = async (addresses: readonly Address[]) => {
    const claims = await Promise.all(addresses.map(([kind, text]) => findClaim(deps, kind, text)));
    return claims.filter(({ holder }) => holder?.personId === person.id);
  };
  const refusing = await claimsOf([...account, ...contacts.map(addressOf)]);
  const endpoints = await claimsOf(contacts.flatMap(endpointsOf));
  const free = refusing.filter(({ refusal }) => refusal !== undefined);
  const kept = refusing.filter(({ refusal }) => refusal === undefined);
  const left = await leftTokensOf(deps, person);
  const hashes = [...new Set([...hashesIn(kept), ...left])];
  return { hashes, releases: hashesIn([...free, ...endpoints]).filter((hash) => !hashes.includes(hash)) };
}

/** Of phones that have left: those that have not gone to somebody else since. */
async function leftTokensOf({ people }: EraseDeps, { id, leftTokens = [] }: Person): Promise<string[]> {
  const found = await people.findByHashes(leftTokens);
  return leftTokens.filter((hash) => {
    const claim = found.get(hash);
    return claim?.kind === 'person' && claim.personId === id;
  });
}

function hashesIn(claims: readonly { hash: string }[]): string[] {
  return [...new Set(claims.map(({ hash }) => hash))];
}

function addressOf(contact: Contact): Address {
  switch (contact.channel) {
    case 'email':
      return ['email', contact.address];
    case 'push':
      return ['token', contact.token];
    case 'sms':
      return ['phone', contact.phone];
  }
}

/** A device is found by its id and by its endpoint. */
function endpointsOf(contact: Contact): Address[] {
  if (contact.channel !== 'push') return [];
  const ids = [contact.id, contact.endpointArn].flatMap((text) => text ?? []);
  return ids.map((text) => ['endpoint', text]);
}
