/** What the page itself asks for before a notice is saved: choices that the API would otherwise make by leaving something out. Pure. */
import type { FieldProblem } from '../api/problem.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { type NoticeForm, toNoticeBody } from './notice-form.ts';

export function localProblems(
  form: NoticeForm,
  { noticeWriting: words }: Pick<Catalog, 'noticeWriting'>,
): FieldProblem[] {
  const { scope, isInTurn, channels, wait } = form;
  // Without an audience the API takes everybody.
  const isUnsaid = toNoticeBody(form)['audience'] === undefined;
  return [
    ...(isUnsaid
      ? [{ field: 'audience', message: scope === 'some' ? words.scopeEmpty : words.scopeUnsaid }]
      : []),
    ...(isInTurn && channels.length > 1 && !wait.amount
      ? [{ field: 'escalateAfter', message: words.waitMissing }]
      : []),
  ];
}
