/** Letters: single messages about a person's own choices, free of promotion. They belong to neither lane of messages. Pure. */
import * as z from 'zod';
import type { ConsentEvent } from './ledger.ts';
import { addSeconds } from './local-time.ts';
import type { Contact, PersonRecord } from './person.ts';
import { resultNoticeWithin } from './rules/duties.ts';
import { Choice, Instant, MarketingChannel } from './vocabulary.ts';

/** `confirm`: asks to confirm a pending grant. `result`: says what became of a choice, where the law wants it said (Korea). */
const LetterContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirm'), askedAt: Instant }),
  z.object({ kind: z.literal('result'), state: Choice, answeredAt: Instant }),
]);

/**
 * `waiting`: to be sent at `dueAt`, or again then if its worker is not heard of. `sent`: the provider took it.
 * `dropped`: there was no more reason to send it, or no way.
 */
const LetterProgress = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), dueAt: Instant }),
  z.object({ state: z.literal('sent'), at: Instant, providerId: z.string() }),
  z.object({ state: z.literal('dropped'), at: Instant, reason: z.string() }),
]);

export const Letter = z.object({
  id: z.string(),
  personId: z.string(),
  contactId: z.string(),
  channel: MarketingChannel,
  office: z.string(),
  /** The event of the ledger that it is about. */
  eventId: z.string(),
  content: LetterContent,
  progress: LetterProgress,
  createdAt: Instant,
  /** Counts the changes. */
  version: z.int(),
});
export type Letter = z.infer<typeof Letter>;

/** A letter that asks to confirm a pending grant. */
export function confirmLetter(
  id: string,
  contact: Contact & { channel: 'email' },
  pending: { at: Instant; eventId: string },
  now: Instant,
): Letter {
  return newLetter({ id, contact, eventId: pending.eventId, now }, { kind: 'confirm', askedAt: pending.at });
}

/**
 * Letters that the law wants written about these events: one per channel, to a contact that the events name. What an import brings was answered
 * elsewhere, and a merge answers nothing anew.
 */
export function resultLetters(
  { person, contacts }: PersonRecord,
  events: readonly ConsentEvent[],
  now: Instant,
): Letter[] {
  if (resultNoticeWithin(person) === undefined) return [];
  const letters = new Map<MarketingChannel, Letter>();
  for (const event of events) {
    const contact = contacts.find(({ id }) => id === event.contactId);
    if (!contact || contact.channel === 'sms' || !isAnswer(event)) continue;
    const id = `${event.id}-result`;
    const content = { kind: 'result', state: event.state, answeredAt: event.at } as const;
    letters.set(contact.channel, newLetter({ id, contact, eventId: event.id, now }, content));
  }
  return [...letters.values()];
}

function isAnswer(event: ConsentEvent): event is ConsentEvent & { state: Choice } {
  const isOwn = event.source !== 'import' && event.source !== 'merge';
  return isOwn && event.purpose === 'marketing' && event.topic === undefined && event.state !== 'pending';
}

function newLetter(
  given: { id: string; contact: Contact & { channel: MarketingChannel }; eventId: string; now: Instant },
  content: Letter['content'],
): Letter {
  const { id, contact, eventId, now } = given;
  return {
    id,
    personId: contact.personId,
    contactId: contact.id,
    channel: contact.channel,
    office: contact.office,
    eventId,
    content,
    progress: { state: 'waiting', dueAt: now },
    createdAt: now,
    version: 1,
  };
}

/** Longer than any sender works on a letter. */
const leaseSeconds = 120;
/** A letter that nobody takes for so long is given up; the law of Korea leaves 14 days. */
const patienceSeconds = 7 * 86_400;

/** The letter in the hands of a sender: should that one vanish, it is due again. */
export function claimLetter(letter: Letter, now: Instant): Letter {
  return withProgress(letter, { state: 'waiting', dueAt: addSeconds(now, leaseSeconds) });
}

/** The letter after a hand-over that did not come about: due again later, or given up. */
export function postponeLetter(letter: Letter, now: Instant): Letter {
  return addSeconds(letter.createdAt, patienceSeconds) < now
    ? dropLetter(letter, 'not-taken', now)
    : withProgress(letter, { state: 'waiting', dueAt: addSeconds(now, leaseSeconds) });
}

export function sentLetter(letter: Letter, providerId: string, now: Instant): Letter {
  return withProgress(letter, { state: 'sent', at: now, providerId });
}

export function dropLetter(letter: Letter, reason: string, now: Instant): Letter {
  return withProgress(letter, { state: 'dropped', at: now, reason });
}

function withProgress(letter: Letter, progress: Letter['progress']): Letter {
  return { ...letter, progress, version: letter.version + 1 };
}
