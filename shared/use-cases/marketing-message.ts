/** A campaign as the decision about one reader sees it: with the personalised text that this reader would get, and what that text says of them. */
import { pickLocale } from '../content/pick-locale.ts';
import { compileTemplate } from '../content/template.ts';
import { armOf, contentOf } from '../domain/experiment.ts';
import { type Campaign, toMarketingMessage } from '../domain/lifecycle.ts';
import {
  type MarketingContent,
  type MarketingMessage,
  type ProfileVariable,
  profileVariables,
} from '../domain/message.ts';
import { officeById } from '../domain/offices.ts';
import type { Contact } from '../domain/person.ts';

/**
 * The message of a decision about this contact: without `personalised` where there is no such text in the reader's language and channel, and with
 * `needs` where there is one. Nothing of the reader but channel, language and arm is read.
 */
export function marketingMessageFor(
  record: Campaign,
  reader: Pick<Contact, 'personId' | 'channel' | 'language'>,
): MarketingMessage {
  const message = toMarketingMessage(record);
  const { content, personalised } = contentOf(record.draft, armOf(message, reader.personId));
  if (!personalised) return { ...message, personalised };
  const officeLanguages = officeById(record.office)?.languages ?? [];
  const locale = pickLocale(content, reader.channel, { language: reader.language, officeLanguages });
  const needs = locale === undefined ? undefined : needsOf(personalised)(locale, reader.channel);
  return needs ? { ...message, personalised, needs } : { ...message, personalised: undefined };
}

type NeedsOf = (locale: string, channel: Contact['channel']) => readonly ProfileVariable[] | undefined;

/** Read once for each content, which stays the same object while a batch or a slice is worked on. */
const known = new WeakMap<MarketingContent, NeedsOf>();

function needsOf(personalised: MarketingContent): NeedsOf {
  const found = known.get(personalised) ?? readNeeds(personalised);
  known.set(personalised, found);
  return found;
}

function readNeeds({ locales }: MarketingContent): NeedsOf {
  const needs = new Map<string, readonly ProfileVariable[]>();
  for (const [locale, { email, push }] of Object.entries(locales)) {
    if (email) needs.set(`${locale} email`, variablesIn([email.subject, email.html, email.text ?? '']));
    if (push) needs.set(`${locale} push`, variablesIn([push.title, push.body]));
  }
  return (locale, channel) => needs.get(`${locale} ${channel}`);
}

function variablesIn(sources: readonly string[]): ProfileVariable[] {
  const used = new Set(
    sources.flatMap(compileTemplate).flatMap((part) => (typeof part === 'string' ? [] : part.variable)),
  );
  return profileVariables.filter((variable) => used.has(variable));
}
