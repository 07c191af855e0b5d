/** The service speaks the reader's language (policy P-18), and says the same in each. */
import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogFor, locales } from '../../shared/i18n/catalog.ts';
import { enLetter, enMail, enPage } from '../../shared/i18n/en.ts';
import { letterCatalogFor } from '../../shared/i18n/letter-catalog.ts';
import { directionOf, findLocale, matchLocale } from '../../shared/i18n/locale.ts';
import { say } from '../../shared/i18n/messages.ts';

const en = { ...enMail, ...enLetter, ...enPage };

/** All texts of a language. */
const messagesOf = (locale: string) => ({
  ...letterCatalogFor([locale]).messages,
  ...catalogFor([locale]).messages,
});

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

const partsOf = (text: string) => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
const isPlural = (part: Part) => 'options' in part && 'pluralType' in part;

/** Names of the values in a text, those inside plural branches too. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  const collect = (parts: readonly Part[]): void => {
    for (const part of parts) {
      const isText = part.type === 0;
      if ('value' in part && !isText) names.add(part.value);
      if ('options' in part) for (const { value } of Object.values(part.options)) collect(value);
    }
  };
  collect(partsOf(text));
  return [...names].toSorted();
}

/** The branches of each plural in a text. */
function pluralBranches(text: string): string[][] {
  return partsOf(text).flatMap((part) =>
    isPlural(part) && 'options' in part ? [Object.keys(part.options).toSorted()] : [],
  );
}

describe('catalogs', () => {
  test('there are seventeen languages, among them two scripts of Chinese', () => {
    expect(locales).toHaveLength(17);
    expect(locales).toEqual(
      expect.arrayContaining(['en', 'ja', 'zh-Hans', 'zh-Hant', 'pt-BR', 'ar', 'he', 'th']),
    );
  });

  test.each(locales)('%s has each text, with the same placeholders, in its own words', (locale) => {
    const messages = messagesOf(locale);
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [id, english] of Object.entries(en)) {
      const text: string = messages[id as keyof typeof en];
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(placeholders(text)).toEqual(placeholders(english));
      if (locale !== 'en') expect(text).not.toBe(english);
    }
  });

  test.each(locales)('%s has exactly the plural forms of its language (Unicode CLDR)', (locale) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const text of Object.values(messagesOf(locale))) {
      for (const branches of pluralBranches(text)) expect(branches).toEqual(forms);
    }
  });

  test('all texts together stay small enough for each bundle', () => {
    const size = Buffer.byteLength(JSON.stringify(locales.map(messagesOf)));
    expect(size).toBeLessThan(300_000);
  });

  test('the two right-to-left catalogs keep Latin names apart from the line', () => {
    for (const locale of ['ar', 'he']) {
      const messages = messagesOf(locale);
      for (const text of Object.values(messages)) {
        expect(text.replaceAll(/\u2068\{\w+\}\u2069/g, '').replaceAll(/\{count, plural, /g, '')).not.toMatch(
          /\{\w+\}/,
        );
      }
    }
  });

  test('a value is never read as a placeholder', () => {
    const catalog = catalogFor(['en']);
    const text = say(catalog, 'page.sender', { office: '{controller}', controller: '<b>Sony</b> #' });
    expect(text).toBe('A page of {controller}, on behalf of <b>Sony</b> #.');
  });

  test('a number takes the form that the language has for it', () => {
    const days = (locale: string, count: number) => say(catalogFor([locale]), 'history.older', { count });
    expect([days('en', 1), days('en', 2)]).toEqual([
      '1 older entry is not shown here.',
      '2 older entries are not shown here.',
    ]);
    expect(new Set([1, 2, 5].map((count) => days('pl', count).replace(/\d+/, '#'))).size).toBe(3);
    expect(
      new Set([0, 1, 2, 3, 11, 100].map((count) => days('ar', count).replace(/[\d٠-٩]+/, '#'))).size,
    ).toBe(6);
  });

  test('a language that the service does not speak gets English', () => {
    expect(catalogFor(['xx', undefined, 'not a tag']).locale).toBe('en');
  });
});

describe('matching a language', () => {
  const available = ['en', 'de', 'zh-Hans', 'zh-Hant', 'pt-BR', 'nb', 'he', 'es', 'es-MX'];

  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_at', 'de'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['iw', 'he'],
    ['es-MX', 'es-MX'],
    ['es-AR', 'es'],
  ])('%s is served by %s', (wanted, found) => {
    expect(matchLocale([wanted], available)).toBe(found);
  });

  test('the first wanted language that is there wins; what is no tag is passed over', () => {
    expect(matchLocale([undefined, '', '--', 'ko', 'de'], available)).toBe('de');
  });

  test('without any match: English if it is there, else the first', () => {
    expect(matchLocale(['ko'], available)).toBe('en');
    expect(matchLocale(['ko'], ['ja', 'de'])).toBe('ja');
  });

  test('a reader of traditional characters is not given simplified ones', () => {
    expect(findLocale(['zh-TW'], ['zh-Hans'])).toBeUndefined();
  });

  test('Arabic and Hebrew are written from right to left, the others are not', () => {
    expect(['ar', 'ar-AE', 'he', 'iw', 'fa'].map(directionOf)).toEqual(Array(5).fill('rtl'));
    expect(['en', 'ja', 'th', 'not a tag'].map(directionOf)).toEqual(Array(4).fill('ltr'));
  });
});
