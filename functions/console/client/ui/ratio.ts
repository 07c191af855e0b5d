/** A part of a whole as a share from 0 to 1; of nothing it is nothing. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
