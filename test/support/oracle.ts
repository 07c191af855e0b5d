/**
 * A second opinion on every decision, written from the regional rules as published and from nothing in `shared`: own table, own calendar.
 * Where the two disagree, one of them is wrong.
 */
import type { Contact } from '../../shared/domain/person.ts';

/**
 * Per place: regime of email (o opt-in, s soft, i implied, f opt-out, r registry), months after which a grant needs confirmation,
 * life in months of consent by purchase and by inquiry, and the marketing age where it is above 16; `-` for none.
 */
const published = `
EU s - - - - | DE s - - - - | AT s - - - - | FR s 36 - - - | IT s - - - - | ES s - - - - | NL s - - - - | PL o - - - -
SE s - - - - | GB s - - - - | CH s - - - - | TR r - - - - | US f - - - - | US-CA f - - - - | CA i - 24 6 - | CA-QC i - 24 6 -
JP s - - - - | KR s 24 6 - - | CN o - - - - | TW f - - - - | HK o - - - - | SG f - - - - | TH o - - - - | MY o - - - -
ID o - - - - | VN o - - - - | PH o - - - - | IN o - - - 18 | AU i - - - - | NZ i - - - - | BR o - - - 18 | MX f - - - -
ZA s - - - - | AE o - - - - | SA o - - - - | IL s - - - -`;

interface Row {
  regime: string;
  confirmAfter: number | undefined;
  purchase: number | undefined;
  inquiry: number | undefined;
  age: number;
}

const monthsIn = (cell: string | undefined) =>
  cell === undefined || cell === '-' ? undefined : Number(cell);

const rows = new Map(
  published
    .split(/[|\n]/)
    .map((line) => line.trim().split(' '))
    .filter(([iso]) => iso)
    .map(([iso = '', regime = '', confirm, purchase, inquiry, age]): [string, Row] => [
      iso,
      {
        regime,
        confirmAfter: monthsIn(confirm),
        purchase: monthsIn(purchase),
        inquiry: monthsIn(inquiry),
        age: monthsIn(age) ?? 16,
      },
    ]),
);

/** Places with a row of their own. */
export const publishedPlaces: readonly string[] = [...rows.keys()];

const europeans = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE';

/** Members of the EU and EEA without a row of their own. */
export const fallBackCountries: readonly string[] = europeans.split(' ').filter((iso) => !rows.has(iso));

function rowOf({ country, subdivision }: Pick<Contact, 'country' | 'subdivision'>): Row | undefined {
  const region = subdivision?.includes('-') ? subdivision : `${country}-${subdivision}`;
  const own = (region.startsWith(`${country}-`) && rows.get(region)) || rows.get(country);
  return country.length === 2 && country !== 'EU'
    ? (own ?? (fallBackCountries.includes(country) ? rows.get('EU') : undefined))
    : undefined;
}

/** Days of a month, 1 to 12 (Gregorian calendar). */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The instant with its month moved on, as text: the time of day stays, the day is at most the last of the month. */
export function monthsLater(instant: string, months: number): string {
  const [year = 0, month = 0, day = 0] = instant.slice(0, 10).split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [nextYear, nextMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const parts = [nextMonth, Math.min(day, daysIn(nextYear, nextMonth))].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${nextYear}-${parts.join('-')}${instant.slice(10)}`;
}

/** Hours ahead of UTC at the turn of the year: all that the age of a person depends on. */
export const newYearOffsets: Readonly<Record<string, number>> = {
  'Etc/GMT+12': -12,
  'Pacific/Honolulu': -10,
  'America/New_York': -5,
  'America/Sao_Paulo': -3,
  'Europe/Berlin': 1,
  'Asia/Kolkata': 5.5,
  'Asia/Seoul': 9,
  'Australia/Sydney': 11,
  'Pacific/Kiritimati': 14,
};

/** The calendar year where the person is; without a zone, where the year ends last. */
function yearAt(now: string, timezone: string | undefined): number {
  const hours = timezone === undefined ? -12 : newYearOffsets[timezone];
  if (hours === undefined) throw new Error(`The oracle knows no offset of ${timezone}`);
  return new Date(Date.parse(now) + hours * 3_600_000).getUTCFullYear();
}

/** A known minor, with the age of 16 where the country has no rule. */
export function isKnownMinor(contact: Contact, now: string): boolean {
  const age = rowOf(contact)?.age ?? 16;
  return contact.birthYear !== undefined && yearAt(now, contact.timezone) <= contact.birthYear + age;
}

type Standing = 'good' | 'old' | 'none';

function standingOf(givenAt: string | undefined, months: number | undefined, now: string): Standing {
  if (givenAt === undefined) return 'none';
  return months !== undefined && monthsLater(givenAt, months) < now ? 'old' : 'good';
}

/** The reason of the country for not sending marketing to the contact at all; `unknown-country` before all. */
export function placeReason(contact: Contact, registryConsent: boolean | undefined): string | undefined {
  const row = rowOf(contact);
  if (!row) return 'unknown-country';
  return contact.channel === 'email' && row.regime === 'r' && registryConsent !== true
    ? 'region-forbidden'
    : undefined;
}

/** What is missing of the consent that the country asks for; nothing when marketing may be sent. */
export function consentReason(contact: Contact, now: string): string | undefined {
  const { marketing } = contact;
  const row = rowOf(contact);
  if (!row) throw new Error('No row for this country');
  if (marketing.state === 'denied') return 'consent-withdrawn';
  const express = expressStanding(contact, row, now);
  if (express === 'good') return undefined;
  const mayRestOnLess = contact.channel === 'email' && contact.emailSource === 'direct';
  if (mayRestOnLess && row.regime === 'f') return undefined;
  const others = mayRestOnLess ? impliedStandings(contact, row, now) : [];
  if (others.includes('good')) return undefined;
  if (marketing.state === 'pending') return 'awaiting-confirmation';
  return express === 'old' || others.includes('old') ? 'consent-expired' : 'no-consent';
}

function expressStanding({ marketing }: Contact, row: Row, now: string): Standing {
  if (marketing.state !== 'granted') return 'none';
  if (marketing.expiresAt !== undefined && now >= marketing.expiresAt) return 'old';
  return standingOf(marketing.at, row.confirmAfter, now);
}

function impliedStandings(
  { marketing }: Contact,
  { regime, purchase, inquiry }: Row,
  now: string,
): Standing[] {
  const implied = marketing.state === 'denied' ? undefined : marketing.implied;
  if (regime === 's') return [standingOf(implied?.['soft-opt-in']?.at, purchase, now)];
  if (regime !== 'i') return [];
  return [
    standingOf(implied?.['implied-purchase']?.at, purchase, now),
    standingOf(implied?.['implied-inquiry']?.at, inquiry, now),
  ];
}

/** Whether profiling was granted and the grant has not ended. */
export function mayProfile({ profiling }: Contact, now: string): boolean {
  return profiling.state === 'granted' && (profiling.expiresAt === undefined || profiling.expiresAt > now);
}
