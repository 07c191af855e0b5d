/** The inbox: all mails, and one mail as a mail program shows it. */

import { type Html, html } from '../../../shared/pages/html.ts';
import type { MailEntry } from '../outbox/entries.ts';
import { page } from './layout.ts';

export interface ListedMail {
  position: number;
  mail: MailEntry;
}

/** @param mails newest first @param older position to go on with, if there are older ones */
export function inboxPage(mails: readonly ListedMail[], total: number, older: number | undefined): Html {
  const rows = mails.map(
    ({
      position,
      mail,
    }) => html`<tr><td><a href="/local/inbox/${position}">${mail.subject || '(no subject)'}</a></td>
<td>${mail.to.join(', ')}</td><td>${mail.from}</td><td><time>${mail.at}</time></td></tr>`,
  );
  const head = html`<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">From</th><th scope="col">At</th></tr></thead>`;
  const more =
    older === undefined ? undefined : html`<p><a href="/local/inbox?before=${older}">Older mails</a></p>`;
  const list = html`<p class="note">${total} in all, newest first.</p><table>${head}<tbody>${rows}</tbody></table>${more}`;
  return page('Inbox', total === 0 ? html`<p>No mail yet.</p>` : list);
}

/** The address that the unsubscribe button of a mail program posts to (RFC 8058); undefined where a mail has none. */
export function oneClickAddress({ headers }: MailEntry): string | undefined {
  if (headers['list-unsubscribe-post']?.trim() !== 'List-Unsubscribe=One-Click') return undefined;
  return /<(https?:\/\/[^>\s]+)>/.exec(headers['list-unsubscribe'] ?? '')?.[1];
}

/** Links of the mail open in a tab of their own; scripts do not run. */
function frame(mail: MailEntry): Html {
  if (!mail.html) return html`<pre>${mail.text}</pre>`;
  const document = `<base target="_blank">${mail.html}`;
  return html`<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${document}"></iframe>`;
}

/** What a reader can do that SES counts. */
function engagementForms(messageId: string, links: readonly string[] | undefined): Html {
  if (!links)
    return html`<p class="note">This mail is not measured: SES counts neither opens nor clicks.</p>`;
  const clicks = links.map(
    (link) => html`<form method="post" action="/local/inbox/${messageId}/click">
<input type="hidden" name="link" value="${link}"><button>Clicked: ${link}</button></form>`,
  );
  return html`<form method="post" action="/local/inbox/${messageId}/open"><button>Opened</button></form>${clicks}`;
}

interface ShownMail {
  rawHeaders: string;
  /** Links that SES counts clicks on; undefined: it does not measure the mail. */
  links?: readonly string[] | undefined;
  /** What a button brought. */
  outcome?: string | undefined;
}

/** One mail. */
export function mailPage({ position, mail }: ListedMail, { rawHeaders, links, outcome }: ShownMail): Html {
  const address = oneClickAddress(mail);
  const button = address
    ? html`<form method="post" action="/local/inbox/${position}/unsubscribe"><button>Unsubscribe</button></form>`
    : html`<p class="note">This mail has no one-click unsubscribe.</p>`;
  const plain =
    mail.html && mail.text
      ? html`<details><summary>Plain text</summary><pre>${mail.text}</pre></details>`
      : undefined;
  return page(
    mail.subject || '(no subject)',
    html`<p><strong>${mail.from}</strong><br>to ${mail.to.join(', ')}<br><time class="soft">${mail.at}</time></p>
${button}${engagementForms(mail.messageId, links)}${outcome === undefined ? undefined : html`<p role="status">${outcome}</p>`}
${frame(mail)}
${plain}
<details><summary>Headers</summary><pre>${rawHeaders}</pre></details>
<p><a href="/local/inbox">All mails</a></p>`,
  );
}
