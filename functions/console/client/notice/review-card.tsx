/** The second look before a release: what a stricter search finds, each to be looked at, and what has changed since the last submission. */
import { useEffect } from 'preact/hooks';
import { type Loaded, useLoad } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { ChangeList } from '../ui/change-list.tsx';
import { textAtPath } from '../ui/field-path.ts';
import { Checkbox } from '../ui/fields.tsx';
import { WhenLoaded } from '../ui/states.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { FindingLine, MarkedText } from './marked-text.tsx';
import { noticeFieldName } from './notice-words.ts';
import type { Looked } from './use-looked.ts';
import { type NoticeFinding, type NoticeReview, type NoticeView, noticePath } from './views.ts';

/** The review of a submitted notice, for those who may ask for it. */
export function useReview(
  notice: NoticeView | undefined,
  isWanted: boolean,
): readonly [Loaded<NoticeReview | undefined>, () => void] {
  const { api } = useApp();
  const { id = '', version } = notice ?? {};
  const [loaded, reload] = useLoad(
    async (signal) =>
      isWanted ? (await api.get<NoticeReview>(noticePath(id, '/review'), { signal })).body : undefined,
    [api, id, version, isWanted],
  );
  return [loaded, reload];
}

export function findingKey({ field, code, start, end }: NoticeFinding): string {
  return `${field} ${code} ${start}-${end}`;
}

/** Leads to the first finding that was not looked at. */
function goToUnlooked(): void {
  const box = document.querySelector<HTMLElement>('.review input:not(:checked)');
  box?.focus();
  box?.scrollIntoView({ block: 'center' });
}

interface ReviewCardProps {
  notice: NoticeView;
  loaded: Loaded<NoticeReview | undefined>;
  onRetry: () => void;
  /** Absent for somebody who may not release it: nothing is ticked. */
  looked: Looked | undefined;
}

export function ReviewCard({ notice, loaded, onRetry, looked }: ReviewCardProps) {
  const words = useApp().text.notices;
  return (
    <>
      <section class="card review">
        <h2>{words.review}</h2>
        <p class="hint">{words.reviewLead}</p>
        <WhenLoaded loaded={loaded} onRetry={onRetry}>
          {(review) => review && <Findings notice={notice} review={review} looked={looked} />}
        </WhenLoaded>
      </section>
      {loaded.value && <Changes notice={notice} review={loaded.value} />}
    </>
  );
}

function Findings({
  notice,
  review: { findings, missingLocales },
  looked,
}: {
  notice: NoticeView;
  review: NoticeReview;
  looked: Looked | undefined;
}) {
  const { text, format } = useApp();
  const words = text.notices;
  const fields = Map.groupBy(findings, ({ field }) => field);
  const isMissed = looked?.isMissed ?? false;
  useEffect(() => {
    if (isMissed) goToUnlooked();
  }, [isMissed, looked?.tries]);
  return (
    <>
      {findings.length === 0 && <p class="all-good">{words.reviewNone}</p>}
      {isMissed && (
        <p class="error" role="alert">
          {words.reviewAll}
        </p>
      )}
      {[...fields].map(([field, own]) => {
        const name = noticeFieldName(field, text, format);
        return (
          <div class="review-field" key={field}>
            <h3>{name}</h3>
            <MarkedText label={words.markedText(name)} text={textAtPath(notice, field)} findings={own} />
            <ul class="review-list">
              {own.map((finding, index) => {
                const key = findingKey(finding);
                const line = <FindingLine finding={finding} number={index + 1} />;
                return (
                  <li key={key}>
                    <p>{line}</p>
                    {looked && (
                      <Checkbox
                        label={
                          <>
                            {words.looked}
                            <span class="hidden">: {finding.quote}</span>
                          </>
                        }
                        checked={looked.has(key)}
                        onChange={(isLooked) => looked.set(key, isLooked)}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
      {missingLocales.length > 0 && (
        <p class="notice wait">{words.missing(format.list(missingLocales.map(format.language)))}</p>
      )}
    </>
  );
}

function Changes({ notice: { office }, review: { changes } }: { notice: NoticeView; review: NoticeReview }) {
  const { text, format } = useApp();
  const words = text.plan.changes;
  const officeTime = useOfficeTime(office ?? '');
  return (
    <section class="card">
      <h2 id="changes" tabIndex={-1}>
        {words.title}
      </h2>
      {!changes && <p class="quiet">{words.first}</p>}
      {changes && (
        <>
          <p class="quiet">{text.notices.since(officeTime.named(changes.since))}</p>
          {changes.fields.length === 0 && <p>{words.none}</p>}
          <ChangeList changes={changes.fields} nameOf={(field) => noticeFieldName(field, text, format)} />
        </>
      )}
    </section>
  );
}
