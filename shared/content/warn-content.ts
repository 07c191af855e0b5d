/** What a marketer may have overlooked in the texts of a campaign. Warnings keep nothing from being sent. */
import type { Warning } from '../api/drafting.ts';
import type { EmailContent, MarketingAudience, MarketingContent, PushContent } from '../domain/message.ts';
import type { Office } from '../domain/offices.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import type { Instant, MarketingChannel } from '../domain/vocabulary.ts';
import { findLocale } from '../i18n/locale.ts';
import { localesFor } from './pick-locale.ts';
import { type HtmlToken, scanHtml } from './scan-html.ts';

export interface Texts {
  readonly content: MarketingContent;
  readonly personalised?: MarketingContent | undefined;
}

interface Setting {
  readonly office: Office;
  readonly channels: readonly MarketingChannel[];
  readonly audience: MarketingAudience;
}

/** Phones show about so many characters of a subject and of a push title. */
const shownCharacters = { subject: 60, title: 45 } as const;

/** Warnings about one arm's texts. @param path of the arm in the draft, with a dot at its end, or empty */
export function warnOfTexts(path: string, texts: Texts, setting: Setting): Warning[] {
  return [
    ...warnOfLocales(`${path}content`, texts.content, setting),
    ...warnOfContent(`${path}content`, texts.content),
    ...(texts.personalised ? warnOfContent(`${path}personalised`, texts.personalised) : []),
    ...warnOfPersonalised(path, texts, setting),
  ];
}

/** The labels that the law of the readers' countries puts in front of each subject and title. */
export function warnOfLabels(
  { office, audience }: Pick<Setting, 'office' | 'audience'>,
  now: Instant,
): Warning[] {
  const countries = [...new Set((audience.countries ?? office.countries).map((place) => place.slice(0, 2)))];
  return countries.flatMap((country) => {
    const label = ruleBook.ruleFor({ country }, now)?.label;
    if (!label) return [];
    const whom = label.when === 'always' ? 'every reader' : 'readers without an express grant';
    return [
      {
        field: 'content',
        code: 'label' as const,
        message: `"${label.text}" is put in front of the subject and the title for ${whom} in ${country}: leave room for it.`,
      },
    ];
  });
}

function warnOfLocales(
  field: string,
  content: MarketingContent,
  { office, channels, audience }: Setting,
): Warning[] {
  const wanted = audience.languages ?? office.languages;
  return channels.flatMap((channel) => {
    const available = localesFor(content, channel);
    const missing = wanted.filter((language) => findLocale([language], available) === undefined);
    const whole = missing.map((language) => ({
      field: `${field}.locales.${language}.${channel}`,
      code: 'missing-locale' as const,
      message: `There is no ${channel} text in ${language}: these readers get the default language.`,
    }));
    const half = Object.keys(content.locales).filter((locale) => !available.includes(locale));
    const parts = half.map((locale) => ({
      field: `${field}.locales.${locale}.${channel}`,
      code: 'missing-text' as const,
      message: `${locale} has no ${channel} text: its readers get another language on this channel.`,
    }));
    return [...whole.filter(({ field: at }) => !parts.some((part) => part.field === at)), ...parts];
  });
}

function warnOfPersonalised(
  path: string,
  { content, personalised }: Texts,
  { channels }: Setting,
): Warning[] {
  if (!personalised) return [];
  return Object.entries(content.locales).flatMap(([locale, own]) =>
    channels
      .filter((channel) => own[channel] && !personalised.locales[locale]?.[channel])
      .map((channel) => ({
        field: `${path}personalised.locales.${locale}.${channel}`,
        code: 'personalised-missing' as const,
        message: `There is no personalised ${channel} text in ${locale}: everybody gets the generic one.`,
      })),
  );
}

function warnOfContent(field: string, { locales }: MarketingContent): Warning[] {
  return Object.entries(locales).flatMap(([locale, { email, push }]) => [
    ...(email ? warnOfEmail(`${field}.locales.${locale}.email`, email) : []),
    ...(push ? warnOfPush(`${field}.locales.${locale}.push`, push) : []),
  ]);
}

function warnOfEmail(path: string, { subject, html }: EmailContent): Warning[] {
  return [
    ...warnOfLength(`${path}.subject`, subject, shownCharacters.subject),
    ...warnOfHtml(`${path}.html`, html),
  ];
}

function warnOfPush(path: string, { title }: PushContent): Warning[] {
  return warnOfLength(`${path}.title`, title, shownCharacters.title);
}

function warnOfLength(field: string, text: string, most: number): Warning[] {
  const length = [...text].length;
  if (length <= most) return [];
  return [
    {
      field,
      code: 'subject-length',
      message: `${length} characters: many phones show the first ${most} only.`,
    },
  ];
}

/** More would not be read. */
const mostWarnings = 20;

function warnOfHtml(field: string, html: string): Warning[] {
  const found = scanHtml(html).flatMap((token) => {
    const problem = token.kind === 'open' ? problemOf(token) : undefined;
    return problem ? [{ ...problem, start: token.start }] : [];
  });
  return found.slice(0, mostWarnings).map(({ start, code, message }) => {
    return { field, code, message: `Line ${lineOf(html, start)}: ${message}` };
  });
}

function problemOf({ name, source }: HtmlToken): Pick<Warning, 'code' | 'message'> | undefined {
  if (name === 'img' && !/\salt\s*=/i.test(source))
    return {
      code: 'missing-alt',
      message: 'an image without alt text says nothing to readers who do not see it (alt="" for decoration).',
    };
  if (/\s(?:href|src)\s*=\s*["']?\s*http:/i.test(source))
    return {
      code: 'link-not-https',
      message: `<${name}> leads to an address without encryption: write https.`,
    };
  return undefined;
}

function lineOf(html: string, start: number): number {
  return html.slice(0, start).split('\n').length;
}
