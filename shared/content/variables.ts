/** The closed lists of template variables, and their values. The service stores no names, so there is none to greet anybody with (policy P-02). */
import { profileVariables } from '../domain/message.ts';
import type { Office } from '../domain/offices.ts';
import type { Device } from '../domain/person.ts';
import { remember } from './remember.ts';
import type { Values } from './template.ts';

export const genericVariables = ['officeName', 'country', 'language'] as const;
/** Only for people with a profiling consent (policy P-17). */
export const personalisedVariables = [...genericVariables, ...profileVariables] as const;
/** In mails only: `reconfirmUrl` is the page on which a reader renews a consent that ends (Korea, France, Canada). */
export const mailVariables = ['reconfirmUrl'] as const;
export const noticeVariables = ['officeName', 'deviceModel', 'reference'] as const;

/** Longest value in characters: what devices and imports bring must not blow up a push (`checkPushSize` counts with it). */
export const longestValue = 100;

export interface GenericFacts {
  readonly office: Office;
  /** ISO 3166-1. */
  readonly country: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** BCP 47, of the content: names and lists are written in it. */
  readonly locale: string;
}

export interface ProfileFacts extends GenericFacts {
  readonly devices: readonly Device[];
  readonly interests: readonly string[];
}

export interface NoticeFacts {
  readonly office: Pick<Office, 'name'>;
  /** Only the devices that the notice is about. */
  readonly devices: readonly Device[];
  readonly reference: string;
  readonly locale: string;
}

/** Values for the generic text: nothing of a profile is read. */
export function genericValues({ office, country, language, locale }: GenericFacts): Values {
  return {
    officeName: office.name,
    country: nameOf('region', country, locale),
    language: language && nameOf('language', language, locale),
  };
}

/** Values for the personalised text. */
export function personalisedValues(facts: ProfileFacts): Values {
  const { devices, interests, locale } = facts;
  return {
    ...genericValues(facts),
    deviceModel: clean(devices[0]?.model),
    interests: listOf(interests, locale),
    interest: clean(interests[0]),
  };
}

/** Values for a notice. */
export function noticeValues({ office, devices, reference, locale }: NoticeFacts): Values {
  const models = [...new Set(devices.map(({ model }) => model))];
  return { officeName: office.name, deviceModel: listOf(models, locale), reference: clean(reference) };
}

const formatsOf = remember((locale: string) => {
  const known = Intl.DisplayNames.supportedLocalesOf([locale]).length > 0 ? locale : 'en';
  return {
    list: new Intl.ListFormat(known, { type: 'conjunction' }),
    region: new Intl.DisplayNames([known], { type: 'region', fallback: 'code' }),
    language: new Intl.DisplayNames([known], { type: 'language', fallback: 'code' }),
  };
});

function nameOf(type: 'region' | 'language', code: string, locale: string): string {
  try {
    return formatsOf(locale)[type].of(code) ?? code;
  } catch {
    return code;
  }
}

/** `a, b and c` in the language of the text. */
function listOf(items: readonly string[], locale: string): string | undefined {
  return clean(formatsOf(locale).list.format(items));
}

function clean(text: string | undefined): string | undefined {
  const plain = text?.replace(/\p{Cc}+/gu, ' ').trim();
  return plain && [...plain].slice(0, longestValue).join('');
}
