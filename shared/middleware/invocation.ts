/** Time as handlers see it. The clock is read here and handed on as a value. */
import type { Context } from 'aws-lambda';
import type { Instant } from '../domain/vocabulary.ts';

export interface Invocation {
  /** The instant at which this piece of work began. */
  readonly now: Instant;
  /** The instant at the moment of the call, for work that takes minutes. */
  readonly clock: () => Instant;
  /** Milliseconds until Lambda ends the invocation. */
  readonly remainingMs: () => number;
}

/** Reads the clock. */
export function currentInstant(): Instant {
  return new Date().toISOString();
}

/** A fresh invocation: `now` is bound at the call. */
export function beginWork(context: Pick<Context, 'getRemainingTimeInMillis'>): Invocation {
  return {
    now: currentInstant(),
    clock: currentInstant,
    remainingMs: () => context.getRemainingTimeInMillis(),
  };
}
