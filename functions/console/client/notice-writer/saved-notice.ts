/** A notice as it was saved last, and the way from the API to it. */
import type { Api } from '../api/client.ts';
import { createOnce } from '../api/create-once.ts';
import type { DraftBody } from '../api/draft-body.ts';
import { type NoticeView, noticePath } from '../notice/views.ts';
import type { SavingMeans } from '../ui/saving-means.ts';
import { type NoticeForm, noticeForm, toNoticeBody } from './notice-form.ts';

export interface SavedNotice {
  readonly notice: NoticeView;
  /** For `If-Match` of the next change. */
  readonly etag: string | undefined;
}

function savedOf({ body, etag }: { body: NoticeView; etag: string | undefined }): SavedNotice {
  return { notice: body, etag };
}

export async function loadNotice(api: Api, id: string, signal?: AbortSignal): Promise<SavedNotice> {
  return savedOf(await api.get<NoticeView>(noticePath(id), signal ? { signal } : {}));
}

/** @throws ApiProblem 412 when there is a newer one */
async function changeNotice(api: Api, draft: DraftBody, { notice, etag }: SavedNotice): Promise<SavedNotice> {
  return savedOf(await api.put<NoticeView>(noticePath(notice.id), draft, { ifMatch: etag }));
}

/** How the page saves. */
export const noticeMeans: SavingMeans<NoticeForm, SavedNotice> = {
  toBody: toNoticeBody,
  bodyOf: ({ notice }) => toNoticeBody(noticeForm(notice)),
  stateOf: ({ notice }) => notice.state,
  creator: (api) =>
    createOnce(
      async (draft, idempotencyKey) =>
        savedOf(await api.post<NoticeView>('/notices', draft, { idempotencyKey })),
      (created, draft) => changeNotice(api, draft, created),
    ),
  change: changeNotice,
  reload: (api, { notice }) => loadNotice(api, notice.id),
};

/** What the page of a new notice hands to the page of the saved one, so that nothing flickers. */
export interface HandedNotice {
  readonly saved: SavedNotice;
  readonly form: NoticeForm;
  readonly locale: string;
  readonly scroll: number;
}

let handed: HandedNotice | undefined;

export function handOver(what: HandedNotice): void {
  handed = what;
}

/** What was handed over for a notice. */
export function handedOver(id: string): HandedNotice | undefined {
  return handed?.saved.notice.id === id ? handed : undefined;
}

/** It is for one page only: whoever comes back later loads the notice. */
export function forgetHandedOver(): void {
  handed = undefined;
}
