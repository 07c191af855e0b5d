/**
 * Takes a person's answer to a notice: that they have read it, or that they accept what it asks them to. An acceptance is an entry of the person's
 * ledger too, together with the consents that they give anew (policy P-24). The first answer stays.
 */
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import type { AnswerWay, NoticeAnswer } from '../domain/answer.ts';
import type { Notice } from '../domain/lifecycle.ts';
import type { Acceptance } from '../domain/message.ts';
import type { PersonRecord } from '../domain/person.ts';
import { type Renewable, renewalAnswers } from '../domain/renewal.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import type { Channel, Instant, Source } from '../domain/vocabulary.ts';
import { type ChangeStore, changePerson } from './change-person.ts';
import { type FindSentDeps, wasSent } from './find-sent.ts';

export interface AnswerDeps extends FindSentDeps {
  people: ChangeStore;
  answers: Pick<AnswerStore, 'record' | 'load'>;
}

export interface GivenAnswer {
  personId: string;
  way: AnswerWay;
  channel?: Channel | undefined;
  source: Source;
  now: Instant;
  /** What the button said. */
  wording?: string | undefined;
  wordingLanguage?: string | undefined;
  /** Absent: it is an acknowledgement. */
  accept?:
    | {
        version: string;
        /** Consents to give anew, and the words that each was asked with. */
        renew?: readonly Renewable[];
        wordingOf?: (about: Renewable) => string;
      }
    | undefined;
}

/**
 * `not-sent`: the notice is not addressed to that person, or nothing is known of them. `not-asked`: it does not ask to accept that version.
 * `stopped`: nothing of it can be accepted any more.
 */
export type AnswerOutcome =
  | { kind: 'answered'; answer: NoticeAnswer; isNew: boolean }
  | { kind: 'not-sent' }
  | { kind: 'not-asked' }
  | { kind: 'stopped' };

/** A notice that was released; undefined for anything else, and for an id that is none. */
export async function loadReleased(
  messages: Pick<MessageStore, 'load'>,
  messageId: string,
): Promise<Notice | undefined> {
  const record = await messages.load(messageId);
  return record?.type === 'notice' && record.startedAt !== undefined ? record : undefined;
}

/** The person of a link: where their phone has joined an account since, that of the account. Undefined: erased. */
export async function findLiving(
  people: Pick<ChangeStore, 'load'>,
  personId: string,
): Promise<PersonRecord | undefined> {
  const found = await people.load(personId);
  const into = found?.person.mergedInto;
  return into === undefined ? found : people.load(into);
}

/** Takes an answer. A repeated one changes nothing; an acceptance may follow an acknowledgement, once. */
export async function answerNotice(
  deps: AnswerDeps,
  notice: Notice,
  given: GivenAnswer,
): Promise<AnswerOutcome> {
  const { accept } = given;
  const record = await findLiving(deps.people, given.personId);
  if (!record) return { kind: 'not-sent' };
  const ids = idsOf(record, given.personId);
  const known = await answerOf(deps.answers, notice.id, ids);
  if (known && saysAsMuch(known, accept)) return { kind: 'answered', answer: known, isNew: false };
  if (accept && accept.version !== notice.draft.acceptance?.version) return { kind: 'not-asked' };
  if (accept && notice.state === 'stopped') return { kind: 'stopped' };
  const personId = known?.personId ?? (await addressee(deps, notice, ids, record.person.office));
  if (personId === undefined) return { kind: 'not-sent' };
  if (accept) await writeAcceptance(deps.people, record.person.id, given, accept, notice.draft.acceptance);
  const answer = toAnswer(personId, given);
  const isNew = await deps.answers.record(notice.id, answer);
  return { kind: 'answered', answer: (await deps.answers.load(notice.id, personId)) ?? answer, isNew };
}

/** The answer on record of a person, also one that they gave before their phone joined an account. */
export async function readAnswer(
  answers: Pick<AnswerStore, 'load'>,
  notice: Notice,
  record: PersonRecord,
): Promise<NoticeAnswer | undefined> {
  return answerOf(answers, notice.id, idsOf(record, record.person.id));
}

/** Under which ids a notice may have been sent to the person. */
function idsOf({ person }: PersonRecord, personId: string): string[] {
  return [...new Set([personId, person.id, ...(person.mergedFrom ?? [])])];
}

async function answerOf(
  answers: Pick<AnswerStore, 'load'>,
  messageId: string,
  ids: readonly string[],
): Promise<NoticeAnswer | undefined> {
  const all = await Promise.all(ids.map((id) => answers.load(messageId, id)));
  return all.find((answer) => answer?.accepted !== undefined) ?? all.find((answer) => answer !== undefined);
}

function saysAsMuch(known: NoticeAnswer, accept: GivenAnswer['accept']): boolean {
  return accept === undefined || known.accepted === accept.version;
}

async function addressee(
  deps: AnswerDeps,
  notice: Notice,
  ids: readonly string[],
  office: string,
): Promise<string | undefined> {
  for (const id of ids) if (await wasSent(deps, notice, id, office)) return id;
  return undefined;
}

/** In the ledger first: a crash before the answer is kept is mended by the next click, which finds the entry there. */
async function writeAcceptance(
  people: ChangeStore,
  personId: string,
  { source, now, wording, wordingLanguage }: GivenAnswer,
  { version, renew = [], wordingOf }: NonNullable<GivenAnswer['accept']>,
  acceptance: Acceptance | undefined,
): Promise<void> {
  const actor = { kind: 'person', id: personId } as const;
  const context = { now, source, actor, wording, wordingLanguage, policyVersion: version };
  const wanted = acceptance?.renewConsents ? renew : [];
  await changePerson(people, personId, context, (record) => {
    const isKnown = record.person.acceptedTerms?.some((accepted) => accepted.version === version);
    if (isKnown) return { edited: record, answers: [] };
    const rule = ruleBook.ruleFor(record.person, now);
    const renewed = renewalAnswers(record, wanted, rule, now).map(({ about, ...answer }) => ({
      ...answer,
      wording: wordingOf?.(about),
    }));
    return { edited: record, answers: [{ purpose: 'terms', version, state: 'granted' }, ...renewed] };
  });
}

function toAnswer(
  personId: string,
  { way, channel, wording, wordingLanguage, now, accept }: GivenAnswer,
): NoticeAnswer {
  const accepted = accept && { accepted: accept.version, acceptedAt: now };
  return { personId, at: now, way, channel, wording, wordingLanguage, ...accepted };
}
