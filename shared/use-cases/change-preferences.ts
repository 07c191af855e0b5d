/** Changes a person's preferences on somebody's word: a refusal always lands, a grant only where nothing stands in its way. */
import { etagOf, versionOf } from '../api/etag.ts';
import { Conflict, InvalidInput, PreconditionFailed, PreconditionRequired } from '../domain/faults.ts';
import type { PersonRecord } from '../domain/person.ts';
import { choicesIn, missingContact, type PreferenceChange } from '../domain/person-preferences.ts';
import type { Answer } from '../domain/preferences.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { type ChangeContext, type Changed, type ChangeStore, changePerson } from './change-person.ts';

/** Why a grant cannot be taken into this very record. */
export type GrantObstacle = 'no-evidence' | 'no-version' | 'stale' | 'no-contact';

export interface PreferenceRequest {
  change: PreferenceChange;
  /** The version that the grants start from, as an entity tag. */
  ifMatch: string | undefined;
  /** @throws whatever makes the change impossible for this record */
  answersOf: (record: PersonRecord) => Answer[];
  /** A further obstacle, which comes first. */
  obstacleTo?: ((record: PersonRecord) => GrantObstacle | undefined) | undefined;
  /** Changes of the record that are no answers; left out where the grants are not taken. */
  edit?: ((record: PersonRecord) => PersonRecord) | undefined;
}

export interface PreferencesChanged extends Changed {
  /** Absent: everything is in. Otherwise the refusals are, and the grants are not. */
  obstacle?: GrantObstacle | undefined;
  hasRefused: boolean;
}

/** @returns undefined when the person does not exist */
export async function changePreferences(
  people: ChangeStore,
  personId: string,
  context: ChangeContext,
  { change, ifMatch, answersOf, obstacleTo, edit }: PreferenceRequest,
): Promise<PreferencesChanged | undefined> {
  const choices = choicesIn(change);
  const grants: { obstacle?: GrantObstacle | undefined } = {};
  const changed = await changePerson(people, personId, context, (record) => {
    const answers = answersOf(record);
    grants.obstacle = choices.includes('granted')
      ? (obstacleTo?.(record) ?? obstacleIn(change, record, ifMatch))
      : undefined;
    const edited = edit && !grants.obstacle ? edit(record) : record;
    return { edited, answers: grants.obstacle ? answers.filter(({ state }) => state === 'denied') : answers };
  });
  return changed && { ...changed, ...grants, hasRefused: choices.includes('denied') };
}

function obstacleIn(
  change: PreferenceChange,
  record: PersonRecord,
  ifMatch: string | undefined,
): GrantObstacle | undefined {
  if (ifMatch === undefined) return 'no-version';
  if (versionOf(ifMatch) !== record.person.version) return 'stale';
  return missingContact(change, record) ? 'no-contact' : undefined;
}

/**
 * The fault to answer when grants were not taken; the refusals of the request are in.
 * @param preferences the state as it is now, in the words of the caller's API
 */
export function grantFault(
  { obstacle, hasRefused, record }: PreferencesChanged & { obstacle: GrantObstacle },
  preferences: unknown,
): Error {
  const members = { preferences, etag: etagOf(record.person.version) };
  const kept = hasRefused ? ' What was refused in this request is refused.' : '';
  switch (obstacle) {
    case 'no-evidence': {
      const message = 'is missing: a grant needs to say where the request is on file';
      return new InvalidInput(`A grant needs evidence.${kept}`, {
        errors: [{ field: 'evidence', message }],
        members,
      });
    }
    case 'no-version':
      return new PreconditionRequired(`Send If-Match with the ETag that the grant starts from.${kept}`, {
        members,
      });
    case 'stale':
      return new PreconditionFailed(`The preferences have changed: look at them and grant again.${kept}`, {
        members,
      });
    case 'no-contact':
      return new Conflict(`There is no email address or phone for what is granted.${kept}`, { members });
  }
}

/** What was shown to whoever gives an answer. */
export interface ShownWording {
  id: string;
  language: string;
  policyVersion?: string | undefined;
}

/** The part of a context that says what was shown, for the ledger (policy P-24). @param current the policy in force */
export function shownIn(
  wording: ShownWording | undefined,
  current: string,
): Pick<ChangeContext, 'wording' | 'wordingLanguage' | 'policyVersion'> {
  return {
    wording: wording?.id,
    wordingLanguage: wording?.language,
    policyVersion: wording?.policyVersion ?? current,
  };
}

/** When something was said offline: as its sender says, but never later than it arrived (clocks run ahead). */
export function saidAt(at: Instant | undefined, now: Instant): Instant {
  return at !== undefined && at < now ? at : now;
}
