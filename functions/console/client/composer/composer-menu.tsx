/** What can be done with the campaign as a whole. */
import { useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import type { DialogName } from './composer-context.ts';

interface ComposerMenuProps {
  onOpen: (dialog: DialogName) => void;
  onTest: () => void;
  isBusy: boolean;
}

export function ComposerMenu({ onOpen, onTest, isBusy }: ComposerMenuProps) {
  const { composer } = useText();
  return (
    <>
      <Button onClick={() => onOpen('pick-template')}>{composer.pickTemplate}</Button>
      <Button onClick={() => onOpen('save-template')}>{composer.saveTemplate}</Button>
      <Button onClick={onTest} busy={isBusy}>
        {composer.sendTest}
      </Button>
    </>
  );
}

/** The way on, from the last part. */
export function PlanActions({ onPlan, isBusy }: { onPlan: () => void; isBusy: boolean }) {
  const { composer } = useText();
  return (
    <section class="card plan-next" aria-label={composer.planTitle}>
      <div>
        <h2>{composer.planTitle}</h2>
        <p class="hint">{composer.planLead}</p>
      </div>
      <Button look="primary" busy={isBusy} onClick={onPlan}>
        {composer.plan}
      </Button>
    </section>
  );
}
