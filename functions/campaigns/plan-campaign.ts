/** The plan of a campaign: the waterfall and the waves, with how long it takes, what it costs, who has to approve, and what to look at again. */

import type { SettingsStore } from '../../shared/adapters/settings-store.ts';
import type { TotalsStore } from '../../shared/adapters/totals-store.ts';
import type { Reply } from '../../shared/api/contract.ts';
import type { PlanWarning } from '../../shared/api/reports.ts';
import { isFiltered } from '../../shared/domain/audience.ts';
import { costOf } from '../../shared/domain/cost.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { OfficeSettings } from '../../shared/domain/office-settings.ts';
import { officeById } from '../../shared/domain/offices.ts';
import { sendRateOf } from '../../shared/domain/send-rate.ts';
import type { Instant, MarketingChannel } from '../../shared/domain/vocabulary.ts';
import type { Plan } from '../../shared/domain/waterfall.ts';
import { type PlanMessageDeps, planMessage } from '../../shared/use-cases/plan-message.ts';

export interface PlanCampaignDeps extends PlanMessageDeps {
  settings: Pick<SettingsStore, 'load'>;
  totals: Pick<TotalsStore, 'save'>;
  /** How much of the offices' rates this deployment allows: 100 in the cloud. */
  sendRatePercent: number;
}

/** 200 with the plan, or 202 with the progress. */
export async function planCampaign(deps: PlanCampaignDeps, campaign: Campaign): Promise<Reply> {
  const answer = await planMessage(deps, campaign);
  if (answer.kind === 'making') return { status: 202, body: { progress: answer.progress } };
  const { plan, at } = answer;
  const { settings } = await deps.settings.load(campaign.office);
  if (campaign.startedAt === undefined) await deps.totals.save(campaign.office, totalsOf(plan, at));
  return {
    status: 200,
    body: {
      ...plan,
      at,
      duration: durationOf(plan, campaign, settings, deps.sendRatePercent),
      cost: costOf(sendsOf(plan)),
      reach: { contacts: plan.willSend, approversNeeded: approversNeeded(plan.willSend, settings) },
      warnings: warningsOf(plan, campaign),
    },
  };
}

/** Two where the office asks for it above a reach, and the campaign reaches more. */
export function approversNeeded(contacts: number, { twoApproversAbove }: OfficeSettings): 1 | 2 {
  return twoApproversAbove !== undefined && contacts > twoApproversAbove ? 2 : 1;
}

function totalsOf({ byChannel }: Plan, at: Instant) {
  const of = (channel: MarketingChannel) => {
    const own = byChannel[channel];
    return own && { contacts: own.audience, at };
  };
  return { email: of('email'), push: of('push') };
}

function sendsOf({ byChannel }: Plan): Partial<Record<MarketingChannel, number>> {
  const of = (channel: MarketingChannel) => byChannel[channel]?.willSend;
  return { email: of('email'), push: of('push') };
}

/** Seconds of sending at the office's rates: channels go side by side, so the slower one counts. Waiting for a wave is not in it. */
function durationOf(plan: Plan, { office: id }: Campaign, settings: OfficeSettings, percent: number) {
  const office = officeById(id);
  const sends = sendsOf(plan);
  const secondsFor = (channel: MarketingChannel) => {
    const contacts = sends[channel];
    if (contacts === undefined || !office) return undefined;
    return Math.ceil(contacts / sendRateOf(office, settings, channel, percent));
  };
  const own = { email: secondsFor('email'), push: secondsFor('push') };
  return { seconds: Math.max(own.email ?? 0, own.push ?? 0), ...own };
}

function warningsOf(plan: Plan, { draft }: Campaign): PlanWarning[] {
  const late = plan.excluded['message-expired'] ?? 0;
  return [
    ...(plan.willSend === 0 ? [warning('nobody', 'Nobody would get this campaign.')] : []),
    ...(isFiltered(draft.audience)
      ? []
      : [warning('everyone', 'No filter is set: it goes to everybody who has agreed to it.')]),
    ...(late > 0
      ? [warning('too-late', `For ${late} contacts there is no hour to send in before the campaign ends.`)]
      : []),
    ...(plan.missingLocales.length > 0
      ? [
          warning(
            'missing-locale',
            `There is no text in ${plan.missingLocales.join(', ')}: these readers get another language.`,
          ),
        ]
      : []),
  ];
}

function warning(code: PlanWarning['code'], message: string): PlanWarning {
  return { code, message };
}
