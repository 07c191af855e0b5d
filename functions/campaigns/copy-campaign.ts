/** Copies of campaigns, and their way out of the list and back. */
import type { StaffActor } from '../../shared/domain/actor.ts';
import { copyDraft, setArchived } from '../../shared/domain/campaign-record.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { onceFor, type StepRequest, stepMessage } from '../../shared/use-cases/step-message.ts';
import type { CampaignDeps } from './deps.ts';
import { loadCampaign } from './load-campaign.ts';
import { newCampaign } from './write-campaign.ts';

/** A new draft with the same content; the one made before when the idempotency key was used for this campaign already. */
export async function cloneCampaign(
  { messages }: Pick<CampaignDeps, 'messages'>,
  id: string,
  request: { actor: StaffActor; now: Instant; idempotencyKey: string | undefined },
): Promise<Campaign> {
  const { actor, now, idempotencyKey } = request;
  const source = await loadCampaign(messages, id, actor);
  const copy = { ...newCampaign(copyDraft(source.draft, now), request), clonedFrom: source.id };
  const key = idempotencyKey && `clone ${id} ${idempotencyKey}`;
  const made = await messages.create(copy, onceFor(actor, key, id, now));
  return made === copy.id ? copy : loadCampaign(messages, made, actor);
}

/** @throws Conflict when something of the campaign is still to happen */
export async function archiveCampaign(
  { messages }: Pick<CampaignDeps, 'messages'>,
  archived: boolean,
  { id, actor, now, reason }: StepRequest,
): Promise<Campaign> {
  return stepMessage(
    messages,
    () => loadCampaign(messages, id, actor),
    (campaign) => setArchived(campaign, archived, { by: actor.user, at: now, reason }),
  );
}
