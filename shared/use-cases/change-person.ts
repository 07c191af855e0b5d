/** Changes of one person's record: every answer becomes a sealed ledger entry, and profile, contacts, ledger and letters are saved as one. */
import { createEventIds } from '../adapters/identifiers.ts';
import { sha256 } from '../adapters/keyring.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { AskedCount, PersonChange } from '../adapters/people-writes.ts';
import { confirmationsPerDay, isConfirmable } from '../domain/confirmation.ts';
import { pendingGrant } from '../domain/consent.ts';
import { Conflict } from '../domain/faults.ts';
import { type Actor, genesisHash, type LedgerEntry, seal } from '../domain/ledger.ts';
import { confirmLetter, type Letter, resultLetters } from '../domain/letter.ts';
import type { Contact, EmailContact, PersonRecord } from '../domain/person.ts';
import { obstacleOf } from '../domain/person-preferences.ts';
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
  const answered = applyAnswers(edited, answers, answerContext(edited, context));
  const { claims = [], releases = [] } = addresses;
  const { record, events, refusalsKept } = answered;
  const untouched = before !== undefined && record === before && claims.length === 0 && releases.length === 0;
  if (untouched) return { change: undefined, refusalsKept };
  const entries: LedgerEntry[] = [];
  for (const event of events) {
    const previousHash = entries.at(-1)?.hash ?? edited.person.ledgerHead?.hash ?? genesisHash;
    entries.push(seal(event, previousHash, sha256));
  }
  const after = nextRecord(before, record, entries.at(-1), context.now);
  const letters = resultLetters(after, events, context.now);
  return {
    change: { before, after, entries, claims, releases, optOuts: optOutsIn(events), letters },
    refusalsKept,
  };
}

/** Two changes of one record, the second on top of the first, as one. */
export function joinChanges(first: PersonChange, second: PersonChange | undefined): PersonChange {
  if (!second) return first;
  return {
    before: first.before,
    after: second.after,
    entries: [...first.entries, ...second.entries],
    claims: [...first.claims, ...second.claims],
    releases: [...first.releases, ...second.releases],
    moves: [...(first.moves ?? []), ...(second.moves ?? [])],
    optOuts: [...first.optOuts, ...second.optOuts],
    letters: [...first.letters, ...second.letters],
  };
}

function nextRecord(
  before: PersonRecord | undefined,
  { person, contacts }: PersonRecord,
  last: LedgerEntry | undefined,
  now: Instant,
): PersonRecord {
  return {
    contacts: contacts.map((contact) => nextVersion(contact, before)),
    person: {
      ...person,
      ledgerHead: last ? { id: last.id, hash: last.hash } : person.ledgerHead,
      version: (before?.person.version ?? 0) + 1,
      updatedAt: now,
    },
  };
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

export type ChangeStore = Pick<PeopleStore, 'load' | 'save' | 'countAsked'>;

export interface Changed {
  /** As saved, or as read when nothing changed. */
  record: PersonRecord;
  /** Letters that wait since this change. */
  letters: readonly Letter[];
  /** A confirmation was asked for, and no further mail goes to that address today. */
  isLimited: boolean;
}

const attempts = 20;

/**
 * Reads, edits and saves until nobody else came between: a withdrawal is never lost to a race. A grant that is pending afterwards because of the
 * answers gets its confirmation mail in the same transaction.
 * @returns undefined when the person does not exist
 * @throws Conflict when the record kept changing
 */
export async function changePerson(
  people: ChangeStore,
  personId: string,
  context: ChangeContext,
  edit: Edit,
): Promise<Changed | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await people.load(personId);
    if (!before) return undefined;
    const { edited, answers, addresses } = edit(before);
    const { change } = buildChange(before, edited, answers, context, addresses);
    const asked = await askForConfirmation(people, { before, change, answers, now: context.now });
    if (!asked.change) return { record: before, letters: [], isLimited: asked.isLimited };
    const { after, letters } = asked.change;
    if (await people.save([asked.change])) return { record: after, letters, isLimited: asked.isLimited };
  }
  throw new Conflict('The record kept changing while it was being saved; try again.');
}

interface Asking {
  before: PersonRecord;
  change: PersonChange | undefined;
  answers: readonly Answer[];
  now: Instant;
}

/** Adds the confirmation mails that pending answers need, also where a grant was pending already: the mail is then sent again. */
async function askForConfirmation(
  people: ChangeStore,
  { before, change, answers, now }: Asking,
): Promise<{ change: PersonChange | undefined; isLimited: boolean }> {
  const day = now.slice(0, 10);
  const letters: Letter[] = [];
  const asked: AskedCount[] = [];
  let isLimited = false;
  for (const contact of contactsToAsk(change?.after ?? before, answers, now)) {
    const pending = pendingGrant(contact.marketing);
    const who = { personId: contact.personId, contactId: contact.id, day };
    const count = (await people.countAsked(who)) + 1;
    isLimited ||= count > confirmationsPerDay;
    if (!pending || count > confirmationsPerDay) continue;
    letters.push(confirmLetter(`${pending.eventId}-${day}-${count}`, contact, pending, now));
    asked.push({ ...who, count });
  }
  if (letters.length === 0) return { change, isLimited };
  const base = change ?? unchanged(before, now);
  return { change: { ...base, letters: [...base.letters, ...letters], asked }, isLimited };
}

/** The addresses for which an answer has just asked for a confirmation, and to which one can be sent. */
function contactsToAsk(record: PersonRecord, answers: readonly Answer[], now: Instant): EmailContact[] {
  const asks = answers.flatMap((answer) =>
    answer.purpose === 'marketing' && answer.state === 'pending' ? [answer.contactId] : [],
  );
  const isMeant = (contact: EmailContact) =>
    asks.some((contactId) => (contactId ?? contact.id) === contact.id) &&
    isConfirmable(contact.marketing, now) &&
    obstacleOf(contact) === undefined;
  return record.contacts.filter((contact) => contact.channel === 'email').filter(isMeant);
}

/** A change that only adds letters. */
function unchanged(before: PersonRecord, now: Instant): PersonChange {
  const after = nextRecord(before, before, undefined, now);
  return { before, after, entries: [], claims: [], releases: [], optOuts: [], letters: [] };
}
