/** Why the law has somebody told without asking whether they want to hear it: each reason in words, with the law that it comes from, and the kinds of notice that it carries. */
import type { LegalReason, NoticeKind } from './vocabulary.ts';

interface LegalGround {
  words: string;
  /** Laws by their numbers, as a regulator looks them up. */
  sources: readonly string[];
}

export const legalGrounds: Readonly<Record<LegalReason, LegalGround>> = {
  'product-safety': {
    words: 'A product may be dangerous: everybody who is known to have it is warned directly.',
    sources: [
      'Regulation (EU) 2023/988 (General Product Safety), Articles 35 and 36',
      '15 U.S.C. 2064 (Consumer Product Safety Act, section 15)',
    ],
  },
  'security-update': {
    words: 'A product has a vulnerability, or an update that closes one: its users are told what to do.',
    sources: [
      'Regulation (EU) 2024/2847 (Cyber Resilience Act), Article 14(8)',
      'Directive (EU) 2019/771 (Sale of Goods), Article 7(3)',
    ],
  },
  'terms-change': {
    words: 'Terms of a contract change: those who are bound by it are told before.',
    sources: ['Directive (EU) 2019/770 (Digital Content and Services), Article 19'],
  },
  'privacy-policy-change': {
    words: 'It changes how personal data is used: those whom it is about are told.',
    sources: ['Regulation (EU) 2016/679 (GDPR), Articles 13 and 14'],
  },
  'service-change': {
    words: 'A service that people use changes or ends: they are told before.',
    sources: ['Directive (EU) 2019/770 (Digital Content and Services), Article 19'],
  },
  account: {
    words: 'It concerns the account that people have with us, and the contract about it.',
    sources: ['Regulation (EU) 2016/679 (GDPR), Article 6(1)(b)'],
  },
  'legal-obligation': {
    words: 'Another law or an authority obliges us to tell people; the reference names it.',
    sources: ['Regulation (EU) 2016/679 (GDPR), Article 6(1)(c)'],
  },
};

/** Which legal reasons carry which kind of notice. */
export const reasonsOf: Readonly<Record<NoticeKind, readonly LegalReason[]>> = {
  safety: ['product-safety', 'legal-obligation'],
  security: ['security-update', 'legal-obligation'],
  terms: ['terms-change', 'privacy-policy-change', 'legal-obligation'],
  service: ['service-change', 'account', 'legal-obligation'],
};
