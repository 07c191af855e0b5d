/** Parts that several pages share: buttons that post, and panels that say something. */
import type { Catalog } from '../i18n/messages.ts';
import { say } from '../i18n/messages.ts';
import { type Html, html } from './html.ts';

export interface PostButton {
  /** Where the form posts to: the path of the link itself. */
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  /** Version of the choices that the reader saw, for a grant. */
  readonly version?: number | undefined;
  /** Not the main thing to do here. */
  readonly isSecondary?: boolean;
}

/** A form of one button. */
export function postButton({ action, name, value, label, version, isSecondary }: PostButton): Html {
  const seen =
    version === undefined ? undefined : html`<input type="hidden" name="version" value="${version}">\n`;
  return html`<form method="post" action="${action}">
${seen}<button type="submit" name="${name}" value="${value}"${isSecondary ? html` class="second"` : undefined}>${label}</button>
</form>`;
}

/** What an opt-out does not stop (policy P-19). */
export function whatContinues(catalog: Catalog): Html {
  return html`<section class="panel"><h2>${say(catalog, 'unsubscribe.continues')}</h2>
<p>${say(catalog, 'unsubscribe.continues.detail')}</p></section>`;
}

/** News of what has just been done: read out by screen readers. */
export function banner(text: string, kind: 'status' | 'alert' = 'status'): Html {
  return html`<p class="panel strong" role="${kind}">${text}</p>`;
}
