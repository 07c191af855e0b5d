/** Routes of what became of a notice, one use case each. */
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import type { noticeReachContracts } from '../../shared/api/notice-reach.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Counters } from '../../shared/domain/cells.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { toReachReport } from '../../shared/domain/reach-report.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { securityHeaders } from '../../shared/pages/security-headers.ts';
import { countReach, requireReleased } from '../../shared/use-cases/count-reach.ts';
import { csvReply, maxAnswerBytes } from '../../shared/use-cases/message-replies.ts';
import type { NoticeDeps } from './deps.ts';
import { describeNotice } from './describe-notice.ts';
import { styleSource } from './document-style.ts';
import { listUnreached, listUnreachedCsv } from './list-unreached.ts';
import { loadForLetters, loadNotice } from './load-notice.ts';
import { documentCsv, renderDocument } from './render-document.ts';

type NoticeRequest = { params: { id: string }; actor: Actor };

export function createReachRoutes(deps: NoticeDeps): Handlers<typeof noticeReachContracts> {
  return {
    'GET /notices/{id}/reach': (request) =>
      withReach(deps, request, (_notice, parts, at) => ({ status: 200, body: toReachReport(parts, at) })),
    'GET /notices/{id}/document': (request) =>
      withReach(deps, request, (notice, parts, at) => {
        const sections = describeNotice(notice, parts, at);
        return request.query.format === 'csv'
          ? csvReply(`${notice.id}.csv`, documentCsv(sections))
          : {
              status: 200,
              html: renderDocument(notice, sections, at),
              headers: securityHeaders(styleSource),
            };
      }),
    'GET /notices/{id}/unreached': async ({ params, query, actor, now, requestId }) => {
      const notice = await loadForLetters(deps.messages, params.id, actor);
      requireReleased(notice);
      const { limit, format, ...asked } = query;
      const { user, office } = actor;
      const list = `unreached ${query.lacking} ${format}`;
      await deps.listReads.noteRead({ messageId: notice.id, at: now, user, office, list, requestId });
      const request = { ...asked, actor };
      if (format === 'json')
        return { status: 200, body: await listUnreached(deps, notice, { ...request, limit }) };
      const { csv, cursor } = await listUnreachedCsv(deps, notice, { ...request, maxBytes: maxAnswerBytes });
      const name = `${notice.id}-unreached-${query.lacking}.csv`;
      return csvReply(name, csv, cursor === undefined ? {} : { 'x-next-cursor': cursor });
    },
  };
}

/** The reply over the counted parts, or 202 with the progress of the count. */
async function withReach(
  deps: NoticeDeps,
  { params, actor }: NoticeRequest,
  reply: (notice: Notice, parts: readonly Counters[], at: Instant) => Reply,
): Promise<Reply> {
  const notice = await loadNotice(deps.messages, params.id, actor);
  const counted = await countReach(deps, notice);
  return counted.kind === 'making'
    ? { status: 202, body: { progress: counted.progress } }
    : reply(notice, counted.parts, counted.at);
}
