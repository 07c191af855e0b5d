/** Where a notice may lead: to approved pages, and to nothing that sells (N-20). */
import { describe, expect, it } from '@jest/globals';
import type { MandatoryContent } from '../../shared/domain/message.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';

const inHtml = (html: string): MandatoryContent => ({
  defaultLocale: 'en',
  locales: { en: { email: { subject: 'Notice', html } } },
});
const kinds = (content: MandatoryContent) => findPromotion(content).map(({ code }) => code);

describe('links', () => {
  const foreign = 'foreign-link';

  it.each([
    '<a href="https://www.example.com/recall">x</a>',
    '<a href=https://www.example.com/recall>x</a>',
    '<a href="http://www.sony.com/">x</a>',
    '<a href="//www.sony.com/">x</a>',
    '<a href="/recall">x</a>',
    '<a href="https://www.sony.com@example.com/">x</a>',
    '<a href="https://www.sony.com&quot;@example.com/">x</a>',
    '<a href="https:\\\\example.com\\www.sony.com">x</a>',
    '<a href="https://www.sony.com:8443/">x</a>',
    '<a href="https://192.0.2.1/">x</a>',
    '<a href="https://[2001:db8::1]/">x</a>',
    '<a href="https://www.sony.com.example.com/">x</a>',
    '<a href="https://wwwsony.com/">x</a>',
    '<a href="https://www.xn--sny-zqa.com/">x</a>',
    '<a href="https://www.sоny.com/">x</a>',
    '<a href="https://{{deviceModel}}.sony.com/">x</a>',
    '<a href="https://www.sony.com/out?to=https%3A%2F%2Fexample.com">x</a>',
    '<a href="ht&#116;ps://example.com">x</a>',
    '<a href="mailto:sales@example.com">x</a>',
    '<img src="https://www.example.com/a.png" width="90">',
    '<img srcset="https://www.sony.com/a.png 1x, https://www.example.com/b.png 2x">',
    '<td background="https://www.example.com/a.png">x</td>',
    '<td style="background: url(https://www.example.com/a.png)">x</td>',
    'Read www.example.com.',
    'Read example.com/recall',
    'Read https://ex<b></b>ample.com',
    'Write to help@example.com',
  ])('%s is refused', (html) => {
    expect(kinds(inHtml(html))).toContain(foreign);
  });

  it.each([
    '<a href="https://www.sony.com/recall">x</a>',
    '<a href="https://de.xperia.example/privacy/de">x</a>',
    '<a href="https://www.cpsc.gov/Recalls">x</a>',
    '<a href="https://www.sony.com/{{reference}}?model={{deviceModel}}">x</a>',
    '<a href="#steps">x</a>',
    '<a href="tel:+49 800 1234567">x</a>',
    '<a href="mailto:support@de.xperia.example">x</a>',
    '<html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>',
    '詳しくはwww.sony.jpをご覧ください。',
    '詳しくはhttps://www.sony.jp/recallをご覧ください。',
    'Build 67.2.A.2.118, chapter 3 of the manual, e.g. the camera, and/or the charger (AC-100/B).',
  ])('%s is not', (html) => {
    expect(findPromotion(inHtml(html))).toEqual([]);
  });

  it.each(['link', 'image'] as const)('of a push are checked too: %s', (name) => {
    const push = { title: 'Notice', body: 'Read it.', [name]: 'https://www.example.com/a' };
    const content: MandatoryContent = { defaultLocale: 'en', locales: { en: { push } } };
    expect(findPromotion(content)).toMatchObject([
      { field: `content.locales.en.push.${name}`, code: foreign, start: 0, end: push[name]?.length },
    ]);
  });

  it('to a picture that is kept with marketing are refused as such', () => {
    expect(kinds(inHtml('<img src="https://www.sony.com/campaigns/hero.png">'))).toEqual(['marketing-image']);
  });
});
