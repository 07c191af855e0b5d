/** What the circuit breaker found, in the language of the page. */
import { useApp } from '../ui/app-context.ts';
import { readBreaker } from './comparison.ts';

/** Gives the words for a reason on the record; one that is not the breaker's stays as it is. */
export function useBreakerWords(): (reason: string) => string {
  const { text, format } = useApp();
  return (reason) => {
    const read = readBreaker(reason);
    if (!read) return reason;
    const { kind, percent, count, of } = read;
    return text.campaign.breaker[kind](
      format.percent(percent / 100, 2),
      format.number(count),
      format.number(of),
    );
  };
}
