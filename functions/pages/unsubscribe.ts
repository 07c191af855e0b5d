/** Withdraws marketing for whoever a link was made for: all email, or one topic; and undoes it. */
import { findEmail } from '../../shared/domain/contacts.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { personAnswers } from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant, Topic } from '../../shared/domain/vocabulary.ts';
import type { Catalog, MessageId } from '../../shared/i18n/messages.ts';
import { wordingId } from '../../shared/i18n/wording.ts';
import { type Changed, type ChangeStore, changePerson } from '../../shared/use-cases/change-person.ts';
import { changePreferences, type PreferencesChanged } from '../../shared/use-cases/change-preferences.ts';

export interface Withdrawal {
  personId: string;
  /** The button of the mail program, or the one of the page. */
  source: 'one-click' | 'link';
  /** The page that was shown; a mail program shows words of its own. */
  catalog?: Catalog | undefined;
  /** One topic only. */
  topic?: Topic | undefined;
  now: Instant;
}

/** What a mail program's own button stands for; no text of ours is shown with it (RFC 8058). */
const headerWording = 'list-unsubscribe-header';

/**
 * The refusal of email holds for every address of the person, also for those that come later. Repeated, it changes nothing.
 * @returns undefined when the person has been erased
 */
export async function unsubscribe(
  people: ChangeStore,
  { personId, source, catalog, topic, now }: Withdrawal,
): Promise<Changed | undefined> {
  const shown: MessageId = topic ? 'unsubscribe.topic.detail' : 'unsubscribe.stops.detail';
  const context = {
    now,
    source,
    actor: { kind: 'person', id: personId },
    wording: catalog ? wordingId(catalog, shown) : headerWording,
    wordingLanguage: catalog?.locale,
    policyVersion,
  } as const;
  const answer: Answer = topic
    ? { purpose: 'topic', topic, state: 'denied' }
    : { purpose: 'marketing', channel: 'email', state: 'denied' };
  return changePerson(people, personId, context, (record) => ({ edited: record, answers: [answer] }));
}

export interface Undoing {
  personId: string;
  /** The address that the link was made for: only that one is allowed again. */
  contactId: string;
  catalog: Catalog;
  topic?: Topic | undefined;
  /** The version that the page showed, as an entity tag. */
  ifMatch: string | undefined;
  now: Instant;
}

/** Allows again what the step before refused. It is a grant on a web form: it needs the version, and waits for a confirmation where the country wants one. */
export async function undoUnsubscribe(
  people: ChangeStore,
  { personId, contactId, catalog, topic, ifMatch, now }: Undoing,
): Promise<PreferencesChanged | undefined> {
  const change = topic
    ? { topics: { [topic]: 'granted' as const } }
    : { marketing: { email: 'granted' as const } };
  const context = {
    now,
    source: 'link',
    actor: { kind: 'person', id: personId },
    wording: wordingId(catalog, topic ? 'undo.topic.detail' : 'undo.detail'),
    wordingLanguage: catalog.locale,
    policyVersion,
  } as const;
  return changePreferences(people, personId, context, {
    change,
    ifMatch,
    obstacleTo: (record) => (findEmail(record, contactId) ? undefined : 'no-contact'),
    answersOf: (record) => {
      const rule = ruleBook.ruleFor(record.person, now);
      return personAnswers(change, record, { rule, now, isOwn: false, emailId: contactId });
    },
  });
}

/** Whether there is nothing left to withdraw. */
export function isUnsubscribed({ person, contacts }: PersonRecord): boolean {
  return (
    person.refusals.email !== undefined &&
    contacts.every(
      ({ channel, marketing }) =>
        channel !== 'email' || (marketing.state === 'denied' && marketing.asked === undefined),
    )
  );
}
