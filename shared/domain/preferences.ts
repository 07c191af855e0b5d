/** What happens to a person's record when an answer arrives: a refusal always lands, a grant only where it may. Pure. */
import { isSettled, nextConsent, saysTheSame } from './answered-consent.ts';
import type { Consent } from './consent.ts';
import type { Actor, ConsentEvent } from './ledger.ts';
import type { Contact, Person, PersonRecord, SharedFacts } from './person.ts';
import type { Basis, Choice, Instant, MarketingChannel, Source, Topic } from './vocabulary.ts';

interface Given {
  /** When the person said so; the time of recording when absent. */
  givenAt?: Instant | undefined;
  /** Which words were shown for this answer, where those of the context are not meant. */
  wording?: string | undefined;
  /** Gives a consent anew that is in force, under another policy version: a new entry, although the state is the same. */
  renews?: boolean | undefined;
}

/** One answer to one question. Marketing without `contactId` speaks for every contact of the channel. */
export type Answer = Given &
  (
    | {
        purpose: 'marketing';
        channel: MarketingChannel;
        contactId?: string;
        state: Choice | 'pending';
        basis?: Basis;
      }
    | { purpose: 'topic'; topic: Topic; state: Choice }
    | { purpose: 'profiling'; state: Choice }
    | { purpose: 'diagnostics'; contactId: string; state: Choice }
    | { purpose: 'terms'; version: string; state: 'granted' }
  );

export interface AnswerContext {
  now: Instant;
  source: Source;
  actor: Actor;
  ruleVersion: string;
  wording?: string | undefined;
  wordingLanguage?: string | undefined;
  policyVersion?: string | undefined;
  /** A fresh event id, later in sort order than every one before. */
  nextId: () => string;
}

/** A refusal of marketing, for the report that counts hand-overs after it. */
export interface OptOut {
  personId: string;
  office: string;
  channel: MarketingChannel;
  /** The one device that was meant, if it was one. */
  contactId?: string | undefined;
  at: Instant;
}

export interface Answered {
  record: PersonRecord;
  events: readonly ConsentEvent[];
  /** Answers that cannot lift what the person had refused, such as grants of an import: left out. */
  refusalsKept: number;
}

/** Applies answers one after another. Nothing changes, and no event is made, where the answer says what already stands. */
export function applyAnswers(
  record: PersonRecord,
  answers: readonly Answer[],
  context: AnswerContext,
): Answered {
  let state: Answered = { record, events: [], refusalsKept: 0 };
  for (const answer of answers) state = applyAnswer(state, answer, context);
  return state;
}

function applyAnswer(state: Answered, answer: Answer, context: AnswerContext): Answered {
  switch (answer.purpose) {
    case 'marketing':
      return applyMarketing(state, answer, context);
    case 'topic':
      return applyTopic(state, answer, context);
    case 'profiling':
      return applyProfiling(state, answer, context);
    case 'diagnostics':
      return applyDiagnostics(state, answer, context);
    case 'terms':
      return applyTerms(state, answer, context);
  }
}

type MarketingAnswer = Extract<Answer, { purpose: 'marketing' }>;

function applyMarketing(state: Answered, answer: MarketingAnswer, context: AnswerContext): Answered {
  const targets = state.record.contacts.filter(
    (contact) => contact.channel === answer.channel && (answer.contactId ?? contact.id) === contact.id,
  );
  const personWide = answer.contactId === undefined || answer.channel === 'email';
  let next = state;
  for (const contact of targets) next = applyToContact(next, contact, answer, context);
  return personWide
    ? rememberForPerson(next, answer, context, next.events.length > state.events.length)
    : next;
}

/** Keeps a person-wide refusal beyond the addresses known today, and lifts it when the person grants again: both are in the ledger. */
function rememberForPerson(
  state: Answered,
  answer: MarketingAnswer,
  context: AnswerContext,
  isInLedger: boolean,
): Answered {
  const { person } = state.record;
  const { [answer.channel]: refusal, ...others } = person.refusals;
  const changes = refusal ? liftsRefusal(answer, context) : answer.state === 'denied';
  if (!changes) return state;
  const known = isInLedger ? state.events.at(-1) : undefined;
  const event = known ?? eventOf(person, answer, context);
  const refusals = refusal ? others : { ...others, [answer.channel]: { at: context.now, eventId: event.id } };
  return {
    ...state,
    record: withPerson(state.record, { refusals }),
    events: known ? state.events : [...state.events, event],
  };
}

/** Only the person's own express grant does: no import, no merge, no purchase, and no sign-up that still waits for its confirmation. */
function liftsRefusal({ state, basis = 'express' }: MarketingAnswer, { source }: AnswerContext): boolean {
  return state === 'granted' && basis === 'express' && source !== 'import' && source !== 'merge';
}

