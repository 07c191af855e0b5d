/** The campaign API over memory tables, driven through the real HTTP bundle; what tests send is kept. */
import * as z from 'zod';
import { ExpandSlice } from '../../events/expand-slice.ts';
import { contracts, createRoutes } from '../../functions/campaigns/create-routes.ts';
import { createSettingsStore } from '../../shared/adapters/settings-store.ts';
import { createTemplateStore } from '../../shared/adapters/template-store.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import type { HandOver } from '../../shared/use-cases/hand-over.ts';
import { planSlice } from '../../shared/use-cases/plan-slice.ts';
import { createTestGateway } from '../../shared/use-cases/test-gateway.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createWorld } from './world.ts';

/** Claims of somebody: `marketer-de`, `approver-de-2`, or a role of the headquarters. */
function claimsOf(name: string) {
  const [, role = name, office] = /^(.+?)-([a-z]{2})(?:-\d+)?$/.exec(name) ?? [];
  return {
    sub: name,
    'cognito:groups': `[${role}]`,
    ...(office === undefined ? {} : { 'custom:office': office }),
  };
}

function isJson({ body, headers }: { body?: string | undefined; headers: Record<string, string> }): boolean {
  return Boolean(body) && /\/(problem\+)?json/.test(headers['content-type'] ?? '');
}

/** A draft as a marketer of Germany writes it. */
export const draft = {
  office: 'de',
  name: 'Autumn',
  topic: 'news',
  channels: ['email'],
  content: {
    defaultLocale: 'de',
    locales: { de: { email: { subject: 'Neues', html: '<p>Neues</p>' } } },
  },
};

interface SentMail {
  raw: string;
  to: string;
  configurationSet: string;
  tags: object;
}

export function createCampaignWorld(start: string) {
  const world = createWorld(start);
  const mails: SentMail[] = [];
  const pushes: { target: string | undefined; message: Record<string, unknown> }[] = [];
  const answers: HandOver[] = [];
  const nextAnswer = (): HandOver => answers.shift() ?? { kind: 'accepted', providerId: 'provider-1' };
  const tests = createTestGateway({
    send: async ({ raw, to, configurationSet, tags }) => {
      mails.push({ raw: raw.toString('latin1'), to, configurationSet, tags });
      return nextAnswer();
    },
    publish: async ({ TargetArn, Message = '{}' }) => {
      pushes.push({
        target: TargetArn,
        message: JSON.parse(JSON.parse(Message).GCM).fcmV1Message.message,
      });
      return nextAnswer();
    },
    createEndpoint: async (token) => {
      if (token === 'refused') throw new Error('SNS does not answer');
      return `arn:endpoint/${token}`;
    },
    configurationSet: 'tests',
    publicUrl: 'https://notify.example',
  });
  const timing = { elapsed: () => 0 };
  const deps = {
    ...world,
    settings: createSettingsStore(world.campaignsTable),
    templates: createTemplateStore(world.campaignsTable),
    tests,
    queue: {
      queueUrl: 'q',
      send: async (_url: string, wakeups: readonly { body: unknown }[]) => take(wakeups),
    },
    wakeSenders: async () => {},
    wait: async () => {},
    elapsed: () => timing.elapsed(),
    sendRatePercent: 100,
  };

  /** Plans are made at once, if `planning` says so; expansions wait in the world's queue. */
  const planning = { works: true };
  async function take(wakeups: readonly { body: unknown }[]): Promise<void> {
    for (const { body } of wakeups) {
      const command = ExpandSlice.parse(body);
      if (command.planId === undefined) world.expandQueue.push(command);
      else if (planning.works) await planSlice({ ...world, now: world.clock() }, command, command.planId);
    }
  }

  const handler = httpHandler(z.object({}), contracts, () => createRoutes(deps, 'https://notify.example'));

  /** A request of somebody to a route; ids in braces come from `params`. */
  async function call(who: string, routeKey: keyof typeof contracts, parts: EventParts = {}) {
    const answer = await handler(httpEvent(routeKey, { claims: claimsOf(who), ...parts }), lambdaContext);
    return {
      status: answer.statusCode ?? 0,
      etag: answer.headers.etag,
      body: isJson(answer) ? JSON.parse(answer.body ?? '') : answer.body || undefined,
    };
  }

  /** A campaign on the record, in any state. */
  async function given(change: object = {}) {
    const { draft: known, ...campaign } = world.campaign({ office: 'de', channels: ['email'] });
    const record = { ...campaign, id: `cmp_${Math.random().toString(36).slice(2)}`, draft: known, ...change };
    await world.messages.save(record, 0);
    return record;
  }

  return { ...deps, call, given, mails, pushes, answers, planning, timing };
}

/** Status and the fields of a problem. */
export function problemOf({ status, body }: { status: number; body: { errors: { field: string }[] } }) {
  return { status, fields: body.errors.map(({ field }) => field) };
}
