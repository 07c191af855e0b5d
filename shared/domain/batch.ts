/** Decisions and outcomes of up to 100 contacts of one shard, in order of person. */
import * as z from 'zod';
import { bypasses, mandatoryReasons, marketingReasons } from './decide.ts';
import { Channel, Instant } from './vocabulary.ts';

export const batchLimit = 100;

export const Reason = z.enum([...new Set([...marketingReasons, ...mandatoryReasons])]);
export type Reason = z.infer<typeof Reason>;

/** What was decided for one contact when the batch was planned. */
export const Entry = z.object({
  personId: z.string(),
  contactId: z.string(),
  externalId: z.string().optional(),
  decision: z.enum(['send', 'skip']),
  reason: Reason.optional(),
  variant: z.enum(['generic', 'personalised']).optional(),
  ruleVersion: z.string().optional(),
  consentEventId: z.string().optional(),
  /** Where the reader is and the language of the text they get; of a campaign also their arm of a test. */
  country: z.string().optional(),
  locale: z.string().optional(),
  arm: z.string().optional(),
  /** Of a notice: what would have stopped marketing, and did not stop this. */
  bypassed: z.array(z.enum(bypasses)).optional(),
  /** When it was due, where its wave does not say: of a contact that was decided by itself. */
  at: Instant.optional(),
});
export type Entry = z.infer<typeof Entry>;

/**
 * What became of a decided send. `stopped`: a later check turned the send into a skip, or the message was cancelled.
 * `in-doubt`: handed to a sender that crashed before it wrote the outcome.
 */
export const OutcomeKind = z.enum(['accepted', 'disabled', 'failed', 'in-doubt', 'stopped']);
export type OutcomeKind = z.infer<typeof OutcomeKind>;

export const Outcome = z.object({
  kind: OutcomeKind,
  /** When the hand-over began. */
  at: Instant,
  /** Id that SES or SNS gave. */
  providerId: z.string().optional(),
  reason: Reason.optional(),
  /** Of an accepted one: opens and clicks are asked for, because the person agreed to profiling (policy P-17). */
  measured: z.literal(true).optional(),
  /** The variant that was sent, where it is not the one that was planned: consent to profiling had gone. */
  variant: z.literal('generic').optional(),
  /** It is in the counters of its slice already: the batch was left unfinished when the message was paused. */
  counted: z.literal(true).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** Where a batch lies. `wave` is the instant it is due, in the compact form of ISO 8601. */
export const BatchPointer = z.object({
  messageId: z.string(),
  wave: z.string(),
  channel: Channel,
  office: z.string(),
  shard: z.int(),
  first: z.string(),
});
export type BatchPointer = z.infer<typeof BatchPointer>;

/**
 * `2026-11-23T18:05:00.000Z` as `20261123T180500Z`: legal in a message tag, and sorts as text.
 * @param round of a notice: two rounds of a slice never share a wave (`20261123T180500Z-2`)
 */
export function waveId(instant: Instant, round = 0): string {
  const id = instant.replace(/\.\d{3}Z$/, 'Z').replace(/[-:]/g, '');
  return round === 0 ? id : `${id}-${round}`;
}

/**
 * The wave of contacts of a notice that are decided a few at a time, long after its release: what is due at once falls into that of its month, so that a notice
 * of years has few waves. A batch in it holds one contact, and so no two of them overlap.
 */
export function lateWaveId(due: Instant, now: Instant): string {
  return `${waveId(due > now ? due : `${due.slice(0, 7)}-01T00:00:00.000Z`)}${lateMark}`;
}

const lateMark = '-late';

/** Whether contacts are decided one by one in the wave, at any time. */
export function isLateWave(wave: string): boolean {
  return wave.endsWith(lateMark);
}

/** The instant that a wave id names. */
export function waveInstant(wave: string): Instant {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\w+)?$/.exec(wave) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/** Waves of a slice, from its counters `w#<wave>`: each wave that an entry fell into is named, also where nobody in it is sent to. */
export function wavesIn(counters: Readonly<Record<string, number>>): string[] {
  return Object.keys(counters).flatMap((name) => (name.startsWith('w#') ? [name.slice(2)] : []));
}

/** A part of the audience that one expander walks: consecutive shards of one office. */
export interface Slice {
  office: string;
  firstShard: number;
  lastShard: number;
}
