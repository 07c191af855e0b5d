/** The page of a notice: GET shows it and answers nothing (N-10), POST takes the reader's answer. */
import type { Reply } from '../../shared/api/contract.ts';
import { noticeText } from '../../shared/content/notice-text.ts';
import { noticeValues } from '../../shared/content/variables.ts';
import { askedBy, type NoticeAnswer } from '../../shared/domain/answer.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { controller, type Office, officeById } from '../../shared/domain/offices.ts';
import type { Contact, PersonRecord } from '../../shared/domain/person.ts';
import { Renewable, renewables } from '../../shared/domain/renewal.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { findLocale } from '../../shared/i18n/locale.ts';
import { say } from '../../shared/i18n/messages.ts';
import { wordingId } from '../../shared/i18n/wording.ts';
import type { Frame } from '../../shared/pages/layout.ts';
import { type NoticePage, noticeAct, noticeWordings, renderNotice } from '../../shared/pages/notice-page.ts';
import { wordings } from '../../shared/pages/preference-page.ts';
import {
  type AnswerOutcome,
  answerNotice,
  findLiving,
  loadReleased,
  readAnswer,
} from '../../shared/use-cases/answer-notice.ts';
import { affectedDevices } from '../../shared/use-cases/notice-devices.ts';
import { readAcceptLanguage } from './accept-language.ts';
import { chooseCatalog } from './choose-language.ts';
import { honourSignal } from './honour-signal.ts';
import { type Arrival, damagedLink, pageReply } from './open-visit.ts';
import type { Form } from './read-choices.ts';

type NoticeArrival = Arrival<'notice'>;

/** A notice as one reader opens it. */
interface Opened {
  arrival: NoticeArrival;
  notice: Notice;
  /** Absent: the person was erased. */
  reader?: { record: PersonRecord; office: Office } | undefined;
  frame: Frame;
}

export function showNotice(arrival: NoticeArrival): Promise<Reply> {
  return open(arrival, async (opened) => pageReply(200, await pageOf(opened)));
}

/** The buttons. A value that the page does not know answers nothing. */
export function takeAnswer(arrival: NoticeArrival, form: Form): Promise<Reply> {
  return open(arrival, async (opened) => {
    const act = form[noticeAct.name];
    const isAnswer = act === noticeAct.acknowledge || act === noticeAct.accept;
    if (!isAnswer || !opened.reader) return pageReply(isAnswer ? 200 : 400, await pageOf(opened));
    const outcome = await save(opened, act === noticeAct.accept ? renewedIn(form) : undefined);
    const { status, news } = newsOf(opened, outcome);
    return pageReply(status, await pageOf(opened, news));
  });
}

async function open(arrival: NoticeArrival, answer: (opened: Opened) => Promise<Reply>): Promise<Reply> {
  const { deps, claim, wish, request } = arrival;
  const [notice, found] = await Promise.all([
    loadReleased(deps.messages, claim.messageId),
    findLiving(deps.people, claim.personId),
  ]);
  if (!notice) return damagedLink(wish);
  const office = found && officeById(found.person.office);
  const catalog = chooseCatalog(wish, found, office);
  const path = arrival.action.split('?', 1).join('');
  if (!found || !office) return answer({ arrival, notice, frame: { catalog, office: undefined, path } });
  const { record, isSignalled } = await honourSignal(deps.people, found, request, catalog);
  const language = wish.picked ?? record.person.language;
  const frame = { catalog, office, language, path, isSignalled };
  return answer({ arrival, notice, reader: { record, office }, frame });
}

function renewedIn(form: Form): Renewable[] {
  return Renewable.options.filter((about) => form[`${noticeAct.renew}${about}`] === 'granted');
}

/** @param renew of an acceptance: the consents to give anew */
function save({ arrival, notice, frame }: Opened, renew: Renewable[] | undefined): Promise<AnswerOutcome> {
  const { deps, claim, now } = arrival;
  const { catalog } = frame;
  const version = notice.draft.acceptance?.version ?? '';
  return answerNotice(deps, notice, {
    personId: claim.personId,
    way: 'page',
    source: 'link',
    now,
    wording: wordingId(catalog, renew ? noticeWordings.accept : noticeWordings.acknowledge),
    wordingLanguage: catalog.locale,
    accept: renew && { version, renew, wordingOf: (about) => wordingId(catalog, wordings[about]) },
  });
}

