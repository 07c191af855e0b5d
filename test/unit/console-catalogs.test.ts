/** The words of the console: every language has the same ids, and none is left empty. */
import { expect, it } from '@jest/globals';
import { catalogs } from '../../functions/console/client/i18n/languages.ts';

/** `notices.step.release`, or `notices.reachOf()` for words that are made of parts. */
function idsOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const id = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return idsOf(value, id);
    return [typeof value === 'function' ? `${id}()` : `${id}${value === '' ? ' is empty' : ''}`];
  });
}

it.each(['de', 'ja'] as const)('has the ids of English in %s', (language) => {
  expect(idsOf(catalogs[language]).sort()).toEqual(idsOf(catalogs.en).sort());
});

it('leaves no words empty', () => {
  expect(
    Object.values(catalogs)
      .flatMap((words) => idsOf(words))
      .filter((id) => id.endsWith('is empty')),
  ).toEqual([]);
});
