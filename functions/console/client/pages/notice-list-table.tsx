/** The rows of the list of notices. */
import { reachedOf } from '../notice/curve.ts';
import { useReach } from '../notice/use-reach.ts';
import { isReleased, type NoticeView, noticePath, subjectOf } from '../notice/views.ts';
import { useApp } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { ratio } from '../ui/ratio.ts';
import { NoticeStateBadge } from '../ui/state-badge.tsx';
import { type Column, Table } from '../ui/table.tsx';

export function NoticeTable({ items }: { items: readonly NoticeView[] }) {
  const { text, format, language } = useApp();
  const { notices, terms } = text;
  const columns: Column<NoticeView>[] = [
    {
      name: notices.reference,
      heading: true,
      cell: (notice) => {
        const subject = subjectOf(notice, language);
        return (
          <>
            <a href={linkTo(noticePath(notice.id))}>{notice.reference}</a>
            {subject && (
              <p class="small quiet" lang={subject.locale}>
                {subject.text}
              </p>
            )}
          </>
        );
      },
    },
    {
      name: notices.kind,
      cell: ({ kind, legalReason }) => (
        <>
          {terms.noticeKind[kind]} <span class="quiet small">{terms.legalReason[legalReason]}</span>
        </>
      ),
    },
    { name: notices.state, cell: ({ state }) => <NoticeStateBadge state={state} /> },
    { name: notices.author, cell: ({ createdBy }) => createdBy },
    { name: notices.released, cell: ({ startedAt }) => (startedAt ? format.dateTime(startedAt) : '–') },
    {
      name: notices.reach,
      cell: (notice) => (isReleased(notice) ? <ReachCell notice={notice} /> : '–'),
    },
  ];
  return <Table caption={notices.title} columns={columns} rows={items} keyOf={({ id }) => id} />;
}

/** How far a notice has come, read again while it runs. */
function ReachCell({ notice }: { notice: NoticeView }) {
  const { text, format } = useApp();
  const { notices } = text;
  const { value } = useReach(notice);
  if (!value || 'progress' in value) return <span class="quiet small">{notices.counting}</span>;
  const { reach } = value;
  const share = ratio(reachedOf(reach), reach.affected);
  return (
    <span class="progress">
      <progress value={share} max={1} aria-label={notices.reachOf(notice.reference)} />
      {notices.reached(
        format.number(reachedOf(reach)),
        format.number(reach.affected),
        format.percent(Math.floor(share * 100) / 100),
      )}
    </span>
  );
}
