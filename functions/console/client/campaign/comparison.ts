/** What a comparison of two groups allows to say, and no more. Pure. */
import type { Comparison, Metric } from '../../../../shared/domain/experiment-report.ts';

/** More of these is good; of the others, less is. */
const wanted: readonly Metric[] = ['opened', 'clicked'];

export type Finding =
  | { readonly kind: 'unclear' }
  /** `low` and `high`: between them the difference lies, both positive, as shares. */
  | { readonly kind: 'better' | 'worse'; readonly low: number; readonly high: number };

/** Whether `arm` did better or worse than `with`; unclear where the interval holds zero. */
export function findingOf({
  metric,
  low,
  high,
  conclusive,
}: Pick<Comparison, 'metric' | 'low' | 'high' | 'conclusive'>): Finding {
  if (!conclusive || (low <= 0 && high >= 0)) return { kind: 'unclear' };
  const isMore = low > 0;
  const ends = [Math.abs(low), Math.abs(high)].sort((left, right) => left - right);
  const kind = isMore === wanted.includes(metric) ? 'better' : 'worse';
  return { kind, low: ends[0] ?? 0, high: ends[1] ?? 0 };
}

/** The circuit breaker's words, taken apart so that every language can say them; undefined where they are others. */
export function readBreaker(
  reason: string,
): { kind: 'complaints' | 'bounces'; percent: number; count: number; of: number } | undefined {
  const [, percent, kind, count, of] =
    /([\d.,]+) % (complaints|bounces) \(([\d.,]+) of ([\d.,]+) accepted/.exec(reason) ?? [];
  if (kind !== 'complaints' && kind !== 'bounces') return undefined;
  const numberOf = (text = '') => Number(text.replaceAll(',', ''));
  return { kind, percent: numberOf(percent), count: numberOf(count), of: numberOf(of) };
}
