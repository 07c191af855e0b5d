/** A campaign as one reader would see it, with sample values for the variables. */
import { compileBody, withFooter } from '../../shared/content/mail-body.ts';
import { marketingFooter } from '../../shared/content/mail-footer.ts';
import { pickLocale } from '../../shared/content/pick-locale.ts';
import { sampleLinks } from '../../shared/content/sample-links.ts';
import { asIs, compileTemplate, fillTemplate, type Values } from '../../shared/content/template.ts';
import { contentOf, hasArm } from '../../shared/domain/experiment.ts';
import { NotFound } from '../../shared/domain/faults.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import { type EmailContent, mainArm, type PushContent } from '../../shared/domain/message.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import type { MarketingChannel } from '../../shared/domain/vocabulary.ts';
import { escapeHtml } from '../../shared/pages/html.ts';
import { sampleValues } from './sample-values.ts';

interface PreviewQuery {
  locale?: string | undefined;
  channel?: MarketingChannel | undefined;
  variant: 'generic' | 'personalised';
  arm?: string | undefined;
}

/** @throws NotFound when the campaign has no such content */
export function previewCampaign(
  { draft }: Campaign,
  { locale: wanted, channel, variant, arm = mainArm }: PreviewQuery,
  publicUrl: string,
) {
  const office = officeById(draft.office);
  const texts = hasArm(draft, arm) ? contentOf(draft, arm) : undefined;
  const own = variant === 'personalised' ? texts?.personalised : texts?.content;
  // As for a reader: the language comes from the generic texts, and a personalised one is taken where it is there in that language.
  const locale =
    office &&
    texts &&
    pickLocale(texts.content, channel ?? draft.channels[0] ?? 'email', {
      language: wanted,
      officeLanguages: office.languages,
    });
  if (!own || !locale) throw new NotFound('The campaign has no such content.');
  const { email, push } = { ...texts.content.locales[locale], ...own.locales[locale] };
  const values = sampleValues(office, locale);
  return {
    locale,
    email:
      email && channel !== 'push' ? previewEmail(email, { office, locale, values, publicUrl }) : undefined,
    push: push && channel !== 'email' ? previewPush(push, values) : undefined,
  };
}

/** One mail with its footer; the links of the footer lead nowhere. */
export function previewEmail(
  content: EmailContent,
  {
    office,
    locale,
    values,
    publicUrl,
  }: { office: Office; locale: string; values: Values; publicUrl: string },
) {
  const body = compileBody(content, locale);
  const { unsubscribeUrl: unsubscribe, preferencesUrl: preferences, reconfirmUrl } = sampleLinks(publicUrl);
  const { html, text } = withFooter(body, marketingFooter(office, locale, { unsubscribe, preferences }));
  return {
    subject: fillTemplate(body.subject, values, asIs),
    html: fillTemplate(html, { ...values, reconfirmUrl }, escapeHtml),
    text: fillTemplate(text, { ...values, reconfirmUrl }, asIs),
  };
}

export function previewPush({ title, body, link, image }: PushContent, values: Values) {
  const fill = (source: string) => fillTemplate(compileTemplate(source), values, asIs);
  return { title: fill(title), body: fill(body), link, image };
}
