/** Writes a notice: its parts one under the other, checked and shown while they are written. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { isShown } from '../composer/findings.ts';
import { noticeFieldName } from '../notice/notice-words.ts';
import { noticePath } from '../notice/views.ts';
import { useApp } from '../ui/app-context.ts';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';
import { KeptNotice } from '../ui/kept-notice.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import { NoticeStateBadge } from '../ui/state-badge.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { goTo } from '../ui/use-place.ts';
import { useSaveKey } from '../ui/use-save-key.ts';
import { noticeForm, toNoticeBody } from './notice-form.ts';
import { forgetHandedOver, handOver, noticeMeans } from './saved-notice.ts';
import { AffectedSection } from './section-affected.tsx';
import { AnswerSection } from './section-answer.tsx';
import { BasicsSection } from './section-basics.tsx';
import { DeliverySection } from './section-delivery.tsx';
import { TextsSection } from './section-texts.tsx';
import { useWriterState, type WriterStart } from './use-writer-state.ts';
import { WriterBar } from './writer-bar.tsx';
import { WriterContext } from './writer-context.ts';

export function NoticeWriter({ start }: { start: WriterStart }) {
  const { text, format } = useApp();
  const { notices, noticeWriting: words, terms } = text;
  const { state, saving, replace } = useWriterState(start);
  /** The notice is shown as soon as everything is saved. */
  const [isLeaving, setLeaving] = useState(false);
  const { saved, isDirty, conflict } = saving;
  const { form, locale, problems, checked, isStrict, goToField } = state;
  const id = saved?.notice.id;
  const kept = useKeptForm({
    name: start.saved?.notice.id ?? 'new-notice',
    start,
    means: noticeMeans,
    belongs: (old) => old.supersedes === start.form.supersedes && old.followUpOf === start.form.followUpOf,
    form,
    saving,
    replace,
  });
  useLayoutEffect(() => returnFrom(start), [start]);
  useEffect(() => {
    if (isDirty || !saved || id === undefined) return;
    if (isLeaving) goTo(noticePath(id));
    else if (!start.saved) {
      handOver({ saved, form, locale, scroll: scrollY });
      goTo(noticePath(id, '/edit'), { replace: true });
    }
  }, [isDirty, id, isLeaving]);
  const first = saving.problem?.errors[0]?.field;
  useEffect(() => {
    if (first !== undefined) goToField(first);
  }, [saving.problem]);
  const saveAndSee = async () => {
    setLeaving(true);
    if ((isDirty || !saved) && !(await saving.save())) setLeaving(false);
  };
  useSaveKey(() => void saving.save());
  const refused = checked.findings.filter(({ level }) => level === 'refused');
  const wrong = [...problems.filter((problem) => isShown(problem, isStrict)), ...refused];
  return (
    <WriterContext.Provider value={state}>
      <Page
        title={form.reference.trim() || (id === undefined ? notices.newTitle : notices.editTitle)}
        parent={{ href: linkTo('/notices'), name: notices.title }}
        badge={saved && <NoticeStateBadge state={saved.notice.state} />}
      >
        <div class="composer">
          {saved && saved.notice.state !== 'draft' && <p class="notice wait">{words.editsDraft}</p>}
          {form.supersedes && <p class="notice">{words.replaces(form.supersedes)}</p>}
          {form.followUpOf && <p class="notice">{words.follows(form.followUpOf)}</p>}
          <KeptNotice kept={kept} />
          <BasicsSection />
          <AffectedSection />
          <DeliverySection />
          <AnswerSection />
          <TextsSection />
          <p class="hidden" role="status">
            {wrong.length > 0 ? words.errors(format.number(wrong.length)) : ''}
          </p>
          <WriterBar
            saving={saving}
            kept={kept}
            errors={wrong.map(({ field }) => field)}
            onSee={() => void saveAndSee()}
          />
        </div>
      </Page>
      {conflict && (
        <ConflictDialog
          mine={toNoticeBody(form)}
          theirs={noticeMeans.bodyOf(conflict)}
          last={conflict.notice.history.at(-1)}
          state={terms.noticeState[conflict.notice.state]}
          nameOf={(field) => noticeFieldName(field, text, format)}
          onClose={saving.closeConflict}
          onTakeTheirs={() => {
            replace(noticeForm(conflict.notice));
            saving.accept(conflict);
          }}
          onOverwrite={() => void saving.save(conflict)}
        />
      )}
    </WriterContext.Provider>
  );
}

/** Comes from the page that has just saved the new notice: everything stands where it stood. */
function returnFrom({ handed }: WriterStart): void {
  if (!handed) return;
  forgetHandedOver();
  scrollTo(0, handed.scroll);
  document.querySelector<HTMLElement>('.composer-bar .button')?.focus({ preventScroll: true });
}
