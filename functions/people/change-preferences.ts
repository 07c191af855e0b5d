/** Staff change a person's preferences on request (policy P-16): a refusal always lands, a grant needs evidence and the current version. */
import { NotFound } from '../../shared/domain/faults.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { type PreferenceChange, personAnswers } from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import {
  changePreferences as change,
  grantFault,
  type ShownWording,
  shownIn,
} from '../../shared/use-cases/change-preferences.ts';
import type { PeopleDeps } from './deps.ts';
import type { StaffRequest } from './open-record.ts';
import { viewPreferences } from './view-person.ts';

export interface StaffChange extends PreferenceChange {
  evidence?: string | undefined;
  wording?: ShownWording | undefined;
}

/**
 * Takes the refusals in any case, and the grants when nothing stands in their way. A grant of email that waits for the person's own confirmation
 * sends the confirmation mail.
 * @returns the record as it is now
 * @throws InvalidInput, PreconditionRequired, PreconditionFailed, Conflict, each after the refusals are in; NotFound
 */
export async function changePreferences(
  { people, wakeLetters }: Pick<PeopleDeps, 'people' | 'wakeLetters'>,
  personId: string,
  request: StaffChange,
  { actor, now, headers }: StaffRequest & { headers: { 'if-match'?: string | undefined } },
): Promise<PersonRecord> {
  const evidence = request.evidence ?? headers['x-purpose'];
  const context = {
    now,
    source: 'staff',
    actor: { kind: 'staff', id: actor.user, evidence },
    ...shownIn(request.wording, policyVersion),
  } as const;
  const changed = await change(people, personId, context, {
    change: request,
    ifMatch: headers['if-match'],
    answersOf: (record) => {
      const rule = ruleBook.ruleFor(record.person, now);
      return personAnswers(request, record, { rule, now, isOwn: false });
    },
    obstacleTo: () => (request.evidence === undefined ? 'no-evidence' : undefined),
  });
  if (!changed) throw new NotFound('There is no person of this id.');
  await wakeLetters(changed.letters);
  const { obstacle, record } = changed;
  if (obstacle) throw grantFault({ ...changed, obstacle }, viewPreferences(record));
  return record;
}
