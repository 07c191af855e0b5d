/** The phones: pushes by token, newest first. */
import * as z from 'zod';
import { type Html, html } from '../../../shared/pages/html.ts';
import type { PushEntry } from '../outbox/entries.ts';
import { page } from './layout.ts';

/** What an Android phone shows of an FCM v1 message. */
const Shown = z.looseObject({
  GCM: z.looseObject({
    fcmV1Message: z.looseObject({
      message: z.looseObject({
        notification: z.looseObject({ title: z.string().optional(), body: z.string().optional() }).optional(),
        data: z.record(z.string(), z.string()).optional(),
      }),
    }),
  }),
});

function notification({ payload, at }: PushEntry): Html {
  const shown = Shown.safeParse(payload).data?.GCM.fcmV1Message.message;
  const title = shown?.notification?.title ?? shown?.data?.title ?? '';
  const body = shown?.notification?.body ?? shown?.data?.body ?? '';
  const data = shown?.data
    ? html`<details><summary>Data</summary><pre>${JSON.stringify(shown.data, null, 2)}</pre></details>`
    : undefined;
  const noticeUrl = shown?.data?.['noticeUrl'];
  const notice = noticeUrl ? html`<p><a href="${noticeUrl}">The page of the notice</a></p>` : undefined;
  const visible = shown
    ? html`<h3>${title}</h3><p class="lines">${body}</p>`
    : html`<pre>${JSON.stringify(payload, null, 2)}</pre>`;
  return html`<li class="card">${visible}${notice}<p class="soft"><time>${at}</time></p>${data}</li>`;
}

/** @param pushes newest first @param total of all that were ever sent */
export function phonesPage(pushes: readonly PushEntry[], total: number): Html {
  const phones = Map.groupBy(pushes, ({ token }) => token);
  const sections = [...phones].map(
    ([token, received]) => html`<section><h2>Phone <code>${token.slice(0, 60)}</code></h2>
<ul class="cards">${received.map(notification)}</ul></section>`,
  );
  const note = html`<p class="note">The latest ${pushes.length} of ${total} pushes.</p>`;
  return page('Phones', total === 0 ? html`<p>No push yet.</p>` : html`${note}${sections}`);
}
