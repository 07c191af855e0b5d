/** The events that others get: what of an answer and of an ended campaign leaves the service (policy P-11, P-13). Pure. */
import { type CampaignFinished, campaignFinishedName } from '../../events/campaign-finished.ts';
import { type PreferenceChanged, preferenceChangedName } from '../../events/preference-changed.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Campaign } from './lifecycle.ts';
import type { Person } from './person.ts';
import type { Report } from './waterfall.ts';

/**
 * The event of one entry of a person's ledger. Evidence, actor and wording stay here: words of staff may name people. Undefined for terms that were
 * accepted: they are no choice.
 */
export function toPreferenceChanged(entry: LedgerEntry, person: Person): PreferenceChanged | undefined {
  const { id, at, personId, office, purpose, channel, topic, contactId, state, source } = entry;
  if (purpose === 'terms') return undefined;
  const { externalId, country } = person;
  return {
    name: preferenceChangedName,
    version: 1,
    ...{ id, at, personId, externalId, office, country, purpose, channel, topic, contactId, state, source },
  };
}

const lastSteps: readonly string[] = ['complete', 'cancel', 'expire'];

/** The event of a campaign's end; undefined while it has not ended. Totals only: no figure of a small group (policy P-13). */
export function toCampaignFinished(
  campaign: Campaign,
  { audience, planned, decisions, outcomes }: Report,
): CampaignFinished | undefined {
  const { id, office, state, createdAt, startedAt, updatedAt, history } = campaign;
  if (state !== 'completed' && state !== 'cancelled' && state !== 'expired') return undefined;
  const { accepted, failed, disabled, inDoubt } = outcomes;
  const skipped = audience - decisions.send;
  // Sends that a later check turned into skips are among the skipped.
  const stopped = outcomes.stopped - (planned - decisions.send);
  return {
    name: campaignFinishedName,
    version: 1,
    id: `${id}-finished`,
    at: history.findLast(({ action }) => lastSteps.includes(action))?.at ?? updatedAt,
    campaignId: id,
    ...{ office, state, createdAt, startedAt },
    totals: { audience, send: decisions.send, skipped, accepted, failed, disabled, inDoubt, stopped },
  };
}
