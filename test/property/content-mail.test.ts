/** Whatever people, marketers and devices write: it stays in its place, and arrives as written. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { composeMail } from '../../shared/content/mime.ts';
import { prepareMarketingEmail } from '../../shared/content/render-email.ts';
import { scanHtml } from '../../shared/content/scan-html.ts';
import { asIs, checkTemplate, compileTemplate, fillTemplate } from '../../shared/content/template.ts';
import { genericVariables } from '../../shared/content/variables.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import { escapeHtml, html } from '../../shared/pages/html.ts';

const office = officeById('de') as Office;

/** Text of any script, with what ends lines, headers, tags and templates mixed in. */
const wild = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\r\nBcc: evil@x.example',
        '\u2028',
        '\0',
        '<',
        '">',
        '</body>',
        '{{',
        '}}',
        '=_xperia-notify',
        ':',
        ',',
        ' ',
      ),
    ),
  )
  .map((parts) => parts.join(''));

const headerNames = (mail: Buffer) => {
  const text = mail.toString('latin1');
  return text
    .slice(0, text.indexOf('\r\n\r\n'))
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.split(':')[0]);
};

const plain = {
  from: { name: 'Office', address: 'a@office.example' },
  replyTo: 'b@office.example',
  to: 'c@mail.example',
  subject: 's',
  language: 'de',
  text: 't',
  html: '<p>h</p>',
};
const usualHeaders = headerNames(composeMail({ ...plain, headers: { 'X-Own': 'x' } }));

describe('headers', () => {
  test('no subject, sender name or header value can add, end or repeat a header', () => {
    fc.assert(
      fc.property(wild, wild, wild, (subject, name, value) => {
        const mail = composeMail({
          ...plain,
          subject,
          from: { ...plain.from, name },
          headers: { 'X-Own': value },
        });
        const filled = { Subject: subject, 'X-Own': value };
        const expected = usualHeaders.filter((header) => !isBlank(filled, header));
        expect(headerNames(mail)).toEqual(expected);
      }),
    );
  });

  test('a letter that ends in the octets of a line break does not break the line', () => {
    const mail = composeMail({ ...plain, headers: { 'X-Own': 'a\u010D\u010ABcc: x' } });
    expect(headerNames(mail)).toEqual(usualHeaders);
  });

  test('no recipient address can add a header or a second recipient', async () => {
    await fc.assert(
      fc.asyncProperty(wild, wild, async (before, after) => {
        const to = `${before}c@mail.example${after}`;
        const mail = compose(to);
        if (!mail) return;
        expect(headerNames(mail)).toEqual(usualHeaders);
        expect((await simpleParser(mail)).to).toMatchObject({ value: [{ name: '' }] });
      }),
    );
  });
});

/** A header that is left without any text is left out. */
function isBlank(filled: Readonly<Record<string, string>>, header: string | undefined): boolean {
  return header !== undefined && filled[header]?.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim() === '';
}

function compose(to: string): Buffer | undefined {
  try {
    return composeMail({ ...plain, to, headers: { 'X-Own': 'x' } });
  } catch {
    return undefined;
  }
}

test('text and HTML arrive as written, in any script and with any line length', async () => {
  await fc.assert(
    fc.asyncProperty(wild, fc.nat(3), async (piece, power) => {
      const body = `a${piece.replaceAll('\0', '').repeat(10 ** power % 300)}z`;
      const mail = composeMail({ ...plain, text: body, html: body });
      const parsed = await simpleParser(mail);
      const lines = (text: string) => text.replaceAll(/\r\n?/g, '\n').trimEnd();
      expect(lines(parsed.text ?? '')).toBe(lines(body));
      expect(lines(String(parsed.html))).toBe(lines(body));
      expect(
        Math.max(
          ...mail
            .toString('latin1')
            .split('\r\n')
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(998);
    }),
    { numRuns: 60 },
  );
});

test('a value cannot bring markup into the HTML part, nor headers into the subject', () => {
  const send = prepareMarketingEmail({
    office,
    locale: 'de',
    content: { subject: 'For {{interest}}', html: '<p>[{{interest}}]</p>' },
  });
  const reader = {
    to: 'c@mail.example',
    unsubscribeUrl: 'https://notify.example/u/t',
    preferencesUrl: 'https://notify.example/p/t',
  };
  const usual = headerNames(send({ ...reader, values: { interest: 'x' } }));
  fc.assert(
    fc.property(wild, (interest) => {
      expect(headerNames(send({ ...reader, values: { interest } }))).toEqual(usual);
      expect(escapeHtml(interest)).not.toMatch(/[<>"'`=]/);
    }),
  );
});

test('what passes the check of a template can be sent, and shows nothing but its text and its values', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '{{country}}',
      '{{ language }}',
      '{{{country}}}',
      '{{#if x}}',
      '{{/if}}',
      '{{nobody}}',
      '{{!c}}',
      '\\',
      '{{',
      '}}',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const source = pieces.join('');
      if (checkTemplate('f', source, genericVariables).length > 0) return;
      const filled = fillTemplate(
        compileTemplate(source),
        { country: '\ue100', language: '\ue100', nobody: 'leak' },
        asIs,
      );
      expect(filled).not.toContain('leak');
    }),
    { numRuns: 300 },
  );
});

test('scanning HTML loses and repeats nothing', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('<p>', '</p>', '<a href="', '">', "'", '<!--', '-->', '<style>', '</style>', '<', '>'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const source = pieces.join('');
      expect(
        scanHtml(source)
          .map((token) => token.source)
          .join(''),
      ).toBe(source);
    }),
  );
});

test('interpolated text never opens a tag or ends an attribute', () => {
  fc.assert(
    fc.property(wild, (text) => {
      expect(html`<p title="${text}">${text}</p>`.text.match(/[<>"]/g)).toEqual([
        '<',
        '"',
        '"',
        '>',
        '<',
        '>',
      ]);
    }),
  );
});
