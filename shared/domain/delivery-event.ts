/** What a provider says became of a message, as one shape for SES and SNS, and what that means for a contact. Pure. */
import { hasProfilingConsent } from './marketing-basis.ts';
import type { Contact } from './person.ts';
import type { Instant } from './vocabulary.ts';

/** Whose message it was: the tags that the sender put on the mail. */
export interface MessagePointer {
  messageId: string;
  personId: string;
  contactId: string;
  office: string;
  /** The wave's id in its batch (`20261123T180500Z`). */
  wave: string;
}

interface MailEvent {
  channel: 'email';
  /** Id that SES gave. */
  providerMessageId: string;
  at: Instant;
  pointer: MessagePointer;
}

interface PushEvent {
  channel: 'push';
  /** Id that SNS gave the push: the only one it names. */
  providerMessageId: string;
  at: Instant;
  endpointArn: string;
}

/** What a device says of a push. */
interface ReceiptEvent {
  kind: 'receipt';
  said: 'delivered' | 'opened';
  messageId: string;
  personId: string;
  contactId: string;
}

/**
 * `bounced-soft`: SES has given up after retries. `rejected`: the provider took the message and did not send it.
 * `endpoint-disabled`: the push token is dead. `ignored`: nothing follows from it.
 */
export type DeliveryEvent =
  | (MailEvent & { kind: 'sent' | 'delivered' | 'bounced-soft' | 'complained' | 'rejected' | 'delayed' })
  | (MailEvent & { kind: Engagement })
  | (MailEvent & { kind: 'bounced-hard'; cause: 'hard-bounce' | 'suppressed' })
  | (PushEvent & { kind: 'endpoint-disabled' | 'rejected' })
  | ReceiptEvent
  /** A phone has registered: an open notice may be about it. */
  | { kind: 'registered'; personId: string; contactId: string }
  | { kind: 'ignored'; reason: string };

export type Outcome = 'delivered' | 'bounced' | 'complained';
/** What a person did with a message. A click is an opening too. */
export type Engagement = 'opened' | 'clicked';

/**
 * What an event says of its mail; undefined where it says nothing final. Mail that SES took and did not deliver counts as bounced,
 * also where the address was on the suppression list (pain N-32) or SES refused the content.
 */
export function outcomeOf({ kind }: MailEvent & { kind: DeliveryEvent['kind'] }): Outcome | undefined {
  switch (kind) {
    case 'delivered':
    case 'complained':
      return kind;
    case 'bounced-hard':
    case 'bounced-soft':
    case 'rejected':
      return 'bounced';
    case 'sent':
    case 'delayed':
    case 'opened':
    case 'clicked':
    case 'endpoint-disabled':
    case 'receipt':
    case 'registered':
    case 'ignored':
      return undefined;
  }
}

/** Whether it may be noted now what the person does with a message (policy P-17): it may not under a hold or restriction (P-09, P-23). */
export function mayMeasure(contact: Contact | undefined, now: Instant): boolean {
  return contact !== undefined && !contact.erased && !contact.restricted && hasProfilingConsent(contact, now);
}

/** Whether an event says something of the address itself, and not only of one message. */
export function concernsContact({ kind }: DeliveryEvent): boolean {
  return kind === 'bounced-hard' || kind === 'complained' || kind === 'endpoint-disabled';
}

/**
 * The contact after the event; the same object when nothing changes. Repeats and any order give the same: a contact that cannot be
 * delivered to stays so, and the earliest complaint stands. A complaint stops marketing without being a consent event.
 */
export function applyDelivery(contact: Contact, event: DeliveryEvent): Contact {
  switch (event.kind) {
    case 'bounced-hard':
      return contact.channel === 'email' ? markUndeliverable(contact, event.cause) : contact;
    case 'complained':
      return contact.channel === 'email' ? markComplaint(contact, event.at) : contact;
    case 'endpoint-disabled':
      return contact.channel === 'push' && contact.endpointArn === event.endpointArn
        ? markUndeliverable(contact, 'endpoint-disabled')
        : contact;
    case 'sent':
    case 'delivered':
    case 'bounced-soft':
    case 'rejected':
    case 'delayed':
    case 'opened':
    case 'clicked':
    case 'receipt':
    case 'registered':
    case 'ignored':
      return contact;
  }
}

function markUndeliverable<C extends Contact>(contact: C, why: string): C {
  return contact.undeliverable === undefined ? { ...contact, undeliverable: why } : contact;
}

function markComplaint<C extends Contact>(contact: C, at: Instant): C {
  const known = contact.complainedAt;
  return known !== undefined && known <= at ? contact : { ...contact, complainedAt: at };
}
