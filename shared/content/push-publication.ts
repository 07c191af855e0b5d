/** One push in the shape that Amazon SNS takes for FCM v1 (SNS guide: sns-fcm-v1-payloads, sns-ttl), whatever it says. */
import type { PushContent } from '../domain/message.ts';
import type { Office } from '../domain/offices.ts';

/** Input of SNS `Publish`, without the target. */
export interface PushPublication {
  readonly Message: string;
  readonly MessageStructure: 'json';
  readonly MessageAttributes: Readonly<
    Record<'AWS.SNS.MOBILE.FCM.TTL', { readonly DataType: 'String'; readonly StringValue: string }>
  >;
}

/** What a notification shows, and how urgent it is. */
export interface Notification {
  readonly kind: 'marketing' | 'notice' | 'choice';
  readonly priority: 'normal' | 'high';
  readonly title: string;
  readonly body: string;
}

const longestTtlSeconds = 28 * 86_400;

/** One push as SNS takes it. @param push `ttlSeconds`: how long FCM keeps it for a phone that is off; 0: now or never. At most 28 days. */
export function publicationOf(
  push: Payload & { readonly ttlSeconds: number },
  notification: Notification,
): PushPublication {
  const ttl = Math.max(0, Math.min(Math.floor(push.ttlSeconds), longestTtlSeconds));
  const payload = payloadOf(push, notification);
  const message = { ...payload, android: { priority: notification.priority, ttl: `${ttl}s` } };
  return {
    Message: JSON.stringify({
      default: payload.notification.body,
      GCM: JSON.stringify({ fcmV1Message: { validate_only: false, message } }),
    }),
    MessageStructure: 'json',
    MessageAttributes: { 'AWS.SNS.MOBILE.FCM.TTL': { DataType: 'String', StringValue: String(ttl) } },
  };
}

interface Payload {
  readonly messageId: string;
  readonly office: Office;
  readonly content: Pick<PushContent, 'link' | 'image'>;
  /** Further data for the app. */
  readonly data?: Readonly<Record<string, string>> | undefined;
}

/** What FCM counts: the texts, and the data for the app (each value a string). */
export function payloadOf(
  { messageId, office, content, data }: Payload,
  { kind, title, body }: Notification,
) {
  return {
    notification: {
      title,
      body: `${body}\n— ${office.name}`,
      ...(content.image ? { image: content.image } : {}),
    },
    data: { messageId, kind, office: office.id, ...(content.link ? { link: content.link } : {}), ...data },
  };
}
