/** Routes of what belongs to an office and to no campaign: its templates and its settings. */
import type { StoredSettings } from '../../shared/adapters/settings-store.ts';
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import { etagOf } from '../../shared/api/etag.ts';
import type { officeSettingsContracts } from '../../shared/api/office-settings.ts';
import type { templateContracts } from '../../shared/api/templates.ts';
import type { ContentTemplate } from '../../shared/domain/content-template.ts';
import type { CampaignDeps } from './deps.ts';
import { listTemplates } from './list-campaigns.ts';
import { changeSettings, maskedFor, readSettings } from './office-settings.ts';
import { changeTemplate, createTemplate, deleteTemplate, loadTemplate } from './write-template.ts';

export function createOfficeRoutes(
  deps: Pick<CampaignDeps, 'templates' | 'settings'>,
): Handlers<typeof templateContracts & typeof officeSettingsContracts> {
  const { templates, settings } = deps;
  return {
    'GET /templates': async ({ actor, query }) => ({
      status: 200,
      body: await listTemplates(deps, actor, query),
    }),
    'POST /templates': async ({ body, ...request }) => ({
      ...shown(await createTemplate(templates, body, request)),
      status: 201,
    }),
    'GET /templates/{id}': async ({ params, actor }) =>
      shown(await loadTemplate(templates, params.id, actor)),
    'PUT /templates/{id}': async ({ params, body, ...request }) =>
      shown(await changeTemplate(templates, params.id, body, request)),
    'DELETE /templates/{id}': async ({ params, ...request }) => {
      await deleteTemplate(templates, params.id, request);
      return { status: 204 };
    },
    'GET /offices/{id}/settings': async ({ params, actor }) =>
      shownSettings(maskedFor(actor, await readSettings(settings, params.id, actor))),
    'PUT /offices/{id}/settings': async ({ params, body, headers, ...request }) => {
      const change = { ...request, ifMatch: headers['if-match'] };
      return shownSettings(await changeSettings(settings, params.id, body, change));
    },
  };
}

function shown(template: ContentTemplate): Reply {
  return { status: 200, body: template, headers: { etag: etagOf(template.version) } };
}

function shownSettings({ settings, version }: StoredSettings): Reply {
  return { status: 200, body: { settings, version }, headers: { etag: etagOf(version) } };
}
