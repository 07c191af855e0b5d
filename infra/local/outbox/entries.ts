/** What the outboxes keep: everything that was handed to SES, SNS and EventBridge. */
import * as z from 'zod';

/** A mail as it was stored; it is parsed when somebody reads it. */
export const StoredMail = z.object({
  messageId: z.string(),
  at: z.string(),
  /** Envelope recipients. */
  to: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.string().optional(),
  /** MIME as base64, with the headers that SES adds. */
  raw: z.string(),
});
export type StoredMail = z.infer<typeof StoredMail>;

/** One line of `GET /local/outbox/email`. */
export const MailEntry = z.object({
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Lower-case names; values unfolded, not decoded; repeated fields on separate lines. */
  headers: z.record(z.string(), z.string()),
  html: z.string(),
  text: z.string(),
  tags: z.record(z.string(), z.string()),
  at: z.string(),
});
export type MailEntry = z.infer<typeof MailEntry>;

/** One line of `GET /local/outbox/push`; the payload is the parsed message, its FCM part parsed too. */
export const PushEntry = z.object({
  messageId: z.string(),
  endpointArn: z.string(),
  token: z.string(),
  payload: z.unknown(),
  at: z.string(),
});
export type PushEntry = z.infer<typeof PushEntry>;

/** One line of `GET /local/outbox/sms`. */
export const SmsEntry = z.object({
  messageId: z.string(),
  phoneNumber: z.string(),
  message: z.string(),
  at: z.string(),
});
export type SmsEntry = z.infer<typeof SmsEntry>;

/** One line of `GET /local/outbox/events`. */
export const EventEntry = z.object({
  id: z.string(),
  source: z.string(),
  detailType: z.string(),
  detail: z.record(z.string(), z.unknown()),
  at: z.string(),
});
export type EventEntry = z.infer<typeof EventEntry>;
