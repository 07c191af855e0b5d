/** What has changed since the last submission, so that an approver does not have to read all of it again. */
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { ChangeList } from '../ui/change-list.tsx';
import { fieldName } from '../ui/field-name.ts';
import { WhenLoaded } from '../ui/states.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { campaignPath } from './use-campaign.ts';
import type { CampaignView, ChangesView } from './views.ts';

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
        {(changes) => <Changes changes={changes} office={office} />}
      </WhenLoaded>
    </section>
  );
}

function Changes({ changes: { since, by = '', items }, office }: { changes: ChangesView; office: string }) {
  const { text, format } = useApp();
  const officeTime = useOfficeTime(office);
  const words = text.plan.changes;
  if (since === undefined) return <p class="quiet">{words.first}</p>;
  return (
    <>
      <p class="quiet">{words.since(officeTime.named(since), by)}</p>
      {items.length === 0 && <p>{words.none}</p>}
      <ChangeList changes={items} nameOf={(field) => fieldName(field, text.plan.field, format.language)} />
    </>
  );
}
