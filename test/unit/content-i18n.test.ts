/** The service speaks the reader's language (policy P-18), and says the same in each. */
import { describe, expect, test } from '@jest/globals';
import { catalogFor, locales } from '../../shared/i18n/catalog.ts';
import { en } from '../../shared/i18n/en.ts';
import { directionOf, findLocale, matchLocale } from '../../shared/i18n/locale.ts';
import { say } from '../../shared/i18n/messages.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('catalogs', () => {
  test('there are seventeen languages, among them two scripts of Chinese', () => {
    expect(locales).toHaveLength(17);
    expect(locales).toEqual(
      expect.arrayContaining(['en', 'ja', 'zh-Hans', 'zh-Hant', 'pt-BR', 'ar', 'he', 'th']),
    );
  });

  test.each(locales)('%s has each text, with the same placeholders, in its own words', (locale) => {
    const { messages } = catalogFor([locale]);
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [id, english] of Object.entries(en)) {
      const text: string = messages[id as keyof typeof en];
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(placeholders(text)).toEqual(placeholders(english));
      if (locale !== 'en') expect(text).not.toBe(english);
    }
  });

  test('all texts together stay small enough for each bundle', () => {
    const size = Buffer.byteLength(JSON.stringify(locales.map((locale) => catalogFor([locale]).messages)));
    expect(size).toBeLessThan(120_000);
  });

  test('the two right-to-left catalogs keep Latin names apart from the line', () => {
    for (const locale of ['ar', 'he']) {
      const { messages } = catalogFor([locale]);
      for (const text of Object.values(messages)) {
        expect(text.replaceAll(/\u2068\{\w+\}\u2069/g, '')).not.toContain('{');
      }
    }
  });

  test('a value is never read as a placeholder', () => {
    const text = say(en, 'page.sender', { office: '{controller}', controller: 'Sony Corporation' });
    expect(text).toBe('A page of {controller}, on behalf of Sony Corporation.');
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
