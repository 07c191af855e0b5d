/** The tone of each outcome, the same in every chart. */
import type { Tone } from '../ui/charts.tsx';
import type { Fate } from './sums.ts';

export const fateTones: Readonly<Record<Fate, Tone>> = {
  accepted: 'one',
  disabled: 'three',
  failed: 'five',
  inDoubt: 'four',
  stopped: 'two',
  pending: 'none',
};
