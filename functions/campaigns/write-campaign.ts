/** Writing and changing campaigns. Content is frozen at submission; a change makes a draft of it again. */
import { newId } from '../../shared/adapters/identifiers.ts';
import { requireOffice, type StaffActor } from '../../shared/domain/actor.ts';
import { type Campaign, stepCampaign, withoutApproval } from '../../shared/domain/lifecycle.ts';
import type { CampaignDraft } from '../../shared/domain/message.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { requireVersion } from '../../shared/use-cases/if-match.ts';
import { onceFor, stepMessage } from '../../shared/use-cases/step-message.ts';
import { checkDraft } from './check-draft.ts';
import type { CampaignDeps } from './deps.ts';
import { loadCampaign } from './load-campaign.ts';

/** A draft that nothing has happened to yet. */
export function newCampaign(
  draft: CampaignDraft,
  { actor, now }: { actor: StaffActor; now: Instant },
): Campaign {
  return {
    type: 'campaign',
    id: newId('cmp'),
    office: draft.office,
    state: 'draft',
    draft,
    version: 1,
    createdBy: actor.user,
    createdAt: now,
    updatedAt: now,
    history: [{ action: 'create', at: now, by: actor.user }],
  };
}

/** A new draft; the one made before when the idempotency key was used already. */
export async function createCampaign(
  { messages }: Pick<CampaignDeps, 'messages'>,
  draft: CampaignDraft,
  { actor, now, idempotencyKey }: { actor: StaffActor; now: Instant; idempotencyKey: string | undefined },
): Promise<Campaign> {
  requireOffice(actor, draft.office);
  checkDraft(draft, now);
  const campaign = newCampaign(draft, { actor, now });
  const id = await messages.create(campaign, onceFor(actor, idempotencyKey, draft, now));
  return id === campaign.id ? campaign : loadCampaign(messages, id, actor);
}

/** Replaces the draft. @throws Conflict when the campaign has started or ended, PreconditionFailed when `If-Match` names another version than the current one */
export async function changeCampaign(
  { messages }: Pick<CampaignDeps, 'messages'>,
  id: string,
  draft: CampaignDraft,
  { actor, now, headers }: { actor: StaffActor; now: Instant; headers: { 'if-match'?: string | undefined } },
): Promise<Campaign> {
  requireOffice(actor, draft.office);
  checkDraft(draft, now);
  return stepMessage(
    messages,
    () => loadCampaign(messages, id, actor),
    (campaign) => {
      requireVersion(headers['if-match'], campaign.version);
      const step = stepCampaign(campaign, 'edit', { by: actor.user, at: now });
      if (step.kind !== 'taken') return step;
      return { kind: 'taken', message: { ...withoutApproval(step.message), draft, office: draft.office } };
    },
  );
}
