/** The append-only, hash-chained history of one person's consent events. */
import * as z from 'zod';
import { Basis, Channel, Instant, LedgerPurpose, Source, Topic } from './vocabulary.ts';

/** Who made the change: ids and roles, never names or addresses. */
export const Actor = z.object({
  kind: z.enum(['person', 'device', 'staff', 'import', 'system']),
  id: z.string().optional(),
  /** Why staff acted, or where the proof of an import lies. */
  evidence: z.string().optional(),
});
export type Actor = z.infer<typeof Actor>;

/** One answer to one question, as it was given. `topic` and `contactId` narrow the purpose. */
export const ConsentEvent = z.object({
  id: z.string(),
  personId: z.string(),
  /** When the ledger took it in. */
  at: Instant,
  /** When the person said so, where that was earlier (imports). */
  givenAt: Instant,
  purpose: LedgerPurpose,
  channel: Channel.optional(),
  topic: Topic.optional(),
  contactId: z.string().optional(),
  state: z.enum(['pending', 'granted', 'denied']),
  basis: Basis.optional(),
  source: Source,
  wording: z.string().optional(),
  wordingLanguage: z.string().optional(),
  policyVersion: z.string().optional(),
  ruleVersion: z.string(),
  office: z.string(),
  actor: Actor,
});
export type ConsentEvent = z.infer<typeof ConsentEvent>;

export const LedgerEntry = ConsentEvent.extend({ previousHash: z.string(), hash: z.string() });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export type Digest = (text: string) => string;

/** The previous hash of a first entry. */
export const genesisHash = '0'.repeat(64);

/** The event as text with its keys in order, so that the same event always gives the same bytes (like RFC 8785 for our value types). */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Chains an event to the one before it. */
export function seal(event: ConsentEvent, previousHash: string, sha256: Digest): LedgerEntry {
  return { ...event, previousHash, hash: sha256(`${previousHash}\n${canonicalText(event)}`) };
}

/** What is wrong with a history, and at which position: that of the first entry that does not fit, or the length of the history. */
export interface Finding {
  kind: 'changed' | 'out-of-order' | 'end-missing';
  index: number;
}

/**
 * Looks for the first fault: each entry must name the one before it, hash to what it says, and the last must be the head that is kept elsewhere.
 * @param headHash absent: the end is not checked
 * @returns undefined when the history is whole
 */
export function inspectChain(
  entries: readonly LedgerEntry[],
  headHash: string | undefined,
  sha256: Digest,
): Finding | undefined {
  let previousHash = genesisHash;
  for (const [index, { hash, previousHash: named, ...event }] of entries.entries()) {
    if (named !== previousHash) return { kind: 'out-of-order', index };
    if (hash !== sha256(`${previousHash}\n${canonicalText(event)}`)) return { kind: 'changed', index };
    previousHash = hash;
  }
  const isEnd = headHash === undefined || previousHash === headHash;
  return isEnd ? undefined : { kind: 'end-missing', index: entries.length };
}

export type ChainCheck = { valid: true } | { valid: false; brokenAt: string };

/**
 * Whether a history is whole, its end included. `brokenAt` is the id of the first entry that does not fit, or `head` when the end is missing.
 * @param headHash the head that the profile keeps; absent: there must be no entry
 */
export function verifyChain(
  entries: readonly LedgerEntry[],
  headHash: string | undefined,
  sha256: Digest,
): ChainCheck {
  const finding = inspectChain(entries, headHash ?? genesisHash, sha256);
  return finding ? { valid: false, brokenAt: entries[finding.index]?.id ?? 'head' } : { valid: true };
}
