/** What marks a test, the same in every language: it is for staff only. */
const testMark = '[TEST]';

/** Puts the mark in front of a subject or a push title, before the label of the country. */
export function asTest(title: string): string {
  return `${testMark} ${title}`;
}
