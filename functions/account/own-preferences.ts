/** A person's own preferences: what holds now, and changes of it. The signed-in person speaks, so a grant counts at once. */
import type { AccountActor } from '../../shared/domain/actor.ts';
import { isConfirmable } from '../../shared/domain/confirmation.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import {
  choicesOf,
  type EffectivePreferences,
  type PreferenceChange,
  personAnswers,
  toPreferences,
} from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import { withShared } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import {
  changePreferences,
  grantFault,
  type ShownWording,
  shownIn,
} from '../../shared/use-cases/change-preferences.ts';
import type { AccountDeps } from './deps.ts';
import { nothingStored, openOwnRecord } from './open-own-record.ts';

export interface OwnPreferences extends EffectivePreferences {
  /** BCP 47 */
  language?: string | undefined;
  /** What waits for a confirmation by mail, such as `marketing.email`. */
  pending: string[];
}

export interface OwnChange extends PreferenceChange {
  language?: string | undefined;
  wording?: ShownWording | undefined;
}

/** What holds at `now`. */
export function describeOwn(record: PersonRecord, now: Instant): OwnPreferences {
  const { person, contacts } = record;
  const waiting = contacts.filter(({ marketing }) => isConfirmable(marketing, now));
  return {
    ...toPreferences(choicesOf(record, ruleBook.ruleFor(person, now), now)),
    language: person.language,
    pending: [...new Set(waiting.map(({ channel }) => `marketing.${channel}`))],
  };
}

/**
 * Takes the refusals in any case, and the grants from the version that they start from.
 * @returns the record as it is now
 * @throws NotFound; PreconditionRequired, PreconditionFailed and Conflict, each after the refusals are in
 */
export async function changeOwn(
  deps: Pick<AccountDeps, 'people' | 'keyring'>,
  actor: AccountActor,
  change: OwnChange,
  { ifMatch, now }: { ifMatch: string | undefined; now: Instant },
): Promise<PersonRecord> {
  const { person } = await openOwnRecord(deps, actor);
  const { language, wording } = change;
  const context = {
    now,
    source: 'account',
    actor: { kind: 'person', id: person.id },
    ...shownIn(wording, policyVersion),
  } as const;
  const changed = await changePreferences(deps.people, person.id, context, {
    change,
    ifMatch,
    answersOf: (record) => {
      const rule = ruleBook.ruleFor(record.person, now);
      return personAnswers(change, record, { rule, now, isOwn: true });
    },
    edit: (record) =>
      language === undefined || language === record.person.language
        ? record
        : withShared(record, { language }),
  });
  if (!changed) throw nothingStored();
  const { obstacle, record } = changed;
  if (obstacle) throw grantFault({ ...changed, obstacle }, describeOwn(record, now));
  return record;
}
