/** Sends one letter: decided at that moment, claimed, handed over, recorded. After a crash in between it is sent again; it asks for nothing twice. */
import type { Keyring } from '../adapters/keyring.ts';
import type { LetterStore } from '../adapters/letter-store.ts';
import type { SendMail } from '../adapters/mailer.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { Publish } from '../adapters/pusher.ts';
import { renderLetterPush } from '../content/letter-push.ts';
import { unlessUnusable } from '../content/mime.ts';
import { renderLetterMail, renderLetterNote } from '../content/render-letter.ts';
import { decideLetter, type Permit } from '../domain/decide.ts';
import { claimLetter, dropLetter, type Letter, postponeLetter, sentLetter } from '../domain/letter.ts';
import { officeById } from '../domain/offices.ts';
import { type Contact, contactKey, type EmailContact, type PushContact } from '../domain/person.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { HandOver } from './hand-over.ts';

export interface LetterDeps {
  letters: Pick<LetterStore, 'load' | 'save'>;
  people: Pick<PeopleStore, 'readContacts'>;
  keyring: Pick<Keyring, 'signLink'>;
  send: SendMail;
  publish: Publish;
  configurationSet: string;
  publicUrl: string;
  clock: () => Instant;
}

export type LetterDelivered = Letter['progress']['state'] | 'not-due';

/** Works on a letter that is due; one that another worker has in hand, or that is done, is left alone. */
export async function deliverLetter(
  deps: LetterDeps,
  pointer: { personId: string; id: string },
): Promise<LetterDelivered> {
  const { letters, people, clock } = deps;
  const letter = await letters.load(pointer);
  const now = clock();
  if (letter?.progress.state !== 'waiting' || letter.progress.dueAt > now) return 'not-due';
  const claimed = claimLetter(letter, now);
  if (!(await letters.save(claimed))) return 'not-due';
  const at = { personId: letter.personId, channel: letter.channel, id: letter.contactId };
  const contact = (await people.readContacts([at])).get(contactKey(at));
  const decision = decideLetter(letter, contact, now);
  const next =
    decision.kind === 'skip' || !contact
      ? dropLetter(claimed, decision.kind === 'skip' ? decision.reason : 'erased', now)
      : afterHandOver(claimed, await handOver(deps, decision.permit, claimed, contact), clock());
  await letters.save(next);
  return next.progress.state;
}

function afterHandOver(letter: Letter, result: HandOver, now: Instant): Letter {
  switch (result.kind) {
    case 'accepted':
      return sentLetter(letter, result.providerId, now);
    case 'disabled':
    case 'failed':
      return dropLetter(letter, result.kind, now);
    case 'retry':
    case 'unknown':
      return postponeLetter(letter, now);
  }
}

async function handOver(
  deps: LetterDeps,
  _permit: Permit<'letter'>,
  letter: Letter,
  contact: Contact,
): Promise<HandOver> {
  switch (contact.channel) {
    case 'email':
      return sendLetterMail(deps, letter, contact);
    case 'push':
      return pushLetter(deps, letter, contact);
    case 'sms':
      return { kind: 'failed' };
  }
}

async function sendLetterMail(deps: LetterDeps, letter: Letter, contact: EmailContact): Promise<HandOver> {
  const office = officeById(contact.office);
  if (!office) return { kind: 'failed' };
  const { address: to, language, country, timezone } = contact;
  const raw = unlessUnusable(() =>
    renderLetterMail(letter, { office, language, country, timezone, to, link: linkOf(deps, letter) }),
  );
  if (!raw) return { kind: 'failed' };
  return deps.send({
    raw,
    from: office.sender.address,
    to,
    configurationSet: deps.configurationSet,
    tags: {
      message: letter.id,
      person: contact.personId,
      contact: contact.id,
      office: office.id,
      wave: 'letter',
    },
  });
}

function linkOf(
  { keyring, publicUrl }: LetterDeps,
  { personId, contactId, eventId, content, id }: Letter,
): string {
  const whose = { personId, contactId };
  return content.kind === 'confirm'
    ? `${publicUrl}/c/${keyring.signLink({ ...whose, purpose: 'confirm', eventId })}`
    : `${publicUrl}/p/${keyring.signLink({ ...whose, purpose: 'preferences', messageId: id })}`;
}

const pushTtlSeconds = 14 * 86_400;

/** A phone without an endpoint has not answered through this service for long: nothing is made for a letter alone. */
async function pushLetter(
  { publish }: LetterDeps,
  letter: Letter,
  { endpointArn, ...contact }: PushContact,
): Promise<HandOver> {
  const office = officeById(contact.office);
  if (!office || endpointArn === undefined) return { kind: 'failed' };
  const note = renderLetterNote(letter, { ...contact, office });
  const push = renderLetterPush(note, { letterId: letter.id, office, ttlSeconds: pushTtlSeconds });
  return publish({ TargetArn: endpointArn, ...push, MessageAttributes: { ...push.MessageAttributes } });
}
