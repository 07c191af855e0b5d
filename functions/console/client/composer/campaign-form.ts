/** A campaign as the form holds it: every field is there, empty or not, and what the API gets is made from it. */
import type { CampaignDraft, MarketingContent } from '../../../../shared/domain/message.ts';
import type { MarketingChannel, Topic } from '../../../../shared/domain/vocabulary.ts';
import { type DraftBody, present, unlessEmpty, words } from '../api/draft-body.ts';

export interface EmailForm {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface PushForm {
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly image: string;
}

export interface LocaleForm {
  readonly email: EmailForm;
  readonly push: PushForm;
}

export interface TextsForm {
  readonly defaultLocale: string;
  readonly locales: Readonly<Record<string, LocaleForm>>;
}

export type ArmName = 'A' | 'B' | 'C' | 'D';

/** `A` is the campaign's own content; it gets everybody whom no other arm takes. */
export interface ArmForm {
  readonly name: ArmName;
  readonly percent: number | undefined;
  readonly content: TextsForm;
  readonly personalised: TextsForm | undefined;
}

export interface AudienceForm {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly deviceModels: readonly string[];
  readonly osVersions: readonly string[];
  readonly interests: readonly string[];
  readonly consentEndsWithinDays: number | undefined;
}

export interface CampaignForm {
  readonly office: string;
  readonly name: string;
  readonly topic: Topic;
  /** In the order in which they are tried when only the first delivers. */
  readonly channels: readonly MarketingChannel[];
  readonly deliver: 'each' | 'first';
  readonly audience: AudienceForm;
  /** The first is `A`. */
  readonly arms: readonly [ArmForm, ...ArmForm[]];
  readonly schedule: { readonly at: string; readonly timezone: string };
  /** ISO 8601 with an offset, or empty. */
  readonly expiresAt: string;
  readonly cap: { readonly max: number | undefined; readonly days: number | undefined };
  readonly holdoutPercent: number | undefined;
}

export const emptyLocale: LocaleForm = {
  email: { subject: '', html: '', text: '' },
  push: { title: '', body: '', link: '', image: '' },
};

/** What a new campaign of an office begins with. */
export function emptyForm(office: { id: string; languages: readonly string[] }): CampaignForm {
  const locale = office.languages[0] ?? 'en';
  const content = { defaultLocale: locale, locales: { [locale]: emptyLocale } };
  return {
    office: office.id,
    name: '',
    topic: 'news',
    channels: ['email'],
    deliver: 'each',
    audience: audienceForm({}),
    arms: [{ name: 'A', percent: undefined, content, personalised: undefined }],
    schedule: { at: 'now', timezone: 'recipient' },
    expiresAt: '',
    cap: { max: undefined, days: undefined },
    holdoutPercent: undefined,
  };
}

/** The form of a draft that was saved before. */
export function toForm(draft: CampaignDraft): CampaignForm {
  const { content, personalised, arms = [], frequencyCap, audience } = draft;
  return {
    office: draft.office,
    name: draft.name,
    topic: draft.topic,
    channels: draft.channels,
    deliver: draft.deliver,
    audience: audienceForm(audience),
    arms: [
      armForm({ name: 'A', content, personalised }),
      ...arms.map((arm) => ({ ...armForm(arm), percent: arm.percent })),
    ],
    schedule: { at: draft.schedule.at, timezone: draft.schedule.timezone },
    expiresAt: draft.expiresAt ?? '',
    cap: { max: frequencyCap?.max, days: frequencyCap?.days },
    holdoutPercent: draft.holdoutPercent,
  };
}

/** Content that was kept elsewhere, such as a template, as the texts of arm A. */
export function armForm({
  name,
  content,
  personalised,
}: {
  name: ArmName;
  content: MarketingContent;
  personalised?: MarketingContent | undefined;
}): ArmForm {
  return {
    name,
    percent: undefined,
    content: textsForm(content),
    personalised: personalised && textsForm(personalised),
  };
}

function audienceForm(audience: CampaignDraft['audience']): AudienceForm {
  return {
    countries: audience.countries ?? [],
    languages: audience.languages ?? [],
    deviceModels: audience.deviceModels ?? [],
    osVersions: audience.osVersions ?? [],
    interests: audience.interests ?? [],
    consentEndsWithinDays: audience.consentEndsWithinDays,
  };
}

function textsForm({ defaultLocale, locales }: MarketingContent): TextsForm {
  const entries = Object.entries(locales).map(([locale, { email, push }]): [string, LocaleForm] => [
    locale,
    { email: { ...emptyLocale.email, ...email }, push: { ...emptyLocale.push, ...push } },
  ]);
  return { defaultLocale, locales: Object.fromEntries(entries) };
}

/** The body of the API for a form, finished or not. */
export function toDraft(form: CampaignForm): DraftBody {
  const [main, ...others] = form.arms;
  return present({
    office: form.office,
    name: words(form.name),
    topic: form.topic,
    channels: form.channels,
    deliver: form.deliver,
    audience: toAudience(form.audience),
    ...toTexts(main),
    arms: others.length > 0 ? others.map(toArm) : undefined,
    schedule: present({ at: words(form.schedule.at), timezone: form.schedule.timezone }),
    expiresAt: words(form.expiresAt),
    frequencyCap: unlessEmpty(present(form.cap)),
    holdoutPercent: form.holdoutPercent,
  });
}

/** The audience as the API takes it: an empty filter lets everybody through, and is left out. */
export function toAudience(audience: AudienceForm): DraftBody {
  const lists = Object.entries(audience).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return present(Object.fromEntries(lists));
}

/** The texts of an arm: `content`, and `personalised` where something of it is written. */
export function toTexts({ content, personalised }: Pick<ArmForm, 'content' | 'personalised'>): DraftBody {
  return present({ content: toContent(content), personalised: personalised && toPersonalised(personalised) });
}

function toArm({ name, percent, ...texts }: ArmForm): DraftBody {
  return present({ name, percent, ...toTexts(texts) });
}

function toContent({ defaultLocale, locales }: TextsForm): DraftBody {
  const entries = Object.entries(locales).map(([locale, texts]) => [locale, toLocale(texts)]);
  return { defaultLocale, locales: Object.fromEntries(entries) };
}

/** A language without a personalised text is left out; who reads in it gets the generic one. */
function toPersonalised({ defaultLocale, locales }: TextsForm): DraftBody | undefined {
  const written = Object.entries(locales).filter(([, texts]) => Object.keys(toLocale(texts)).length > 0);
  const [first] = written;
  if (!first) return undefined;
  const isThere = written.some(([locale]) => locale === defaultLocale);
  return toContent({
    defaultLocale: isThere ? defaultLocale : first[0],
    locales: Object.fromEntries(written),
  });
}

function toLocale({ email, push }: LocaleForm): DraftBody {
  return present({ email: toEmail(email), push: toPush(push) });
}

/** What is written of a mail; undefined where nothing is. */
export function toEmail({ subject, html, text }: EmailForm): DraftBody | undefined {
  return unlessEmpty(present({ subject: words(subject), html: words(html), text: words(text) }));
}

/** What is written of a push; undefined where nothing is. */
export function toPush({ title, body, link, image }: PushForm): DraftBody | undefined {
  return unlessEmpty(
    present({ title: words(title), body: words(body), link: words(link), image: words(image) }),
  );
}
