/** The preference centre of a person as they see it, for staff who help them: a view, in the person's language, without buttons (pain N-27). */
import type { Reply } from '../../shared/api/contract.ts';
import { maskEmail } from '../../shared/domain/email-address.ts';
import { officeById } from '../../shared/domain/offices.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { choicesOf } from '../../shared/domain/person-preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { catalogFor } from '../../shared/i18n/catalog.ts';
import { renderPreferences } from '../../shared/pages/preference-page.ts';
import { securityHeaders } from '../../shared/pages/security-headers.ts';
import type { PeopleDeps } from './deps.ts';

/** @throws Error when the office of the person is not in the directory */
export async function viewPage(
  { people }: Pick<PeopleDeps, 'people'>,
  record: PersonRecord,
  now: Instant,
): Promise<Reply> {
  const { person, contacts } = record;
  const office = officeById(person.office);
  if (!office) throw new Error(`There is no office ${person.office}`);
  const email = contacts.find((contact) => contact.channel === 'email');
  const html = renderPreferences({
    catalog: catalogFor([person.language, ...office.languages]),
    office,
    language: person.language,
    choices: choicesOf(record, ruleBook.ruleFor(person, now), now),
    address: email && maskEmail(email.address),
    whose: person,
    entries: await people.readLedger(person.id),
    version: person.version,
  });
  return { status: 200, html, headers: securityHeaders() };
}
