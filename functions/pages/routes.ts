/** The unsubscribe link: GET asks and changes nothing (N-10), POST withdraws (RFC 8058). */
import type { Keyring, LinkClaim } from '../../shared/adapters/keyring.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import type { pageContracts } from '../../shared/api/pages.ts';
import { officeById } from '../../shared/domain/offices.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { type Catalog, catalogFor } from '../../shared/i18n/catalog.ts';
import { describeError, logger } from '../../shared/middleware/telemetry.ts';
import { securityHeaders } from '../../shared/pages/security-headers.ts';
import {
  confirmation,
  renderAlreadyUnsubscribed,
  renderDamagedLink,
  renderUnsubscribeDone,
  renderUnsubscribeError,
  renderUnsubscribeQuestion,
} from '../../shared/pages/unsubscribe-page.ts';
import { readAcceptLanguage } from './accept-language.ts';
import { renderGone } from './gone-page.ts';
import { isUnsubscribed, unsubscribe } from './unsubscribe.ts';

export interface PageDeps {
  people: Pick<PeopleStore, 'load' | 'save'>;
  keyring: Pick<Keyring, 'verifyLink'>;
}

/** Languages that the reader asked for: picked on the page, and by the browser. */
interface Wish {
  picked: string | undefined;
  browser: string | undefined;
}

/** A link that was found to be ours, and what is needed to answer it. */
interface Visit {
  deps: PageDeps;
  claim: LinkClaim;
  wish: Wish;
  /** The path that the button posts to. */
  action: string;
  now: Instant;
}

/** @param loadDeps called once per request */
export function pageRoutes(loadDeps: () => Promise<PageDeps>): Handlers<typeof pageContracts> {
  async function visit(
    request: {
      params: { token: string };
      headers: Readonly<Record<string, string | undefined>>;
      now: Instant;
    },
    picked: string | undefined,
    answer: (visit: Visit) => Promise<Reply>,
  ): Promise<Reply> {
    const { token } = request.params;
    const wish = { picked, browser: request.headers['accept-language'] };
    const deps = await loadDeps();
    const claim = deps.keyring.verifyLink(token);
    if (!claim) return page(404, renderDamagedLink({ catalog: catalogOf(wish) }));
    return answer({ deps, claim, wish, action: actionOf(token, picked), now: request.now });
  }

  return {
    'GET /u/{token}': (request) => visit(request, request.query.lang, showQuestion),
    'POST /u/{token}': (request) => {
      const { body, query } = request;
      const picked = body.lang ?? query.lang;
      if (isOneClick(body['List-Unsubscribe'])) return visit(request, picked, takeOneClick);
      if (body[confirmation.name] !== undefined) return visit(request, picked, takeButton);
      return visit(request, picked, async (given) => ({ ...(await showQuestion(given)), status: 400 }));
    },
  };
}

/** RFC 8058, section 3.1; the case of the value is left to the mail program. */
function isOneClick(field: string | undefined): boolean {
  return field?.trim().toLowerCase() === 'one-click';
}

async function showQuestion({ deps, claim, wish, action }: Visit): Promise<Reply> {
  const record = await deps.people.load(claim.personId);
  const frame = frameOf(record, wish);
  if (!record || !frame.office) return page(200, renderGone(frame.catalog));
  const shown = { ...frame, office: frame.office };
  if (isUnsubscribed(record)) return page(200, renderAlreadyUnsubscribed(shown));
  return page(200, renderUnsubscribeQuestion({ ...shown, action }));
}

/** For mail programs: a short text, no redirect and no cookie. An error is left to the edge, so that the program tries again. */
async function takeOneClick({ deps, claim, now }: Visit): Promise<Reply> {
  await unsubscribe(deps.people, { personId: claim.personId, source: 'one-click', now });
  return { status: 200, text: 'Unsubscribed.\n' };
}

/** The confirmation is made only after the refusal is stored. */
async function takeButton({ deps, claim, wish, action, now }: Visit): Promise<Reply> {
  try {
    const known = await deps.people.load(claim.personId);
    const frame = frameOf(known, wish);
    const { locale } = frame.catalog;
    const saved = await unsubscribe(deps.people, {
      personId: claim.personId,
      source: 'link',
      language: locale,
      now,
    });
    if (!saved || !frame.office) return page(200, renderGone(frame.catalog));
    return page(200, renderUnsubscribeDone({ ...frame, office: frame.office }));
  } catch (error) {
    logger.error('unsubscribe failed', { fault: describeError(error) });
    return page(500, renderUnsubscribeError({ catalog: catalogOf(wish), action }));
  }
}

function frameOf(record: PersonRecord | undefined, wish: Wish) {
  const office = record && officeById(record.person.office);
  const language = wish.picked ?? record?.person.language;
  return { catalog: catalogOf(wish, record?.person.language, office?.languages[0]), office, language };
}

/** Explicit choice, the person's language, the browser's, the office's (policy P-07). */
function catalogOf({ picked, browser }: Wish, own?: string, officeDefault?: string): Catalog {
  return catalogFor([picked, own, ...readAcceptLanguage(browser), officeDefault]);
}

function actionOf(token: string, picked: string | undefined): string {
  const path = `/u/${encodeURIComponent(token)}`;
  return picked === undefined ? path : `${path}?lang=${encodeURIComponent(picked)}`;
}

function page(status: number, html: string): Reply {
  return { status, html, headers: securityHeaders() };
}
