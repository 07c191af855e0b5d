/** What a person answers to a notice: that they have read it, or that they accept what it asks them to. One answer per person and notice. */
import * as z from 'zod';
import { Channel, Instant } from './vocabulary.ts';

/** How the answer came: on the page of a mail or text message, on the phone, or in the account. */
export const AnswerWay = z.enum(['page', 'push', 'account']);
export type AnswerWay = z.infer<typeof AnswerWay>;

export const NoticeAnswer = z.object({
  personId: z.string(),
  at: Instant,
  way: AnswerWay,
  /** The channel over which the notice had come that was answered, where that is known. */
  channel: Channel.optional(),
  /** Of an acceptance: the version that was accepted. */
  accepted: z.string().optional(),
});
export type NoticeAnswer = z.infer<typeof NoticeAnswer>;
