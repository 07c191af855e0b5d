/** Templates: logic-free, a closed list of variables, errors when saved (design, section 6), no profile without need (policy P-17). */
import { describe, expect, test } from '@jest/globals';
import { pickLocale } from '../../shared/content/pick-locale.ts';
import { asIs, checkTemplate, compileTemplate, fillTemplate } from '../../shared/content/template.ts';
import {
  genericValues,
  genericVariables,
  noticeValues,
  personalisedValues,
  personalisedVariables,
} from '../../shared/content/variables.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import { escapeHtml } from '../../shared/pages/html.ts';

const office = officeById('de') as Office;
const check = (source: string) => checkTemplate('subject', source, genericVariables);

describe('a template when it is saved', () => {
  test('plain variables, comments and escaped braces pass', () => {
    expect(check('Hello from {{officeName}} {{! note }} in {{~ country ~}} \\{{literally}}')).toEqual([]);
  });

  test.each([
    ['an unknown variable', '{{firstName}}', 'unknown variable {{firstName}}'],
    ['a profile variable in a generic text', '{{deviceModel}}', 'unknown variable {{deviceModel}}'],
    ['unescaped output', '{{{officeName}}}', 'two braces'],
    ['unescaped output by &', '{{&officeName}}', 'two braces'],
    ['a block', '{{#if country}}x{{/if}}', 'no blocks'],
    ['an inverted block', '{{^country}}x{{/country}}', 'no blocks'],
    ['a partial', '{{> footer}}', 'no blocks'],
    ['a decorator', '{{* x}}', 'no blocks'],
    ['a raw block', '{{{{raw}}}} {{{{/raw}}}}', 'no blocks'],
    ['a helper with a parameter', '{{lookup country "x"}}', 'plain {{name}}'],
    ['a helper with a hash', '{{country a=1}}', 'plain {{name}}'],
    ['a path', '{{country.length}}', 'plain {{name}}'],
    ['a path up', '{{../country}}', 'plain {{name}}'],
    ['this', '{{this}}', 'plain {{name}}'],
    ['this.x', '{{this.country}}', 'plain {{name}}'],
    ['private data', '{{@root}}', 'plain {{name}}'],
    ['a literal', '{{"country"}}', 'plain {{name}}'],
    ['a prototype', '{{constructor}}', 'unknown variable'],
    ['an own prototype', '{{__proto__}}', 'unknown variable'],
    ['open braces', 'Hello {{country', 'braces'],
    ['an unclosed block', '{{#if x}}', 'braces'],
  ])('%s is refused', (_what, source, message) => {
    expect(check(source)).toEqual([{ field: 'subject', message: expect.stringContaining(message) }]);
  });

  test('a finding names its line', () => {
    expect(check('one\ntwo {{nobody}}')[0]?.message).toMatch(/^Line 2:/);
    expect(check('one\ntwo\n{{broken')[0]?.message).toMatch(/^Line 3:/);
  });
});

describe('a template when it is sent', () => {
  const fill = (source: string, values: Record<string, string>, escapeValue = asIs) =>
    fillTemplate(compileTemplate(source), values, escapeValue);

  test('values are escaped in HTML and untouched in text', () => {
    const values = { deviceModel: `<b a='x'>&"` };
    expect(fill('<p>{{deviceModel}}</p>', values, escapeHtml)).toBe(
      '<p>&lt;b a&#61;&#39;x&#39;&gt;&amp;&quot;</p>',
    );
    expect(fill('{{deviceModel}}', values)).toBe(values.deviceModel);
  });

  test('a variable without a value leaves nothing, and nothing is inherited', () => {
    expect(fill('[{{country}}][{{constructor}}][{{toString}}]', {})).toBe('[][][]');
  });

  test('a template with logic that got past the check stops the sender', () => {
    expect(() => compileTemplate('{{#if x}}y{{/if}}')).toThrow('not checked');
  });
});

describe('values', () => {
  const facts = { office, country: 'DE', language: 'de-AT', locale: 'de' };

  test('P-17: the generic text has no value from a profile', () => {
    const profile = { ...facts, interests: ['camera'], devices: [{ model: 'XQ-EC54' }] };
    expect(genericValues(profile)).toEqual({
      officeName: 'Xperia Germany',
      country: 'Deutschland',
      language: 'Österreichisches Deutsch',
    });
    expect(Object.keys(personalisedValues(profile)).toSorted()).toEqual(
      [...personalisedVariables].toSorted(),
    );
  });

  test.each([
    ['en', 'camera, games, and music'],
    ['de', 'camera, games und music'],
    ['ja', 'camera、games、music'],
  ])('interests are listed in the language of the text: %s', (locale, list) => {
    const interests = ['camera', 'games', 'music'];
    expect(personalisedValues({ ...facts, locale, interests, devices: [] }).interests).toBe(list);
  });

  test('a notice names all models it is about, once each', () => {
    const devices = [{ model: 'XQ-EC54' }, { model: 'XQ-EC54' }, { model: 'XQ-DQ62' }];
    expect(noticeValues({ office, devices, reference: 'R 1', locale: 'en' }).deviceModel).toBe(
      'XQ-EC54 and XQ-DQ62',
    );
  });

  test('a value from outside has no line breaks and a limit', () => {
    const devices = [{ model: `a\r\nBcc: x${'y'.repeat(500)}` }];
    const { deviceModel } = personalisedValues({ ...facts, interests: [], devices });
    expect(deviceModel).toHaveLength(100);
    expect(deviceModel).toMatch(/^a Bcc: xy/);
  });

  test('codes that nobody knows do not stop a mail', () => {
    expect(genericValues({ office, country: '??', language: 'x', locale: 'xx' })).toEqual({
      officeName: office.name,
      country: '??',
      language: 'x',
    });
  });
});

describe('the language of the content', () => {
  const email = { subject: 's', html: 'h' };
  const content = {
    defaultLocale: 'en',
    locales: { en: { email, push: {} }, de: { email }, 'de-CH': { email }, fr: { push: {} } },
  };
  const officeLanguages = ['de', 'en'];

  test.each([
    ['exact', 'de-CH', 'de-CH'],
    ['language', 'de-AT', 'de'],
    ["the office's default", 'ko', 'de'],
    ['no wish', undefined, 'de'],
  ])('%s', (_step, language, found) => {
    expect(pickLocale(content, 'email', { language, officeLanguages })).toBe(found);
  });

  test("the content's default comes last, and only languages with that channel count", () => {
    expect(pickLocale(content, 'push', { language: 'de', officeLanguages })).toBe('en');
    expect(pickLocale(content, 'push', { language: 'fr-CA', officeLanguages })).toBe('fr');
    expect(
      pickLocale({ defaultLocale: 'en', locales: { en: { email } } }, 'push', { officeLanguages }),
    ).toBeUndefined();
  });

  test('P-05: a notice without an SMS text has that of its push', () => {
    expect(pickLocale(content, 'sms', { language: 'fr', officeLanguages })).toBe('fr');
  });
});
