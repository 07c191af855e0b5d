/** The choices of a person as one of their devices shows and changes them. Pure. */
import { expressGrant } from './consent.ts';
import type { PersonRecord, PushContact } from './person.ts';
import {
  channelChoice,
  choiceOf,
  choicesOf,
  type EffectivePreferences,
  type PreferenceChange,
  toPreferences,
} from './person-preferences.ts';
import type { Answer } from './preferences.ts';
import type { CountryRule } from './rules/country-rule.ts';
import { type Instant, Topic } from './vocabulary.ts';

/** What holds at `now`: a choice is shown as granted when messages may rest on it, so an expired or pending one is not. */
export function preferencesOf(
  record: PersonRecord,
  device: PushContact,
  rule: CountryRule | undefined,
  now: Instant,
): EffectivePreferences {
  const { marketing, ...ofPerson } = toPreferences(choicesOf(record, rule, now));
  return {
    ...ofPerson,
    marketing: { ...marketing, push: choiceOf(channelChoice(device, rule, now).on) },
    diagnostics: choiceOf(expressGrant(device.diagnostics, null, now).kind === 'valid'),
  };
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
