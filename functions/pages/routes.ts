/** The pages behind signed links: each route checks what its link is for and calls one page. */
import type { Handlers } from '../../shared/api/contract.ts';
import type { pageContracts } from '../../shared/api/pages.ts';
import { showConfirm, takeConfirm } from './confirm-pages.ts';
import type { PageDeps } from './deps.ts';
import { showNotice, takeAnswer } from './notice-pages.ts';
import { arrive, type LinkRequest, visit } from './open-visit.ts';
import { showChoices, takeChoices } from './preference-pages.ts';
import { isOneClick, showQuestion, takeButton, takeOneClick } from './unsubscribe-pages.ts';

type PageRoute = Omit<LinkRequest, 'picked'> & { query: { lang?: string | undefined } };

function linkOf(request: PageRoute, picked = request.query.lang): LinkRequest {
  return { ...request, picked };
}

/** @param loadDeps called once per request */
export function pageRoutes(loadDeps: () => Promise<PageDeps>): Handlers<typeof pageContracts> {
  return {
    'GET /u/{token}': async (request) =>
      arrive(await loadDeps(), 'u', ['preferences'], linkOf(request), (arrival) => showQuestion(arrival)),

    'POST /u/{token}': async (request) => {
      const { body } = request;
      const link = linkOf(request, body.lang ?? request.query.lang);
      return arrive(await loadDeps(), 'u', ['preferences'], link, (arrival) => {
        if (isOneClick(body['List-Unsubscribe'])) return takeOneClick(arrival);
        return body.confirm === undefined ? showQuestion(arrival, 400) : takeButton(arrival, body);
      });
    },

    'GET /p/{token}': async (request) =>
      arrive(await loadDeps(), 'p', ['preferences'], linkOf(request), (arrival) =>
        visit(arrival, (shown) => showChoices(shown)),
      ),

    'POST /p/{token}': async (request) =>
      arrive(await loadDeps(), 'p', ['preferences'], linkOf(request), (arrival) =>
        visit(arrival, (shown) => takeChoices(shown, request.body)),
      ),

    'GET /c/{token}': async (request) =>
      arrive(await loadDeps(), 'c', ['confirm', 'reconfirm'], linkOf(request), (arrival) =>
        visit(arrival, showConfirm),
      ),

    'POST /c/{token}': async (request) =>
      arrive(await loadDeps(), 'c', ['confirm', 'reconfirm'], linkOf(request), (arrival) =>
        visit(arrival, (shown) => takeConfirm(shown, request.body.act)),
      ),

    'GET /n/{token}': async (request) =>
      arrive(await loadDeps(), 'n', ['notice'], linkOf(request), showNotice),

    'POST /n/{token}': async (request) =>
      arrive(await loadDeps(), 'n', ['notice'], linkOf(request), (arrival) =>
        takeAnswer(arrival, request.body),
      ),
  };
}
