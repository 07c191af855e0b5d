/** The steps of a campaign's life, with what each sets in motion. */
import type { BatchPointer } from '../../shared/domain/batch.ts';
import { mailFigures } from '../../shared/domain/circuit-breaker.ts';
import { Conflict } from '../../shared/domain/faults.ts';
import {
  acceptFigures,
  type Campaign,
  type CampaignAction,
  type StepOutcome,
  stepCampaign,
} from '../../shared/domain/lifecycle.ts';
import { pacingOf } from '../../shared/domain/office-settings.ts';
import { firstDueAt } from '../../shared/domain/timing.ts';
import { isStartTooLate } from '../../shared/domain/wave.ts';
import { requireVersion } from '../../shared/use-cases/if-match.ts';
import { mapLimited } from '../../shared/use-cases/map-limited.ts';
import { planMessage } from '../../shared/use-cases/plan-message.ts';
import { hashOf, saveSubmission } from '../../shared/use-cases/save-submission.ts';
import { type Series, seriesOf } from '../../shared/use-cases/series.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import { wakeExpanders } from '../../shared/use-cases/start-message.ts';
import { type StepRequest, stepMessage } from '../../shared/use-cases/step-message.ts';
import { checkDraft } from './check-draft.ts';
import type { CampaignDeps } from './deps.ts';
import { loadCampaign } from './load-campaign.ts';
import { approversNeeded } from './plan-campaign.ts';

/** Series that are looked through side by side: a resume answers within the 30 seconds of an HTTP call. */
const parallelSeries = 8;

/** The campaign as the step is about it. @throws PreconditionFailed when `If-Match` names another version */
async function loadSeen(
  messages: CampaignDeps['messages'],
  { id, actor, ifMatch }: StepRequest,
): Promise<Campaign> {
  const campaign = await loadCampaign(messages, id, actor);
  requireVersion(ifMatch, campaign.version);
  return campaign;
}

/** Takes a step that sets nothing else in motion. */
export async function takeStep(
  { messages }: Pick<CampaignDeps, 'messages'>,
  action: CampaignAction,
  request: StepRequest,
): Promise<Campaign> {
  const { actor, now, reason } = request;
  return stepMessage(
    messages,
    () => loadSeen(messages, request),
    (campaign) => stepCampaign(campaign, action, { by: actor.user, at: now, reason }),
  );
}

/** Freezes the content by its hash, and what the office has set at this moment. */
export async function submitCampaign(
  deps: Pick<CampaignDeps, 'messages' | 'settings' | 'submissions'>,
  request: StepRequest,
): Promise<Campaign> {
  const { id, actor, now } = request;
  const { office } = await loadCampaign(deps.messages, id, actor);
  const pacing = pacingOf((await deps.settings.load(office)).settings);
  const submitted = await stepMessage(
    deps.messages,
    () => loadSeen(deps.messages, request),
    (campaign) => {
      const step = stepCampaign(campaign, 'submit', { by: actor.user, at: now, reason: request.reason });
      if (step.kind !== 'taken') return step;
      checkDraft(campaign.draft, now);
      return { kind: 'taken', message: { ...step.message, contentHash: hashOf(campaign), pacing } };
    },
  );
  await saveSubmission(deps.submissions, submitted, request);
  return submitted;
}

/** Approves what was submitted; a campaign that is due starts at once, without waiting for the minute. */
export async function approveCampaign(deps: CampaignDeps, request: StepRequest): Promise<Campaign> {
  const { now } = request;
  const seen = await loadSeen(deps.messages, request);
  const needed = await neededFor(deps, seen);
  const campaign = await stepMessage(
    deps.messages,
    () => loadSeen(deps.messages, request),
    (submitted) => {
      if (submitted.contentHash !== seen.contentHash)
        throw new Conflict('It has been submitted anew in the meantime: look at it again.', {
          members: { state: submitted.state },
        });
      return approve({ approversNeeded: needed, ...submitted }, request);
    },
  );
  if (campaign.state === 'running' && campaign.startedAt === now) await wakeExpanders(deps.queue, campaign);
  return campaign;
}

/**
 * How many have to approve: known for certain only from the plan, where the office asks for two above a reach.
 * @throws Conflict while the plan is being made
 */
async function neededFor(deps: CampaignDeps, campaign: Campaign): Promise<1 | 2> {
  const { settings } = await deps.settings.load(campaign.office);
  if (settings.twoApproversAbove === undefined || campaign.state !== 'submitted') return 1;
  const answer = await planMessage(deps, campaign);
  if (answer.kind === 'ready') return approversNeeded(answer.plan.willSend, settings);
  const percent = Math.floor(answer.progress * 100);
  throw new Conflict(
    `The plan is still being made (${percent} %): it says how many people have to approve. Try again in a moment.`,
    { members: { state: campaign.state } },
  );
}

function approve(submitted: Campaign, { actor, now, reason }: StepRequest): StepOutcome<Campaign> {
  const step = stepCampaign(submitted, 'approve', { by: actor.user, at: now, reason });
  if (step.kind !== 'taken') return step;
  if (submitted.contentHash !== hashOf(submitted))
    throw new Conflict('The content is not the one that was submitted.');
  if (step.message.state === 'approved') return step;
  const startsAt = firstDueAt(submitted.draft.schedule, now);
  const scheduled = { ...step.message, startsAt };
  if (isStartTooLate(scheduled, now))
    throw new Conflict('The hour of the campaign has passed: it does not fire late. Give it another one.', {
      members: { state: submitted.state },
    });
  if (startsAt > now) return { kind: 'taken', message: scheduled };
  return stepCampaign(scheduled, 'start', { by: actor.user, at: now });
}

type ResumeDeps = Pick<CampaignDeps, 'messages' | 'batches' | 'queue' | 'wakeSenders'>;

/** Goes on, and wakes the batches that were left waiting, one series at a time; what this leaves out the clock wakes. */
export async function resumeCampaign(deps: ResumeDeps, request: StepRequest): Promise<Campaign> {
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

async function wakeOpen(deps: ResumeDeps, series: Series): Promise<void> {
  const runs = await deps.batches.listRuns(series);
  const open: BatchPointer[] = [];
  for await (const pointer of deps.batches.listPointers(series)) {
    if (runs.get(pointer.first)?.state !== 'done') open.push(pointer);
  }
  await deps.wakeSenders(open);
}
