/** What only a plan counts: where the readers of a wave are, and the languages that the campaign has no text in. */
import { localesFor } from '../content/pick-locale.ts';
import type { Campaign } from '../domain/lifecycle.ts';
import type { CampaignDraft } from '../domain/message.ts';
import type { Contact } from '../domain/person.ts';
import { findLocale } from '../i18n/locale.ts';
import type { Counters, Planned } from './decide-contact.ts';

/** Adds a contact that would be sent to: `t#<wave>#<zone>`, and `m#<language>` where it would get another language than its own. */
export function countForPlan(
  counters: Counters,
  campaign: Campaign,
  contact: Contact,
  { reason, wave }: Planned,
): void {
  if (reason !== undefined) return;
  if (contact.timezone !== undefined) add(counters, `t#${wave}#${contact.timezone}`);
  if (contact.language !== undefined && !isServed(campaign.draft, contact.channel, contact.language))
    add(counters, `m#${contact.language}`);
}

function add(counters: Counters, name: string): void {
  counters[name] = (counters[name] ?? 0) + 1;
}

const served = new WeakMap<CampaignDraft, Map<string, boolean>>();

function isServed(draft: CampaignDraft, channel: Contact['channel'], language: string): boolean {
  const known = served.get(draft) ?? new Map<string, boolean>();
  served.set(draft, known);
  const key = `${channel}#${language}`;
  const answer = known.get(key) ?? findLocale([language], localesFor(draft.content, channel)) !== undefined;
  known.set(key, answer);
  return answer;
}
