/** Staff change a person's preferences on request (policy P-16): a refusal always lands, a grant needs evidence and the current version. */
import { etagOf, versionOf } from '../../shared/api/etag.ts';
import {
  Conflict,
  InvalidInput,
  NotFound,
  PreconditionFailed,
  PreconditionRequired,
} from '../../shared/domain/faults.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { type Choice, type Instant, Topic } from '../../shared/domain/vocabulary.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import type { PeopleDeps } from './deps.ts';
import type { StaffRequest } from './open-record.ts';
import { viewPreferences } from './view-person.ts';

export interface StaffChange {
  marketing?: { push?: Choice | undefined; email?: Choice | undefined } | undefined;
  topics?: Partial<Record<Topic, Choice>> | undefined;
  profiling?: Choice | undefined;
  diagnostics?: Choice | undefined;
  evidence?: string | undefined;
}

type Obstacle = 'no-evidence' | 'no-version' | 'stale' | 'no-contact';

/**
 * Takes the refusals in any case, and the grants when nothing stands in their way.
 * @returns the record as it is now
 * @throws InvalidInput, PreconditionRequired, PreconditionFailed, Conflict, each after the refusals are in; NotFound
 */
export async function changePreferences(
  { people }: Pick<PeopleDeps, 'people'>,
  personId: string,
  change: StaffChange,
  { actor, now, headers }: StaffRequest & { headers: { 'if-match'?: string | undefined } },
): Promise<PersonRecord> {
  const evidence = change.evidence ?? headers['x-purpose'];
  const context = { now, source: 'staff', actor: { kind: 'staff', id: actor.user, evidence } } as const;
  const grants: { obstacle?: Obstacle | undefined } = {};
  const saved = await changePerson(people, personId, context, (record) => {
    const answers = answersOf(change, record, now);
    const refusals = answers.filter(({ state }) => state === 'denied');
    grants.obstacle = wantsGrant(change) ? obstacleTo(change, record, headers['if-match']) : undefined;
    return { edited: record, answers: grants.obstacle ? refusals : answers };
  });
  if (!saved) throw new NotFound('There is no person of this id.');
  if (grants.obstacle) throw faultOf(grants.obstacle, saved);
  return saved;
}

function choicesOf({
  marketing = {},
  topics = {},
  profiling,
  diagnostics,
}: StaffChange): (Choice | undefined)[] {
  return [marketing.push, marketing.email, ...Object.values(topics), profiling, diagnostics];
}

function wantsGrant(change: StaffChange): boolean {
  return choicesOf(change).includes('granted');
}

function obstacleTo(
  change: StaffChange,
  { person, contacts }: PersonRecord,
  ifMatch: string | undefined,
): Obstacle | undefined {
  if (change.evidence === undefined) return 'no-evidence';
  if (ifMatch === undefined) return 'no-version';
  if (versionOf(ifMatch) !== person.version) return 'stale';
  const lacks = (channel: 'email' | 'push') => contacts.every((contact) => contact.channel !== channel);
  const withoutContact =
    (change.marketing?.email === 'granted' && lacks('email')) ||
    ((change.marketing?.push === 'granted' || change.diagnostics === 'granted') && lacks('push'));
  return withoutContact ? 'no-contact' : undefined;
}

function faultOf(obstacle: Obstacle, record: PersonRecord): Error {
  const members = { preferences: viewPreferences(record), etag: etagOf(record.person.version) };
  switch (obstacle) {
    case 'no-evidence': {
      const errors = [
        { field: 'evidence', message: 'is missing: a grant needs to say where the request is on file' },
      ];
      return new InvalidInput('A grant needs evidence. Refusals in this request are in.', {
        errors,
        members,
      });
    }
    case 'no-version':
      return new PreconditionRequired(
        'A grant needs If-Match with the ETag that it starts from. Refusals in this request are in.',
        { members },
      );
    case 'stale':
      return new PreconditionFailed(
        'The person has changed: look again before you grant. Refusals in this request are in.',
        { members },
      );
    case 'no-contact':
      return new Conflict('The person has no contact for what is granted. Refusals in this request are in.', {
        members,
      });
  }
}

function answersOf(
  { marketing = {}, topics = {}, profiling, diagnostics }: StaffChange,
  record: PersonRecord,
  now: Instant,
): Answer[] {
  const answers: Answer[] = [];
  const { push, email } = marketing;
  if (push) answers.push({ purpose: 'marketing', channel: 'push', state: push });
  if (email) answers.push({ purpose: 'marketing', channel: 'email', state: emailState(email, record, now) });
  for (const topic of Topic.options) {
    const state = topics[topic];
    if (state) answers.push({ purpose: 'topic', topic, state });
  }
  if (profiling) answers.push({ purpose: 'profiling', state: profiling });
  for (const { id, channel } of diagnostics ? record.contacts : []) {
    if (channel === 'push' && diagnostics)
      answers.push({ purpose: 'diagnostics', contactId: id, state: diagnostics });
  }
  return answers;
}

/** Where double opt-in is recommended or required, a grant taken down by staff waits for the person's own confirmation (regions table). */
function emailState(choice: Choice, { person }: PersonRecord, now: Instant): Choice | 'pending' {
  const doubleOptIn = ruleBook.ruleFor(person, now)?.doubleOptIn ?? 'required';
  return choice === 'granted' && doubleOptIn !== 'no' ? 'pending' : choice;
}
