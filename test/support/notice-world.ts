/** The notice API over memory tables, driven through the real HTTP bundle; counts are made at once, and rounds wait in the world's queue. */
import * as z from 'zod';
import { ExpandSlice } from '../../events/expand-slice.ts';
import { createRoutes } from '../../functions/notices/create-routes.ts';
import { createListReadStore } from '../../shared/adapters/list-read-store.ts';
import { createNoticeSubmissionStore } from '../../shared/adapters/submission-store.ts';
import { createTemplateStore } from '../../shared/adapters/template-store.ts';
import { noticeDraftingContracts } from '../../shared/api/notice-drafting.ts';
import { noticeReachContracts } from '../../shared/api/notice-reach.ts';
import { noticeContracts } from '../../shared/api/notices.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { reachSlice } from '../../shared/use-cases/count-reach.ts';
import { planSlice } from '../../shared/use-cases/plan-slice.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createWorld } from './world.ts';

const contracts = { ...noticeContracts, ...noticeDraftingContracts, ...noticeReachContracts };

/** Claims of somebody: `notice-author` of the headquarters, `privacy-officer-de` of an office. */
function claimsOf(name: string) {
  const [, role = name, office] = /^(.+?)-([a-z]{2})(?:-\d+)?$/.exec(name) ?? [];
  return {
    sub: name,
    'cognito:groups': `[${role}]`,
    ...(office === undefined ? {} : { 'custom:office': office }),
  };
}

/** @param handOver as in `createWorld` */
export function createNoticeWorld(start: string, handOver?: Parameters<typeof createWorld>[1]) {
  const world = createWorld(start, handOver);
  /** A count stops being made when its workers stand still. */
  const counting = { works: true };
  const counts: ExpandSlice[] = [];

  async function take(wakeups: readonly { body: unknown }[]): Promise<void> {
    for (const { body } of wakeups) {
      const command = ExpandSlice.parse(body);
      if (command.planId === undefined && command.reachId === undefined) world.expandQueue.push(command);
      else counts.push(command);
    }
    if (counting.works) await count(counts.length);
  }

  /** Works off so many counts of slices. */
  async function count(slices: number): Promise<void> {
    for (const command of counts.splice(0, slices)) {
      const deps = { ...world, now: world.clock() };
      if (command.reachId !== undefined) await reachSlice(deps, command, command.reachId);
      else if (command.planId !== undefined) await planSlice(deps, command, command.planId);
    }
  }

  const deps = {
    ...world,
    submissions: createNoticeSubmissionStore(world.campaignsTable),
    templates: createTemplateStore(world.campaignsTable),
    listReads: createListReadStore(world.campaignsTable),
    publicUrl: 'https://notify.example',
    queue: {
      queueUrl: 'expand',
      send: async (_url: string, wakeups: readonly { body: unknown }[]) => take(wakeups),
    },
    wait: async () => {},
  };
  const handler = httpHandler(z.object({}), contracts, () => createRoutes(deps));

  /** A request of somebody to a route; ids in braces come from `params`. */
  async function call(who: string, routeKey: keyof typeof contracts, parts: EventParts = {}) {
    const event = httpEvent(routeKey, { claims: claimsOf(who), params: { id: 'ntc_1' }, ...parts });
    const { statusCode = 0, headers, body = '' } = await handler(event, lambdaContext);
    const isJson = /\/(problem\+)?json/.test(headers['content-type'] ?? '');
    return { status: statusCode, headers, text: body, body: isJson ? JSON.parse(body) : undefined };
  }

  return { ...deps, call, counting, counts, count };
}
