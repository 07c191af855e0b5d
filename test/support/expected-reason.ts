/** Both lists of checks in the order of the design, over the oracle: what `decide` must answer. Holdout shares are all or nobody here. */
import type { PersonFacts } from '../../shared/domain/decide.ts';
import type { MandatoryMessage, MarketingMessage } from '../../shared/domain/message.ts';
import type { Contact, Device } from '../../shared/domain/person.ts';
import { consentReason, isKnownMinor, mayProfile, placeReason } from './oracle.ts';

export interface MarketingCase {
  message: MarketingMessage;
  contact: Contact;
  facts: PersonFacts;
  now: string;
}

export interface MandatoryCase {
  message: MandatoryMessage;
  contact: Contact;
  facts: PersonFacts;
  now: string;
}

/** The reason to skip, or `send`. */
export function expectedOfCampaign({ message, contact, facts, now }: MarketingCase): string {
  const when = (applies: boolean, reason: string) => (applies ? reason : undefined);
  const place = placeReason(contact, facts.registryConsent);
  const isReached = message.deliver === 'first' && facts.alreadyReached;
  return (
    when(!isAddressed(message, contact) || isReached, 'not-in-audience') ??
    when(contact.erased === true, 'erased') ??
    when(contact.restricted, 'restricted') ??
    when(isKnownMinor(contact, now), 'minor') ??
    when(message.office !== contact.office, 'office-mismatch') ??
    place ??
    when(contact.undeliverable !== undefined, 'undeliverable') ??
    when(contact.complainedAt !== undefined, 'complained') ??
    consentReason(contact, now) ??
    when(contact.topics[message.topic] === 'denied', 'topic-off') ??
    interestReason(message, contact, now) ??
    when(facts.recentMarketing >= (message.frequencyCap?.max ?? Number.POSITIVE_INFINITY), 'frequency-cap') ??
    when(message.holdoutPercent === 100, 'holdout') ??
    when(message.expiresAt !== undefined && now >= message.expiresAt, 'message-expired') ??
    'send'
  );
}

/** The variant of a campaign that is sent: the personalised one needs consent to profiling, and all that it says of its reader. */
export function expectedVariant({ message, contact, now }: MarketingCase): string {
  if (!message.personalised || !mayProfile(contact, now)) return 'generic';
  const lacksDevice = contact.devices.length === 0 && message.needs?.includes('deviceModel');
  const saysInterest = message.needs?.some((variable) => variable !== 'deviceModel');
  return lacksDevice || (saysInterest && contact.interests.length === 0) ? 'generic' : 'personalised';
}

/** The reason to skip, or `send`. */
export function expectedOfNotice({ message, contact, facts }: MandatoryCase): string {
  if (!isAddressed(message, contact)) return 'not-affected';
  if (contact.erased) return 'erased';
  if (contact.undeliverable !== undefined && contact.undeliverable !== 'suppressed') return 'undeliverable';
  return facts.alreadyReached ? 'already-reached' : 'send';
}

function interestReason({ audience }: MarketingMessage, contact: Contact, now: string): string | undefined {
  if (!audience.interests) return undefined;
  if (!mayProfile(contact, now)) return 'profiling-refused';
  const has = new Set(contact.interests);
  return audience.interests.some((interest) => has.has(interest)) ? undefined : 'not-interested';
}

interface Addressing {
  channels: readonly string[];
  audience: {
    countries?: string[] | undefined;
    languages?: string[] | undefined;
    deviceModels?: string[] | undefined;
    osVersions?: string[] | undefined;
  };
}

function isAddressed({ channels, audience }: Addressing, contact: Contact): boolean {
  const { countries, languages, deviceModels, osVersions } = audience;
  const { country, subdivision } = contact;
  const places = [
    country,
    subdivision?.startsWith(`${country}-`) ? subdivision : `${country}-${subdivision}`,
  ];
  return (
    channels.includes(contact.channel) &&
    (!countries || countries.some((wanted) => places.includes(wanted))) &&
    (!languages || languages.some((wanted) => isSpoken(wanted, contact.language))) &&
    (!(deviceModels || osVersions) || contact.devices.some((device) => isMeant(audience, device)))
  );
}

/** Model and version are those of one device. */
function isMeant(
  { deviceModels, osVersions }: Addressing['audience'],
  { model, osVersion }: Device,
): boolean {
  if (deviceModels && !deviceModels.includes(model)) return false;
  return !osVersions || osVersions.some((version) => version === osVersion);
}

/** RFC 4647, 3.3.1: the wanted range is the spoken tag, or its beginning up to a hyphen. */
function isSpoken(wanted: string, spoken: string | undefined): boolean {
  const has = spoken?.toLowerCase().split('-') ?? [];
  return wanted
    .toLowerCase()
    .split('-')
    .every((part, index) => has[index] === part);
}
