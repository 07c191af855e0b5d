/** Which language of a message's content a reader gets. */

import type { Channel } from '../domain/vocabulary.ts';
import { findLocale } from '../i18n/locale.ts';

interface AnyContent {
  readonly defaultLocale: string;
  readonly locales: Readonly<Record<string, Readonly<Partial<Record<Channel, unknown>>>>>;
}

/** The languages in which a content has something for a channel. A notice without an SMS text is sent as the text of its push. */
export function localesFor(content: AnyContent, channel: Channel): string[] {
  return Object.entries(content.locales)
    .filter(([, entry]) => entry[channel] !== undefined || (channel === 'sms' && entry.push !== undefined))
    .map(([locale]) => locale);
}

export interface Reader {
  /** BCP 47; what the person asked for. */
  readonly language?: string | undefined;
  /** BCP 47; the first is the office's default. */
  readonly officeLanguages: readonly string[];
}

/** Exact tag, language, the office's default, the content's default; undefined where the content has nothing for the channel. */
export function pickLocale(content: AnyContent, channel: Channel, reader: Reader): string | undefined {
  const available = localesFor(content, channel);
  return (
    findLocale([reader.language, reader.officeLanguages[0], content.defaultLocale], available) ?? available[0]
  );
}
