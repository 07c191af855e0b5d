/** The office's footer of a mail, as text and as HTML: who sends, for whom, why, from where, and the way out (policy P-01, P-15, P-18, P-25). */
import { controller, type Office, policyLink } from '../domain/offices.ts';
import type { NoticeKind } from '../domain/vocabulary.ts';
import { directionOf } from '../i18n/locale.ts';
import { mailCatalogFor } from '../i18n/mail-catalog.ts';
import { type LetterCatalog, type MailCatalog, say } from '../i18n/messages.ts';
import { type Html, html, raw } from '../pages/html.ts';

interface FooterLink {
  readonly label: string;
  readonly address: string;
}

interface FooterContent {
  readonly catalog: MailCatalog;
  /** The one thing that the reader is asked to do: a button above the footer. */
  readonly ask?: FooterLink | undefined;
  readonly lines: readonly string[];
  readonly address: readonly string[];
  readonly links: readonly FooterLink[];
  /** SES rewrites links to count clicks in this mail: those of the footer are left alone, as the way out must work without it. */
  readonly measured?: boolean | undefined;
}

export interface Footer {
  readonly text: string;
  readonly html: string;
}

/** Of a marketing mail. @param language BCP 47, the reader's @param links what differs from reader to reader, and whether SES counts clicks */
export function marketingFooter(
  office: Office,
  language: string,
  links: {
    readonly unsubscribe: string;
    readonly preferences: string;
    readonly measured?: boolean | undefined;
  },
): Footer {
  const catalog = mailCatalogFor([language, ...office.languages]);
  return write({
    catalog,
    lines: [say(catalog, 'mail.why', { office: office.name }), senderLine(catalog, office)],
    address: addressOf(office),
    links: [
      { label: say(catalog, 'mail.unsubscribe'), address: links.unsubscribe },
      { label: say(catalog, 'mail.preferences'), address: links.preferences },
      policyOf(catalog, office, language),
    ],
    measured: links.measured,
  });
}

/** Of a letter about the reader's own choice. */
export function letterFooter(catalog: LetterCatalog, office: Office, language: string): Footer {
  return write({
    catalog,
    lines: [say(catalog, 'letter.why'), senderLine(catalog, office)],
    address: addressOf(office),
    links: [policyOf(catalog, office, language)],
  });
}

/** What of a notice stands in its footer. */
export interface NoticeFacts {
  readonly kind: NoticeKind;
  readonly reference: string;
  /** What the notice asks its readers to do. */
  readonly asks: 'acknowledge' | 'accept' | undefined;
}

/**
 * Of a notice: says why the reader gets it, where it is online, and has no unsubscribe link (policy P-19). What the reader is asked to do stands above it.
 * @param address of the page of the notice
 */
export function noticeFooter(
  office: Office,
  language: string,
  { kind, reference, asks }: NoticeFacts,
  address: string,
): Footer {
  const catalog = mailCatalogFor([language, ...office.languages]);
  const why = `${say(catalog, `notice.${kind}`)} ${say(catalog, 'notice.choices')}`;
  return write({
    catalog,
    ask: asks && { label: say(catalog, `notice.${asks}`), address },
    lines: [why, say(catalog, 'notice.reference', { reference }), senderLine(catalog, office)],
    address: addressOf(office),
    links: [{ label: say(catalog, 'notice.read'), address }, policyOf(catalog, office, language)],
  });
}

function senderLine(catalog: MailCatalog, office: Office): string {
  return say(catalog, 'mail.sender', { office: office.legalName, controller: controller.legalName });
}

function addressOf(office: Office): readonly string[] {
  return [office.legalName, ...office.postalAddress.lines, ...(office.phone ? [office.phone] : [])];
}

function policyOf(catalog: MailCatalog, office: Office, language: string): FooterLink {
  return { label: say(catalog, 'mail.policy'), address: policyLink(office, language) };
}

function write(content: FooterContent): Footer {
  return { text: textOf(content), html: htmlOf(content).text };
}

function textOf({ catalog, ask, lines, address, links }: FooterContent): string {
  const paragraphs = [
    ...(ask ? [`${ask.label}: ${ask.address}`] : []),
    '----------',
    lines.join('\n'),
    [`${say(catalog, 'mail.address')}:`, ...address].join('\n'),
    links.map((link) => `${link.label}: ${link.address}`).join('\n'),
  ];
  return `\n\n${paragraphs.join('\n\n')}\n`;
}

/** Its own colours on its own background, so that it can be read below any design. */
const boxStyle =
  'clear:both;margin:32px 0 0;padding:16px;border-top:1px solid #c9cdd2;background:#ffffff;color:#565d64;font:13px/1.6 Arial,Helvetica,sans-serif';

/** SES leaves a link with this attribute as it is, and takes no clicks on it (SES guide, faqs-metrics). */
export const noTrack = 'ses:no-track';

/** Looks like a button in mail programs that know only styles of their own. */
const askStyle =
  'display:inline-block;padding:12px 24px;border-radius:24px;background:#14171a;color:#ffffff;font:bold 16px/1.4 Arial,Helvetica,sans-serif;text-decoration:none';

function htmlOf({ catalog, ask, lines, address, links, measured }: FooterContent): Html {
  const anchor = raw(measured ? `a ${noTrack}` : 'a');
  const direction = directionOf(catalog.locale);
  const side = direction === 'rtl' ? 'right' : 'left';
  const button =
    ask &&
    html`<p lang="${catalog.locale}" dir="${direction}" style="clear:both;margin:32px 0 0"><a href="${ask.address}" style="${raw(askStyle)}">${ask.label}</a></p>\n`;
  return html`
${button}<div lang="${catalog.locale}" dir="${direction}" style="${raw(`${boxStyle};text-align:${side}`)}">
${lines.map((line) => html`<p style="margin:0 0 8px">${line}</p>\n`)}<p style="margin:0 0 8px" dir="auto">${lineBroken(address)}</p>
<p style="margin:0">${links.map(({ label, address: target }, index) => html`${index > 0 ? raw(' &nbsp;·&nbsp; ') : undefined}<${anchor} href="${target}" style="color:#14171a">${label}</a>`)}</p>
</div>
`;
}

function lineBroken(lines: readonly string[]): Html[] {
  return lines.map((line, index) => html`${index > 0 ? raw('<br>') : undefined}${line}`);
}
