/**
 * How far a notice has come with one person, and what comes next: channel by channel until it is delivered, or acknowledged where that is asked
 * for, or nothing is left to try. Pure.
 */
import { askedBy } from './answer.ts';
import { addSeconds, parseDurationSeconds } from './local-time.ts';
import type { NoticeDraft } from './message.ts';
import type { Channel, Instant } from './vocabulary.ts';

/**
 * What became of one attempt. `open`: planned or under way. `accepted`: the provider took it, and nobody knows more. `missed`: it did not arrive
 * (endpoint disabled, bounced, refused, stopped). `skipped`: it was decided not to try.
 */
export type Fate = 'open' | 'accepted' | 'delivered' | 'missed' | 'skipped';

/** One contact of the person that has a decision on record. */
export interface Attempt {
  channel: Channel;
  contactId: string;
  fate: Fate;
  /** When it was handed over, or is due. */
  at: Instant;
  /** Of a skip or a miss: the reason of the decision or the outcome. */
  why?: string | undefined;
}

/** What is on record of one person and one notice. */
export interface Standing {
  attempts: readonly Attempt[];
  /** The person has acknowledged it, or accepted what it asks to accept. */
  acknowledgedAt?: Instant | undefined;
  /** The answer accepts what the notice asks to accept. */
  hasAccepted?: boolean | undefined;
}

/** What of a notice decides about its channels. */
export type ReachRules = Pick<NoticeDraft, 'channels' | 'escalateAfter' | 'acknowledge' | 'acceptance'>;

/** A contact that a notice may be sent to and about which nothing is on record. `isLive`: it is not known to be dead. */
export interface Candidate {
  channel: Channel;
  contactId: string;
  isLive: boolean;
}

/** What to decide now, and when to look again if nothing happens before. */
export interface NextTurn<C extends Candidate> {
  decide: readonly C[];
  /** The person has what the notice asks for: what is decided now is that no more is sent. */
  isReached: boolean;
  lookAgainAt?: Instant | undefined;
}

/** Whether the notice asks its readers for an answer. */
function asksForAnswer(rules: ReachRules): boolean {
  return askedBy(rules) !== undefined;
}

/** Whether the person has what the notice asks for. */
export function isReached(rules: ReachRules, { attempts, acknowledgedAt, hasAccepted }: Standing): boolean {
  if (rules.acceptance) return hasAccepted === true;
  if (acknowledgedAt !== undefined) return true;
  return !asksForAnswer(rules) && attempts.some(({ fate }) => fate === 'delivered');
}

/**
 * The next turn of one person. All contacts of a channel have their turn together; the next channel follows at once where nothing on the last one
 * can arrive any more, and else when its time has come. A contact that appears late has its turn at once where its channel has had it. Without
 * `escalateAfter` all channels have their turn at once.
 */
export function nextTurn<C extends Candidate>(
  rules: ReachRules,
  candidates: readonly C[],
  standing: Standing,
  now: Instant,
): NextTurn<C> {
  if (isReached(rules, standing)) return { decide: candidates, isReached: true };
  const { escalateAfter, channels } = rules;
  if (escalateAfter === undefined) return { decide: candidates, isReached: false };
  const wait = parseDurationSeconds(escalateAfter);
  const latest = latestChannel(channels, standing.attempts);
  const decide: C[] = [];
  let since = waitingSince(standing.attempts, channels[latest]);
  for (const [index, channel] of channels.entries()) {
    const own = candidates.filter((candidate) => candidate.channel === channel);
    const due = index <= latest || since === undefined ? now : addSeconds(since, wait);
    if (due > now) {
      const isOpen = candidates.some((candidate) => channels.indexOf(candidate.channel) >= index);
      return { decide, isReached: false, lookAgainAt: isOpen ? due : undefined };
    }
    decide.push(...own);
    if (index > latest && own.some(({ isLive }) => isLive)) since = now;
  }
  return { decide, isReached: false };
}

/** Position of the last channel that was tried; -1: none was. */
function latestChannel(channels: readonly Channel[], attempts: readonly Attempt[]): number {
  const tried = attempts
    .filter(({ fate }) => fate !== 'skipped')
    .map(({ channel }) => channels.indexOf(channel));
  return Math.max(-1, ...tried);
}

const hopeful: ReadonlySet<Fate> = new Set(['open', 'accepted', 'delivered']);

/** Since when something on the channel may still arrive; undefined: nothing can. */
function waitingSince(attempts: readonly Attempt[], channel: Channel | undefined): Instant | undefined {
  return attempts
    .filter((attempt) => attempt.channel === channel && hopeful.has(attempt.fate))
    .map(({ at }) => at)
    .sort()[0];
}

/** How far the notice has come with a person, for the figures. */
export type Reach = 'acknowledged' | 'delivered' | 'handed-over' | 'in-progress' | 'unreachable';

/**
 * `in-progress`: something is under way, or a channel is still to come. `unreachable`: nothing arrived, and nothing is left to try.
 * @param isWaiting a channel of the person is still to come
 */
export function reachOf({ attempts, acknowledgedAt }: Standing, isWaiting: boolean): Reach {
  if (acknowledgedAt !== undefined) return 'acknowledged';
  const has = (fate: Fate) => attempts.some((attempt) => attempt.fate === fate);
  if (has('delivered')) return 'delivered';
  if (has('accepted')) return 'handed-over';
  return has('open') || isWaiting ? 'in-progress' : 'unreachable';
}

/** Days in which people who become affected get a notice too, where its author sets none. */
const defaultOpenDays = { safety: 730, security: 365, terms: 90, service: 30 } as const;

/** When the last turn of somebody who became affected on the last day is over: until then rounds go on for people who have begun. */
export function lastTurnBy({ channels, escalateAfter }: ReachRules, openUntil: Instant): Instant {
  if (escalateAfter === undefined) return openUntil;
  return addSeconds(openUntil, channels.length * parseDurationSeconds(escalateAfter));
}

/** When a notice that is released now ends for people who become affected later. */
export function openUntil(
  { kind, openDays }: Pick<NoticeDraft, 'kind' | 'openDays'>,
  releasedAt: Instant,
): Instant {
  return addSeconds(releasedAt, (openDays ?? defaultOpenDays[kind]) * 86_400);
}
