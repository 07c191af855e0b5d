/** What a text looks like to a reader, asked from the API while it is written. */
import { type LatestReply, useLatest } from '../api/use-latest.ts';
import { useApi } from '../ui/app-context.ts';
import { toEmail, toPush } from './campaign-form.ts';
import { localeAt, type TextPlace } from './change-texts.ts';
import { useComposer } from './composer-context.ts';

export interface Preview {
  readonly email?: { readonly subject: string; readonly html: string; readonly text: string };
  readonly push?: {
    readonly title: string;
    readonly body: string;
    readonly link?: string;
    readonly image?: string;
    readonly bytes?: number;
    readonly limit?: number;
  };
}

const pauseMs = 350;

/** @returns the last good one; nothing is asked before a text is complete */
export function usePreview(
  place: TextPlace,
  channel: 'email' | 'push',
): LatestReply<Preview> & { isComplete: boolean } {
  const api = useApi();
  const { form, office, view } = useComposer();
  const texts = localeAt(form, place);
  const body = channel === 'email' ? toEmail(texts.email) : toPush(texts.push);
  const needed = channel === 'email' ? ['subject', 'html'] : ['title', 'body'];
  const isComplete = body !== undefined && needed.every((name) => name in body);
  const question = isComplete
    ? {
        office: office.id,
        locale: place.locale,
        country: view.country,
        variant: place.variant,
        [channel]: body,
      }
    : undefined;
  const latest = useLatest(
    question,
    async (asked, signal) => (await api.post<Preview>('/campaigns/previews', asked, { signal })).body,
    pauseMs,
  );
  return { ...latest, isComplete };
}
