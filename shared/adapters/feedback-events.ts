/**
 * Feedback of SES and SNS, and the receipts of devices, to `DeliveryEvent`.
 * Shapes: SES developer guide, "Contents of event data that Amazon SES publishes to Amazon SNS"; SNS developer guide, "Application events".
 */
import * as z from 'zod';
import { DeviceReceipt } from '../../events/device-receipt.ts';
import { DeviceRegistered } from '../../events/device-registered.ts';
import type { DeliveryEvent, MessagePointer } from '../domain/delivery-event.ts';

/** Providers write instants with and without milliseconds; ours always have them. */
const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

const Tags = z.record(z.string(), z.array(z.string()));
/** SES gives each tag as a list; ours hold one value. */
const Tag = z.tuple([z.string().min(1)]).transform(([value]) => value);

const Mail = z.object({ messageId: z.string().min(1), timestamp: Time, tags: Tags.default({}) });

const ses = <Type extends string, Shape extends z.ZodRawShape>(eventType: Type, shape: Shape) =>
  z.object({ eventType: z.literal(eventType), mail: Mail, ...shape });

const Stamped = z.object({ timestamp: Time });

const SesEvent = z.discriminatedUnion('eventType', [
  ses('Send', {}),
  ses('Delivery', { delivery: Stamped }),
  ses('Bounce', {
    bounce: Stamped.extend({
      bounceType: z.enum(['Undetermined', 'Permanent', 'Transient']),
      bounceSubType: z.string(),
    }),
  }),
  ses('Complaint', { complaint: Stamped.extend({ complaintFeedbackType: z.string().nullish() }) }),
  ses('Reject', { reject: z.object({ reason: z.string() }) }),
  ses('Rendering Failure', { failure: z.object({ errorMessage: z.string() }) }),
  ses('DeliveryDelay', { deliveryDelay: Stamped }),
  // Address, user agent and link of these two are left unread: nothing needs them (policy P-07, P-17).
  ses('Open', { open: Stamped }),
  ses('Click', { click: Stamped }),
]);
type SesEvent = z.infer<typeof SesEvent>;

/** Events that this service does not ask for (subscriptions), and those that SES may add. */
const OtherSesEvent = z.object({
  eventType: z.string().refine((type) => !usedTypes.includes(type), 'lacks the parts of its event type'),
});

const usedTypes: readonly string[] = SesEvent.options.map(({ shape }) => shape.eventType.value);

const PushFailure = z.object({
  EventType: z.literal('DeliveryFailure'),
  EndpointArn: z.string().min(1),
  FailureType: z.string(),
  MessageId: z.string().min(1),
  Time,
});
type PushFailure = z.infer<typeof PushFailure>;

/** Created, updated and deleted endpoints: they come from our own calls. */
const OtherSnsEvent = z.object({
  EventType: z.string().refine((type) => type !== 'DeliveryFailure', 'lacks the parts of its event type'),
});

/** What SES says, as text, when a topic becomes the destination of a configuration set. */
const greeting = /^Successfully validated SNS topic for Amazon SES/;

/** One body of the feedback queue: an event, or the envelope that SNS puts around it without raw delivery. */
export const FeedbackMessage = z.preprocess(
  unwrap,
  z.union([
    SesEvent.transform(fromSes),
    OtherSesEvent.transform(({ eventType }) => ignored(`${eventType} events are not used`)),
    PushFailure.transform(fromSns),
    DeviceReceipt.transform(fromDevice),
    DeviceRegistered.transform(fromRegistration),
    OtherSnsEvent.transform(({ EventType }) => ignored(`${EventType} events are not used`)),
    z
      .string()
      .regex(greeting)
      .transform(() => ignored('SES greets its topic')),
  ]),
);

const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

function unwrap(body: unknown): unknown {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return body;
  try {
    return JSON.parse(envelope.data.Message);
  } catch {
    return envelope.data.Message;
  }
}

function ignored(reason: string): DeliveryEvent {
  return { kind: 'ignored', reason };
}

function fromSes(event: SesEvent): DeliveryEvent {
  const pointer = pointerOf(event.mail.tags);
  if (!pointer) return ignored('the mail carries no tags of this service');
  const given = { channel: 'email', providerMessageId: event.mail.messageId, pointer } as const;
  switch (event.eventType) {
    case 'Send':
      return { ...given, kind: 'sent', at: event.mail.timestamp };
    case 'Delivery':
      return { ...given, kind: 'delivered', at: event.delivery.timestamp };
    case 'Bounce':
      return { ...given, ...bounceOf(event.bounce), at: event.bounce.timestamp };
    case 'Complaint':
      return isPraise(event.complaint)
        ? ignored('the feedback says that the mail is no spam')
        : { ...given, kind: 'complained', at: event.complaint.timestamp };
    case 'Reject':
    case 'Rendering Failure':
      return { ...given, kind: 'rejected', at: event.mail.timestamp };
    case 'DeliveryDelay':
      return { ...given, kind: 'delayed', at: event.deliveryDelay.timestamp };
    case 'Open':
      return { ...given, kind: 'opened', at: event.open.timestamp };
    case 'Click':
      return { ...given, kind: 'clicked', at: event.click.timestamp };
  }
}

const suppressed: readonly string[] = ['OnAccountSuppressionList', 'Suppressed'];

function bounceOf(bounce: { bounceType: string; bounceSubType: string }) {
  if (suppressed.includes(bounce.bounceSubType))
    return { kind: 'bounced-hard', cause: 'suppressed' } as const;
  return bounce.bounceType === 'Permanent'
    ? ({ kind: 'bounced-hard', cause: 'hard-bounce' } as const)
    : ({ kind: 'bounced-soft' } as const);
}

/** `not-spam` (RFC 6430) takes a mail out of the spam folder: the opposite of a complaint. */
function isPraise({ complaintFeedbackType }: { complaintFeedbackType?: string | null | undefined }): boolean {
  return complaintFeedbackType === 'not-spam';
}

const Pointer = z.object({ message: Tag, person: Tag, contact: Tag, office: Tag, wave: Tag });

/** The tags that the email gateway puts on each mail. */
function pointerOf(tags: z.infer<typeof Tags>): MessagePointer | undefined {
  const read = Pointer.safeParse(tags);
  if (!read.success) return undefined;
  const { message, person, contact, office, wave } = read.data;
  return { messageId: message, personId: person, contactId: contact, office, wave };
}

function fromDevice({ name: _name, version: _version, ...receipt }: DeviceReceipt): DeliveryEvent {
  return { kind: 'receipt', ...receipt };
}

const deadEndpoint: readonly string[] = ['InvalidPlatformToken', 'EndpointNotFound'];

function fromRegistration({ personId, contactId }: DeviceRegistered): DeliveryEvent {
  return { kind: 'registered', personId, contactId };
}

function fromSns({ EndpointArn, FailureType, MessageId, Time }: PushFailure): DeliveryEvent {
  return {
    kind: deadEndpoint.includes(FailureType) ? 'endpoint-disabled' : 'rejected',
    channel: 'push',
    providerMessageId: MessageId,
    at: Time,
    endpointArn: EndpointArn,
  };
}
