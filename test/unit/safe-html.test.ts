/** What of a mail comes onto a page of ours: words and structure, whatever the source holds. */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { safeHtml } from '../../shared/content/safe-html.ts';
import { scanHtml } from '../../shared/content/scan-html.ts';

const of = (source: string) => safeHtml(source).text;

afterEach(() => {
  jest.restoreAllMocks();
});

/** Elements of lists that are looked through for a source, beside the pass over its tokens. */
function lookedThrough(source: string): number {
  let elements = 0;
  for (const name of ['indexOf', 'lastIndexOf'] as const) {
    const search = Array.prototype[name];
    jest.spyOn(Array.prototype, name).mockImplementation(function (this: unknown[], wanted: unknown) {
      elements += this.length;
      return search.call(this, wanted);
    });
  }
  safeHtml(source);
  jest.restoreAllMocks();
  return elements;
}

/** What may stand on a page, by the names of the page: no `td`, no heading but the second. */
const allowed =
  /^<\/?(p|ul|ol|li|dl|dt|dd|blockquote|pre|strong|em|b|i|u|s|sub|sup|code|h2|div|a)>$|^<a href="https:\/\/x\.example\/\?a&#61;b" rel="noreferrer noopener">$/;

function expectPlain(page: string): void {
  const open: string[] = [];
  for (const { kind, name, source } of scanHtml(page)) {
    if (kind === 'text' || /^<[bh]r>$/.test(source)) continue;
    expect(source).toMatch(allowed);
    if (kind === 'open') open.push(name);
    else expect(name).toBe(open.pop());
  }
  expect(open).toEqual([]);
}

describe('the HTML of a mail on a page', () => {
  it.each([
    ['<p class="x" style="color:red">a</p>', '<p>a</p>'],
    ['<h1>a</h1><h3>b</h3>', '<h2>a</h2><h2>b</h2>'],
    ['a<br/>b<hr>', 'a<br>b<hr>'],
    ['<style>p{}</style><script>x()</script><title>t</title>a', 'a'],
    ['<img src=x onerror=y alt="A &quot;phone&quot;">', 'A &quot;phone&quot;'],
    ['<table><tr><td>a</td></tr></table>', '<div><div><div>a</div></div></div>'],
    ['<p>a<b>b</p>c</b>', '<p>a<b>b</b></p>c'],
    ['</div></main>a', 'a'],
    ['<ul><li>a', '<ul><li>a</li></ul>'],
    ['1 < 2 &amp; 3 &lt; 4', '1 &lt; 2 &amp; 3 &lt; 4'],
    ['<p title="unclosed', ''],
    [
      '<!-- a --><svg><a href="https://x.example">b</a></svg>',
      '<a href="https://x.example" rel="noreferrer noopener">b</a>',
    ],
    ['<a href="mailto:a@x.example">m</a>', '<a href="mailto:a@x.example" rel="noreferrer noopener">m</a>'],
    ['<a href="java&#115;cript:x()">a</a>', 'a'],
    ['<a href="//x.example">a</a><a>b</a><a href="data:text/html,x">c</a>', 'abc'],
    ['<form action=x><button>a</button><iframe src=y></iframe></form>', 'a'],
  ])('%s becomes %s', (source, wanted) => {
    expect(of(source)).toBe(wanted);
  });

  it.each([
    ['ends without a beginning', '<p>', '</b>'],
    ['ends of the wrong kind, each before its own', '<p><b>', '</i></p>'],
    ['pairs in what is never closed', '<p><b></b></i>', ''],
  ])('is not looked through again for %s', (_case, begin, end) => {
    const [some, twice] = [1000, 2000].map((times) => lookedThrough(begin.repeat(times) + end.repeat(times)));
    expect(twice).toBeLessThanOrEqual(2 * (some ?? 0));
  });

  it('is made of the largest body to its end: unclosed paragraphs, and ends of something else', () => {
    const times = 28_000;
    expect(of(`${'<p>'.repeat(times)}${'</b>'.repeat(times)}a`)).toBe(
      `${'<p>'.repeat(times)}a${'</p>'.repeat(times)}`,
    );
  });

  it('whatever it is, has allowed tags only, each closed in its order, and no attribute but the target of a link', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b onclick=x>',
        '</b>',
        '<td>',
        '</td>',
        '<h1>',
        '</h1>',
        '<i ',
        '<br>',
        '</br>',
        '<q>',
        '<a href="https://x.example/?a=b">',
        '</a>',
      ),
      fc.constantFrom(
        '<script>',
        '</script>',
        '<',
        '>',
        '"',
        "'",
        '<a href="javascript:x">',
        '<svg/onload=x>',
        '<!--',
        '-->',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => expectPlain(of(pieces.join('')))),
      { numRuns: 500 },
    );
  });
});
