/** Confirms a pending grant, renews one, or asks for the confirmation again. */
import { confirmableUntil, isConfirmable } from '../../shared/domain/confirmation.ts';
import { latestGrant, pendingGrant } from '../../shared/domain/consent.ts';
import type { Contact, PersonRecord } from '../../shared/domain/person.ts';
import { personAnswers } from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import type { Catalog, MessageId } from '../../shared/i18n/messages.ts';
import { wordingId } from '../../shared/i18n/wording.ts';
import { confirmWordings } from '../../shared/pages/confirm-page.ts';
import {
  type ChangeContext,
  type Changed,
  type ChangeStore,
  changePerson,
} from '../../shared/use-cases/change-person.ts';

/** The event of the ledger that a link was made for. */
interface Linked {
  personId: string;
  contactId: string;
  eventId: string;
}

export interface Taken extends Changed {
  /** This very step brought the grant into force. */
  isDone: boolean;
}

/** The pending grant of the link comes into force, if it is still that one and in time; checked in the moment of saving. */
export async function confirmGrant(
  people: ChangeStore,
  { personId, contactId, eventId }: Linked,
  catalog: Catalog,
  now: Instant,
): Promise<Taken | undefined> {
  const step = { isDone: false };
  const context = contextOf(personId, catalog, confirmWordings.confirm, now);
  const changed = await changePerson(people, personId, context, (record) => {
    const pending = pendingOf(record, contactId);
    step.isDone = pending?.eventId === eventId && now < confirmableUntil(pending.at);
    return { edited: record, answers: step.isDone ? [grant(contactId)] : [] };
  });
  return changed && { ...changed, ...step };
}

export interface Renewed extends Taken {
  /** The consent had ended, and the country wants a new one confirmed by mail. */
  isPending: boolean;
}

/** The grant that the link names is given anew from now on. One that has ended is a new grant on a web form. */
export async function renewGrant(
  people: ChangeStore,
  { personId, contactId, eventId }: Linked,
  { catalog, isLate, now }: { catalog: Catalog; isLate: boolean; now: Instant },
): Promise<Renewed | undefined> {
  const step = { isDone: false };
  const shown = isLate ? confirmWordings.renewLate : confirmWordings.renew;
  const context = contextOf(personId, catalog, shown, now);
  const changed = await changePerson(people, personId, context, (record) => {
    const marketing = contactOf(record, contactId)?.marketing;
    step.isDone = marketing !== undefined && latestGrant(marketing) === eventId;
    return { edited: record, answers: step.isDone ? emailGrants(record, contactId, now) : [] };
  });
  const contact = changed && contactOf(changed.record, contactId);
  const isPending = contact !== undefined && isConfirmable(contact.marketing, now);
  return changed && { ...changed, ...step, isPending };
}

/** Asks for the confirmation again: the same grant as long as it can be confirmed, else a new one. Within the limit of mails a day. */
export async function askAgain(
  people: ChangeStore,
  { personId, contactId }: Linked,
  catalog: Catalog,
  now: Instant,
): Promise<Changed | undefined> {
  const context = contextOf(personId, catalog, confirmWordings.confirm, now);
  return changePerson(people, personId, context, (record) => ({
    edited: record,
    answers: pendingOf(record, contactId)
      ? [{ purpose: 'marketing', channel: 'email', contactId, state: 'pending' }]
      : [],
  }));
}

function grant(contactId: string): Answer {
  return { purpose: 'marketing', channel: 'email', contactId, state: 'granted' };
}

function emailGrants(record: PersonRecord, contactId: string, now: Instant): Answer[] {
  const rule = ruleBook.ruleFor(record.person, now);
  return personAnswers({ marketing: { email: 'granted' } }, record, {
    rule,
    now,
    isOwn: false,
    emailId: contactId,
  });
}

function contactOf({ contacts }: PersonRecord, contactId: string): Contact | undefined {
  return contacts.find(({ id }) => id === contactId);
}

function pendingOf(record: PersonRecord, contactId: string) {
  const contact = contactOf(record, contactId);
  return contact && pendingGrant(contact.marketing);
}

function contextOf(personId: string, catalog: Catalog, shown: MessageId, now: Instant): ChangeContext {
  return {
    now,
    source: 'link',
    actor: { kind: 'person', id: personId },
    wording: wordingId(catalog, shown),
    wordingLanguage: catalog.locale,
    policyVersion,
  };
}
