/** The closed lists of the field: channels, purposes, topics, bases, roles. Each is a zod enum so that the edge and the type agree. */
import * as z from 'zod';

export const Channel = z.enum(['email', 'push', 'sms']);
export type Channel = z.infer<typeof Channel>;

/** SMS carries mandatory notices only (policy P-05). */
export const MarketingChannel = z.enum(['email', 'push']);
export type MarketingChannel = z.infer<typeof MarketingChannel>;

export const Topic = z.enum(['news', 'offers', 'articles', 'recommendations']);
export type Topic = z.infer<typeof Topic>;

export const Purpose = z.enum(['marketing', 'profiling', 'diagnostics']);
export type Purpose = z.infer<typeof Purpose>;

/** What an entry of the ledger is about: a choice, or terms that were accepted (policy P-24). */
export const LedgerPurpose = z.enum([...Purpose.options, 'terms']);
export type LedgerPurpose = z.infer<typeof LedgerPurpose>;

/** Consent given for the purpose of marketing, or inferred from a dealing with the person (regions table, `email_enforce`). */
export const ImpliedBasis = z.enum(['soft-opt-in', 'implied-purchase', 'implied-inquiry']);
export type ImpliedBasis = z.infer<typeof ImpliedBasis>;
export const Basis = z.enum(['express', ...ImpliedBasis.options]);
export type Basis = z.infer<typeof Basis>;

/** Where an email address came from; a social sign-in needs an express grant everywhere (policy P-03). */
export const EmailSource = z.enum(['direct', 'facebook', 'google']);
export type EmailSource = z.infer<typeof EmailSource>;

export const Choice = z.enum(['granted', 'denied']);
export type Choice = z.infer<typeof Choice>;

/** How a consent event reached us. */
export const Source = z.enum([
  'setup-wizard',
  'app',
  'settings',
  'account',
  'link',
  'one-click',
  'import',
  'staff',
  'system',
  /** A device was linked to an account, and two records became one (policy P-10). */
  'merge',
  /** The browser sent `Sec-GPC: 1` (policy P-26). */
  'gpc',
]);
export type Source = z.infer<typeof Source>;

export const NoticeKind = z.enum(['safety', 'security', 'terms', 'service']);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const LegalReason = z.enum([
  'product-safety',
  'security-update',
  'terms-change',
  'privacy-policy-change',
  'service-change',
  'account',
  'legal-obligation',
]);
export type LegalReason = z.infer<typeof LegalReason>;

export const Role = z.enum([
  'marketer',
  'approver',
  'notice-author',
  'notice-releaser',
  'privacy-officer',
  'support',
  'auditor',
  'admin',
]);
export type Role = z.infer<typeof Role>;

/** ISO 8601 instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it: sorts as text. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = string;

/** Number of partitions of the audience index for one office and channel. */
export const shardCount = 64;
