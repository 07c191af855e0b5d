/** Always at hand: what is wrong, and saving. */
import { useFormat, useText } from '../ui/app-context.ts';
import { BarProblem } from '../ui/bar-problem.tsx';
import { Button } from '../ui/button.tsx';
import type { KeptWork } from '../ui/use-kept-form.ts';
import type { Saving } from '../ui/use-saving.ts';
import type { SavedNotice } from './saved-notice.ts';
import { useWriter } from './writer-context.ts';

interface WriterBarProps {
  saving: Saving<SavedNotice>;
  kept: KeptWork;
  /** The fields that something is wrong with. */
  errors: readonly string[];
  onSee: () => void;
}

export function WriterBar({ saving, kept, errors, onSee }: WriterBarProps) {
  const { composer, noticeWriting: words } = useText();
  const { number } = useFormat();
  const { goToField } = useWriter();
  const [first] = errors;
  const state = saving.isDirty ? 'dirty' : saving.saved ? 'clean' : 'fresh';
  return (
    <section class="composer-bar" aria-label={words.barLabel}>
      <BarProblem problem={saving.problem} kept={kept} />
      <div class="bar-state">
        <span class={`saved-state ${state}`}>
          {{ dirty: composer.unsaved, clean: composer.allSaved, fresh: composer.notSaved }[state]}
        </span>
        {first !== undefined && (
          <button type="button" class="link-button bad" onClick={() => goToField(first)}>
            {words.errors(number(errors.length))}
          </button>
        )}
      </div>
      <div class="actions">
        <Button busy={saving.isBusy} onClick={() => void saving.save()}>
          {words.saveDraft}
        </Button>
        <Button look="primary" busy={saving.isBusy} onClick={onSee}>
          {words.saveAndSee}
        </Button>
      </div>
    </section>
  );
}
