/** An event of the ledger in the words of the consent receipt: names of ISO/IEC TS 27560:2023, additions of ours with `xn_`. No staff, no evidence. Pure. */
import * as z from 'zod';
import type { LedgerEntry } from './ledger.ts';
import type { CountryRule } from './rules/country-rule.ts';
import { Basis, Channel, Instant, LedgerPurpose, Source, Topic } from './vocabulary.ts';

/** One event as the receipt shows it. */
export const ReceiptEvent = z.object({
  event_time: Instant,
  /** ISO 8601 duration; null: no end. */
  validity_duration: z.string().nullable(),
  entity_id: z.string(),
  event_type: z.enum(['explicit', 'implied', 'requested', 'refused']),
  event_state: z.enum(['granted', 'denied', 'pending']),
  xn_event_id: z.string(),
  xn_recorded_at: Instant,
  xn_purpose: LedgerPurpose,
  xn_channel: Channel.optional(),
  xn_topic: Topic.optional(),
  xn_contact: z.string().optional(),
  xn_basis: Basis.optional(),
  xn_source: Source,
  xn_wording: z.string().optional(),
  xn_wording_language: z.string().optional(),
  xn_policy_version: z.string().optional(),
  xn_rule_version: z.string(),
  xn_office: z.string(),
  xn_hash: z.string(),
  xn_previous_hash: z.string(),
});

/** @param rule of the person's country now: it says how long a grant lives */
export function receiptEvent(
  entry: LedgerEntry,
  rule: CountryRule | undefined,
): z.infer<typeof ReceiptEvent> {
  return {
    event_time: entry.givenAt,
    validity_duration: validityOf(entry, rule),
    entity_id: entry.personId,
    event_type: typeOf(entry),
    event_state: entry.state,
    xn_event_id: entry.id,
    xn_recorded_at: entry.at,
    xn_purpose: entry.purpose,
    xn_channel: entry.channel,
    xn_topic: entry.topic,
    xn_contact: entry.contactId,
    xn_basis: entry.basis,
    xn_source: entry.source,
    xn_wording: entry.wording,
    xn_wording_language: entry.wordingLanguage,
    xn_policy_version: entry.policyVersion,
    xn_rule_version: entry.ruleVersion,
    xn_office: entry.office,
    xn_hash: entry.hash,
    xn_previous_hash: entry.previousHash,
  };
}

function typeOf({ state, basis }: LedgerEntry): 'explicit' | 'implied' | 'requested' | 'refused' {
  if (state === 'denied') return 'refused';
  if (state === 'pending') return 'requested';
  return basis === undefined || basis === 'express' ? 'explicit' : 'implied';
}

/** Months that the country's rule gives a marketing grant of this kind, as a duration. */
function validityOf(
  { purpose, topic, state, basis = 'express' }: LedgerEntry,
  rule: CountryRule | undefined,
): string | null {
  if (purpose !== 'marketing' || topic !== undefined || state !== 'granted' || !rule) return null;
  const { purchase, inquiry } = rule.impliedMonths;
  const life = {
    express: rule.reconfirmMonths,
    'soft-opt-in': purchase,
    'implied-purchase': purchase,
    'implied-inquiry': inquiry,
  };
  const months = life[basis];
  return months === null ? null : `P${months}M`;
}