function newsOf({ frame: { catalog } }: Opened, outcome: AnswerOutcome) {
  const told = (status: number, kind: 'status' | 'alert', text: string) => ({ status, news: { kind, text } });
  switch (outcome.kind) {
    case 'answered':
      return told(200, 'status', say(catalog, outcome.isNew ? 'notice.recorded' : 'notice.already'));
    case 'not-sent':
      return told(404, 'alert', say(catalog, 'notice.not-yours'));
    case 'not-asked':
      return told(400, 'alert', say(catalog, 'centre.unchanged'));
    case 'stopped':
      // The page says on top that the notice does not apply any more.
      return { status: 409, news: undefined };
  }
}

async function pageOf(opened: Opened, news?: NoticePage['news']): Promise<string> {
  const { arrival, notice, reader, frame } = opened;
  const { draft, startedAt, state, supersededBy } = notice;
  const answer = reader && (await readAnswer(arrival.deps.answers, notice, reader.record));
  const text = textOf(opened);
  return renderNotice({
    ...frame,
    kind: draft.kind,
    reference: draft.reference,
    releasedAt: startedAt ?? notice.updatedAt,
    whose: reader?.record.person ?? {},
    text,
    isFallback: text !== undefined && findLocale([wantedIn(opened)], [text.locale]) === undefined,
    news,
    ended: state === 'stopped' ? { newer: supersededBy && newerLink(opened, supersededBy) } : undefined,
    isErased: reader === undefined,
    answer,
    question: questionOf(opened, answer),
    centre: centreOf(opened),
  });
}

/** Asked is who can answer, as long as the notice applies and the answer on record does not say it yet. */
function questionOf(
  { arrival, notice, reader }: Opened,
  answer: NoticeAnswer | undefined,
): NoticePage['question'] {
  const asked = askedBy(notice.draft);
  if (!reader || notice.state === 'stopped' || asked === undefined) return undefined;
  const { action, now } = arrival;
  const { acceptance } = notice.draft;
  if (!acceptance) return answer ? undefined : { action };
  if (answer?.accepted !== undefined) return undefined;
  const { record } = reader;
  const isKnown = record.person.acceptedTerms?.some(({ version }) => version === acceptance.version);
  const rule = ruleBook.ruleFor(record.person, now);
  const offered = acceptance.renewConsents && !isKnown ? renewables(record, rule, now) : new Map();
  return { action, accept: { version: acceptance.version, renewables: offered } };
}

function textOf({ arrival, notice, reader, frame }: Opened) {
  const { audience, content, reference } = notice.draft;
  const office = reader?.office ?? { name: controller.legalName, languages: [] };
  const devices = affectedDevices(audience, reader ? devicesOf(reader.record, arrival) : []);
  const { picked, browser } = arrival.wish;
  const wanted = [
    picked,
    reader?.record.person.language,
    ...readAcceptLanguage(browser),
    frame.catalog.locale,
  ];
  return noticeText(content, {
    languages: wanted.filter((language) => language !== undefined),
    officeLanguages: office.languages,
    valuesFor: (locale) => noticeValues({ office, devices, reference, locale }),
  });
}

/** The language that the reader has asked for; else that of the page. */
function wantedIn({ arrival, reader, frame }: Opened): string {
  const { picked, browser } = arrival.wish;
  return picked ?? reader?.record.person.language ?? readAcceptLanguage(browser)[0] ?? frame.catalog.locale;
}

/** Those of the contact that the notice went to; of the person, where it has gone. */
function devicesOf({ person, contacts }: PersonRecord, { claim }: NoticeArrival) {
  return contactOf(contacts, claim.contactId)?.devices ?? person.devices;
}

function contactOf(contacts: readonly Contact[], contactId: string): Contact | undefined {
  return contacts.find(({ id }) => id === contactId);
}

/** The same person reads the notice that replaced this one. */
function newerLink({ arrival }: Opened, messageId: string): string {
  const { deps, claim, wish } = arrival;
  return withLanguage(`/n/${deps.keyring.signLink({ ...claim, messageId })}`, wish.picked);
}

/** The preference centre belongs to an address: it opens for who came by mail. */
function centreOf({ arrival, reader }: Opened): string | undefined {
  const { deps, claim, wish } = arrival;
  const contact = reader && contactOf(reader.record.contacts, claim.contactId);
  if (contact?.channel !== 'email') return undefined;
  return withLanguage(`/p/${deps.keyring.signLink({ ...claim, purpose: 'preferences' })}`, wish.picked);
}

function withLanguage(path: string, picked: string | undefined): string {
  return picked === undefined ? path : `${path}?lang=${encodeURIComponent(picked)}`;
}
