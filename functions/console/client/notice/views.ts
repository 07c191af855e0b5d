/** What the routes of notices answer, as types. */
import type * as z from 'zod';
import type { NoticeFinding, noticeDraftingContracts } from '../../../../shared/api/notice-drafting.ts';
import type { UnreachedPerson as PersonShape, Reach } from '../../../../shared/api/notice-reach.ts';
import type { Notice } from '../../../../shared/domain/lifecycle.ts';
import type { NoticeDraft } from '../../../../shared/domain/message.ts';
import type { Channel } from '../../../../shared/domain/vocabulary.ts';
import type { Plan } from '../../../../shared/domain/waterfall.ts';

export type { NoticeFinding };

type Drafting = typeof noticeDraftingContracts;
type BodyOf<Route extends keyof Drafting> = z.infer<Drafting[Route]['responses'][200]['body']>;

/** A notice as every route of notices shows it. */
export type NoticeView = Omit<Notice, 'type' | 'draft'> & NoticeDraft;
export type NoticeChecks = BodyOf<'POST /notices/checks'>;
export type NoticePreview = BodyOf<'POST /notices/previews'>;
export type NoticeReview = BodyOf<'GET /notices/{id}/review'>;
export type ReachView = Reach;
export type UnreachedPerson = z.infer<typeof PersonShape>;

export interface NoticePlan extends Plan {
  /** When the count began. */
  readonly at: string;
}

/** Where a notice's route is. */
export function noticePath(id: string, part = ''): string {
  return `/notices/${encodeURIComponent(id)}${part}`;
}

/** Whether it has been released: from then on there is a reach. */
export function isReleased({ startedAt }: Pick<NoticeView, 'startedAt'>): boolean {
  return startedAt !== undefined;
}

/** What a notice says in few words, in the wished language if there is one. */
export function subjectOf(
  { content, channels }: Pick<NoticeView, 'content' | 'channels'>,
  wished: string,
): { text: string; locale: string } | undefined {
  const known = Object.keys(content.locales);
  const own = known.find((tag) => tag === wished) ?? known.find((tag) => tag.split('-')[0] === wished);
  const locale = own ?? content.defaultLocale;
  const texts = content.locales[locale];
  const byChannel: Readonly<Record<Channel, string | undefined>> = {
    email: texts?.email?.subject,
    push: texts?.push?.title,
    sms: texts?.sms?.text,
  };
  const text =
    byChannel.email ?? byChannel.push ?? channels.map((channel) => byChannel[channel]).find(Boolean);
  return text === undefined ? undefined : { text, locale };
}
