/** What is around every preview: its name, what keeps it from being the latest text, and what stands there before there is one. */
import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { useFormat, useText } from './app-context.ts';
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
    <figure class="preview" aria-label={label} aria-busy={isAsking}>
      {problem && (
        <div class="notice bad small">
          <p class="notice-title">{titleOf(problem, waitsFor !== undefined, text)}</p>
          {errors.length > 0 && (
            <ul>
              {[...new Set(errors)].map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {waitsFor === undefined ? children : !problem && <p class="preview-empty">{waitsFor}</p>}
    </figure>
  );
}

function titleOf(
  { status }: ApiProblem,
  isFirst: boolean,
  { frame, composer }: Pick<Catalog, 'frame' | 'composer'>,
): string {
  if (status === 0) return frame.problemWords.offline;
  return isFirst ? composer.previewNone : composer.previewStale;
}
