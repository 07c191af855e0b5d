/** What a person answers to a notice: that they have read it, or that they accept what it asks them to. One answer per person and notice. */
import * as z from 'zod';
import type { NoticeDraft } from './message.ts';
import { Channel, Instant } from './vocabulary.ts';

/** Begins the partition of every answer in the table: the functions that readers call may write nothing else there. */
export const answerPrefix = 'ANSWER#';

/** How the answer came: on the page of a mail or text message, on the phone, or in the account. */
export const AnswerWay = z.enum(['page', 'push', 'account']);
export type AnswerWay = z.infer<typeof AnswerWay>;

export const NoticeAnswer = z.object({
  personId: z.string(),
  at: Instant,
  way: AnswerWay,
  /** The channel over which the notice had come that was answered, where that is known. */
  channel: Channel.optional(),
  /** Which words the button had, and in which language. */
  wording: z.string().optional(),
  wordingLanguage: z.string().optional(),
  /** Of an acceptance: the version that was accepted. */
  accepted: z.string().optional(),
  /** When it was accepted: later than `at` where the notice had been acknowledged before. */
  acceptedAt: Instant.optional(),
});
export type NoticeAnswer = z.infer<typeof NoticeAnswer>;

/** What a notice asks its readers to do; undefined: nothing. An acceptance is an acknowledgement too. */
export function askedBy({
  acknowledge,
  acceptance,
}: Pick<NoticeDraft, 'acknowledge' | 'acceptance'>): 'acknowledge' | 'accept' | undefined {
  if (acceptance) return 'accept';
  return acknowledge ? 'acknowledge' : undefined;
}
