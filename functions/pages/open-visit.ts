/** From a link to what its page needs: whose it is, in which language, and whether the browser sends a signal that counts. */
import type { LinkClaim, LinkPurpose } from '../../shared/adapters/keyring.ts';
import type { Reply } from '../../shared/api/contract.ts';
import { isSampleToken } from '../../shared/content/sample-links.ts';
import { findEmail } from '../../shared/domain/contacts.ts';
import { maskEmail } from '../../shared/domain/email-address.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import type { EmailContact, PersonRecord } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { locales } from '../../shared/i18n/catalog.ts';
import type { Frame } from '../../shared/pages/layout.ts';
import { securityHeaders } from '../../shared/pages/security-headers.ts';
import { renderDamagedLink, renderSample } from '../../shared/pages/unsubscribe-page.ts';
import { chooseCatalog, type Wish, wishOf } from './choose-language.ts';
import type { PageDeps } from './deps.ts';
import { renderGone } from './gone-page.ts';
import { honourSignal, type PageRequest } from './honour-signal.ts';

export interface LinkRequest extends PageRequest {
  params: { token: string };
  /** The language picked on the page. */
  picked: string | undefined;
}

type ClaimOf<Purpose extends LinkPurpose> = Extract<LinkClaim, { purpose: Purpose }>;

/** A link that was found to be ours, and of the kind that the page is for. */
export interface Arrival<Purpose extends LinkPurpose> {
  deps: PageDeps;
  claim: ClaimOf<Purpose>;
  wish: Wish;
  /** The path that forms post to. */
  action: string;
  request: LinkRequest;
  now: Instant;
}

/** An arrival of somebody whose data is here. */
export interface Visit<Purpose extends LinkPurpose> extends Arrival<Purpose> {
  record: PersonRecord;
  frame: Frame & { office: Office };
}

/** Checks the link; one that is damaged, not ours or for another page gets the same kind words, which say nothing about anybody. */
export async function arrive<Purpose extends LinkPurpose>(
  deps: PageDeps,
  page: 'u' | 'p' | 'c' | 'n',
  purposes: readonly Purpose[],
  request: LinkRequest,
  answer: (arrival: Arrival<Purpose>) => Promise<Reply>,
): Promise<Reply> {
  const { token } = request.params;
  const wish = wishOf(
    request.headers,
    locales.find((locale) => locale === request.picked),
  );
  if (isSampleToken(token)) return pageReply(200, renderSample({ catalog: chooseCatalog(wish) }));
  const claim = deps.keyring.verifyLink(token);
  if (!claim || !isFor(claim, purposes)) return damagedLink(wish);
  const path = `/${page}/${encodeURIComponent(token)}`;
  const action = wish.picked === undefined ? path : `${path}?lang=${encodeURIComponent(wish.picked)}`;
  return answer({ deps, claim, wish, action, request, now: request.now });
}

/** The answer to a link that is damaged, not ours, or for another page. */
export function damagedLink(wish: Wish): Reply {
  return pageReply(404, renderDamagedLink({ catalog: chooseCatalog(wish) }));
}

function isFor<Purpose extends LinkPurpose>(
  claim: LinkClaim,
  purposes: readonly Purpose[],
): claim is ClaimOf<Purpose> {
  return purposes.some((purpose) => purpose === claim.purpose);
}

/** Loads the person; of somebody who was erased nothing is known any more, and the page says so. */
export async function visit<Purpose extends LinkPurpose>(
  arrival: Arrival<Purpose>,
  answer: (visit: Visit<Purpose>) => Promise<Reply>,
): Promise<Reply> {
  const { deps, claim, wish, request } = arrival;
  const found = await deps.people.load(claim.personId);
  const office = found && officeById(found.person.office);
  const catalog = chooseCatalog(wish, found, office);
  if (!found || !office) return pageReply(200, renderGone(catalog));
  const { record, isSignalled } = await honourSignal(deps.people, found, request, catalog);
  const language = wish.picked ?? record.person.language;
  const path = arrival.action.split('?', 1).join('');
  return answer({ ...arrival, record, frame: { catalog, office, language, path, isSignalled } });
}

/** The address that a link was made for, as long as it is the person's. */
export function addressee<Purpose extends LinkPurpose>({
  record,
  claim,
}: Visit<Purpose>): EmailContact | undefined {
  return findEmail(record, claim.contactId);
}

/** What of an address is shown: enough for its owner to recognise it. */
export function shownAddress(contact: EmailContact): string {
  return maskEmail(contact.address);
}

export function pageReply(status: number, html: string): Reply {
  return { status, html, headers: securityHeaders() };
}
