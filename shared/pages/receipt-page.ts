/** The consent receipt as a page to read and to print (policy P-01, P-24). */
import type { ConsentReceipt } from '../domain/consent-receipt.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import { controller, type Office, policyLink } from '../domain/offices.ts';
import { type DateReader, dayIn } from '../i18n/dates.ts';
import { type Catalog, say } from '../i18n/messages.ts';
import { historyList, subjectOf } from './history-list.ts';
import { type Html, html } from './html.ts';
import { type Frame, layOut } from './layout.ts';

export interface ReceiptPage extends Frame {
  readonly office: Office;
  readonly receipt: ConsentReceipt;
  readonly entries: readonly LedgerEntry[];
  /** Where and when the reader lives. */
  readonly whose: Omit<DateReader, 'locale'>;
}

/** The page of a receipt. */
export function renderReceipt(page: ReceiptPage): string {
  const { catalog, office, receipt, entries, whose, language } = page;
  const reader = { ...whose, locale: catalog.locale };
  const policy = say(catalog, 'receipt.policy', { version: receipt.xn_policy_version });
  return layOut(
    { ...page, title: say(catalog, 'receipt.title') },
    html`<p class="quiet">${say(catalog, 'receipt.issued', { date: dayIn(reader, receipt.xn_issued_at) })}</p>
<dl class="facts">
${fact(say(catalog, 'receipt.number'), html`<bdi>${receipt.receipt_id}</bdi>`)}
${fact(say(catalog, 'receipt.controller'), html`<bdi>${controller.legalName}</bdi>`)}
${fact(say(catalog, 'receipt.office'), html`<bdi>${office.legalName}</bdi>`)}
</dl>
<p><a href="${policyLink(office, language ?? catalog.locale)}" rel="noreferrer">${policy}</a></p>
<section class="more"><h2>${say(catalog, 'receipt.now')}</h2>
<ul class="history">
${receipt.pii_processing.map((part) => currentItem(catalog, part, reader))}</ul></section>
<section class="more"><h2>${say(catalog, 'history.title')}</h2>
${historyList(catalog, entries, whose, entries.length)}</section>
<section class="more"><h2>${say(catalog, 'receipt.rights')}</h2>
<p>${say(catalog, 'receipt.rights.detail')}</p></section>
<section class="more"><h2>${say(catalog, 'receipt.proof')}</h2>
<p>${proofOf(catalog, receipt)}</p></section>`,
  );
}

function fact(name: string, value: Html): Html {
  return html`<div><dt class="quiet">${name}</dt><dd>${value}</dd></div>`;
}

function currentItem(
  catalog: Catalog,
  part: ConsentReceipt['pii_processing'][number],
  reader: DateReader,
): Html {
  const { purpose_type: purpose, xn_channel: channel, xn_topic: topic, xn_current: current } = part;
  const until =
    current.expires_at && say(catalog, 'state.until', { date: dayIn(reader, current.expires_at) });
  return html`<li><strong>${subjectOf(catalog, { purpose, channel, topic })}</strong>
<span class="decision">${stateOf(catalog, current.state)}</span>
${until ? html`<span class="quiet">${until}</span>` : undefined}</li>
`;
}

function stateOf(catalog: Catalog, state: 'granted' | 'denied' | 'pending'): string {
  switch (state) {
    case 'granted':
      return say(catalog, 'receipt.on');
    case 'denied':
      return say(catalog, 'receipt.off');
    case 'pending':
      return say(catalog, 'history.pending');
  }
}

function proofOf(catalog: Catalog, { xn_chain: chain }: ConsentReceipt): string {
  return chain.valid
    ? say(catalog, 'receipt.proof.intact')
    : say(catalog, 'receipt.proof.broken', { entry: chain.broken_at ?? '' });
}
