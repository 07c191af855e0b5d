/** A person's own history of choices: what, when and how, newest first. */
import type { LedgerEntry } from '../domain/ledger.ts';
import { type DateReader, momentIn } from '../i18n/dates.ts';
import { type Catalog, say } from '../i18n/messages.ts';
import { type Html, html } from './html.ts';

/** Enough for a page; a receipt shows all. */
const shownEntries = 50;

/** @param entries oldest first, as the ledger has them @param whose where and when the reader lives @param most entries to show */
export function historyList(
  catalog: Catalog,
  entries: readonly LedgerEntry[],
  whose: Omit<DateReader, 'locale'>,
  most = shownEntries,
): Html {
  if (entries.length === 0) return html`<p class="quiet">${say(catalog, 'history.empty')}</p>`;
  const shown = entries.slice(-most).toReversed();
  const older = entries.length - shown.length;
  return html`<ol class="history">
${shown.map((entry) => historyItem(catalog, entry, whose))}</ol>
${older > 0 ? html`<p class="quiet">${say(catalog, 'history.older', { count: older })}</p>` : undefined}`;
}

function historyItem(catalog: Catalog, entry: LedgerEntry, whose: Omit<DateReader, 'locale'>): Html {
  const { givenAt, state, source } = entry;
  return html`<li><time datetime="${givenAt}">${momentIn({ ...whose, locale: catalog.locale }, givenAt)}</time>
<strong>${subjectOf(catalog, entry)}</strong> <span class="decision ${state}">${say(catalog, entry.purpose === 'terms' ? 'history.accepted' : `history.${state}`)}</span>
<span class="quiet">${say(catalog, `source.${source}`)}</span></li>
`;
}

/** What an event is about, in the reader's words. */
export function subjectOf(
  catalog: Catalog,
  {
    purpose,
    channel,
    topic,
    policyVersion = '',
  }: Pick<LedgerEntry, 'purpose' | 'channel' | 'topic' | 'policyVersion'>,
): string {
  if (purpose === 'terms') return say(catalog, 'purpose.terms', { version: policyVersion });
  if (topic) return say(catalog, 'purpose.topic', { topic: say(catalog, `topic.${topic}`) });
  return purpose === 'marketing'
    ? say(catalog, `purpose.${channel ?? 'email'}`)
    : say(catalog, `purpose.${purpose}`);
}
