/** Nobody of one office sees or touches what belongs to another, by any route (P-20, N-14), and each role takes its own steps only (P-20, N-15). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { contracts } from '../../functions/campaigns/create-routes.ts';
import type { Contract } from '../../shared/api/contract.ts';
import { Role } from '../../shared/domain/vocabulary.ts';
import { createCampaignWorld, draft } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

type RouteKey = keyof typeof contracts;
const routes = Object.keys(contracts) as RouteKey[];
/** What belongs to no office: the directory and the rules, and the list, which is of the own office. */
const common: readonly RouteKey[] = ['GET /offices', 'GET /rules', 'GET /rules/{country}'];
const ofOffices = routes.filter((key) => !common.includes(key));

let world: ReturnType<typeof createCampaignWorld>;
let campaign: string;
let template: string;

beforeEach(async () => {
  quietTelemetry();
  world = createCampaignWorld('2026-11-23T12:00:00.000Z');
  campaign = (await world.given({ state: 'submitted' })).id;
  const { office, name, content } = draft;
  const answer = await world.call('marketer-de', 'POST /templates', { body: { office, name, content } });
  template = answer.body.id;
});

/** A request that would be in order for somebody of Germany. */
function requestTo(key: RouteKey) {
  const bodies: Partial<Record<RouteKey, object>> = {
    'POST /campaigns': draft,
    'PUT /campaigns/{id}': draft,
    'POST /campaigns/{id}/test-sends': { contacts: ['Desk'] },
    'POST /campaigns/checks': draft,
    'POST /campaigns/previews': { office: 'de', locale: 'de', push: { title: 'x', body: 'x' } },
    'POST /campaigns/estimates': { office: 'de', channels: ['email'] },
    'POST /templates': { office: 'de', name: 'x', content: draft.content },
    'PUT /templates/{id}': { name: 'x', content: draft.content },
    'PUT /offices/{id}/settings': { testContacts: [] },
  };
  const id = key.includes('/offices/') ? 'de' : key.includes('/templates/') ? template : campaign;
  const isList = key === 'GET /campaigns' || key === 'GET /templates';
  return {
    params: { id },
    headers: { 'if-match': '"0"' },
    body: bodies[key] ?? {},
    ...(isList ? { query: 'office=de' } : {}),
  };
}

const rolesOf = (key: RouteKey): readonly Role[] => {
  const contract: Contract = contracts[key];
  return contract.roles ?? [];
};

describe('another office', () => {
  it.each(ofOffices)('is refused by %s, whatever the role, and nothing changes', async (key) => {
    const before = JSON.stringify(world.campaignsTable.all());
    const officeRoles = rolesOf(key).filter((role) => role === 'marketer' || role === 'approver');
    const somebody = officeRoles.length > 0 ? officeRoles : (['marketer'] as const);
    for (const role of somebody)
      expect((await world.call(`${role}-fr`, key, requestTo(key))).status).toBe(403);
    expect(JSON.stringify(world.campaignsTable.all())).toBe(before);
  });

  it('cannot be moved to by a change of the draft', async () => {
    const body = { ...draft, office: 'fr' };
    const request = { params: { id: campaign }, body };
    for (const who of ['marketer-de', 'marketer-fr'])
      expect((await world.call(who, 'PUT /campaigns/{id}', request)).status).toBe(403);
  });
});

describe('a role', () => {
  it.each(ofOffices)('that has no part in it is refused by %s', async (key) => {
    const allowed = rolesOf(key);
    const others = allowed.length > 0 ? Role.options.filter((role) => !allowed.includes(role)) : [];
    for (const role of others) expect((await world.call(`${role}-de`, key, requestTo(key))).status).toBe(403);
  });

  it('that only reads finds what it may read', async () => {
    for (const key of [
      'GET /campaigns/{id}',
      'GET /campaigns/{id}/changes',
      'GET /campaigns/{id}/report',
    ] as const)
      expect((await world.call('auditor', key, requestTo(key))).status).toBe(200);
  });
});
