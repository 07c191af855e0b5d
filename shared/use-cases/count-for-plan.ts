/** What only a plan counts: where the readers of a wave are, and the languages that the campaign has no text in. */
import { localesFor } from '../content/pick-locale.ts';
import { contentOf } from '../domain/experiment.ts';
import type { Campaign } from '../domain/lifecycle.ts';
import type { CampaignDraft } from '../domain/message.ts';
import type { Contact } from '../domain/person.ts';
import { findLocale } from '../i18n/locale.ts';
import type { Counters, Planned } from './decide-contact.ts';

/**
 * Counts people of one channel, who come in order, once each: `t#<wave>#<zone>#<channel>`, and `m#<language>#<channel>` where they would get another
 * language than their own.
 */
export function createPlanCounter(
  counters: Counters,
  campaign: Campaign,
): (contact: Contact, planned: Planned) => void {
  let last: string | undefined;
  return ({ personId, channel, timezone, language }, { reason, wave, groups }) => {
    if (reason !== undefined || personId === last) return;
    last = personId;
    if (timezone !== undefined) add(counters, `t#${wave}#${timezone}#${channel}`);
    if (language !== undefined && !isServed(campaign.draft, groups.arm, channel, language))
      add(counters, `m#${language}#${channel}`);
  };
}

function add(counters: Counters, name: string): void {
  counters[name] = (counters[name] ?? 0) + 1;
}

const served = new WeakMap<CampaignDraft, Map<string, boolean>>();

function isServed(
  draft: CampaignDraft,
  arm: string | undefined,
  channel: Contact['channel'],
  language: string,
): boolean {
  const known = served.get(draft) ?? new Map<string, boolean>();
  served.set(draft, known);
  const key = `${arm}#${channel}#${language}`;
  const answer =
    known.get(key) ??
    findLocale([language], localesFor(contentOf(draft, arm).content, channel)) !== undefined;
  known.set(key, answer);
  return answer;
}
