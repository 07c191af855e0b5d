/** A mail's content, compiled once for all its readers: where the footer goes, and the text part where only HTML was written. */
import type { EmailContent } from '../domain/message.ts';
import { directionOf } from '../i18n/locale.ts';
import { escapeHtml } from '../pages/html.ts';
import { type Footer, noTrack } from './mail-footer.ts';
import { toPlainText } from './plain-text.ts';
import { scanHtml } from './scan-html.ts';
import { compileTemplate, type Template, type TemplatePart } from './template.ts';

export interface MailBody {
  readonly subject: Template;
  readonly htmlBefore: Template;
  readonly htmlAfter: Template;
  readonly text: Template;
}

/** Compiles checked content. @param locale BCP 47, the language it is written in @param measured SES counts clicks, but not on links with a token of the reader */
export function compileBody(
  { subject, html, text }: EmailContent,
  locale: string,
  measured = false,
): MailBody {
  const written = withMarks(compileTemplate(html));
  const marked = measured ? withoutTracking(written) : written;
  const [before, after] = splitForFooter(marked, locale);
  return {
    subject: compileTemplate(subject),
    htmlBefore: readMarks(before),
    htmlAfter: readMarks(after),
    text: text === undefined ? readMarks(toPlainText(marked)) : compileTemplate(text),
  };
}

/** The body with a reader's footer: in HTML inside the document, in text below it. */
export function withFooter(
  body: MailBody,
  footer: Footer,
): { readonly html: Template; readonly text: Template } {
  return {
    html: [...body.htmlBefore, ...readMarks(footer.html), ...body.htmlAfter],
    text: [...body.text, ...readMarks(footer.text)],
  };
}

/** Links that a variable fills in are ours, and carry a token of the reader. */
function withoutTracking(source: string): string {
  return scanHtml(source)
    .map(({ kind, name, source: tag }) =>
      kind === 'open' && name === 'a' && tag.includes(mark.open) ? `<a ${noTrack}${tag.slice(2)}` : tag,
    )
    .join('');
}

/** Cuts a document before its last `</body>`, or at its end; a fragment is made a document first. */
function splitForFooter(source: string, locale: string): [before: string, after: string] {
  const tokens = scanHtml(source);
  const isDocument = tokens.some(({ kind, name }) => kind === 'open' && (name === 'html' || name === 'body'));
  if (!isDocument) return wrap(source, locale);
  const end =
    tokens.findLast(({ kind, name }) => kind === 'close' && name === 'body') ??
    tokens.findLast(({ kind, name }) => kind === 'close' && name === 'html');
  const at = end?.start ?? source.length;
  return [source.slice(0, at), source.slice(at)];
}

function wrap(fragment: string, locale: string): [before: string, after: string] {
  const head =
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>';
  const start = `<!doctype html>\n<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">\n${head}\n`;
  return [`${start}<body style="margin:0;padding:16px">\n${fragment}`, '</body>\n</html>\n'];
}

/** Private-use characters around a name stand for a variable while a text is worked on as text. */
const mark = { open: '\ue000', close: '\ue001' } as const;

/** A variable's stand-in inside a text that `readMarks` will read. */
export function markFor(variable: string): string {
  return `${mark.open}${variable}${mark.close}`;
}

function withMarks(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : markFor(part.variable))).join('');
}

function readMarks(text: string): Template {
  return text
    .split(new RegExp(`(${mark.open}\\w+${mark.close})`))
    .map(
      (part): TemplatePart =>
        part.startsWith(mark.open) && part.endsWith(mark.close) ? { variable: part.slice(1, -1) } : part,
    );
}
