/** The content of a template as a form holds it: every part is there, and an empty part is left out when it is saved. */
import type { MarketingContent } from '../../../../shared/domain/message.ts';
import type { TemplateDraft, TemplateView } from '../api/templates.ts';

export interface LocaleDraft {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly image: string;
}

export interface ContentDraft {
  readonly defaultLocale: string;
  readonly locales: Readonly<Record<string, LocaleDraft>>;
}

export interface TemplateForm {
  readonly name: string;
  readonly content: ContentDraft;
}

export const emptyLocale: LocaleDraft = {
  subject: '',
  html: '',
  text: '',
  title: '',
  body: '',
  link: '',
  image: '',
};

/** A new template in the first language of its office. */
export function newForm(locale: string): TemplateForm {
  return { name: '', content: { defaultLocale: locale, locales: { [locale]: emptyLocale } } };
}

export function formOf({ name, content }: TemplateView): TemplateForm {
  const locales = Object.entries(content.locales).map(([locale, { email, push }]) => [
    locale,
    { ...emptyLocale, ...email, ...push },
  ]);
  return { name, content: { defaultLocale: content.defaultLocale, locales: Object.fromEntries(locales) } };
}

/** What is sent; the personalised content, which this form does not show, stays as it is. */
export function draftOf(
  { name, content }: TemplateForm,
  { office, personalised }: Pick<TemplateDraft, 'office' | 'personalised'>,
): TemplateDraft {
  return { office, name, content: contentOf(content), ...(personalised ? { personalised } : {}) };
}

function contentOf({ defaultLocale, locales }: ContentDraft): MarketingContent {
  const written = Object.entries(locales).map(([locale, parts]) => [locale, partsOf(parts)]);
  return { defaultLocale, locales: Object.fromEntries(written) };
}

function partsOf({
  subject,
  html,
  text,
  title,
  body,
  link,
  image,
}: LocaleDraft): MarketingContent['locales'][string] {
  const hasEmail = [subject, html, text].some((words) => words.trim() !== '');
  const hasPush = [title, body, link, image].some((words) => words.trim() !== '');
  return {
    ...(hasEmail ? { email: { subject, html, ...given({ text }) } } : {}),
    ...(hasPush ? { push: { title, body, ...given({ link, image }) } } : {}),
  };
}

function given(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value.trim() !== ''));
}

/** Everything of one language, with the path that the API gives its errors. */
export function pathOfLocale(locale: string, part: 'email' | 'push', field: string): string {
  return `content.locales.${locale}.${part}.${field}`;
}
