/** The choices of a person as one of their devices shows and changes them. Pure. */
import { expressGrant } from './consent.ts';
import { marketingBasis } from './marketing-basis.ts';
import type { Contact, PersonRecord, PushContact } from './person.ts';
import type { Answer } from './preferences.ts';
import type { CountryRule } from './rules/country-rule.ts';
import { type Choice, type Instant, Topic } from './vocabulary.ts';

export interface DevicePreferences {
  marketing: { push: Choice; email: Choice };
  topics: Record<Topic, Choice>;
  profiling: Choice;
  diagnostics: Choice;
}

/** What is left out stays as it is. */
export interface PreferenceChange {
  marketing?: { push?: Choice | undefined; email?: Choice | undefined } | undefined;
  topics?: Partial<Record<Topic, Choice>> | undefined;
  profiling?: Choice | undefined;
  diagnostics?: Choice | undefined;
}

/** What holds at `now`: a choice is shown as granted when messages may rest on it, so an expired or pending one is not. */
export function preferencesOf(
  { person, contacts }: PersonRecord,
  device: PushContact,
  rule: CountryRule | undefined,
  now: Instant,
): DevicePreferences {
  const isGranted = (contact: Contact) => mayMarketTo(contact, rule, now);
  const topicOf = (topic: Topic) => person.topics[topic] ?? 'granted';
  return {
    marketing: {
      push: choice(isGranted(device)),
      email: choice(contacts.some((contact) => contact.channel === 'email' && isGranted(contact))),
    },
    topics: {
      news: topicOf('news'),
      offers: topicOf('offers'),
      articles: topicOf('articles'),
      recommendations: topicOf('recommendations'),
    },
    profiling: choice(expressGrant(person.profiling, null, now).kind === 'valid'),
    diagnostics: choice(expressGrant(device.diagnostics, null, now).kind === 'valid'),
  };
}

function choice(granted: boolean): Choice {
  return granted ? 'granted' : 'denied';
}

/** In a country without a rule nothing is sent; the person still sees the answer that they gave. */
function mayMarketTo(contact: Contact, rule: CountryRule | undefined, now: Instant): boolean {
  if (!rule) return expressGrant(contact.marketing, null, now).kind === 'valid';
  return marketingBasis(contact, rule, now).refusal === undefined;
}

/** The answers that a change holds: push and diagnostics for the device itself, the rest for the person. */
export function answersOf(change: PreferenceChange, contactId: string): Answer[] {
  const { marketing: { push, email } = {}, topics = {}, profiling, diagnostics } = change;
  const answers: Answer[] = [];
  if (push) answers.push({ purpose: 'marketing', channel: 'push', contactId, state: push });
  if (email) answers.push({ purpose: 'marketing', channel: 'email', state: email });
  for (const topic of Topic.options) {
    const state = topics[topic];
    if (state) answers.push({ purpose: 'topic', topic, state });
  }
  if (profiling) answers.push({ purpose: 'profiling', state: profiling });
  if (diagnostics) answers.push({ purpose: 'diagnostics', contactId, state: diagnostics });
  return answers;
}
