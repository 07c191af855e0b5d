/**
 * The consent receipt: what a person has allowed and refused, to whom and when, for them to keep. Field names are those of ISO/IEC TS 27560:2023, as the W3C
 * DPVCG guide lists them (https://w3id.org/dpv/guides/consent-27560); the text of the standard itself was not read. What starts with `xn_` is our addition:
 * the standard knows neither channels nor wordings nor a chain. It holds ids and states, and no address, token or name of staff. Pure.
 */
import * as z from 'zod';
import type { ChainCheck, LedgerEntry } from './ledger.ts';
import type { Office } from './office.ts';
import { controller, policyLink } from './offices.ts';
import type { PersonRecord } from './person.ts';
import { type ChannelChoice, choicesOf } from './person-preferences.ts';
import { policyVersion } from './policy-version.ts';
import { ReceiptEvent, receiptEvent } from './receipt-event.ts';
import type { CountryRule } from './rules/country-rule.ts';
import { Channel, Instant, MarketingChannel, Purpose, Topic } from './vocabulary.ts';

const Party = z.object({
  party_id: z.string(),
  party_name: z.string(),
  party_role: z.enum(['pii-controller', 'local-office']),
  party_type: z.literal('organisation'),
  party_address: z.string(),
  party_email: z.string().optional(),
  party_phone: z.string().optional(),
  party_url: z.string().optional(),
  party_contact: z.string(),
});

const Processing = z.object({
  privacy_notice: z.string(),
  language: z.string(),
  purpose: z.string(),
  purpose_type: Purpose,
  lawful_basis: z.enum(['consent', 'implied-consent', 'not-refused']),
  pii_information: z.array(
    z.object({ pii_type: z.string(), pii_attribute_id: z.string(), pii_optional: z.literal(true) }),
  ),
  pii_controllers: z.array(z.string()),
  collection_method: z.string(),
  processing_method: z.string(),
  storage_locations: z.array(z.string()),
  retention_period: z.string(),
  processing_locations: z.array(z.string()),
  jurisdiction: z.string(),
  recipient_third_parties: z.array(z.string()),
  withdrawal_method: z.string(),
  privacy_rights: z.array(z.string()),
  xn_channel: Channel.optional(),
  xn_topic: Topic.optional(),
  xn_current: z.object({ state: z.enum(['granted', 'denied', 'pending']), expires_at: Instant.optional() }),
});

export const ConsentReceipt = z
  .object({
    schema_version: z.literal('ISO/IEC TS 27560:2023; xn/1'),
    record_id: z.string(),
    receipt_id: z.string(),
    pii_principal_id: z.string(),
    pii_processing: z.array(Processing),
    party: z.array(Party),
    event: z.array(ReceiptEvent),
    xn_issued_at: Instant,
    xn_policy_version: z.string(),
    xn_chain: z.object({ valid: z.boolean(), broken_at: z.string().optional(), head: z.string().optional() }),
  })
  .meta({
    id: 'ConsentReceipt',
    description: 'Field names of ISO/IEC TS 27560:2023; additions of ours start with `xn_`.',
  });
export type ConsentReceipt = z.infer<typeof ConsentReceipt>;

export interface ReceiptFacts {
  record: PersonRecord;
  /** The whole history, oldest first. */
  entries: readonly LedgerEntry[];
  chain: ChainCheck;
  office: Office;
  rule: CountryRule | undefined;
  now: Instant;
}

/** The receipt of a person. Its id follows from the head of their ledger: the same history gives the same receipt. */
export function buildReceipt({ record, entries, chain, office, rule, now }: ReceiptFacts): ConsentReceipt {
  const { person } = record;
  const head = person.ledgerHead?.hash;
  const facts = { record, entries, office, rule, now };
  return {
    schema_version: 'ISO/IEC TS 27560:2023; xn/1',
    record_id: person.id,
    receipt_id: `${person.id}-${head?.slice(0, 16) ?? 'empty'}`,
    pii_principal_id: person.id,
    pii_processing: processingsOf(facts),
    party: [controllerParty(), officeParty(office, person.language)],
    event: entries.map((entry) => receiptEvent(entry, rule)),
    xn_issued_at: now,
    xn_policy_version: policyVersion,
    xn_chain: { valid: chain.valid, broken_at: chain.valid ? undefined : chain.brokenAt, head },
  };
}

type Facts = Omit<ReceiptFacts, 'chain'>;
type Processing = z.infer<typeof Processing>;
type OwnPart = Pick<
  Processing,
  'purpose' | 'purpose_type' | 'lawful_basis' | 'pii_information' | 'xn_channel' | 'xn_topic' | 'xn_current'
>;

function processingsOf(facts: Facts): Processing[] {
  const parts = [...channelParts(facts), ...topicParts(facts), ...personalParts(facts)];
  return parts.map((part) => ({ ...commonPart(facts, part), ...part }));
}

const piiTypes = { email: 'email address', push: 'push token' } as const;
const unreachable: ChannelChoice = { on: false, status: 'unset' };

