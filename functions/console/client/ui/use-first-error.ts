/** After a form was refused: the focus goes to the first field with an error, or to the words about the whole. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** @param refused another value for every time; nothing, or 0, before the first @returns the place of the form */
export function useFirstError(refused: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!refused || !form.current) return;
    const wrong = form.current.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else form.current.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [refused]);
  return form;
}
