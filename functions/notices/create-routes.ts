/** Routes of the notice API, one line each. */
import { placeOf } from '../../shared/adapters/message-item.ts';
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import type { noticeDraftingContracts } from '../../shared/api/notice-drafting.ts';
import type { noticeReachContracts } from '../../shared/api/notice-reach.ts';
import type { noticeContracts } from '../../shared/api/notices.ts';
import { type Actor, requireOffice } from '../../shared/domain/actor.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { fillPage } from '../../shared/use-cases/fill-page.ts';
import { readPlace, writePlace } from '../../shared/use-cases/list-cursor.ts';
import { decisionsReply, planReply } from '../../shared/use-cases/message-replies.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { stepOf } from '../../shared/use-cases/step-message.ts';
import { checkNotice } from './check-notice.ts';
import type { NoticeDeps } from './deps.ts';
import { headquarters, loadNotice, viewOf } from './load-notice.ts';
import { previewNotice } from './preview-notice.ts';
import { createReachRoutes } from './reach-routes.ts';
import { reviewNotice } from './review-notice.ts';
import { releaseNotice, submitNotice, takeStep } from './run-notice.ts';
import { changeNotice, createNotice } from './write-notice.ts';

/** Handlers of all routes over the given dependencies. */
export function createRoutes(
  deps: NoticeDeps,
): Handlers<typeof noticeContracts & typeof noticeDraftingContracts & typeof noticeReachContracts> {
  const load = ({ params, actor }: { params: { id: string }; actor: Actor }) =>
    loadNotice(deps.messages, params.id, actor);
  return {
    ...createReachRoutes(deps),
    'POST /notices': async ({ body, ...request }) => ({
      ...shown(await createNotice(deps, body, request)),
      status: 201,
    }),
    'GET /notices': async ({ actor, query }) => {
      const { limit, state, cursor } = query;
      const office = query.office ?? actor.office ?? headquarters;
      requireOffice(actor, office);
      const pages = deps.messages.pagesByOffice(office, 'notice', readPlace(cursor));
      const { items, last } = await fillPage(pages, {
        limit,
        placeOf,
        show: (message) => {
          const isWanted = message.type === 'notice' && (state === undefined || message.state === state);
          return isWanted ? viewOf(message) : undefined;
        },
      });
      return { status: 200, body: { items, cursor: writePlace(last) } };
    },
    'GET /notices/{id}': async (request) => shown(await load(request)),
    'PUT /notices/{id}': async ({ params, body, actor, now, headers }) =>
      shown(await changeNotice(deps, params.id, body, { actor, now, ifMatch: headers['if-match'] })),
    'POST /notices/checks': async ({ body, actor }) => ({
      status: 200,
      body: await checkNotice(deps, body, actor),
    }),
    'POST /notices/previews': async ({ body, actor }) => ({
      status: 200,
      body: previewNotice(body, actor, deps.publicUrl),
    }),
    'GET /notices/{id}/review': async (request) => ({
      status: 200,
      body: await reviewNotice(deps, await load(request)),
    }),
    'POST /notices/{id}/submit': async (request) => {
      const nobodyYet = request.body.nobodyYet === true;
      return shown(await submitNotice(deps, { ...stepOf(request), nobodyYet }));
    },
    'POST /notices/{id}/release': async (request) => shown(await releaseNotice(deps, stepOf(request))),
    'POST /notices/{id}/reject': async (request) => shown(await takeStep(deps, 'reject', stepOf(request))),
    'POST /notices/{id}/stop': async (request) => shown(await takeStep(deps, 'stop', stepOf(request))),
    'GET /notices/{id}/plan': async (request) => planReply(deps, await load(request)),
    'GET /notices/{id}/report': async (request) => ({
      status: 200,
      body: await reportMessage(deps, await load(request)),
    }),
    'GET /notices/{id}/decisions': async (request) =>
      decisionsReply(deps, await load(request), request.query.cursor),
  };
}

function shown(notice: Notice): Reply {
  return { status: 200, body: viewOf(notice), headers: { etag: `"${notice.version}"` } };
}
