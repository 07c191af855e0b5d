/** The steps of a campaign's life, with what each sets in motion. */
import { sha256 } from '../../shared/adapters/keyring.ts';
import type { BatchPointer } from '../../shared/domain/batch.ts';
import { mailFigures } from '../../shared/domain/circuit-breaker.ts';
import { Conflict } from '../../shared/domain/faults.ts';
import { canonicalText } from '../../shared/domain/ledger.ts';
import {
  acceptFigures,
  type Campaign,
  type CampaignAction,
  type StepOutcome,
  stepCampaign,
} from '../../shared/domain/lifecycle.ts';
import { firstDueAt } from '../../shared/domain/timing.ts';
import { mapLimited } from '../../shared/use-cases/map-limited.ts';
import { type Series, seriesOf } from '../../shared/use-cases/series.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import { wakeExpanders } from '../../shared/use-cases/start-message.ts';
import { type StepRequest, stepMessage } from '../../shared/use-cases/step-message.ts';
import { checkDraft } from './check-draft.ts';
import type { CampaignDeps } from './deps.ts';
import { loadCampaign } from './load-campaign.ts';

/** Series that are looked through side by side: a resume answers within the 30 seconds of an HTTP call. */
const parallelSeries = 8;

/** Takes a step that sets nothing else in motion. */
export async function takeStep(
  { messages }: Pick<CampaignDeps, 'messages'>,
  action: CampaignAction,
  { id, actor, now, reason }: StepRequest,
): Promise<Campaign> {
  return stepMessage(
    messages,
    () => loadCampaign(messages, id, actor),
    (campaign) => stepCampaign(campaign, action, { by: actor.user, at: now, reason }),
  );
}

/** Freezes the content by its hash. */
export async function submitCampaign(
  deps: Pick<CampaignDeps, 'messages'>,
  request: StepRequest,
): Promise<Campaign> {
  const { id, actor, now } = request;
  return stepMessage(
    deps.messages,
    () => loadCampaign(deps.messages, id, actor),
    (campaign) => {
      const step = stepCampaign(campaign, 'submit', { by: actor.user, at: now, reason: request.reason });
      if (step.kind !== 'taken') return step;
      checkDraft(campaign.draft, now);
      return { kind: 'taken', message: { ...step.message, contentHash: hashOf(campaign) } };
    },
  );
}

/** Approves what was submitted; a campaign that is due starts at once, without waiting for the minute. */
export async function approveCampaign(deps: CampaignDeps, request: StepRequest): Promise<Campaign> {
  const { id, actor, now } = request;
  const campaign = await stepMessage(
    deps.messages,
    () => loadCampaign(deps.messages, id, actor),
    (submitted) => approve(submitted, request),
  );
  if (campaign.state === 'running' && campaign.startedAt === now) await wakeExpanders(deps.queue, campaign);
  return campaign;
}

function approve(submitted: Campaign, { actor, now, reason }: StepRequest): StepOutcome<Campaign> {
  const step = stepCampaign(submitted, 'approve', { by: actor.user, at: now, reason });
  if (step.kind !== 'taken') return step;
  if (submitted.contentHash !== hashOf(submitted))
    throw new Conflict('The content is not the one that was submitted.');
  const startsAt = firstDueAt(submitted.draft.schedule, now);
  const scheduled = { ...step.message, startsAt };
  if (startsAt > now) return { kind: 'taken', message: scheduled };
  return stepCampaign(scheduled, 'start', { by: actor.user, at: now });
}

/** Goes on, and wakes the batches that were left waiting, one series at a time; what this leaves out the clock wakes. */
export async function resumeCampaign(deps: CampaignDeps, request: StepRequest): Promise<Campaign> {
  const { id, actor, now, reason } = request;
  const figures = mailFigures(await deps.messages.listSlices(id));
  const campaign = await stepMessage(
    deps.messages,
    () => loadCampaign(deps.messages, id, actor),
    (paused) => stepCampaign(acceptFigures(paused, figures), 'resume', { by: actor.user, at: now, reason }),
  );
  await wakeExpanders(deps.queue, campaign);
  const due = (await deps.messages.listWaves(campaign.id)).filter(({ waiting }) => !waiting);
  const series = due.flatMap(({ wave }) => seriesOf(campaign, slicesOf(campaign), wave));
  await mapLimited(series, parallelSeries, (one) => wakeOpen(deps, one));
  return campaign;
}

async function wakeOpen(deps: CampaignDeps, series: Series): Promise<void> {
  const runs = await deps.batches.listRuns(series);
  const open: BatchPointer[] = [];
  for await (const pointer of deps.batches.listPointers(series)) {
    if (runs.get(pointer.first)?.state !== 'done') open.push(pointer);
  }
  await deps.wakeSenders(open);
}

function hashOf({ draft }: Campaign): string {
  return sha256(canonicalText(draft));
}
