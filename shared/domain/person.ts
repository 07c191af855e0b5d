/** A person and the ways to reach them. A contact carries all that a decision needs, so that the audience index answers alone. */
import * as z from 'zod';
import { Consent } from './consent.ts';
import { stableHash } from './hash.ts';
import { Choice, EmailSource, Instant, shardCount, Topic } from './vocabulary.ts';

/** A phone model somebody owns, as the maker names it (`XQ-EC54`). */
export const Device = z.object({
  model: z.string(),
  osVersion: z.string().optional(),
  /** The build that it runs, as the maker names it (`67.2.A.2.118`). */
  firmware: z.string().optional(),
});
export type Device = z.infer<typeof Device>;

const Topics = z.partialRecord(Topic, Choice);

/** Facts of the person that every contact repeats. */
const shared = {
  externalId: z.string().optional(),
  office: z.string(),
  country: z.string(),
  subdivision: z.string().optional(),
  language: z.string().optional(),
  timezone: z.string().optional(),
  birthYear: z.int().optional(),
  interests: z.array(z.string()),
  profiling: Consent,
  topics: Topics,
  /** Legal hold or restricted processing (policy P-09, P-23): no marketing. */
  restricted: z.boolean(),
};

const SharedFacts = z.object(shared);
export type SharedFacts = z.infer<typeof SharedFacts>;

export const Person = z.object({
  id: z.string(),
  ...shared,
  /** Models known without a live device, as an import brings them. */
  devices: z.array(Device),
  /**
   * The last answer per channel that belongs to the person and not to one address: a refusal of email outlives a change of address.
   */
  refusals: z.partialRecord(z.enum(['email', 'push']), z.object({ at: Instant, eventId: z.string() })),
  /** Terms and policies that the person has accepted, by version (policy P-24). */
  acceptedTerms: z.array(z.object({ version: z.string(), at: Instant, eventId: z.string() })).optional(),
  /** The account that this record, which knew one phone only, became part of: nothing but its history is left. */
  mergedInto: z.string().optional(),
  /** Records that became part of this one: their history is this person's too. */
  mergedFrom: z.array(z.string()).optional(),
  /** Hashes of the tokens of phones that have left: they still lead to the person, and get a tombstone when the person is erased. */
  leftTokens: z.array(z.string()).optional(),
  /** Counts the changes: the `ETag` of the preferences. */
  version: z.int(),
  ledgerHead: z.object({ id: z.string(), hash: z.string() }).optional(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Person = z.infer<typeof Person>;

const contactCommon = {
  personId: z.string(),
  id: z.string(),
  ...shared,
  /** Consent to marketing over this very contact. */
  marketing: Consent,
  /** Set when mail bounced hard or the push endpoint is disabled: why. */
  undeliverable: z.string().optional(),
  complainedAt: Instant.optional(),
  erased: z.boolean().optional(),
  /** What this contact can be affected by: the person's models, or the one device itself. */
  devices: z.array(Device),
  version: z.int(),
};

export const EmailContact = z.object({
  channel: z.literal('email'),
  ...contactCommon,
  address: z.string(),
  emailSource: EmailSource,
});
export type EmailContact = z.infer<typeof EmailContact>;

export const PushContact = z.object({
  channel: z.literal('push'),
  ...contactCommon,
  token: z.string(),
  endpointArn: z.string().optional(),
  diagnostics: Consent,
  /** SHA-256 of the device credential, hex; absent for a device that only an import knows. */
  credentialHash: z.string().optional(),
});
export type PushContact = z.infer<typeof PushContact>;

export const SmsContact = z.object({ channel: z.literal('sms'), ...contactCommon, phone: z.string() });
export type SmsContact = z.infer<typeof SmsContact>;

export const Contact = z.discriminatedUnion('channel', [EmailContact, PushContact, SmsContact]);
export type Contact = z.infer<typeof Contact>;

/** Everything the `people` table holds of one person. */
export interface PersonRecord {
  person: Person;
  contacts: readonly Contact[];
}

/** Sort key of a contact within its shard: people in order, and one person's contacts side by side. */
export function contactKey(contact: { personId: string; id: string }): string {
  return `${contact.personId}#${contact.id}`;
}

/** The shard of the audience index that a person lives in, 0 to 63. */
export function shardOf(personId: string): number {
  return stableHash(personId) % shardCount;
}
