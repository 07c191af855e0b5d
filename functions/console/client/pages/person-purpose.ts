/** Why somebody looks at people's records: asked once, and forgotten when the tab is loaded again. */

let purpose = '';

export function currentPurpose(): string {
  return purpose;
}

export function keepPurpose(words: string): void {
  purpose = words.trim();
}
