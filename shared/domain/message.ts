/** The two kinds of message. They are separate types without a common flag, so that neither can be turned into the other. */
import * as z from 'zod';
import { Channel, type Instant, LegalReason, MarketingChannel, NoticeKind, Topic } from './vocabulary.ts';

const NonEmpty = z.string().trim().min(1);
/** One line that looks as it is: no control characters, none that turn the direction or take no room. */
const Name = NonEmpty.max(200).regex(
  /^[^\p{Cc}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2060-\u206f\ufeff]*$/u,
  'must be one line without control characters',
);

const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const Link = z.url({ protocol: /^https$/ });

export const EmailContent = z.strictObject({
  subject: NonEmpty.max(200),
  html: NonEmpty.max(200_000),
  text: NonEmpty.max(100_000).optional(),
});
export type EmailContent = z.infer<typeof EmailContent>;

export const PushContent = z.strictObject({
  title: NonEmpty.max(100),
  body: NonEmpty.max(1000),
  link: Link.optional(),
  /** Shown beside or under the text; the phone fetches it (FCM: notification.image). */
  image: Link.optional(),
});
export type PushContent = z.infer<typeof PushContent>;

export const SmsContent = z.strictObject({ text: NonEmpty.max(1000) });
export type SmsContent = z.infer<typeof SmsContent>;

const MarketingLocale = z.strictObject({ email: EmailContent.optional(), push: PushContent.optional() });
const MandatoryLocale = z.strictObject({ ...MarketingLocale.shape, sms: SmsContent.optional() });

export const MarketingContent = z.strictObject({
  defaultLocale: Locale,
  locales: z.record(Locale, MarketingLocale),
});
export type MarketingContent = z.infer<typeof MarketingContent>;

export const MandatoryContent = z.strictObject({
  defaultLocale: Locale,
  locales: z.record(Locale, MandatoryLocale),
});
export type MandatoryContent = z.infer<typeof MandatoryContent>;

const Countries = z
  .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/))
  .min(1)
  .max(300);
const Models = z.array(NonEmpty.max(100)).min(1).max(500);

/** A filter that is absent lets everybody through; several values mean any of them; several filters mean all of them. */
export const MarketingAudience = z.strictObject({
  countries: Countries.optional(),
  languages: z.array(Locale).min(1).max(200).optional(),
  deviceModels: Models.optional(),
  osVersions: Models.optional(),
  interests: z.array(NonEmpty.max(100)).min(1).max(200).optional(),
  /** Only those whose consent ends by itself within so many days: for asking whether they want to renew it. */
  consentEndsWithinDays: z.int().min(1).max(120).optional(),
});
export type MarketingAudience = z.infer<typeof MarketingAudience>;

export const MandatoryAudience = z.strictObject({
  countries: Countries.optional(),
  deviceModels: Models.optional(),
  osVersions: Models.optional(),
  /** Builds as the maker names them (`67.2.A.2.118`). */
  firmwares: Models.optional(),
});
export type MandatoryAudience = z.infer<typeof MandatoryAudience>;

export const Schedule = z.strictObject({
  /** `now`, or wall-clock time `YYYY-MM-DDTHH:mm`. */
  at: z.union([z.literal('now'), z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/)]),
  /** `recipient`, or an IANA zone. */
  timezone: NonEmpty.default('recipient'),
});
export type Schedule = z.infer<typeof Schedule>;

export const FrequencyCap = z.strictObject({ max: z.int().min(1).max(100), days: z.int().min(1).max(90) });
export type FrequencyCap = z.infer<typeof FrequencyCap>;

/** The arm of everybody who is in no other one: it gets the campaign's own content. */
export const mainArm = 'A';

/** Another content that a stable share of the people gets, to compare it with the campaign's own (an A/B test). */
export const CampaignArm = z.strictObject({
  name: z.enum(['B', 'C', 'D']),
  percent: z.int().min(1).max(99),
  content: MarketingContent,
  personalised: MarketingContent.optional(),
});
export type CampaignArm = z.infer<typeof CampaignArm>;

/** What a marketer writes: the body of `POST /campaigns`. */
export const CampaignDraft = z.strictObject({
  office: NonEmpty,
  name: Name,
  topic: Topic,
  channels: z.array(MarketingChannel).min(1),
  deliver: z.enum(['each', 'first']).default('each'),
  audience: MarketingAudience.default({}),
  content: MarketingContent,
  personalised: MarketingContent.optional(),
  schedule: Schedule.default({ at: 'now', timezone: 'recipient' }),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  frequencyCap: FrequencyCap.optional(),
  holdoutPercent: z.number().min(0).max(50).optional(),
  arms: z.array(CampaignArm).min(1).max(3).optional(),
});
export type CampaignDraft = z.infer<typeof CampaignDraft>;

/** What a `terms` notice asks its readers to accept. */
export const Acceptance = z.strictObject({
  /** Of the terms or of the policy, as its document names it (`2026-12`). */
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/),
  /** Readers are asked to give the consents that they have given before anew, under this version (policy P-24). */
  renewConsents: z.boolean().default(false),
});
export type Acceptance = z.infer<typeof Acceptance>;

/** What a notice author writes: the body of `POST /notices`. */
export const NoticeDraft = z.strictObject({
  kind: NoticeKind,
  legalReason: LegalReason,
  reference: NonEmpty.max(100),
  audience: MandatoryAudience.default({}),
  channels: z.array(Channel).min(1).default(['push', 'email', 'sms']),
  /** Channels follow one another, each so long after the one before; without it all are used at once. */
  escalateAfter: z.iso.duration().optional(),
  /** `routine` waits for the end of the reader's night. */
  urgency: z.enum(['immediate', 'routine']).default('immediate'),
  acknowledge: z.boolean().default(false),
  /** Of kind `terms` alone: an acceptance is an acknowledgement too. */
  acceptance: Acceptance.optional(),
  /** Days from the release on in which people who become affected get it too; without it the default of the kind. */
  openDays: z.int().min(1).max(3650).optional(),
  /** The notice that this one replaces: it ends when this one is released. */
  supersedes: NonEmpty.max(100).optional(),
  /** Only people to whom that notice was handed over. */
  followUpOf: NonEmpty.max(100).optional(),
  content: MandatoryContent,
});
export type NoticeDraft = z.infer<typeof NoticeDraft>;

/** Variables of a personalised text that stand for something of the reader's profile (policy P-17). */
export const profileVariables = ['deviceModel', 'interests', 'interest'] as const;
export type ProfileVariable = (typeof profileVariables)[number];

/** A campaign as the decision sees it. */
export interface MarketingMessage extends Omit<CampaignDraft, 'name' | 'schedule' | 'expiresAt'> {
  readonly type: 'marketing';
  readonly id: string;
  readonly expiresAt?: Instant | undefined;
  /** What the personalised text says of its reader: who has not all of it gets the generic one. */
  readonly needs?: readonly ProfileVariable[] | undefined;
}

/** A notice as the decision sees it. */
export interface MandatoryMessage extends NoticeDraft {
  readonly type: 'mandatory';
  readonly id: string;
}
