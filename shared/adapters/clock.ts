/** The time of day, for work that outlasts the instant at which its invocation began. */
import type { Instant } from '../domain/vocabulary.ts';

export type Clock = () => Instant;

export const systemClock: Clock = () => new Date().toISOString();
