/** Who holds an address, token, endpoint or device id, also where an erasure has left a tombstone on it. */
import type { AddressKind, Keyring } from '../adapters/keyring.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { Instant } from '../domain/vocabulary.ts';

export interface ClaimDeps {
  people: Pick<PeopleStore, 'findByHashes'>;
  keyring: Pick<Keyring, 'hashAddress'>;
}

export interface Holder {
  personId: string;
  contactId?: string | undefined;
}

export interface Claim {
  /** The hash to take, or the one that the holder has taken. */
  hash: string;
  holder?: Holder | undefined;
  /** The refusal that an erasure left behind. */
  refusal?: { at: Instant; receipt: string } | undefined;
}

/**
 * Finds the claim on an address. A tombstone is never overwritten: who comes after the erasure claims a hash beside it,
 * which the receipt makes unique to that erasure. That one can become a tombstone too, and so on.
 */
export async function findClaim(
  { people, keyring }: ClaimDeps,
  kind: AddressKind,
  address: string,
): Promise<Claim> {
  let text = address;
  let refusal: Claim['refusal'];
  for (;;) {
    const hash = keyring.hashAddress(kind, text);
    const found = (await people.findByHashes([hash])).get(hash);
    if (found?.kind !== 'refused') return { hash, holder: found, refusal };
    refusal = { at: found.at, receipt: found.receipt };
    text = `${text}|${found.receipt}`;
  }
}

/** Whether the claim is held by this very contact. */
export function isHeldBy(claim: Claim, contact: { personId: string; id: string }): boolean {
  return claim.holder?.personId === contact.personId && claim.holder.contactId === contact.id;
}
