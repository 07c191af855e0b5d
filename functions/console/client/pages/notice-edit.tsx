/** Writing a notice: a new one, one that replaces or follows up another, or a change of one. */
import type { Api } from '../api/client.ts';
import { useLoad } from '../api/use-load.ts';
import { isPossibleIn } from '../notice/notice-steps.ts';
import { noticePath } from '../notice/views.ts';
import { emptyNotice, followUpTo, noticeForm, replacementOf } from '../notice-writer/notice-form.ts';
import { NoticeWriter } from '../notice-writer/notice-writer.tsx';
import { handedOver, loadNotice } from '../notice-writer/saved-notice.ts';
import type { WriterStart } from '../notice-writer/use-writer-state.ts';
import { useApp, useText } from '../ui/app-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { Empty, WhenLoaded } from '../ui/states.tsx';

export function NoticeEditPage({ params, query }: PageProps) {
  const { notices } = useText();
  const { api, session, office } = useApp();
  const { id } = params;
  const replaces = query.get('replaces') ?? undefined;
  const follows = query.get('follows') ?? undefined;
  // Headquarters write for the whole world, so they begin in English.
  const locale = session.office === undefined ? 'en' : (office.languages[0] ?? 'en');
  const [loaded, reload] = useLoad(
    (signal) =>
      id === undefined ? startNew(api, { locale, replaces, follows }, signal) : startEdit(api, id, signal),
    [id, replaces, follows],
  );
  if (loaded.state === 'ready') return <Loaded start={loaded.value} />;
  return (
    <Page
      title={id === undefined ? notices.newTitle : notices.editTitle}
      parent={{ href: linkTo('/notices'), name: notices.title }}
    >
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {() => null}
      </WhenLoaded>
    </Page>
  );
}

function Loaded({ start }: { start: WriterStart }) {
  const { notices, noticeWriting: words } = useText();
  const notice = start.saved?.notice;
  if (!notice || isPossibleIn('edit', notice.state)) return <NoticeWriter start={start} />;
  return (
    <Page title={notice.reference} parent={{ href: linkTo('/notices'), name: notices.title }}>
      <Empty title={words.notEditable}>
        <p>{words.notEditableLead}</p>
        <ButtonLink href={linkTo(noticePath(notice.id))}>{words.toNotice}</ButtonLink>
      </Empty>
    </Page>
  );
}

async function startNew(
  api: Api,
  {
    locale,
    replaces,
    follows,
  }: { locale: string; replaces: string | undefined; follows: string | undefined },
  signal: AbortSignal,
): Promise<WriterStart> {
  const blank = emptyNotice(locale);
  const other = replaces ?? follows;
  if (other === undefined) return { saved: undefined, blank, form: blank, handed: undefined };
  const { notice } = await loadNotice(api, other, signal);
  const form = replaces === undefined ? followUpTo(notice) : replacementOf(notice);
  return { saved: undefined, blank: form, form, handed: undefined };
}

async function startEdit(api: Api, id: string, signal: AbortSignal): Promise<WriterStart> {
  const handed = handedOver(id);
  const saved = handed?.saved ?? (await loadNotice(api, id, signal));
  const form = noticeForm(saved.notice);
  return { saved, blank: form, form, handed };
}
