/** What a country rule enforces, in words. */
import type { RuleView } from '../api/rules.ts';
import type { Catalog } from '../i18n/catalog.ts';
import type { Format } from '../i18n/format.ts';

interface Means {
  text: Catalog;
  format: Format;
}

/** The name of a place of the table: a country, a subdivision, or the EU and EEA. */
export function placeName({ iso, name }: RuleView, format: Format): string {
  return /^[A-Z]{2}$/.test(iso) && iso !== 'EU' ? format.country(iso) : name;
}

/** `20:00–08:00, Email` */
export function quietHours({ quietHours: hours }: RuleView, { text, format }: Means): string {
  if (!hours) return text.rules.noQuietHours;
  const channels = hours.channels.map((channel) => text.rules.quietChannel[channel]);
  return `${hours.start}–${hours.end} (${format.list(channels)})`;
}

/** Name and value of everything that is enforced. */
export function ruleFacts(rule: RuleView, means: Means): { name: string; value: string; field: string }[] {
  const { rules, frame } = means.text;
  const months = (count: number | null) => (count === null ? rules.noLimit : rules.months(count));
  const years = (age: number | null) => (age === null ? rules.notSet : rules.years(age));
  const days = (count: number | null) => (count === null ? rules.noDayCount : rules.days(count));
  const { purchase, inquiry } = rule.impliedMonths;
  const facts: [keyof Catalog['rules']['field'], string][] = [
    ['email', rules.regime[rule.email]],
    ['push', rules.pushRegime[rule.push]],
    ['doubleOptIn', rules.double[rule.doubleOptIn]],
    ['reconfirmMonths', months(rule.reconfirmMonths)],
    ['impliedMonths', rules.implied(months(purchase), months(inquiry))],
    ['quietHours', quietHours(rule, means)],
    ['label', rule.label ? `${rule.label.text} – ${rules.labelWhen[rule.label.when]}` : frame.none],
    ['marketingAge', years(rule.marketingAge)],
    ['consentAge', years(rule.consentAge)],
    ['postalAddress', rule.postalAddress ? frame.yes : frame.no],
    ['unsubscribe', rules.unsubscribe(unsubscribeWords(rule, means))],
    ['accessDays', days(rule.accessDays)],
    ['deletionDays', days(rule.deletionDays)],
  ];
  return facts.map(([field, value]) => ({ name: rules.field[field], value, field }));
}

function unsubscribeWords({ unsubscribe }: RuleView, { text: { rules } }: Means): string {
  const { days, unit } = unsubscribe;
  if (unit === 'immediate' || days === 0) return rules.atOnce;
  if (days === null) return rules.reasonable;
  return unit === 'business_days' ? rules.businessDays(days) : rules.days(days);
}
