/** The notice API over memory tables, driven through the real HTTP bundle. */
import * as z from 'zod';
import { createRoutes } from '../../functions/notices/create-routes.ts';
import { createNoticeSubmissionStore } from '../../shared/adapters/submission-store.ts';
import { createTemplateStore } from '../../shared/adapters/template-store.ts';
import { noticeDraftingContracts } from '../../shared/api/notice-drafting.ts';
import { noticeContracts } from '../../shared/api/notices.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { CampaignDraft } from '../../shared/domain/message.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createWorld } from './world.ts';

const contracts = { ...noticeContracts, ...noticeDraftingContracts };

/** An honest notice as an author of headquarters writes it. */
export const honestNotice = {
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'SN-2026-11',
  audience: { countries: ['DE'], deviceModels: ['XQ-EC54'] },
  channels: ['email'],
  content: {
    defaultLocale: 'en',
    locales: {
      en: {
        email: {
          subject: 'Battery safety notice',
          html: '<p>Stop charging your phone until it has been checked.</p>',
        },
      },
    },
  },
};

/** The same with other English texts. */
export function noticeWith(texts: object) {
  return { ...honestNotice, content: { defaultLocale: 'en', locales: { en: texts } } };
}

export function createNoticeApi(start: string) {
  const world = createWorld(start);
  const templates = createTemplateStore(world.campaignsTable);
  const routes = createRoutes({
    ...world,
    templates,
    submissions: createNoticeSubmissionStore(world.campaignsTable),
    queue: { queueUrl: 'expand', send: async () => {} },
    wait: async () => {},
  });
  const handler = httpHandler(z.object({}), contracts, () => routes);

  /** A request of somebody of headquarters, or of an office: `notice-author`, `notice-author-de`. */
  async function call(who: string, routeKey: keyof typeof contracts, parts: EventParts = {}) {
    const [, role = who, office] = /^(.+?)-([a-z]{2})$/.exec(who) ?? [];
    const claims = {
      sub: who,
      'cognito:groups': `[${role}]`,
      ...(office === undefined ? {} : { 'custom:office': office }),
    };
    const answer = await handler(httpEvent(routeKey, { claims, ...parts }), lambdaContext);
    return { status: answer.statusCode ?? 0, body: answer.body ? JSON.parse(answer.body) : undefined };
  }

  /** A campaign of an office on the record. */
  async function givenCampaign(draft: Partial<CampaignDraft> & { office: string }): Promise<Campaign> {
    const campaign = world.campaign({ channels: ['email'], ...draft });
    const record = { ...campaign, id: `cmp_${draft.office}_${draft.name}`, office: draft.office };
    await world.messages.save(record, 0);
    return record;
  }

  return { ...world, templates, call, givenCampaign };
}
