/** Reads a `SendRawEmail` request and checks what SES checks (SES API reference, SendRawEmail; SES guide, quotas). */
import { addressesOf, type HeaderField, headerValue, parseHeaders, splitMail } from './mail-headers.ts';
import { membersOf, QueryError } from './query-protocol.ts';

export interface RawEmail {
  raw: string;
  headers: HeaderField[];
  source: string;
  destinations: string[];
  tags: Record<string, string>;
  configurationSet: string | undefined;
}

const messageLimitBytes = 10_485_760;
const recipientLimit = 50;
/** RFC 5322, 2.1.1, without the line end. */
const lineLimit = 998;
const tagPattern = /^[\w-]{1,256}$/;
const addressPattern = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/;

/** Fields that may occur at most once (SES guide, header-fields). */
const singleFields = [
  'from',
  'to',
  'cc',
  'subject',
  'reply-to',
  'sender',
  'mime-version',
  'content-type',
  'list-unsubscribe',
  'list-unsubscribe-post',
];

const invalid = (message: string) => new QueryError('InvalidParameterValue', message);

function apiTags(form: URLSearchParams): [string, string][] {
  const tags: [string, string][] = [];
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index++) {
    tags.push([form.get(`Tags.member.${index}.Name`) ?? '', form.get(`Tags.member.${index}.Value`) ?? '']);
  }
  return tags;
}

function headerTags(headers: readonly HeaderField[]): [string, string][] {
  const value = headerValue(headers, 'x-ses-message-tags') ?? '';
  const parts = value.split(',').filter((part) => part.includes('='));
  return parts.map((part) => {
    const [name = '', text = ''] = part.split('=');
    return [name.trim(), text.trim()];
  });
}

function checkTags(tags: readonly [string, string][]): void {
  for (const [name, value] of tags) {
    if (tagPattern.test(name) && tagPattern.test(value)) continue;
    throw invalid(
      `Invalid tag <${name}: ${value}>: only alphanumeric ASCII characters, '_', and '-' are allowed, 256 at most.`,
    );
  }
}

function checkHeaders(head: string, headers: readonly HeaderField[]): void {
  const counts = new Map<string, number>();
  for (const { name } of headers) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const repeated = singleFields.find((name) => (counts.get(name) ?? 0) > 1);
  if (repeated) throw invalid(`Duplicate header '${repeated}'.`);
  if (head.split(/\r?\n/).some((line) => line.length > lineLimit)) {
    throw invalid(`Header line is longer than ${lineLimit} characters.`);
  }
}

function checkAddresses(source: string, destinations: readonly string[]): void {
  if (!addressPattern.test(source)) throw invalid(`Missing or illegal source address: '${source}'`);
  if (destinations.length === 0) throw invalid('Missing required header "To".');
  if (destinations.length > recipientLimit) throw invalid(`Recipient count exceeds ${recipientLimit}.`);
  const bad = destinations.find((address) => !addressPattern.test(address));
  if (bad !== undefined) throw invalid(`Illegal address: '${bad}'`);
}

function destinationsOf(form: URLSearchParams, headers: readonly HeaderField[]): string[] {
  const named = membersOf(form, 'Destinations');
  const addresses =
    named.length > 0 ? named : ['to', 'cc', 'bcc'].map((name) => headerValue(headers, name) ?? '');
  return addresses.flatMap(addressesOf);
}

/** The request as SES understands it; throws a `QueryError` where SES would refuse. */
export function readRawEmail(form: URLSearchParams): RawEmail {
  const data = form.get('RawMessage.Data') ?? '';
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > messageLimitBytes) {
    throw invalid(`Message length is more than ${messageLimitBytes} bytes long: '${bytes.length}'.`);
  }
  // Latin 1 keeps every byte, so that the mail can be stored and cut as text whatever its encodings are.
  const raw = bytes.toString('latin1');
  const { head } = splitMail(raw);
  const headers = parseHeaders(head);
  checkHeaders(head, headers);
  const [source = ''] = addressesOf(form.get('Source') ?? headerValue(headers, 'from'));
  const destinations = destinationsOf(form, headers);
  checkAddresses(source, destinations);
  const given = apiTags(form);
  // If tags are in both places, only those of the API count.
  const tags = given.length > 0 ? given : headerTags(headers);
  checkTags(tags);
  const configurationSet =
    form.get('ConfigurationSetName') ?? headerValue(headers, 'x-ses-configuration-set') ?? undefined;
  return { raw, headers, source, destinations, tags: Object.fromEntries(tags), configurationSet };
}
