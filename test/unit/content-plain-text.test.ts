/** The text part made from HTML: what a reader without HTML gets. */
import { describe, expect, test } from '@jest/globals';
import { toPlainText } from '../../shared/content/plain-text.ts';
import { scanHtml } from '../../shared/content/scan-html.ts';
import { decodeEntities } from '../../shared/domain/html-entities.ts';

describe('plain text from HTML', () => {
  test.each([
    ['paragraphs and breaks', '<h1>A</h1><p>b<br>c<br/>d</p>\n<p>e</p>', 'A\n\nb\nc\nd\n\ne'],
    [
      'links',
      '<a href="https://x.example/?a=1&amp;b=2">Shop</a> now',
      'Shop (https://x.example/?a=1&b=2) now',
    ],
    ['a link that is its own text', '<a href="https://x.example">https://x.example</a>', 'https://x.example'],
    [
      'a link around a picture',
      "<a href='https://x.example'><img alt='Xperia' src=x></a>",
      'Xperia (https://x.example)',
    ],
    ['a link inside the page or to a script', '<a href="#x">a</a><a href="javascript:x()">b</a>', 'ab'],
    ['lists', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['table cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    [
      'what is not shown',
      '<title>t</title><style>p > a {}</style><script>if (a<b) {}</script><!-- <p>c</p> -->x',
      'x',
    ],
    ['conditional comments', '<!--[if mso]><p>Outlook</p><![endif]-->y', 'y'],
    ['a quoted bracket', '<p title="a>b">c</p>', 'c'],
    ['signs that are no tags', 'a < b, 1 <2 & c > d', 'a < b, 1 <2 & c > d'],
    ['spaces', '<p>  a\n\t b&nbsp;c  </p>', 'a b c'],
  ])('%s', (_what, html, text) => {
    expect(toPlainText(html)).toBe(text);
  });

  test('character references', () => {
    expect(
      decodeEntities('Gr&uuml;&szlig;e &#8364; &#x20ac; &ndash; &amp;lt; &unknown; &#0; &#x110000; &'),
    ).toBe('Grüße € € – &lt; &unknown; &#0; &#x110000; &');
  });

  test.each(['<a ', '<a href="', '<!--', '<style>', '<', '</', '<a "', '<p>x </p>', '<li>a'])(
    'ten times as much of %j takes no more than about ten times as long',
    (piece) => {
      // Of this thread alone, and the best of some: a collection of the test runner's garbage is not the text's fault.
      const cpuOf = (count: number) => {
        const times = [1, 2, 3, 4].map(() => {
          const started = process.threadCpuUsage();
          toPlainText(piece.repeat(count));
          return process.threadCpuUsage(started).user;
        });
        return Math.min(...times);
      };
      expect(cpuOf(100_000)).toBeLessThan(40 * cpuOf(10_000) + 200_000);
    },
  );

  test('what never ends is known as such', () => {
    expect(scanHtml('<p>a<!-- b').at(-1)).toMatchObject({ kind: 'unclosed', name: '!--', start: 4 });
  });
});
