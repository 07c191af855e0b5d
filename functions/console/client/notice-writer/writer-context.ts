/** What the parts of the page of a notice that is being written share: the form, and what is said at its fields. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Finding, isShown } from '../composer/findings.ts';
import type { NoticeFinding } from '../notice/views.ts';
import { useFormat, useText } from '../ui/app-context.ts';
import { isWithin } from '../ui/field-path.ts';
import { sayFinding } from '../ui/finding-words.ts';
import type { NoticeForm } from './notice-form.ts';

/** Promotion that was found, with the texts in which it was found. */
export interface Checked {
  readonly findings: readonly NoticeFinding[];
  /** The text of a field as it was checked. */
  textAt(path: string): string;
}

export interface WriterState {
  readonly form: NoticeForm;
  update(change: (form: NoticeForm) => NoticeForm): void;
  /** The language whose texts are shown. */
  readonly locale: string;
  showLocale(locale: string): void;
  readonly problems: readonly Finding[];
  readonly checked: Checked;
  /** What is missing is said at its field. */
  readonly isStrict: boolean;
  goToField(path: string): void;
}

export const WriterContext = createContext<WriterState | undefined>(undefined);

export function useWriter(): WriterState {
  const writer = useContext(WriterContext);
  if (!writer) throw new Error('This component stands outside of the page of a notice.');
  return writer;
}

/** The first error of a field in words. @param deep also what is said of what lies in it */
export function useErrorAt(path: string, deep = false): string | undefined {
  const { problems, isStrict } = useWriter();
  const text = useText();
  const format = useFormat();
  const here = problems.find(
    (problem) =>
      isShown(problem, isStrict) && (deep ? isWithin(problem.field, path) : problem.field === path),
  );
  return here && sayFinding(here.message, text, format);
}

/** The findings in a text. */
export function useFindingsAt(path: string): readonly NoticeFinding[] {
  const { findings } = useWriter().checked;
  return findings.filter(({ field }) => field === path);
}
