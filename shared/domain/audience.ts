/** Who a message is addressed to, by plain attributes. Pure. */
import type { MandatoryAudience, MandatoryMessage, MarketingAudience, MarketingMessage } from './message.ts';
import type { Contact, Device } from './person.ts';
import { normaliseSubdivision } from './rules/rule-book.ts';

/** Whether the plain attributes of a campaign's audience let the contact in; interests are another matter (policy P-17). */
export function isInAudience(message: MarketingMessage, contact: Contact): boolean {
  const { audience } = message;
  return (
    message.channels.some((channel) => channel === contact.channel) &&
    isInCountries(audience.countries, contact) &&
    speaksOneOf(audience.languages, contact.language) &&
    ownsOneOf(audience, contact.devices)
  );
}

/** Whether the audience leaves anybody out at all. */
export function isFiltered(audience: MarketingAudience): boolean {
  return Object.values(audience).some((filter) => filter !== undefined);
}

/** Whether a notice is about somebody who owns such phones there, whatever contacts they have. */
export function isAbout(
  { audience }: Pick<MandatoryMessage, 'audience'>,
  owner: Pick<Contact, 'country' | 'subdivision' | 'devices'>,
): boolean {
  return isInCountries(audience.countries, owner) && ownsOneOf(audience, owner.devices);
}

/** Whether a notice concerns the contact. */
export function isAffected(message: MandatoryMessage, contact: Contact): boolean {
  return message.channels.includes(contact.channel) && isAbout(message, contact);
}

function isInCountries(
  countries: readonly string[] | undefined,
  contact: Pick<Contact, 'country' | 'subdivision'>,
): boolean {
  if (!countries) return true;
  const region = normaliseSubdivision(contact.country, contact.subdivision);
  return countries.includes(contact.country) || (region !== undefined && countries.includes(region));
}

/** `de` means every German; `pt-BR` only that one. */
function speaksOneOf(languages: readonly string[] | undefined, language: string | undefined): boolean {
  if (!languages) return true;
  if (language === undefined) return false;
  const spoken = language.toLowerCase();
  return languages.some(
    (wanted) => spoken === wanted.toLowerCase() || spoken.startsWith(`${wanted.toLowerCase()}-`),
  );
}

type DeviceFilter = Pick<MandatoryAudience, 'deviceModels' | 'osVersions' | 'firmwares'>;

/** Whether a filter names this very device: model, version and build must be those of one and the same. */
export function namesDevice(
  { deviceModels, osVersions, firmwares }: DeviceFilter,
  { model, osVersion, firmware }: Device,
): boolean {
  return (
    (!deviceModels || deviceModels.includes(model)) &&
    (!osVersions || (osVersion !== undefined && osVersions.includes(osVersion))) &&
    (!firmwares || (firmware !== undefined && firmwares.includes(firmware)))
  );
}

function ownsOneOf(filter: DeviceFilter, devices: readonly Device[]): boolean {
  if (!filter.deviceModels && !filter.osVersions && !filter.firmwares) return true;
  return devices.some((device) => namesDevice(filter, device));
}
