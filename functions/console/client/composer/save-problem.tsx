/** Why it was not saved: what is to fix, or what the service said. The bar says it to a screen reader. */
import { useEffect } from 'preact/hooks';
import { useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/states.tsx';
import type { Saving } from '../ui/use-saving.ts';
import { useComposer } from './composer-context.ts';
import type { SavedCampaign } from './saved-campaign.ts';

export function SaveProblem({ saving: { problem } }: { saving: Saving<SavedCampaign> }) {
  const { composer } = useText();
  const { look, goToField } = useComposer();
  const first = problem?.errors[0]?.field;
  useEffect(() => {
    if (first !== undefined) goToField(first);
  }, [problem]);
  if (!problem) return null;
  if (problem.errors.length === 0) return <Failure problem={problem} isSaid />;
  return (
    <div class="notice bad">
      <p class="notice-title">{composer.notSavedTitle}</p>
      <p>{composer.notSavedLead}</p>
      <Button look="quiet" onClick={() => look({ step: 'review' })}>
        {composer.showAll}
      </Button>
    </div>
  );
}
