/** A campaign as it was saved last, and the way from the API to it. */
import type { Api } from '../api/client.ts';
import { createOnce } from '../api/create-once.ts';
import type { DraftBody } from '../api/draft-body.ts';
import type { CampaignView } from '../api/views.ts';
import type { SavingMeans } from '../ui/saving-means.ts';
import { type CampaignForm, toDraft, toForm } from './campaign-form.ts';
import type { ComposerView, DialogName } from './composer-context.ts';

export interface SavedCampaign {
  readonly campaign: CampaignView;
  /** For `If-Match` of the next change. */
  readonly etag: string | undefined;
}

const pathOf = (id: string) => `/campaigns/${encodeURIComponent(id)}`;

function savedOf({ body, etag }: { body: CampaignView; etag: string | undefined }): SavedCampaign {
  return { campaign: body, etag };
}

export async function loadCampaign(api: Api, id: string, signal?: AbortSignal): Promise<SavedCampaign> {
  return savedOf(await api.get<CampaignView>(pathOf(id), signal ? { signal } : {}));
}

/** What a campaign has as its draft, in the shape in which a form gives it. */
export function draftOf({ campaign }: SavedCampaign): DraftBody {
  return toDraft(toForm(campaign));
}

/** What creates the campaign of one page, however often it is tried. */
export function campaignCreator(api: Api): (draft: DraftBody) => Promise<SavedCampaign> {
  return createOnce(
    async (draft, idempotencyKey) =>
      savedOf(await api.post<CampaignView>('/campaigns', draft, { idempotencyKey })),
    (created, draft) => changeCampaign(api, draft, created),
  );
}

/** @throws ApiProblem 412 when there is a newer one */
async function changeCampaign(
  api: Api,
  draft: DraftBody,
  { campaign, etag }: SavedCampaign,
): Promise<SavedCampaign> {
  return savedOf(await api.put<CampaignView>(pathOf(campaign.id), draft, { ifMatch: etag }));
}

/** How the composer saves. */
export const campaignMeans: SavingMeans<CampaignForm, SavedCampaign> = {
  toBody: toDraft,
  bodyOf: draftOf,
  stateOf: ({ campaign }) => campaign.state,
  creator: campaignCreator,
  change: changeCampaign,
  reload: (api, { campaign }) => loadCampaign(api, campaign.id),
};

/** What the page of a new campaign hands to the page of the saved one, so that nothing flickers. */
export interface HandedOver {
  readonly saved: SavedCampaign;
  readonly form: CampaignForm;
  readonly view: ComposerView;
  readonly scroll: number;
  /** What was asked for before it was saved. */
  readonly dialog: DialogName | undefined;
}

let handed: HandedOver | undefined;

export function handOver(what: HandedOver): void {
  handed = what;
}

/** What was handed over for a campaign. */
export function handedOver(id: string): HandedOver | undefined {
  return handed?.saved.campaign.id === id ? handed : undefined;
}

/** It is for one page only: whoever comes back later loads the campaign. */
export function forgetHandedOver(): void {
  handed = undefined;
}
