/** What an estimate says, as figures to show. */

export interface Estimate {
  readonly method: 'exact' | 'sampled';
  readonly shardsRead: number;
  readonly shards: number;
  readonly audience: number;
  readonly willSend: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly excluded: Readonly<Record<string, number>>;
  readonly byChannel: Readonly<Record<string, { readonly audience: number; readonly willSend: number }>>;
}

export interface Exclusion {
  readonly reason: string;
  readonly count: number;
  /** Of the audience, 0 to 1. */
  readonly share: number;
}

/** Why people would not get it, the most frequent reason first; reasons without people are left out. */
export function exclusionsOf({ audience, excluded }: Pick<Estimate, 'audience' | 'excluded'>): Exclusion[] {
  return Object.entries(excluded)
    .filter(([, count]) => count > 0)
    .toSorted(([, left], [, right]) => right - left)
    .map(([reason, count]) => ({ reason, count, share: audience > 0 ? count / audience : 0 }));
}

/** Reasons that are looked at after the consent to profiling. */
const later = ['not-interested', 'frequency-cap', 'holdout', 'message-expired'];

/**
 * With interests in the audience: of the contacts that all rules before let through, how many have agreed to profiling, and can so be selected.
 * The others are counted as `profiling-refused`.
 */
export function profilingOf({ willSend, excluded }: Pick<Estimate, 'willSend' | 'excluded'>): {
  agreed: number;
  of: number;
} {
  const agreed = later.reduce((sum, reason) => sum + (excluded[reason] ?? 0), willSend);
  return { agreed, of: agreed + (excluded['profiling-refused'] ?? 0) };
}
