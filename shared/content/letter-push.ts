/** A letter as a notification. Apart from the pushes of campaigns, so that its sender needs no templates. */
import type { Office } from '../domain/offices.ts';
import { type PushPublication, publicationOf } from './push-publication.ts';

/** What became of a choice, as a notification: no marketing label, because it is no marketing. */
export function renderLetterPush(
  note: { readonly title: string; readonly body: string },
  {
    letterId,
    office,
    ttlSeconds,
  }: { readonly letterId: string; readonly office: Office; readonly ttlSeconds: number },
): PushPublication {
  const push = { messageId: letterId, office, content: {}, ttlSeconds };
  return publicationOf(push, { kind: 'choice', priority: 'normal', ...note });
}
