/** What somebody has to know before anything else, in a box; and why a step was refused. */
import type { ComponentChildren } from 'preact';
import { useText } from './app-context.ts';
import { Button } from './button.tsx';

export interface Refusal {
  readonly words: string;
  /** What the API said, in English, where the page knows no better. */
  readonly detail?: string | undefined;
  /** What is shown now is another than the one that was seen, and the step may still be right. */
  readonly isChanged: boolean;
}

export function NoticeBox({
  look = '',
  title,
  children,
}: {
  look?: 'wait' | 'bad' | '';
  title?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class={`notice ${look}`}>
      {title && <p class="notice-title">{title}</p>}
      {children && <p>{children}</p>}
    </div>
  );
}

/** Who took a step, and why. @param title of the box, from who it was; nothing is said of a step that is not on record */
export function StepBox({
  look = 'bad',
  title,
  step,
}: {
  look?: 'wait' | 'bad';
  title: (by: string) => string;
  step: { readonly by: string; readonly reason?: string | undefined } | undefined;
}) {
  if (!step) return null;
  return (
    <NoticeBox look={look} title={title(step.by)}>
      {step.reason}
    </NoticeBox>
  );
}

/** Leads to what has changed: word by word for who has to decide, else to the history. */
function showChanges(): void {
  const place = document.getElementById('changes') ?? document.getElementById('history');
  place?.focus();
  place?.scrollIntoView({ block: 'start' });
}

export function RefusalBox({ refusal }: { refusal: Refusal | undefined }) {
  const { frame, campaign } = useText();
  if (!refusal) return null;
  return (
    <div class="notice bad" role="alert">
      <p class="notice-title">{refusal.isChanged ? frame.problem.changed : frame.problem.conflict}</p>
      <p>{refusal.words}</p>
      {refusal.detail && (
        <p class="quiet small" lang="en">
          {refusal.detail}
        </p>
      )}
      {refusal.isChanged && <Button onClick={showChanges}>{campaign.showChanges}</Button>}
    </div>
  );
}
