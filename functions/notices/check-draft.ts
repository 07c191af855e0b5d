/** What is wrong with a notice as written: its audience, its texts, and any promotion in it. */
import { checkNoticeContent } from '../../shared/content/check-content.ts';
import { type FieldError, InvalidInput, Unprocessable } from '../../shared/domain/faults.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import { officeOf, offices } from '../../shared/domain/offices.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';
import type { LegalReason, NoticeKind } from '../../shared/domain/vocabulary.ts';

/** Which legal reasons carry which kind of notice. */
const reasonsOf: Readonly<Record<NoticeKind, readonly LegalReason[]>> = {
  safety: ['product-safety', 'legal-obligation'],
  security: ['security-update', 'legal-obligation'],
  terms: ['terms-change', 'privacy-policy-change', 'legal-obligation'],
  service: ['service-change', 'account', 'legal-obligation'],
};

/** @throws InvalidInput for an audience that cannot be; Unprocessable with one entry per finding in the texts */
export function checkDraft(draft: NoticeDraft): void {
  const findings = [...checkReason(draft), ...checkAudience(draft), ...checkChannels(draft)];
  if (findings.length > 0) throw new InvalidInput('The notice is not valid.', { errors: findings });
  const content = [...checkNoticeContent(draft, offices), ...findPromotion(draft.content)];
  if (content.length > 0) throw new Unprocessable('The notice cannot be sent as it is.', { errors: content });
}

function checkReason({ kind, legalReason }: NoticeDraft): FieldError[] {
  if (reasonsOf[kind].includes(legalReason)) return [];
  return [
    { field: 'legalReason', message: `A ${kind} notice rests on one of: ${reasonsOf[kind].join(', ')}.` },
  ];
}

function checkAudience({ audience }: NoticeDraft): FieldError[] {
  return (audience.countries ?? []).flatMap((country, index) =>
    officeOf(country.slice(0, 2))
      ? []
      : [{ field: `audience.countries.${index}`, message: `${country} is not a country.` }],
  );
}

function checkChannels({ channels }: NoticeDraft): FieldError[] {
  return new Set(channels).size === channels.length
    ? []
    : [{ field: 'channels', message: 'Name each channel once.' }];
}
