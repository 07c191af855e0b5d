/** Shares with their uncertainty: how far a measured rate, or the difference of two, may be from the truth. Pure. */

export interface Share {
  n: number;
  of: number;
}

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's interval for a share (E. B. Wilson, 1927): holds for small counts and near 0 and 1, where the usual ± does not.
 * @param z of the normal distribution, 1.96 for 95 %
 */
export function wilsonInterval({ n, of }: Share, z: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = n / of;
  const zz = z * z;
  const middle = share + zz / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + zz / (4 * of * of));
  const whole = 1 + zz / of;
  return {
    low: n === 0 ? 0 : Math.max(0, (middle - spread) / whole),
    high: n === of ? 1 : Math.min(1, (middle + spread) / whole),
  };
}

/** Newcombe's interval for the difference of two independent shares, left minus right (R. G. Newcombe, 1998, method 10). */
export function differenceInterval(left: Share, right: Share, z: number): Interval {
  const [one, other] = [wilsonInterval(left, z), wilsonInterval(right, z)];
  const difference = rateOf(left) - rateOf(right);
  const below = Math.hypot(rateOf(left) - one.low, other.high - rateOf(right));
  const above = Math.hypot(one.high - rateOf(left), rateOf(right) - other.low);
  return { low: difference - below, high: difference + above };
}

/** The share as a number from 0 to 1; 0 of nothing. */
export function rateOf({ n, of }: Share): number {
  return of === 0 ? 0 : n / of;
}

/**
 * The z that leaves `alpha` outside on both sides of the normal distribution together: 1.96 for 0.05.
 * Rational approximation of P. J. Acklam, relative error below 1.2e-9.
 */
export function zFor(alpha: number): number {
  const tail = alpha / 2;
  if (tail >= 0.02425) {
    const q = 0.5 - tail;
    const r = q * q;
    return (polynomial(central.over, r) * q) / (polynomial(central.under, r) * r + 1);
  }
  const q = Math.sqrt(-2 * Math.log(tail));
  return -polynomial(outer.over, q) / (polynomial(outer.under, q) * q + 1);
}

const central = {
  over: [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ],
  under: [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
    -1.328068155288572e1,
  ],
};
const outer = {
  over: [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  under: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416],
};

/** Horner's scheme, highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
