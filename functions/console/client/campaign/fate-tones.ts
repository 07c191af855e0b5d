/** The outcomes as every chart shows them: each with its name and its tone. */
import { useText } from '../ui/app-context.ts';
import type { Tone } from '../ui/charts.tsx';
import { type Fate, fates } from './sums.ts';

export const fateTones: Readonly<Record<Fate, Tone>> = {
  accepted: 'one',
  disabled: 'three',
  failed: 'five',
  inDoubt: 'four',
  stopped: 'two',
  pending: 'none',
};

export function useFateCounts(outcomes: Readonly<Record<Fate, number>>) {
  const { fate } = useText().report;
  return fates.map((name) => ({ name: fate[name], value: outcomes[name], tone: fateTones[name] }));
}
