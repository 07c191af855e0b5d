/** The links in a text of a notice, and which of them may not be there: a notice leads to approved pages and to nothing that sells. */
import { isApproved } from './approved-hosts.ts';
import { type Finding, findingAt, mostPerField, type Place } from './finding.ts';
import { attributeValue, placesOf, readText } from './reader-text.ts';
import type { TextField } from './text-fields.ts';

export interface Link extends Place {
  readonly address: string;
  /** Loaded and shown, not followed. */
  readonly isImage: boolean;
}

const attributes =
  /[\s"'/](href|src|srcset|action|formaction|background|poster|data|cite|longdesc|ping)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/dgi;
const styles = /\burl\(\s*["']?([^"'()]*)/dgi;
const followed: ReadonlySet<string> = new Set(['href', 'action', 'formaction', 'cite', 'longdesc', 'ping']);
/** Names of languages of markup, which nothing opens. */
const namespaces = /<!doctype[^<>]*>|\sxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')/gi;

const topLevels =
  'com net org info biz shop store online site app io co me ly gl gd to link click xyz top example eu uk de fr it es nl pl se ch at be dk fi no pt br mx jp kr cn tw hk sg th tr in au nz za ae sa il ru us ca'.split(
    ' ',
  );
const endings = [...topLevels, ...topLevels.map((each) => each.toUpperCase())].join('|');
/** What mail programs and phones make a link of: with a scheme, or a name with a known ending or a path, or a mail address. `。` is a dot in a host. */
const bare = new RegExp(
  String.raw`(?:[A-Za-z][A-Za-z0-9+.-]{1,20}:)?\/\/(?:[!#-&*-;=?-Z[\]_a-z{}~]|。(?=[A-Za-z0-9]))+|(?<![A-Za-z0-9.@-])(?:[A-Za-z0-9._%+-]{1,64}@)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:(?:${endings})(?![A-Za-z0-9-])(?:[/?#:][!#-&*-;=?-Z_a-z~]*)?|[A-Za-z]{2,18}\/[!#-&*-;=?-Z_a-z~]*)`,
  'gu',
);

/** All links of a field, in the order of their places. */
export function linksIn(field: Pick<TextField, 'kind' | 'text'>): Link[] {
  const named = namedLinks(field);
  if (field.kind === 'link' || field.kind === 'image') return named;
  const skipped = [...field.text.matchAll(namespaces)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const all = [...named, ...bareLinks(field.text, [...named, ...skipped])];
  return all.sort((one, other) => one.start - other.start);
}

/** Those that the markup marks as links or as pictures. */
export function namedLinks({ kind, text }: Pick<TextField, 'kind' | 'text'>): Link[] {
  if (kind === 'link' || kind === 'image')
    return [{ address: text, isImage: kind === 'image', start: 0, end: text.length }];
  return text.includes('<') ? [...attributeLinks(text), ...styleLinks(text)] : [];
}

function attributeLinks(text: string): Link[] {
  return [...text.matchAll(attributes)].flatMap(
    ({ 1: name = '', 2: double, 3: single, 4: plain, indices }) => {
      const [start, end] = indices?.[2] ?? indices?.[3] ?? indices?.[4] ?? [0, 0];
      const value = attributeValue(double ?? single ?? plain ?? '');
      const isImage = !followed.has(name.toLowerCase());
      const addresses = /^srcset$/i.test(name)
        ? value.split(',').map((each) => each.trim().split(/\s/)[0] ?? '')
        : [value];
      return addresses.map((address) => ({ address, isImage, start, end }));
    },
  );
}

function styleLinks(text: string): Link[] {
  return [...text.matchAll(styles)].map(({ 1: address = '', indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0];
    return { address: attributeValue(address), isImage: true, start, end };
  });
}

/** Addresses that stand in the text, or in attributes that are not known as links. */
function bareLinks(text: string, known: readonly Place[]): Link[] {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of known) covered.fill(1, start, end);
  const readings = text.includes('<')
    ? [readText(text, 'kept'), readText(text, 'joined')]
    : [readText(text, 'kept')];
  return readings.flatMap((read) =>
    [...placesOf(read, bare)].flatMap(({ words, start, end }): Link[] => {
      if (covered.subarray(start, end).includes(1)) return [];
      covered.fill(1, start, end);
      return [{ address: completed(words.replace(/[.,;:!?\]]+$/, '')), isImage: false, start, end }];
    }),
  );
}

/** As a mail program reads a name without a scheme. */
function completed(address: string): string {
  if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(address)) return address;
  return /^[^/?#:]*@/.test(address) ? `mailto:${address}` : `https://${address}`;
}

type Fault = Pick<Finding, 'code'> & { readonly reason: string };

/** Where an approved page sells, or collects clicks: how a part of the host or of the path begins, or a word in it. */
const selling =
  /^(shop|store|cart|basket|checkout|buy|order|campaigns?|newsletters?|marketing)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(buy|offers?|deals?|sales?|promos?|promotions?)(?![\p{L}\p{N}])/iu;

/** Browsers and mail programs take so much; addresses within one another end there too. */
const longestAddress = 2000;

/** What forbids a link; undefined for one that a notice may have. */
function faultOf({ address, isImage }: Pick<Link, 'address' | 'isImage'>): Fault | undefined {
  const written = address.replace(/[\t\n\r]/g, '').trim();
  if (written === '' || written.startsWith('#') || /^tel:[\d+().\s-]+$/i.test(written)) return undefined;
  if (/^mailto:/i.test(written)) return faultOfMailbox(written);
  if (written.length > longestAddress) return foreign('is too long for an address');
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol !== 'https:') return foreign('is not a full https address');
  if (/^[^/\\]*[/\\]+[^/\\?#]*\{/.test(written)) return foreign('takes its domain from a variable');
  if (url.username !== '' || url.password !== '') return foreign('hides its domain behind a user name');
  if (url.port !== '') return foreign('names a port');
  if (!isApproved(url.hostname)) return foreign(`leads to ${url.hostname}, which is no approved domain`);
  if (partsOf(url).some((part) => selling.test(part)))
    return isImage
      ? { code: 'marketing-image', reason: 'is kept with what sells' }
      : { code: 'call-to-buy', reason: 'leads to a shop or to an offer' };
  return faultWithin(url);
}

/** Pages of service that are named like those of a shop. */
const serving =
  /after-sales?|points?-of-sale|where-to-buy|(shop|store)-(finder|locator)|order-(status|number)/gi;

function partsOf({ hostname, pathname }: URL): string[] {
  return [...hostname.split('.'), ...decoded(pathname).replace(serving, '').split('/')];
}

function foreign(reason: string): Fault {
  return { code: 'foreign-link', reason };
}

function faultOfMailbox(address: string): Fault | undefined {
  const [to = ''] = decoded(address.slice('mailto:'.length)).split('?');
  const outside = to.split(',').find(
    (each) =>
      !isApproved(
        each
          .slice(each.lastIndexOf('@') + 1)
          .trim()
          .toLowerCase(),
      ),
  );
  return outside === undefined ? undefined : foreign('is a mailbox outside the approved domains');
}

/** An approved page that sends its reader on. */
function faultWithin({ searchParams, hash }: URL): Fault | undefined {
  return [...searchParams.values(), decoded(hash.slice(1))]
    .filter((value) => /^\s*(https?:)?[/\\]{2}/i.test(value))
    .map((value) => faultOf({ address: value.replace(/^\s*[/\\]{2}/, 'https://'), isImage: false }))
    .find((fault) => fault !== undefined);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The links that may not be there. */
export function findForbiddenLinks(field: TextField): Finding[] {
  const findings = linksIn(field).flatMap((link) => {
    const fault = faultOf(link);
    if (!fault) return [];
    const about = { code: fault.code, level: 'refused' } as const;
    const say = (words: string) => `“${words}” ${fault.reason}: a notice links to approved pages only.`;
    return [findingAt(field, link, about, say)];
  });
  return findings.slice(0, mostPerField);
}
