/** A fault that the person at the keyboard can put right. */

/** Its message says what happened, `advice` what to do about it; it is printed without a stack. */
export class LocalProblem extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalProblem';
    this.advice = advice;
  }
}

/** The words of anything that was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a thrown value carries a system error code such as `EADDRINUSE`. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
