/** Consents that a person gives anew under another version of terms or policy: only what is in force, never what was refused (policy P-24). Pure. */
import * as z from 'zod';
import { expressGrant } from './consent.ts';
import type { Contact, PersonRecord } from './person.ts';
import { channelChoice } from './person-preferences.ts';
import type { Answer } from './preferences.ts';
import type { CountryRule } from './rules/country-rule.ts';
import type { Instant } from './vocabulary.ts';

export const Renewable = z.enum(['email', 'push', 'profiling', 'diagnostics']);
export type Renewable = z.infer<typeof Renewable>;

/** An answer, and what it renews. */
type Renewal = Answer & { about: Renewable };

/** What the person has granted in so many words and what holds at `now`, with the number of contacts that it is for. */
export function renewables(
  record: PersonRecord,
  rule: CountryRule | undefined,
  now: Instant,
): Map<Renewable, number> {
  const counts = new Map<Renewable, number>();
  for (const { about } of grantsIn(record, rule, now)) counts.set(about, (counts.get(about) ?? 0) + 1);
  return counts;
}

/** The answers that renew what is wanted, as far as it is still in force. */
export function renewalAnswers(
  record: PersonRecord,
  wanted: readonly Renewable[],
  rule: CountryRule | undefined,
  now: Instant,
): Renewal[] {
  return grantsIn(record, rule, now).filter(({ about }) => wanted.includes(about));
}

function grantsIn(
  { person, contacts }: PersonRecord,
  rule: CountryRule | undefined,
  now: Instant,
): Renewal[] {
  const given = { state: 'granted', renews: true } as const;
  const isGranted = (contact: Contact) => channelChoice(contact, rule, now).status === 'granted';
  return [
    ...contacts.flatMap((contact) => {
      const { channel, id: contactId } = contact;
      if (channel === 'sms' || person.refusals[channel] !== undefined || !isGranted(contact)) return [];
      return [{ about: channel, purpose: 'marketing', channel, contactId, ...given } as const];
    }),
    ...(expressGrant(person.profiling, null, now).kind === 'valid'
      ? [{ about: 'profiling', purpose: 'profiling', ...given } as const]
      : []),
    ...contacts.flatMap((contact) =>
      contact.channel === 'push' && expressGrant(contact.diagnostics, null, now).kind === 'valid'
        ? [{ about: 'diagnostics', purpose: 'diagnostics', contactId: contact.id, ...given } as const]
        : [],
    ),
  ];
}
