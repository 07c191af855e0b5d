/** Writes a campaign: its parts one by one, checked and shown while they are written. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useFormat, useText } from '../ui/app-context.ts';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';
import { KeptNotice } from '../ui/kept-notice.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { goTo } from '../ui/use-place.ts';
import { useSaveKey } from '../ui/use-save-key.ts';
import { armForm, toDraft, toForm } from './campaign-form.ts';
import { hasTexts } from './change-texts.ts';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerContext } from './composer-context.ts';
import { ComposerMenu, PlanActions } from './composer-menu.tsx';
import { CurrentSection } from './current-section.tsx';
import { fieldLabel } from './field-label.ts';
import { isShown } from './findings.ts';
import { SaveProblem } from './save-problem.tsx';
import { campaignMeans, draftOf, forgetHandedOver, handOver } from './saved-campaign.ts';
import { StepNav } from './step-nav.tsx';
import { PickTemplateDialog, SaveTemplateDialog } from './template-dialogs.tsx';
import { TestDialog } from './test-dialog.tsx';
import { type ComposerStart, useComposerState } from './use-composer-state.ts';

export function Composer({ start }: { start: ComposerStart }) {
  const text = useText();
  const format = useFormat();
  const { campaigns, composer } = text;
  const { state, saving, replace } = useComposerState(start);
  const [dialog, setDialog] = useState(start.handed?.dialog);
  /** What was asked for, and waits until everything is saved. */
  const [next, setNext] = useState<'test' | 'plan'>();
  const { saved, isDirty } = saving;
  const { form, view, findings, isStrict } = state;
  const id = saved?.campaign.id;

  const kept = useKeptForm({
    name: start.saved?.campaign.id ?? 'new',
    start,
    means: campaignMeans,
    // A new campaign of another office waits until that office is looked at again.
    belongs: (old) => old.office === start.form.office,
    form,
    saving,
    replace,
  });
  // Before a dialog opens: the focus comes back to where it was.
  useLayoutEffect(() => returnFrom(start), [start]);
  useEffect(() => {
    if (isDirty || !saved) return;
    if (next === 'plan') goTo(`/campaigns/${id}`);
    else if (!start.saved) {
      handOver({ saved, form, view, scroll: scrollY, dialog: next });
      goTo(`/campaigns/${id}/edit`, { replace: true });
    } else if (next) {
      setDialog(next);
      setNext(undefined);
    }
  }, [isDirty, id, next]);

  useSaveKey(() => void saving.save());

  const errors = findings.filter((finding) => isShown(finding, isStrict)).length;
  const openSaved = async (what: 'test' | 'plan') => {
    setNext(what);
    if ((isDirty || !saved) && !(await saving.save())) setNext(undefined);
  };

  return (
    <ComposerContext.Provider value={state}>
      <Page
        title={form.name.trim() || (id === undefined ? campaigns.newTitle : campaigns.editTitle)}
        parent={{ href: linkTo('/campaigns'), name: campaigns.title }}
        badge={saved && <StateBadge state={saved.campaign.state} />}
        actions={
          <ComposerMenu onOpen={setDialog} onTest={() => void openSaved('test')} isBusy={saving.isBusy} />
        }
      >
        <div class="composer">
          {saved && saved.campaign.state !== 'draft' && <p class="notice wait">{composer.editsDraft}</p>}
          <KeptNotice kept={kept} />
          <StepNav />
          <SaveProblem saving={saving} />
          <CurrentSection
            planActions={<PlanActions isBusy={saving.isBusy} onPlan={() => void openSaved('plan')} />}
          />
          <p class="hidden" role="status">
            {errors > 0 ? composer.errorCount(String(errors)) : ''}
          </p>
          <ComposerBar saving={saving} kept={kept} errors={errors} onSave={() => void saving.save()} />
        </div>
      </Page>
      {saving.conflict && (
        <ConflictDialog
          mine={toDraft(form)}
          theirs={draftOf(saving.conflict)}
          last={saving.conflict.campaign.history.at(-1)}
          state={text.terms.state[saving.conflict.campaign.state]}
          nameOf={(field) => fieldLabel(field, text, format)}
          onClose={saving.closeConflict}
          onTakeTheirs={() => {
            const { conflict } = saving;
            if (!conflict) return;
            replace(toForm(conflict.campaign));
            saving.accept(conflict);
          }}
          onOverwrite={() => void saving.save(saving.conflict)}
        />
      )}
      {dialog === 'save-template' && <SaveTemplateDialog form={form} onClose={() => setDialog(undefined)} />}
      {dialog === 'pick-template' && (
        <PickTemplateDialog
          office={form.office}
          hasTexts={hasTexts(form)}
          onClose={() => setDialog(undefined)}
          onPick={(template) => {
            replace({ ...form, arms: [armForm({ ...template, name: 'A' })] });
            state.look({ step: 'content' });
            setDialog(undefined);
          }}
        />
      )}
      {dialog === 'test' && saved && (
        <TestDialog
          campaignId={saved.campaign.id}
          form={form}
          view={view}
          settings={state.settings}
          onClose={() => setDialog(undefined)}
        />
      )}
    </ComposerContext.Provider>
  );
}

/** Comes from the page that has just saved the new campaign: everything stands where it stood. */
function returnFrom({ handed }: ComposerStart): void {
  if (!handed) return;
  forgetHandedOver();
  scrollTo(0, handed.scroll);
  document.querySelector<HTMLElement>('.composer-bar .button.primary')?.focus({ preventScroll: true });
}
