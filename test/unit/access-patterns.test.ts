/** The page of access patterns, the key tables and the stores say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const adapters = new URL('../../shared/adapters/', import.meta.url);
const page = readFileSync(new URL('../../docs/access-patterns.md', import.meta.url), 'utf8');
const sources = readdirSync(adapters).map((name) => ({
  name,
  text: readFileSync(new URL(name, adapters), 'utf8'),
}));

const idsIn = (text: string) => text.match(/\bAP-\d\d\b/g) ?? [];
const sorted = (all: Iterable<string>) => [...new Set(all)].sort();

/** Patterns that the tables at the head of the key files name. */
const inKeys = sources.filter(({ name }) => name.endsWith('-keys.ts')).flatMap(({ text }) => idsIn(text));

/** Names of the functions whose doc comment names a pattern, by pattern. */
const inStores = new Map<string, string[]>();
for (const { text } of sources) {
  for (const [, comment = '', name = ''] of text.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:async )?\*?(\w+)\(/g,
  )) {
    for (const id of idsIn(comment)) inStores.set(id, [...(inStores.get(id) ?? []), name]);
  }
}

/** Rows of the page: pattern and the functions of its last cell. */
const onPage = new Map(
  [...page.matchAll(/^\| (AP-\d\d) \|.*\| ([^|]+) \|$/gm)].map(([, id = '', names = '']) => [
    id,
    names.match(/\w+/g) ?? [],
  ]),
);

describe('access patterns', () => {
  it('of the key tables are each asked by a function of a store, which names the pattern', () => {
    expect(inKeys.length).toBeGreaterThan(20);
    expect(sorted(inStores.keys())).toEqual(sorted(inKeys));
  });

  it('are each on the page, with exactly the functions that name them', () => {
    expect(sorted(onPage.keys())).toEqual(sorted(inKeys));
    for (const [id, names] of onPage)
      expect({ id, functions: sorted(names) }).toEqual({ id, functions: sorted(inStores.get(id) ?? []) });
  });
});
