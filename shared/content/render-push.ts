/**
 * Push messages as Amazon SNS takes them for FCM v1 (SNS guide: sns-fcm-v1-payloads, sns-ttl). The body ends with the office on whose behalf it
 * is sent (policy P-08), because a notification has no sender line.
 */
import type { FieldError } from '../domain/faults.ts';
import type { PushContent } from '../domain/message.ts';
import type { Office } from '../domain/offices.ts';
import type { NoticeKind } from '../domain/vocabulary.ts';
import { mailCatalogFor } from '../i18n/mail-catalog.ts';
import { say } from '../i18n/messages.ts';
import { withLabel } from './country-label.ts';
import { type Notification, type PushPublication, payloadOf, publicationOf } from './push-publication.ts';
import { asIs, compileTemplate, fillTemplate, type Values } from './template.ts';
import { asTest } from './test-mark.ts';
import { longestValue, noticeVariables, personalisedVariables } from './variables.ts';

interface PushMessage {
  readonly messageId: string;
  readonly office: Office;
  readonly content: PushContent;
  /** BCP 47, the language the content is written in. */
  readonly locale: string;
  readonly values: Values;
  /** How long FCM keeps it for a phone that is off; 0: now or never. At most 28 days. */
  readonly ttlSeconds: number;
}

export interface MarketingPush extends PushMessage {
  /** From `labelFor`. */
  readonly label?: string | undefined;
}

export interface NoticePush extends PushMessage {
  readonly kind: NoticeKind;
  /** The signed link to the page of the notice. */
  readonly noticeUrl: string;
  /** What the notice asks its readers to do: the app shows the button. */
  readonly asks: 'acknowledge' | 'accept' | undefined;
}

/** A marketing push: normal priority, the country's label in front of the title. */
export function renderMarketingPush(push: MarketingPush): PushPublication {
  return publicationOf(push, marketingNotification(push));
}

/** A marketing push as a test: it says so, and names no campaign, so that what a phone says of it counts for none. */
export function renderTestPush(push: Omit<MarketingPush, 'messageId'>): PushPublication {
  const named = { ...push, messageId: 'test' };
  const notification = marketingNotification(named);
  return publicationOf(named, { ...notification, title: asTest(notification.title) });
}

/** A notice: high priority, and its body says why it comes (policy P-19). */
export function renderNoticePush(push: NoticePush): PushPublication {
  return publicationOf({ ...push, data: noticeData(push) }, noticeNotification(push));
}

function noticeData({ noticeUrl, asks }: Pick<NoticePush, 'noticeUrl' | 'asks'>): Record<string, string> {
  return asks ? { noticeUrl, answer: asks } : { noticeUrl };
}

function marketingNotification(push: Omit<MarketingPush, 'ttlSeconds'>): Notification {
  const { title, body } = push.content;
  return {
    kind: 'marketing',
    priority: 'normal',
    title: withLabel(fill(title, push), push.label),
    body: fill(body, push),
  };
}

function noticeNotification(push: Omit<NoticePush, 'ttlSeconds' | 'noticeUrl' | 'asks'>): Notification {
  const { title, body } = push.content;
  const why = say(mailCatalogFor([push.locale]), `notice.${push.kind}`);
  return { kind: 'notice', priority: 'high', title: fill(title, push), body: `${fill(body, push)}\n${why}` };
}

function fill(source: string, { values }: { readonly values: Values }): string {
  return fillTemplate(compileTemplate(source), values, asIs);
}

/** FCM refuses a larger message. */
const largestPushBytes = 4096;

const longestMessageId = 'm'.repeat(64);
/** A host with three ids and a signature, in base64url. */
const longestNotice = noticeData({ noticeUrl: 'u'.repeat(400), asks: 'acknowledge' });
const longestLabel = 'L'.repeat(16);
/** Each variable at its longest, in a script that takes most octets. */
const widestValues: Values = Object.fromEntries(
  [...personalisedVariables, ...noticeVariables].map((name) => [name, '𝕏'.repeat(longestValue)]),
);

/**
 * What is wrong with the size of a push when it is saved, counted with the longest values that its variables can have.
 * @param field where the content stands
 */
export function checkPushSize(
  field: string,
  {
    kind,
    ...written
  }: Pick<PushMessage, 'content' | 'locale' | 'office'> & { readonly kind: NoticeKind | 'marketing' },
): FieldError[] {
  const push = { ...written, messageId: longestMessageId, values: widestValues };
  const notification =
    kind === 'marketing'
      ? marketingNotification({ ...push, label: longestLabel })
      : noticeNotification({ ...push, kind });
  const data = kind === 'marketing' ? undefined : longestNotice;
  const bytes = Buffer.byteLength(JSON.stringify(payloadOf({ ...push, data }, notification)));
  if (bytes <= largestPushBytes) return [];
  return [
    {
      field,
      message: `Up to ${bytes} bytes with its variables filled in; a push can have ${largestPushBytes}`,
    },
  ];
}
