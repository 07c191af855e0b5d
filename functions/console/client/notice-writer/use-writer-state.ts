/** The state of the page of a notice that is being written: the form, what the API finds in it, and how it is saved. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { DraftBody } from '../api/draft-body.ts';
import type { FieldProblem } from '../api/problem.ts';
import { useLatest } from '../api/use-latest.ts';
import { findingsOf } from '../composer/findings.ts';
import type { NoticeChecks, NoticeFinding } from '../notice/views.ts';
import { useApi, useText } from '../ui/app-context.ts';
import { textAtPath } from '../ui/field-path.ts';
import { focusField } from '../ui/focus-field.ts';
import { useLatestForm } from '../ui/use-latest-form.ts';
import { type Saving, useSaving } from '../ui/use-saving.ts';
import { localesOf } from './change-notice-texts.ts';
import { localProblems } from './local-problems.ts';
import { type NoticeForm, toNoticeBody } from './notice-form.ts';
import { type HandedNotice, noticeMeans, type SavedNotice } from './saved-notice.ts';
import type { Checked, WriterState } from './writer-context.ts';

export interface WriterStart {
  readonly saved: SavedNotice | undefined;
  /** What a new notice begins with. */
  readonly blank: NoticeForm;
  readonly form: NoticeForm;
  /** From the page before, which has just saved it. */
  readonly handed: HandedNotice | undefined;
}

const checksPauseMs = 400;

interface Answer extends NoticeChecks {
  /** What was asked about: the places of the findings are places in it. */
  readonly asked: DraftBody;
}

export function useWriterState(start: WriterStart): {
  state: WriterState;
  saving: Saving<SavedNotice>;
  replace: (form: NoticeForm) => void;
} {
  const text = useText();
  const [form, replace, latest] = useLatestForm(start.handed?.form ?? start.form);
  const [wantedLocale, showLocale] = useState(start.handed?.locale ?? form.defaultLocale);
  const [isTried, setTried] = useState(false);
  const saving = useSaving(form, {
    means: noticeMeans,
    first: start.saved,
    blank: start.blank,
    latest,
  });
  const answer = useNoticeChecks(form);
  const goToField = useGoToField(showLocale);
  const own = localProblems(form, text);
  const ownFields = own.map(({ field }) => field);
  const asked = [...(answer?.errors ?? []), ...saving.refused].filter(
    (error) => !isFinding(error) && !ownFields.includes(error.field),
  );
  const isStrict = saving.isStrict || isTried;
  const problems = [
    ...own.map(({ field, message }) => ({ field, message, kind: 'missing' as const })),
    ...findingsOf({ errors: asked, warnings: [] }, []),
  ];
  const { forget } = saving;
  const save: Saving<SavedNotice>['save'] = async (over) => {
    const [first] = localProblems(latest(), text);
    if (!first) return saving.save(over);
    setTried(true);
    goToField(first.field);
    return undefined;
  };
  const state: WriterState = {
    form,
    update: (change) => {
      forget();
      replace(change(latest()));
    },
    locale: localesOf(form).includes(wantedLocale) ? wantedLocale : form.defaultLocale,
    showLocale,
    problems,
    checked: checkedOf(answer, saving.refused.filter(isFinding)),
    isStrict,
    goToField,
  };
  return { state, saving: { ...saving, save }, replace };
}

function useNoticeChecks(form: NoticeForm): Answer | undefined {
  const api = useApi();
  const { reply } = useLatest(
    toNoticeBody(form),
    async (asked, signal): Promise<Answer> => {
      const { body } = await api.post<NoticeChecks>('/notices/checks', asked, { signal });
      return { ...body, asked };
    },
    checksPauseMs,
  );
  return reply;
}

/** Promotion that was refused when it was saved comes with its place, as that which is found while it is written. */
function isFinding(problem: FieldProblem): problem is NoticeFinding {
  return 'code' in problem && 'start' in problem;
}

/** @param refused what only a look at the marketing of the office finds; it is forgotten with the next change of the form */
function checkedOf(answer: Answer | undefined, refused: readonly NoticeFinding[]): Checked {
  const found = answer?.findings ?? [];
  const isKnown = (one: NoticeFinding) =>
    found.some(({ field, code, start }) => field === one.field && code === one.code && start === one.start);
  return {
    findings: [...found, ...refused.filter((one) => !isKnown(one))],
    textAt: (path) => textAtPath(answer?.asked, path),
  };
}

function useGoToField(showLocale: (locale: string) => void): (path: string) => void {
  const [target, setTarget] = useState<{ path: string }>();
  useLayoutEffect(() => {
    if (target) focusField(target.path);
  }, [target]);
  return useCallback(
    (path: string) => {
      const [content, locales, locale] = path.split('.');
      if (content === 'content' && locales === 'locales' && locale !== undefined) showLocale(locale);
      setTarget({ path });
    },
    [showLocale],
  );
}
