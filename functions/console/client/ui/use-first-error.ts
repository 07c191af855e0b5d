/** After a form was refused: the focus goes to the first field with an error, or to the words about the whole. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';

/** @returns the place of the form */
export function useFirstError(problem: ApiProblem | undefined): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!problem || !form.current) return;
    const wrong = form.current.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else form.current.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [problem]);
  return form;
}
