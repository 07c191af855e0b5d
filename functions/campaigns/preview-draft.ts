/** One language of a campaign that is being written, as a reader in a country would see it. */
import type { PreviewQuestion } from '../../shared/api/drafting.ts';
import { checkCampaignContent } from '../../shared/content/check-content.ts';
import { labelFor, withLabel } from '../../shared/content/country-label.ts';
import { type Actor, requireOffice } from '../../shared/domain/actor.ts';
import { InvalidInput, Unprocessable } from '../../shared/domain/faults.ts';
import { officeById } from '../../shared/domain/offices.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { previewEmail, previewPush } from './preview.ts';
import { sampleValues } from './sample-values.ts';

/** Renders as the senders do, with sample values. @throws Forbidden; Unprocessable for texts that cannot be rendered */
export function previewDraft(
  { office: officeId, locale, country, variant, email, push }: PreviewQuestion,
  actor: Actor,
  now: Instant,
  publicUrl: string,
) {
  const office = officeById(officeId);
  if (!office)
    throw new InvalidInput('There is no such office.', {
      errors: [{ field: 'office', message: `There is no office "${officeId}".` }],
    });
  requireOffice(actor, office.id);
  const content = { defaultLocale: locale, locales: { [locale]: { email, push } } };
  const texts =
    variant === 'personalised'
      ? { content: { defaultLocale: locale, locales: { [locale]: {} } }, personalised: content }
      : { content };
  const errors = checkCampaignContent({ channels: [], ...texts }, office);
  if (errors.length > 0) throw new Unprocessable('The text cannot be sent as it is.', { errors });
  const rule = country === undefined ? undefined : ruleBook.ruleFor({ country }, now);
  const label = rule && labelFor(rule, false);
  const values = sampleValues(office, locale, country);
  const mail = email && previewEmail(email, { office, locale, values, publicUrl });
  const note = push && previewPush(push, values);
  return {
    locale,
    label,
    email: mail && { ...mail, subject: withLabel(mail.subject, label) },
    push: note && { ...note, title: withLabel(note.title, label) },
  };
}
