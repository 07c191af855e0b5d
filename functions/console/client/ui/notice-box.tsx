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

/** @param onShow leads to what has changed */
export function RefusalBox({ refusal, onShow }: { refusal: Refusal | undefined; onShow: () => void }) {
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
      {refusal.isChanged && <Button onClick={onShow}>{campaign.showChanges}</Button>}
    </div>
  );
}
