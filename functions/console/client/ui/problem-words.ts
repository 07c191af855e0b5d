/** What a refusal or a failure of the API means, in the language of the page; the API's own words are English. */
import type { ApiProblem } from '../api/problem.ts';
import type { Catalog } from '../i18n/catalog.ts';

type Frame = Catalog['frame'];
type Kind = keyof Frame['problem'];

const kinds: Readonly<Record<number, Kind>> = {
  0: 'offline',
  401: 'ended',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'changed',
  422: 'refused',
  429: 'busy',
};

function kindOf(status: number): Kind {
  return kinds[status] ?? (status >= 500 ? 'ours' : 'other');
}

/** A few words. */
export function problemTitle(
  { status }: Pick<ApiProblem, 'status'>,
  { problem }: Pick<Frame, 'problem'>,
): string {
  return problem[kindOf(status)];
}

/** A sentence. */
export function problemWords(
  { status }: Pick<ApiProblem, 'status'>,
  { problemWords: words }: Pick<Frame, 'problemWords'>,
): string {
  return words[kindOf(status)];
}

/** What the API said of it, in English; undefined where nothing was heard. */
export function problemDetail({
  status,
  message,
}: Pick<ApiProblem, 'status' | 'message'>): string | undefined {
  return status === 0 || message === '' ? undefined : message;
}
