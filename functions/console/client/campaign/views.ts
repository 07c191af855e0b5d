/** What the routes of one campaign answer, as types. */
import type { Checks } from '../../../../shared/api/drafting.ts';
import type { PlanWarning } from '../../../../shared/api/reports.ts';
import type { PlanCell, ReportCell } from '../../../../shared/domain/cells.ts';
import type { DraftChange } from '../../../../shared/domain/draft-changes.ts';
import type { Experiment } from '../../../../shared/domain/experiment-report.ts';
import type { CampaignState } from '../../../../shared/domain/lifecycle.ts';
import type { CampaignDraft } from '../../../../shared/domain/message.ts';
import type { Outcomes, Plan, Report } from '../../../../shared/domain/waterfall.ts';
import type { CampaignView } from '../api/views.ts';

export type { CampaignView, Checks, Experiment, Outcomes, PlanCell, ReportCell };

export interface PlanView extends Plan {
  /** When the count began. */
  readonly at: string;
  readonly duration: { seconds: number; email?: number; push?: number };
  readonly cost: { currency: string; amount: number; email?: number; push?: number };
  readonly reach: { contacts: number; approversNeeded: 1 | 2 };
  readonly warnings: readonly PlanWarning[];
}

export interface ReportView extends Report {
  readonly state: CampaignState;
  readonly startedAt?: string;
  readonly completedAt?: string;
  /** Share of the audience that has been decided. */
  readonly progress: number;
  readonly experiment?: Experiment;
  readonly breaker?: { at: string; reason: string };
  readonly handOversAfterOptOut: number;
}

/** A group of a breakdown with its figures. */
export type GroupRow = readonly [group: string, cell: ReportCell];

/** What an approver has to look at again. No `since`: there was no submission before. */
export interface ChangesView {
  readonly since?: string;
  readonly by?: string;
  readonly items: readonly DraftChange[];
}

export interface PreviewView {
  readonly locale: string;
  readonly email?: { subject: string; html: string; text: string };
  readonly push?: { title: string; body: string; link?: string; image?: string };
}

/** Every part of a draft; the type says when one is missing. */
const draftParts: Readonly<Record<keyof CampaignDraft, true>> = {
  office: true,
  name: true,
  topic: true,
  channels: true,
  deliver: true,
  audience: true,
  content: true,
  personalised: true,
  schedule: true,
  expiresAt: true,
  frequencyCap: true,
  holdoutPercent: true,
  arms: true,
};

/** The draft of a campaign that the API showed, without what the service added to it. */
export function draftOf(campaign: CampaignView): Partial<CampaignDraft> {
  return Object.fromEntries(Object.entries(campaign).filter(([name]) => Object.hasOwn(draftParts, name)));
}

/** Whether it has begun: from then on there is a report. */
export function hasStarted({ startedAt }: Pick<CampaignView, 'startedAt'>): boolean {
  return startedAt !== undefined;
}
