/** What is put on a campaign's record beside the steps of its life: archiving, tests, and what a copy takes over. Pure. */
import type { Campaign, CampaignState, StepBy, StepOutcome } from './lifecycle.ts';
import type { CampaignDraft } from './message.ts';
import { firstDueAt } from './timing.ts';
import type { Instant } from './vocabulary.ts';

/** Nothing of these is still to happen. */
const archivable: readonly CampaignState[] = ['draft', 'rejected', 'completed', 'cancelled', 'expired'];

/** Takes a campaign out of the list, or puts it back; one that stands there already stays as it is. */
export function setArchived(campaign: Campaign, archived: boolean, step: StepBy): StepOutcome<Campaign> {
  if (!archivable.includes(campaign.state)) return { kind: 'wrong-state', state: campaign.state };
  if ((campaign.archivedAt !== undefined) === archived) return { kind: 'taken', message: campaign };
  const { archivedAt: _at, ...rest } = noted(campaign, archived ? 'archive' : 'unarchive', step);
  return { kind: 'taken', message: archived ? { ...rest, archivedAt: step.at } : rest };
}

/** So many tests of one campaign are kept on its record, and no more are sent. */
export const mostTestSends = 200;

/** A campaign with one more test on its record; undefined when there are too many. Names and addresses of staff stay out of it. */
export function noteTestSend(
  campaign: Campaign,
  contacts: number,
  by: string,
  at: Instant,
): Campaign | undefined {
  const before = campaign.history.filter(({ action }) => action === 'test-send').length;
  if (before >= mostTestSends) return undefined;
  return noted(campaign, 'test-send', { by, at, reason: `contacts: ${contacts}` });
}

function noted(campaign: Campaign, action: string, { by, at, reason }: StepBy): Campaign {
  return {
    ...campaign,
    version: campaign.version + 1,
    updatedAt: at,
    history: [...campaign.history, { action, at, by, reason }],
  };
}

const copyMark = ' (copy)';
const longestName = 200;

/** The draft of a copy. A start that has passed becomes `now`; an end that has passed is dropped. */
export function copyDraft({ expiresAt, ...draft }: CampaignDraft, now: Instant): CampaignDraft {
  const { schedule } = draft;
  const ends = expiresAt && new Date(expiresAt).toISOString();
  return {
    ...draft,
    name: `${draft.name.slice(0, longestName - copyMark.length).toWellFormed()}${copyMark}`,
    schedule: firstDueAt(schedule, now) < now ? { ...schedule, at: 'now' } : schedule,
    ...(ends !== undefined && ends > now ? { expiresAt } : {}),
  };
}
