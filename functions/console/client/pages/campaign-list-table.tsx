/** The rows of the list of campaigns. */
import { newKey } from '../api/client.ts';
import { usePoll } from '../api/use-poll.ts';
import type { CampaignView } from '../api/views.ts';
import { campaignPath } from '../campaign/use-campaign.ts';
import type { ReportView } from '../campaign/views.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { ask } from '../ui/confirm.tsx';
import { linkTo } from '../ui/match-route.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { useAction } from '../ui/use-action.ts';
import { goTo } from '../ui/use-place.ts';

interface CampaignTableProps {
  items: readonly CampaignView[];
  mayWrite: boolean;
  /** A campaign has left this list. */
  onGone: (id: string) => void;
}

export function CampaignTable({ items, mayWrite, onGone }: CampaignTableProps) {
  const { text, format } = useApp();
  const { campaigns, terms, frame } = text;
  const columns: Column<CampaignView>[] = [
    {
      name: campaigns.name,
      heading: true,
      cell: ({ id, name }) => <a href={linkTo(`/campaigns/${id}`)}>{name}</a>,
    },
    { name: campaigns.state, cell: (campaign) => <StateCell campaign={campaign} /> },
    {
      name: campaigns.channels,
      cell: ({ channels, topic }) => (
        <span class="tags">
          {channels.map((channel) => (
            <span class="tag" key={channel}>
              {terms.channel[channel]}
            </span>
          ))}
          <span class="tag">{terms.topic[topic]}</span>
        </span>
      ),
    },
    {
      name: campaigns.changed,
      cell: ({ updatedAt, history, createdBy }) => (
        <>
          {format.dateTime(updatedAt)}{' '}
          <span class="quiet small">{campaigns.by(history.at(-1)?.by ?? createdBy)}</span>
        </>
      ),
    },
  ];
  if (mayWrite) {
    columns.push({
      name: frame.actions,
      hiddenName: true,
      cell: (campaign) => <Steps campaign={campaign} onGone={onGone} />,
    });
  }
  return <Table caption={campaigns.title} columns={columns} rows={items} keyOf={({ id }) => id} />;
}

function StateCell({ campaign }: { campaign: CampaignView }) {
  const { text, format } = useApp();
  const { state, startsAt } = campaign;
  return (
    <>
      <StateBadge state={state} />
      {state === 'scheduled' && startsAt && (
        <p class="quiet small">{text.campaigns.starts(format.dateTime(startsAt))}</p>
      )}
      {(state === 'running' || state === 'paused') && <Progress campaign={campaign} />}
    </>
  );
}

const againMs = 5000;

/** How far a running campaign is, asked again while it runs. */
function Progress({ campaign: { id, name } }: { campaign: CampaignView }) {
  const { text, format, api } = useApp();
  const { campaigns } = text;
  const { value: report } = usePoll(
    async (signal) => (await api.get<ReportView>(campaignPath(id, '/report'), { signal })).body,
    (read) => read.state === 'running',
    againMs,
    [api, id],
  );
  if (!report) return null;
  return (
    <span class="progress">
      <progress value={report.progress} max={1} aria-label={campaigns.progressOf(name)} />
      {campaigns.progress(format.percent(report.progress))}
    </span>
  );
}

/** A campaign at work stays in the list. */
const atWork: readonly CampaignView['state'][] = ['submitted', 'approved', 'scheduled', 'running', 'paused'];

function Steps({ campaign, onGone }: { campaign: CampaignView; onGone: (id: string) => void }) {
  const { text, api } = useApp();
  const { campaigns } = text;
  const { id, name, state, archivedAt } = campaign;
  const [isBusy, run] = useAction();
  const clone = async () => {
    const options = { idempotencyKey: newKey() };
    const answer = await run(
      () => api.post<CampaignView>(campaignPath(id, '/clone'), {}, options),
      campaigns.cloned,
    );
    if (answer) goTo(`/campaigns/${answer.body.id}/edit`);
  };
  const archive = async () => {
    const { archiveTitle: title, archiveBody: body, archive: action } = campaigns;
    const answer = await ask({ title, body, action });
    if (!answer.confirmed) return;
    if (await run(() => api.post(campaignPath(id, '/archive'), {}), campaigns.archiveDone)) onGone(id);
  };
  const unarchive = async () => {
    if (await run(() => api.post(campaignPath(id, '/unarchive'), {}), campaigns.unarchiveDone)) onGone(id);
  };
  return (
    <span class="steps">
      <Button look="quiet" busy={isBusy} label={campaigns.cloneOf(name)} onClick={clone}>
        {campaigns.clone}
      </Button>
      {archivedAt !== undefined && (
        <Button look="quiet" busy={isBusy} label={campaigns.unarchiveOf(name)} onClick={unarchive}>
          {campaigns.unarchive}
        </Button>
      )}
      {archivedAt === undefined && !atWork.includes(state) && (
        <Button look="quiet" busy={isBusy} label={campaigns.archiveOf(name)} onClick={archive}>
          {campaigns.archive}
        </Button>
      )}
    </span>
  );
}
