/** A notice as the form holds it: every field is there, empty or not, and what the API gets is made from it. */
import { reasonsOf } from '../../../../shared/domain/legal-reasons.ts';
import { parseDurationSeconds } from '../../../../shared/domain/local-time.ts';
import type { NoticeDraft } from '../../../../shared/domain/message.ts';
import type { Channel, LegalReason, NoticeKind } from '../../../../shared/domain/vocabulary.ts';
import { type DraftBody, present, unlessEmpty, words } from '../api/draft-body.ts';
import { type EmailForm, type PushForm, toEmail, toPush } from '../composer/campaign-form.ts';

export interface NoticeLocaleForm {
  readonly email: EmailForm;
  readonly push: PushForm;
  readonly sms: { readonly text: string };
}

export type Answer = 'none' | 'acknowledge' | 'accept' | 'renew';

export const waitUnits = ['minutes', 'hours', 'days'] as const;
type WaitUnit = (typeof waitUnits)[number];

export interface AffectedForm {
  readonly countries: readonly string[];
  readonly deviceModels: readonly string[];
  readonly osVersions: readonly string[];
  readonly firmwares: readonly string[];
}

export interface NoticeForm {
  readonly kind: NoticeKind;
  readonly legalReason: LegalReason;
  readonly reference: string;
  /** Nobody is affected until somebody has chosen. */
  readonly scope: 'unsaid' | 'everybody' | 'some';
  readonly affected: AffectedForm;
  readonly urgency: NoticeDraft['urgency'];
  /** In the order in which they are tried. */
  readonly channels: readonly Channel[];
  readonly isInTurn: boolean;
  readonly wait: { readonly amount: number | undefined; readonly unit: WaitUnit };
  readonly answer: Answer;
  /** Of what is accepted. */
  readonly version: string;
  readonly openDays: number | undefined;
  readonly supersedes: string;
  readonly followUpOf: string;
  readonly defaultLocale: string;
  readonly locales: Readonly<Record<string, NoticeLocaleForm>>;
}

export const emptyTexts: NoticeLocaleForm = {
  email: { subject: '', html: '', text: '' },
  push: { title: '', body: '', link: '', image: '' },
  sms: { text: '' },
};

const noFilters: AffectedForm = { countries: [], deviceModels: [], osVersions: [], firmwares: [] };

/** What a new notice begins with. @param locale of its first texts */
export function emptyNotice(locale: string): NoticeForm {
  return {
    kind: 'safety',
    legalReason: 'product-safety',
    reference: '',
    scope: 'unsaid',
    affected: noFilters,
    urgency: 'immediate',
    channels: ['push', 'email', 'sms'],
    isInTurn: true,
    wait: { amount: 24, unit: 'hours' },
    answer: 'acknowledge',
    version: '',
    openDays: undefined,
    supersedes: '',
    followUpOf: '',
    defaultLocale: locale,
    locales: { [locale]: emptyTexts },
  };
}

/** The form of a draft that was saved before. */
export function noticeForm(draft: NoticeDraft): NoticeForm {
  const { audience, acceptance, content } = draft;
  const isEverybody = Object.values(audience).every((filter) => filter === undefined);
  const locales = Object.entries(content.locales).map(([locale, texts]): [string, NoticeLocaleForm] => [
    locale,
    {
      email: { ...emptyTexts.email, ...texts.email },
      push: { ...emptyTexts.push, ...texts.push },
      sms: { ...emptyTexts.sms, ...texts.sms },
    },
  ]);
  return {
    kind: draft.kind,
    legalReason: draft.legalReason,
    reference: draft.reference,
    scope: isEverybody ? 'everybody' : 'some',
    affected: {
      countries: audience.countries ?? [],
      deviceModels: audience.deviceModels ?? [],
      osVersions: audience.osVersions ?? [],
      firmwares: audience.firmwares ?? [],
    },
    urgency: draft.urgency,
    channels: draft.channels,
    isInTurn: draft.escalateAfter !== undefined,
    wait: waitOf(draft.escalateAfter),
    answer: answerOf(draft),
    version: acceptance?.version ?? '',
    openDays: draft.openDays,
    supersedes: draft.supersedes ?? '',
    followUpOf: draft.followUpOf ?? '',
    defaultLocale: content.defaultLocale,
    locales: Object.fromEntries(locales),
  };
}

function answerOf({ acknowledge, acceptance }: Pick<NoticeDraft, 'acknowledge' | 'acceptance'>): Answer {
  if (acceptance) return acceptance.renewConsents ? 'renew' : 'accept';
  return acknowledge ? 'acknowledge' : 'none';
}

