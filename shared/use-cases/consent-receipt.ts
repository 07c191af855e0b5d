/** The consent receipt of a person, as JSON or as a page. */
import { sha256 } from '../adapters/keyring.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { Reply } from '../api/contract.ts';
import { buildReceipt } from '../domain/consent-receipt.ts';
import { verifyChain } from '../domain/ledger.ts';
import { officeById } from '../domain/offices.ts';
import type { PersonRecord } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { catalogFor } from '../i18n/catalog.ts';
import { renderReceipt } from '../pages/receipt-page.ts';
import { securityHeaders } from '../pages/security-headers.ts';

export interface ReceiptWish {
  format: 'json' | 'html' | undefined;
  /** The `Accept` header. */
  accept: string | undefined;
  now: Instant;
}

/** @throws Error when the office of the person is not in the directory */
export async function receiptReply(
  { people }: { people: Pick<PeopleStore, 'readLedger'> },
  record: PersonRecord,
  { format, accept, now }: ReceiptWish,
): Promise<Reply> {
  const { person } = record;
  const office = officeById(person.office);
  if (!office) throw new Error(`There is no office ${person.office}`);
  const entries = await people.readLedger(person.id);
  const chain = verifyChain(entries, person.ledgerHead?.hash, sha256);
  const rule = ruleBook.ruleFor(person, now);
  const receipt = buildReceipt({ record, entries, chain, office, rule, now });
  const isPage = format === 'html' || (format === undefined && prefersHtml(accept));
  if (!isPage) return { status: 200, body: receipt };
  const catalog = catalogFor([person.language, ...office.languages]);
  const html = renderReceipt({ catalog, office, language: person.language, receipt, entries, whose: person });
  return { status: 200, html, headers: securityHeaders() };
}

/** Whether the `Accept` header gives HTML more weight than JSON (RFC 9110, 12.5.1): browsers do; a program that takes anything does not. */
function prefersHtml(accept: string | undefined): boolean {
  const ranges = (accept ?? '').toLowerCase().split(',', maxRanges).map(readRange);
  return weightOf(ranges, 'text/html') > weightOf(ranges, 'application/json');
}

const maxRanges = 20;

function readRange(text: string): { type: string; weight: number } {
  const [type = '', ...parameters] = text.trim().split(/\s*;\s*/);
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, weight: Number(weight ?? 1) };
}

/** The weight of the most specific range that the type is in; 0: not wanted. */
function weightOf(ranges: readonly ReturnType<typeof readRange>[], wanted: string): number {
  const names = [wanted, wanted.replace(/[^/]+$/, '*'), '*/*'];
  const found = names.flatMap((name) => ranges.find(({ type }) => type === name) ?? []);
  return found[0]?.weight ?? 0;
}
