/** The text message of a notice: what was written, why it comes, from whom, and the reference (policy P-05). There is no SMS marketing. */
import type { Office } from '../domain/offices.ts';
import type { NoticeKind } from '../domain/vocabulary.ts';
import { mailCatalogFor } from '../i18n/mail-catalog.ts';
import { say } from '../i18n/messages.ts';
import { asIs, compileTemplate, fillTemplate, type Values } from './template.ts';

/** A language of a notice: without a text for SMS, that of its push is taken. */
interface SmsSource {
  readonly sms?: { readonly text: string } | undefined;
  readonly push?:
    | { readonly title: string; readonly body: string; readonly link?: string | undefined }
    | undefined;
}

export interface NoticeSms {
  readonly office: Office;
  readonly content: SmsSource;
  /** BCP 47, the language the content is written in. */
  readonly locale: string;
  readonly kind: NoticeKind;
  readonly reference: string;
  readonly values: Values;
  /** What the reader is asked to do, and where; absent: nothing. */
  readonly ask?: { readonly to: 'acknowledge' | 'accept'; readonly noticeUrl: string } | undefined;
}

/** The template of the SMS; undefined where the language has neither SMS nor push. */
function smsTemplateOf({ sms, push }: SmsSource): string | undefined {
  if (sms) return sms.text;
  return push && [push.title, push.body, push.link].filter(Boolean).join('\n');
}

/** The text to hand to SNS; undefined where the content has nothing for it. */
export function renderNoticeSms({
  office,
  content,
  locale,
  kind,
  reference,
  values,
  ask,
}: NoticeSms): string | undefined {
  const template = smsTemplateOf(content);
  if (template === undefined) return undefined;
  const catalog = mailCatalogFor([locale]);
  return [
    fillTemplate(compileTemplate(template), values, asIs),
    ...(ask ? [`${say(catalog, `notice.${ask.to}`)}: ${ask.noticeUrl}`] : []),
    say(catalog, `notice.${kind}`),
    `${office.name}. ${say(catalog, 'notice.reference', { reference })}`,
  ].join('\n');
}
