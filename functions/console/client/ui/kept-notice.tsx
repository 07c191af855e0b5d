/** Offers what was written before the session ended. */
import { useText } from './app-context.ts';
import { Button } from './button.tsx';
import type { KeptWork } from './use-kept-form.ts';

export function KeptNotice({ kept: { isOffered, restore, discard } }: { kept: KeptWork }) {
  const { composer } = useText();
  if (!isOffered) return null;
  return (
    <section class="notice wait" aria-label={composer.keptTitle}>
      <p class="notice-title">{composer.keptTitle}</p>
      <p>{composer.keptLead}</p>
      <div class="actions">
        <Button look="primary" onClick={restore}>
          {composer.restore}
        </Button>
        <Button onClick={discard}>{composer.discard}</Button>
      </div>
    </section>
  );
}