const unitSeconds: Readonly<Record<WaitUnit, number>> = { minutes: 60, hours: 3600, days: 86_400 };

/** `PT48H` → 2 days: in the largest unit that needs no fraction. */
function waitOf(duration: string | undefined): NoticeForm['wait'] {
  if (duration === undefined) return { amount: 24, unit: 'hours' };
  const seconds = parseDurationSeconds(duration);
  const unit = waitUnits.findLast((name) => seconds % unitSeconds[name] === 0) ?? 'minutes';
  return { amount: Math.ceil(seconds / unitSeconds[unit]), unit };
}

const designators: Readonly<Record<WaitUnit, (amount: number) => string>> = {
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  days: (amount) => `P${amount}D`,
};

/** The same time is always written the same, so that a notice that was saved has no changes. */
function durationOf(wanted: number, unit: WaitUnit): string {
  const { amount = wanted, unit: largest } = waitOf(designators[unit](wanted));
  return designators[largest](amount);
}

/** A notice that replaces another one: the same in everything, so that what was wrong is mended in its place. */
export function replacementOf(notice: NoticeDraft & { id: string }): NoticeForm {
  return { ...noticeForm(notice), supersedes: notice.id, followUpOf: '' };
}

/** A notice to those who got another one: for the same phones and on the same channels, with texts of its own. */
export function followUpTo(notice: NoticeDraft & { id: string }): NoticeForm {
  const form = noticeForm(notice);
  const locales = Object.keys(form.locales).map((locale) => [locale, emptyTexts]);
  return { ...form, followUpOf: notice.id, supersedes: '', locales: Object.fromEntries(locales) };
}

/** The form with another kind; a legal reason that does not carry it gives way. */
export function withKind(form: NoticeForm, kind: NoticeKind): NoticeForm {
  const reasons = reasonsOf[kind];
  const legalReason = reasons.includes(form.legalReason)
    ? form.legalReason
    : (reasons[0] ?? form.legalReason);
  const asksToAccept = form.answer === 'accept' || form.answer === 'renew';
  const answer = asksToAccept && kind !== 'terms' ? 'acknowledge' : form.answer;
  return { ...form, kind, legalReason, answer };
}

/** The channels with one of them a place earlier (-1) or later (1). */
export function movedChannel(channels: readonly Channel[], channel: Channel, by: -1 | 1): readonly Channel[] {
  const at = channels.indexOf(channel);
  const other = channels[at + by];
  if (at === -1 || other === undefined) return channels;
  return channels.map((one) => (one === channel ? other : one === other ? channel : one));
}

/** The body of the API for a form, finished or not. Texts of channels that are not used are left out. */
export function toNoticeBody(form: NoticeForm): DraftBody {
  const { wait, channels } = form;
  const locales = Object.entries(form.locales).map(([locale, texts]) => [locale, toLocale(texts, channels)]);
  return present({
    kind: form.kind,
    legalReason: form.legalReason,
    reference: words(form.reference),
    audience: toAffected(form),
    channels,
    escalateAfter:
      form.isInTurn && wait.amount !== undefined ? durationOf(wait.amount, wait.unit) : undefined,
    urgency: form.urgency,
    acknowledge: form.answer !== 'none',
    acceptance: toAcceptance(form),
    openDays: form.openDays,
    supersedes: words(form.supersedes),
    followUpOf: words(form.followUpOf),
    content: { defaultLocale: form.defaultLocale, locales: Object.fromEntries(locales) },
  });
}

/** Absent while nobody has said who is affected. */
function toAffected({ scope, affected }: NoticeForm): DraftBody | undefined {
  if (scope === 'everybody') return {};
  const filters = Object.entries(affected).filter(([, values]) => values.length > 0);
  return scope === 'some' ? unlessEmpty(Object.fromEntries(filters)) : undefined;
}

export function toAcceptance({
  answer,
  version,
}: Pick<NoticeForm, 'answer' | 'version'>): DraftBody | undefined {
  if (answer !== 'accept' && answer !== 'renew') return undefined;
  return present({ version: words(version), renewConsents: answer === 'renew' });
}

/** What is written in one language, for the channels that are used. */
export function toLocale({ email, push, sms }: NoticeLocaleForm, channels: readonly Channel[]): DraftBody {
  const has = (channel: Channel) => channels.includes(channel);
  return present({
    email: has('email') ? toEmail(email) : undefined,
    push: has('push') ? toPush(push) : undefined,
    sms: has('sms') ? unlessEmpty(present({ text: words(sms.text) })) : undefined,
  });
}
