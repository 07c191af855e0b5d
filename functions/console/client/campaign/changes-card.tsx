/** What has changed since the last submission, so that an approver does not have to read all of it again. */
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { WhenLoaded } from '../ui/states.tsx';
import { fieldName } from './field-name.ts';
import { campaignPath } from './use-campaign.ts';
import { useOfficeTime } from './use-office-time.ts';
import type { CampaignView, ChangesView, DraftChange } from './views.ts';
import { compareWords, shorten } from './word-diff.ts';

export function ChangesCard({ campaign: { id, version, office } }: { campaign: CampaignView }) {
  const { text, api } = useApp();
  const [loaded, reload] = useLoad(
    async (signal) => (await api.get<ChangesView>(campaignPath(id, '/changes'), { signal })).body,
    [api, id, version],
  );
  return (
    <section class="card">
      <h2 id="changes" tabIndex={-1}>
        {text.plan.changes.title}
      </h2>
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {(changes) => <ChangeList changes={changes} office={office} />}
      </WhenLoaded>
    </section>
  );
}

function ChangeList({
  changes: { since, by = '', items },
  office,
}: {
  changes: ChangesView;
  office: string;
}) {
  const { text, format } = useApp();
  const officeTime = useOfficeTime(office);
  const words = text.plan.changes;
  if (since === undefined) return <p class="quiet">{words.first}</p>;
  return (
    <>
      <p class="quiet">{words.since(officeTime.named(since), by)}</p>
      {items.length === 0 && <p>{words.none}</p>}
      <dl class="changes">
        {items.map((change) => (
          <div key={change.field}>
            <dt>{fieldName(change.field, text.plan.field, format.language)}</dt>
            <dd>
              <Change change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Removed and added words are marked by the elements that mean it, and in words for a screen reader. */
function Change({ change: { before, after } }: { change: DraftChange }) {
  const { changes: words } = useApp().text.plan;
  const isText = typeof before === 'string' && typeof after === 'string';
  const pieces = isText ? compareWords(before, after) : undefined;
  if (!pieces) {
    return (
      <p class="diff">
        {before !== undefined && (
          <del>
            <span class="hidden">{words.removed}: </span>
            {String(before)}
          </del>
        )}{' '}
        {after !== undefined && (
          <ins>
            <span class="hidden">{words.added}: </span>
            {String(after)}
          </ins>
        )}
      </p>
    );
  }
  return (
    <p class="diff">
      {shorten(pieces).map(({ kind, text: value }, index) => {
        const key = `${index}-${kind}`;
        if (kind === 'same') return <span key={key}>{value}</span>;
        return kind === 'added' ? (
          <ins key={key}>
            <span class="hidden">{words.added}: </span>
            {value}
          </ins>
        ) : (
          <del key={key}>
            <span class="hidden">{words.removed}: </span>
            {value}
          </del>
        );
      })}
    </p>
  );
}
