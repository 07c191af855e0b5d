/** From a sample of the shards to a figure for all of them, with its uncertainty. Pure. */
import type { Interval } from './statistics.ts';
import type { Waterfall } from './waterfall.ts';

/** Two-sided 95 % of the normal distribution. */
const z95 = 1.96;

/** Every figure of a sample times the factor; the audience stays the sum of its parts. */
export function scaleUp(sample: Waterfall, factor: number): Waterfall {
  const scale = (count: number) => Math.round(count * factor);
  const excluded = Object.fromEntries(
    Object.entries(sample.excluded).map(([reason, count]) => [reason, scale(count)]),
  );
  const willSend = scale(sample.willSend);
  const sum = Object.values(excluded).reduce((left, right) => left + right, willSend);
  return { audience: sum, willSend, excluded };
}

/**
 * Where the true figure lies with 95 %: people fall into the sample by chance, one in `factor`, so a count of n has the variance n · factor · (factor − 1).
 * @param contactsPerPerson contacts of one person come together, which makes the sample less even
 */
export function intervalOf(counted: number, factor: number, contactsPerPerson: number): Interval {
  const estimate = counted * factor;
  // Nothing counted does not mean that there is nothing: three in the sample are possible with 95 % (the rule of three).
  const deviation = Math.sqrt(Math.max(counted, 1) * factor * (factor - 1) * contactsPerPerson);
  const high = counted === 0 && factor > 1 ? 3 * factor : estimate + z95 * deviation;
  return {
    low: Math.max(counted, Math.floor(estimate - z95 * deviation)),
    high: Math.max(counted, Math.ceil(high)),
  };
}