/** One part per channel that the person can be reached on or has answered for: an answer outlives the address. */
function channelParts({ record, entries, rule, now }: Facts): OwnPart[] {
  const choices = choicesOf(record, rule, now);
  const known = MarketingChannel.options.filter(
    (channel) => choices[channel] || entries.some((entry) => entry.channel === channel),
  );
  return known.map((channel): OwnPart => {
    const choice = choices[channel] ?? unreachable;
    return {
      purpose: `marketing by ${channel}`,
      purpose_type: 'marketing',
      lawful_basis: lawfulBasisOf(choice),
      pii_information: idsOf(record, channel, piiTypes[channel]),
      xn_channel: channel,
      xn_current: { state: stateOf(choice), expires_at: choice.on ? choice.endsAt : undefined },
    };
  });
}

function lawfulBasisOf({ status }: ChannelChoice): Processing['lawful_basis'] {
  if (status === 'implied') return 'implied-consent';
  return status === 'default' ? 'not-refused' : 'consent';
}

function stateOf({ on, status }: ChannelChoice): 'granted' | 'denied' | 'pending' {
  if (status === 'pending') return 'pending';
  return on ? 'granted' : 'denied';
}

/** Topics that the person has ever answered; the others are on wherever marketing is. */
function topicParts({ record, entries, rule, now }: Facts): OwnPart[] {
  const { topics } = choicesOf(record, rule, now);
  const answered = Topic.options.filter((topic) => entries.some((entry) => entry.topic === topic));
  return answered.map((topic) => ({
    purpose: `marketing about ${topic}`,
    purpose_type: 'marketing',
    lawful_basis: 'consent',
    pii_information: [],
    xn_topic: topic,
    xn_current: { state: topics[topic] },
  }));
}

function personalParts({ record, entries, rule, now }: Facts): OwnPart[] {
  const { profiling, diagnostics } = choicesOf(record, rule, now);
  const interests = { pii_type: 'interests', pii_attribute_id: 'interests', pii_optional: true } as const;
  const parts: OwnPart[] = [
    {
      purpose: 'choosing and wording marketing by interests and devices',
      purpose_type: 'profiling',
      lawful_basis: 'consent',
      pii_information: [interests, ...idsOf(record, 'push', 'device model')],
      xn_current: { state: profiling },
    },
    {
      purpose: 'improving products by technical data, in aggregate',
      purpose_type: 'diagnostics',
      lawful_basis: 'consent',
      pii_information: idsOf(record, 'push', 'technical data of the device'),
      xn_current: { state: diagnostics?.choice ?? 'denied' },
    },
  ];
  const hasDiagnostics = diagnostics || entries.some(({ purpose }) => purpose === 'diagnostics');
  return hasDiagnostics ? parts : parts.slice(0, 1);
}

function idsOf({ contacts }: PersonRecord, channel: Channel, type: string): OwnPart['pii_information'] {
  return contacts
    .filter((contact) => contact.channel === channel)
    .map(({ id }) => ({ pii_type: type, pii_attribute_id: id, pii_optional: true }));
}

function commonPart(
  { record: { person }, entries, office }: Facts,
  { purpose_type: purpose, xn_channel: channel, xn_topic: topic }: OwnPart,
): Omit<Processing, keyof OwnPart> {
  const language = person.language ?? office.languages[0];
  const last = entries.findLast(
    (entry) => entry.purpose === purpose && entry.channel === channel && entry.topic === topic,
  );
  return {
    privacy_notice: policyLink(office, language),
    language: last?.wordingLanguage ?? language,
    pii_controllers: [controllerId],
    collection_method: last?.source ?? 'none',
    processing_method: purpose === 'diagnostics' ? 'aggregation' : 'sending, and the record of it',
    storage_locations: [office.cell],
    retention_period: 'as long as the account or device is registered; the refusal of an address for good',
    processing_locations: [office.cell],
    jurisdiction: person.subdivision ?? person.country,
    // The local office sends; nothing is sold or handed on (policy P-08, P-26).
    recipient_third_parties: purpose === 'diagnostics' ? [] : [office.id],
    withdrawal_method:
      'settings of the phone, account, link in every marketing email, or the local office; at once',
    privacy_rights: ['withdrawal', 'access', 'correction', 'deletion', 'complaint to the authority'],
  };
}

const controllerId = 'sony';

function controllerParty(): z.infer<typeof Party> {
  return {
    party_id: controllerId,
    party_name: controller.legalName,
    party_role: 'pii-controller',
    party_type: 'organisation',
    party_address: controller.postalAddress.lines.join(', '),
    party_contact: controller.postalAddress.lines.join(', '),
  };
}

function officeParty(office: Office, language: string | undefined): z.infer<typeof Party> {
  const { replyTo } = office.sender;
  return {
    party_id: office.id,
    party_name: office.legalName,
    party_role: 'local-office',
    party_type: 'organisation',
    party_address: office.postalAddress.lines.join(', '),
    party_email: replyTo,
    party_phone: office.phone,
    party_url: policyLink(office, language),
    party_contact: office.phone ?? replyTo,
  };
}