function applyToContact(
  state: Answered,
  contact: Contact,
  answer: MarketingAnswer,
  context: AnswerContext,
): Answered {
  const refusedBefore =
    contact.marketing.state === 'denied' || state.record.person.refusals[answer.channel] !== undefined;
  const mayAsk =
    answer.state === 'pending' && contact.marketing.state === 'denied' && context.source !== 'import';
  if (answer.state !== 'denied' && refusedBefore && !mayAsk && !liftsRefusal(answer, context)) {
    return { ...state, refusalsKept: state.refusalsKept + 1 };
  }
  const basis = answer.basis ?? 'express';
  const at = answer.givenAt ?? context.now;
  if (saysTheSame(contact.marketing, answer.state, basis, at, context)) return state;
  const event = eventOf(state.record.person, { ...answer, contactId: contact.id }, context);
  const marketing = nextConsent(contact.marketing, answer.state, basis, { at, eventId: event.id });
  return {
    ...state,
    record: withContact(state.record, { ...contact, marketing }),
    events: [...state.events, event],
  };
}

function applyTopic(
  state: Answered,
  answer: Extract<Answer, { purpose: 'topic' }>,
  context: AnswerContext,
): Answered {
  const { person } = state.record;
  if ((person.topics[answer.topic] ?? 'granted') === answer.state) return state;
  const event = eventOf(person, answer, context);
  const topics = { ...person.topics, [answer.topic]: answer.state };
  return { ...state, record: withShared(state.record, { topics }), events: [...state.events, event] };
}

function applyProfiling(
  state: Answered,
  answer: Extract<Answer, { purpose: 'profiling' }>,
  context: AnswerContext,
): Answered {
  const { person } = state.record;
  const at = answer.givenAt ?? context.now;
  const imported = context.source === 'import';
  if (imported && answer.state === 'granted' && person.profiling.state === 'denied') {
    return { ...state, refusalsKept: state.refusalsKept + 1 };
  }
  if (isSettled(person.profiling, answer, imported ? at : undefined)) return state;
  const event = eventOf(person, answer, context);
  const profiling: Consent = { state: answer.state, at, eventId: event.id };
  return { ...state, record: withShared(state.record, { profiling }), events: [...state.events, event] };
}

function applyDiagnostics(
  state: Answered,
  answer: Extract<Answer, { purpose: 'diagnostics' }>,
  context: AnswerContext,
): Answered {
  const device = state.record.contacts.find(({ id }) => id === answer.contactId);
  if (device?.channel !== 'push' || isSettled(device.diagnostics, answer)) return state;
  const event = eventOf(state.record.person, answer, context);
  const diagnostics: Consent = { state: answer.state, at: answer.givenAt ?? context.now, eventId: event.id };
  return {
    ...state,
    record: withContact(state.record, { ...device, diagnostics }),
    events: [...state.events, event],
  };
}

/** Accepted once: the same version again is no event. */
function applyTerms(
  state: Answered,
  answer: Extract<Answer, { purpose: 'terms' }>,
  context: AnswerContext,
): Answered {
  const { person } = state.record;
  const { acceptedTerms = [] } = person;
  if (acceptedTerms.some(({ version }) => version === answer.version)) return state;
  const event = eventOf(person, answer, context);
  const accepted = { version: answer.version, at: event.givenAt, eventId: event.id };
  return {
    ...state,
    record: withPerson(state.record, { acceptedTerms: [...acceptedTerms, accepted] }),
    events: [...state.events, event],
  };
}

function eventOf(person: Person, answer: Answer, context: AnswerContext): ConsentEvent {
  const { now, source, actor, ruleVersion, wording, wordingLanguage, policyVersion } = context;
  return {
    id: context.nextId(),
    personId: person.id,
    at: now,
    givenAt: answer.givenAt ?? now,
    purpose: answer.purpose === 'topic' ? 'marketing' : answer.purpose,
    channel: answer.purpose === 'marketing' ? answer.channel : undefined,
    topic: answer.purpose === 'topic' ? answer.topic : undefined,
    contactId: 'contactId' in answer ? answer.contactId : undefined,
    state: answer.state,
    basis:
      answer.purpose === 'marketing' && answer.state === 'granted' ? (answer.basis ?? 'express') : undefined,
    source,
    wording: answer.wording ?? wording,
    wordingLanguage,
    policyVersion: answer.purpose === 'terms' ? answer.version : policyVersion,
    ruleVersion,
    office: person.office,
    actor,
  };
}

function withPerson(record: PersonRecord, change: Partial<Person>): PersonRecord {
  return { ...record, person: { ...record.person, ...change } };
}

function withContact(record: PersonRecord, contact: Contact): PersonRecord {
  return { ...record, contacts: record.contacts.map((known) => (known.id === contact.id ? contact : known)) };
}

/** Facts that every contact repeats, changed in all places at once. */
export function withShared(record: PersonRecord, change: Partial<SharedFacts>): PersonRecord {
  return {
    person: { ...record.person, ...change },
    contacts: record.contacts.map((contact) => ({ ...contact, ...change })),
  };
}

/** The refusals of marketing that a set of events holds. */
export function optOutsIn(events: readonly ConsentEvent[]): OptOut[] {
  return events.flatMap(({ personId, office, channel, contactId, at, purpose, state }) =>
    purpose === 'marketing' && state === 'denied' && (channel === 'email' || channel === 'push')
      ? [{ personId, office, channel, contactId, at }]
      : [],
  );
}
