/** Changes of one person's record: every answer becomes a sealed ledger entry, and profile, contacts and ledger are saved as one. */
import { createEventIds } from '../adapters/identifiers.ts';
import { sha256 } from '../adapters/keyring.ts';
import type { PeopleStore, PersonChange } from '../adapters/people-store.ts';
import { Conflict } from '../domain/faults.ts';
import { type Actor, genesisHash, type LedgerEntry, seal } from '../domain/ledger.ts';
import type { Contact, PersonRecord } from '../domain/person.ts';
import { type Answer, type AnswerContext, applyAnswers, optOutsIn } from '../domain/preferences.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import type { Instant, Source } from '../domain/vocabulary.ts';

export interface ChangeContext {
  now: Instant;
  source: Source;
  actor: Actor;
  wording?: string | undefined;
  wordingLanguage?: string | undefined;
  policyVersion?: string | undefined;
}

export interface AddressClaims {
  claims?: PersonChange['claims'];
  releases?: readonly string[];
}

/**
 * The change that answers make of a record, sealed and ready to save; undefined when nothing changes.
 * @param before the record as read, absent for a new person
 * @param edited the record with all changes that are not answers (attributes, contacts)
 */
export function buildChange(
  before: PersonRecord | undefined,
  edited: PersonRecord,
  answers: readonly Answer[],
  context: ChangeContext,
  addresses: AddressClaims = {},
): { change: PersonChange | undefined; refusalsKept: number } {
  const { person } = edited;
  const answered = applyAnswers(edited, answers, answerContext(edited, context));
  const { claims = [], releases = [] } = addresses;
  const { record, events, refusalsKept } = answered;
  const untouched = before !== undefined && record === before && claims.length === 0 && releases.length === 0;
  if (untouched) return { change: undefined, refusalsKept };
  const entries: LedgerEntry[] = [];
  for (const event of events) {
    entries.push(seal(event, entries.at(-1)?.hash ?? person.ledgerHead?.hash ?? genesisHash, sha256));
  }
  const last = entries.at(-1);
  const after = {
    contacts: record.contacts.map((contact) => nextVersion(contact, before)),
    person: {
      ...record.person,
      ledgerHead: last ? { id: last.id, hash: last.hash } : record.person.ledgerHead,
      version: (before?.person.version ?? 0) + 1,
      updatedAt: context.now,
    },
  };
  return { change: { before, after, entries, claims, releases, optOuts: optOutsIn(events) }, refusalsKept };
}

function answerContext({ person }: PersonRecord, context: ChangeContext): AnswerContext {
  return {
    ...context,
    ruleVersion: ruleBook.ruleFor(person, context.now)?.version ?? 'none',
    nextId: createEventIds(context.now, person.ledgerHead?.id),
  };
}

function nextVersion(contact: Contact, before: PersonRecord | undefined): Contact {
  const known = before?.contacts.find(({ id }) => id === contact.id);
  return known === contact ? contact : { ...contact, version: (known?.version ?? 0) + 1 };
}

/** What a caller wants done to the record as it stands at the moment of writing. */
export type Edit = (record: PersonRecord) => {
  edited: PersonRecord;
  answers: readonly Answer[];
  addresses?: AddressClaims;
};

const attempts = 20;

/**
 * Reads, edits and saves until nobody else came between: a withdrawal is never lost to a race.
 * @returns the record as saved, or undefined when the person does not exist
 * @throws Conflict when the record kept changing
 */
export async function changePerson(
  people: Pick<PeopleStore, 'load' | 'save'>,
  personId: string,
  context: ChangeContext,
  edit: Edit,
): Promise<PersonRecord | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await people.load(personId);
    if (!before) return undefined;
    const { edited, answers, addresses } = edit(before);
    const { change } = buildChange(before, edited, answers, context, addresses);
    if (!change) return before;
    if (await people.save([change])) return change.after;
  }
  throw new Conflict('The record kept changing while it was being saved; try again.');
}
