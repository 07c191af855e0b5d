/** What is around every preview: its name, what keeps it from being the latest text, and what stands there before there is one. */
import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.ts';
import { useFormat, useText } from '../ui/app-context.ts';
import { sayFinding } from './finding-words.ts';

interface PreviewFrameProps {
  label: string;
  problem: ApiProblem | undefined;
  isAsking: boolean;
  /** What is missing before there can be a preview; absent once there is one. */
  waitsFor: string | undefined;
  children: ComponentChildren;
}

export function PreviewFrame({ label, problem, isAsking, waitsFor, children }: PreviewFrameProps) {
  const text = useText();
  const format = useFormat();
  const errors = problem?.errors.map(({ message }) => sayFinding(message, text, format)) ?? [];
  return (
    <section class="preview" aria-label={label} aria-busy={isAsking}>
      {problem && (
        <div class="notice bad small">
          <p class="notice-title">
            {problem.status === 0 ? text.frame.noAnswer : text.composer.previewStale}
          </p>
          {errors.length > 0 && (
            <ul>
              {[...new Set(errors)].map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {waitsFor !== undefined ? <p class="preview-empty">{waitsFor}</p> : children}
    </section>
  );
}
