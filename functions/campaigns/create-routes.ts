/** Routes of the campaign API, one line each. */
import { campaignContracts } from '../../shared/api/campaigns.ts';
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import { draftingContracts } from '../../shared/api/drafting.ts';
import { etagOf } from '../../shared/api/etag.ts';
import { officeSettingsContracts } from '../../shared/api/office-settings.ts';
import { referenceContracts } from '../../shared/api/reference.ts';
import { templateContracts } from '../../shared/api/templates.ts';
import { requireOffice } from '../../shared/domain/actor.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import { csvReply, decisionsReply } from '../../shared/use-cases/message-replies.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { showChanges } from '../../shared/use-cases/show-changes.ts';
import { stepOf } from '../../shared/use-cases/step-message.ts';
import { checkCampaign } from './check-campaign.ts';
import { checkPlaces } from './check-draft.ts';
import { archiveCampaign, cloneCampaign } from './copy-campaign.ts';
import type { CampaignDeps } from './deps.ts';
import { estimateAudience } from './estimate-audience.ts';
import { listCampaigns } from './list-campaigns.ts';
import { loadCampaign, viewOf } from './load-campaign.ts';
import { createOfficeRoutes } from './office-routes.ts';
import { planCampaign } from './plan-campaign.ts';
import { previewCampaign } from './preview.ts';
import { previewDraft } from './preview-draft.ts';
import { findRule, listOffices, listRules } from './reference.ts';
import { reportCsv } from './report-csv.ts';
import { approveCampaign, resumeCampaign, submitCampaign, takeStep } from './run-campaign.ts';
import { sendTests } from './send-tests.ts';
import { changeCampaign, createCampaign } from './write-campaign.ts';

/** All that this function serves. */
export const contracts = {
  ...campaignContracts,
  ...draftingContracts,
  ...templateContracts,
  ...officeSettingsContracts,
  ...referenceContracts,
};

/** Handlers of all routes over the given dependencies. */
export function createRoutes(deps: CampaignDeps, publicUrl: string): Handlers<typeof contracts> {
  return {
    ...createCampaignRoutes(deps, publicUrl),
    ...createDraftingRoutes(deps, publicUrl),
    ...createOfficeRoutes(deps),
    ...referenceRoutes,
  };
}

function createDraftingRoutes(deps: CampaignDeps, publicUrl: string): Handlers<typeof draftingContracts> {
  return {
    'POST /campaigns/checks': async ({ body, actor, now }) => ({
      status: 200,
      body: await checkCampaign(deps, body, actor, now),
    }),
    'POST /campaigns/previews': async ({ body, actor, now }) => ({
      status: 200,
      body: previewDraft(body, actor, now, publicUrl),
    }),
    'POST /campaigns/estimates': async ({ body, actor, now }) => {
      requireOffice(actor, body.office);
      checkPlaces(body);
      return { status: 200, body: await estimateAudience(deps, body, now) };
    },
  };
}

function createCampaignRoutes(deps: CampaignDeps, publicUrl: string): Handlers<typeof campaignContracts> {
  const load = (request: { params: { id: string }; actor: Parameters<typeof loadCampaign>[2] }) =>
    loadCampaign(deps.messages, request.params.id, request.actor);
  return {
    'POST /campaigns': async ({ body, ...request }) => ({
      ...shown(await createCampaign(deps, body, request)),
      status: 201,
    }),
    'GET /campaigns': async ({ actor, query }) => ({
      status: 200,
      body: await listCampaigns(deps, actor, query),
    }),
    'GET /campaigns/{id}': async (request) => shown(await load(request)),
    'PUT /campaigns/{id}': async ({ params, body, ...request }) =>
      shown(await changeCampaign(deps, params.id, body, request)),
    'POST /campaigns/{id}/submit': async (request) => shown(await submitCampaign(deps, stepOf(request))),
    'POST /campaigns/{id}/approve': async (request) => shown(await approveCampaign(deps, stepOf(request))),
    'POST /campaigns/{id}/reject': async (request) => shown(await takeStep(deps, 'reject', stepOf(request))),
    'POST /campaigns/{id}/pause': async (request) => shown(await takeStep(deps, 'pause', stepOf(request))),
    'POST /campaigns/{id}/resume': async (request) => shown(await resumeCampaign(deps, stepOf(request))),
    'POST /campaigns/{id}/cancel': async (request) => shown(await takeStep(deps, 'cancel', stepOf(request))),
    'POST /campaigns/{id}/clone': async ({ params, ...request }) => ({
      ...shown(await cloneCampaign(deps, params.id, request)),
      status: 201,
    }),
    'POST /campaigns/{id}/archive': async (request) =>
      shown(await archiveCampaign(deps, true, stepOf(request))),
    'POST /campaigns/{id}/unarchive': async (request) =>
      shown(await archiveCampaign(deps, false, stepOf(request))),
    'POST /campaigns/{id}/test-sends': async ({ params, body, ...request }) => {
      const { campaign, sent } = await sendTests(deps, params.id, body, request);
      return { ...shown(campaign), body: { sent } };
    },
    'GET /campaigns/{id}/plan': async (request) => planCampaign(deps, await load(request)),
    'GET /campaigns/{id}/changes': async (request) => ({
      status: 200,
      body: await showChanges(deps, await load(request)),
    }),
    'GET /campaigns/{id}/preview': async (request) => ({
      status: 200,
      body: previewCampaign(await load(request), request.query, publicUrl),
    }),
    'GET /campaigns/{id}/report': async (request) => ({
      status: 200,
      body: await reportMessage(deps, await load(request)),
    }),
    'GET /campaigns/{id}/report.csv': async (request) => {
      const campaign = await load(request);
      return csvReply(`${campaign.id}.csv`, reportCsv(campaign, await reportMessage(deps, campaign)));
    },
    'GET /campaigns/{id}/decisions': async (request) =>
      decisionsReply(deps, await load(request), request.query.cursor),
  };
}

const referenceRoutes: Handlers<typeof referenceContracts> = {
  'GET /offices': async () => ({ status: 200, body: listOffices() }),
  'GET /rules': async ({ now }) => ({ status: 200, body: listRules(now) }),
  'GET /rules/{country}': async ({ params, now }) => ({ status: 200, body: findRule(params.country, now) }),
};

function shown(campaign: Campaign): Reply {
  return { status: 200, body: viewOf(campaign), headers: { etag: etagOf(campaign.version) } };
}
