/** Which legal reasons carry which kind of notice. Pure. */
import type { LegalReason, NoticeKind } from './vocabulary.ts';

export const legalReasonsOf: Readonly<Record<NoticeKind, readonly LegalReason[]>> = {
  safety: ['product-safety', 'legal-obligation'],
  security: ['security-update', 'legal-obligation'],
  terms: ['terms-change', 'privacy-policy-change', 'legal-obligation'],
  service: ['service-change', 'account', 'legal-obligation'],
};
