/** Withdraws marketing email for whoever a link was made for. */
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';

export interface Withdrawal {
  personId: string;
  /** The button of the mail program, or the one of the page. */
  source: 'one-click' | 'link';
  /** Language of the page; a mail program shows words of its own. */
  language?: string | undefined;
  now: Instant;
}

/** Message ids of what the person was shown (shared/i18n), kept with the consent event. */
const wordings = { link: 'unsubscribe.question', 'one-click': 'list-unsubscribe-header' } as const;

/**
 * The refusal holds for every address of the person, also for those that come later. Repeated, it changes nothing.
 * @returns the person as saved, or undefined when they have been erased
 */
export async function unsubscribe(
  people: Pick<PeopleStore, 'load' | 'save'>,
  { personId, source, language, now }: Withdrawal,
): Promise<PersonRecord | undefined> {
  const context = {
    now,
    source,
    actor: { kind: 'person', id: personId },
    wording: wordings[source],
    wordingLanguage: language,
  } as const;
  return changePerson(people, personId, context, (record) => ({
    edited: record,
    answers: [{ purpose: 'marketing', channel: 'email', state: 'denied' }],
  }));
}

/** Whether there is nothing left to withdraw. */
export function isUnsubscribed({ person, contacts }: PersonRecord): boolean {
  return (
    person.refusals.email !== undefined &&
    contacts.every(({ channel, marketing }) => channel !== 'email' || marketing.state === 'denied')
  );
}
