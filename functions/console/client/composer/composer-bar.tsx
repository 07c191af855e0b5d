/** Always at hand: what is wrong, the parts before and after, and saving. */
import { useText } from '../ui/app-context.ts';
import { BarProblem } from '../ui/bar-problem.tsx';
import { Button } from '../ui/button.tsx';
import type { KeptWork } from '../ui/use-kept-form.ts';
import type { Saving } from '../ui/use-saving.ts';
import { useComposer } from './composer-context.ts';
import { steps } from './field-places.ts';
import type { SavedCampaign } from './saved-campaign.ts';

export function ComposerBar({
  saving,
  kept,
  errors,
  onSave,
}: {
  saving: Saving<SavedCampaign>;
  kept: KeptWork;
  errors: number;
  onSave: () => void;
}) {
  const { composer } = useText();
  const { view, look } = useComposer();
  const at = steps.indexOf(view.step);
  const before = steps[at - 1];
  const after = steps[at + 1];
  const state = saving.isDirty ? 'dirty' : saving.saved ? 'clean' : 'fresh';
  const go = (step: (typeof steps)[number]) => {
    look({ step });
    // The next part is there after the next drawing.
    requestAnimationFrame(() => {
      const title = document.querySelector<HTMLElement>('.step-title');
      title?.focus();
      title?.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <section class="composer-bar" aria-label={composer.barLabel}>
      <BarProblem problem={saving.problem} kept={kept} />
      <div class="bar-state">
        <span class={`saved-state ${state}`}>
          {{ dirty: composer.unsaved, clean: composer.allSaved, fresh: composer.notSaved }[state]}
        </span>
        {errors > 0 && (
          <button type="button" class="link-button bad" onClick={() => go('review')}>
            {composer.errorCount(String(errors))}
          </button>
        )}
      </div>
      <div class="actions">
        {before && (
          <Button onClick={() => go(before)} label={composer.backTo(composer.steps[before])}>
            {composer.back}
          </Button>
        )}
        {after && (
          <Button onClick={() => go(after)} label={composer.onTo(composer.steps[after])}>
            {composer.next}
          </Button>
        )}
        <Button look="primary" busy={saving.isBusy} onClick={onSave}>
          {composer.saveDraft}
        </Button>
      </div>
    </section>
  );
}
