/** What somebody has to know about a campaign before anything else: why it stands still, who has to act, how it ended. */
import { useApp } from '../ui/app-context.ts';
import { NoticeBox, type Refusal, RefusalBox, StepBox } from '../ui/notice-box.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { isBreakerPause } from './ask-step.tsx';
import { approvalBar } from './steps.ts';
import { useBreakerWords } from './use-breaker-words.ts';
import type { CampaignView } from './views.ts';

export function CampaignNotices({
  campaign,
  refusal,
}: {
  campaign: CampaignView;
  refusal: Refusal | undefined;
}) {
  const { text } = useApp();
  const words = text.campaign;
  const officeTime = useOfficeTime(campaign.office);
  return (
    <>
      <RefusalBox refusal={refusal} />
      {campaign.archivedAt && (
        <NoticeBox>{words.archivedSince(officeTime.named(campaign.archivedAt))}</NoticeBox>
      )}
      <StateNotice campaign={campaign} />
    </>
  );
}

function StateNotice({ campaign }: { campaign: CampaignView }) {
  const { text } = useApp();
  const words = text.campaign;
  const officeTime = useOfficeTime(campaign.office);
  const lastOf = (action: string) => campaign.history.findLast((step) => step.action === action);
  switch (campaign.state) {
    case 'submitted':
    case 'approved':
      return <ReviewNotice campaign={campaign} />;
    case 'scheduled':
      return campaign.startsAt ? (
        <NoticeBox>{words.scheduledFor(officeTime.named(campaign.startsAt))}</NoticeBox>
      ) : null;
    case 'rejected':
      return <StepBox title={words.rejectedBy} step={lastOf('reject')} />;
    case 'cancelled':
      return <StepBox title={words.cancelledBy} step={lastOf('cancel')} />;
    case 'expired':
      return <NoticeBox look="bad">{words.expired}</NoticeBox>;
    case 'paused':
      if (isBreakerPause(campaign)) return <BreakerNotice campaign={campaign} />;
      return <StepBox look="wait" title={words.pausedBy} step={lastOf('pause')} />;
    default:
      return campaign.breaker ? (
        <NoticeBox look="wait">{words.breakerPast(officeTime.named(campaign.breaker.at))}</NoticeBox>
      ) : null;
  }
}

/** Who has approved, who is missing, and whether the reader can be that person. */
function ReviewNotice({ campaign }: { campaign: CampaignView }) {
  const { text, format, session } = useApp();
  const words = text.campaign;
  const officeTime = useOfficeTime(campaign.office);
  const approvals = campaign.state === 'approved' ? (campaign.approvals ?? []) : [];
  const bar = session.roles.includes('approver') ? approvalBar(campaign, session.user) : undefined;
  const needed = campaign.approversNeeded ?? 1;
  return (
    <div class="notice wait">
      <p class="notice-title">
        {approvals.length > 0
          ? words.approvals(format.number(approvals.length), format.number(needed))
          : words.waiting}
      </p>
      {approvals.map(({ by, at }) => (
        <p key={by}>{words.approvedBy(by, officeTime.named(at))}</p>
      ))}
      {approvals.length > 0 && approvals.length < needed && <p>{words.oneMore}</p>}
      {bar === 'own-work' && <p>{words.ownWork}</p>}
      {bar === 'approved-already' && <p>{words.approvedByYou}</p>}
    </div>
  );
}

function BreakerNotice({ campaign }: { campaign: CampaignView }) {
  const { breaker } = campaign;
  const { text } = useApp();
  const words = text.campaign;
  const officeTime = useOfficeTime(campaign.office);
  const breakerWords = useBreakerWords();
  if (!breaker) return null;
  return (
    <div class="notice bad breaker" role="alert">
      <p class="notice-title">{words.breakerTitle}</p>
      <p>{breakerWords(breaker.reason)}</p>
      <p>{words.breakerWhat}</p>
      <p class="quiet small">{officeTime.named(breaker.at)}</p>
    </div>
  );
}
