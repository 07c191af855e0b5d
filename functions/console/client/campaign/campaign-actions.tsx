/** The buttons of a campaign: what this person can do with it now. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { goTo } from '../ui/use-place.ts';
import { askStep } from './ask-step.tsx';
import { type Step, stepsFor } from './steps.ts';
import { type CampaignOnPage, campaignPath } from './use-campaign.ts';
import type { CampaignView, PlanView, ReportView } from './views.ts';

interface CampaignActionsProps {
  campaign: CampaignView;
  page: CampaignOnPage;
  plan?: PlanView | undefined;
  report?: ReportView | undefined;
}

/** In the order of the buttons; the first that is offered is the one that stands out. */
const main: readonly Step[] = ['approve', 'submit', 'resume', 'pause', 'reject', 'edit'];
const rare: readonly Step[] = ['clone', 'archive', 'unarchive', 'cancel'];

export function CampaignActions({ campaign, page, plan, report }: CampaignActionsProps) {
  const { session, text, format } = useApp();
  const officeTime = useOfficeTime(campaign.office);
  const offered = stepsFor(campaign, session);
  const run = async (step: Step) => {
    const answer = await askStep(step, { campaign, plan, report, officeTime }, text, format);
    if (!answer.confirmed) return;
    if (step === 'edit') return goTo(campaignPath(campaign.id, '/edit'));
    // Of the campaign as it was when the question was asked: it may have been read again meanwhile.
    const after = await page.take(step, campaign, answer.reason);
    if (after && step === 'clone') goTo(campaignPath(after.id, '/edit'));
  };
  const shown = main.filter((step) => offered.has(step));
  const others = rare.filter((step) => offered.has(step));
  return (
    <>
      {shown.map((step, index) => (
        <Button
          key={step}
          look={index === 0 && step !== 'pause' && step !== 'edit' ? 'primary' : 'plain'}
          busy={page.busy === step}
          disabled={page.busy !== undefined && page.busy !== step}
          onClick={() => void run(step)}
        >
          {text.campaign.step[step]}
        </Button>
      ))}
      {others.length > 0 && (
        <More isBusy={others.some((step) => step === page.busy)}>
          {(close) =>
            others.map((step) => (
              <Button
                key={step}
                look="quiet"
                busy={page.busy === step}
                onClick={() => {
                  close();
                  void run(step);
                }}
              >
                {text.campaign.step[step]}
              </Button>
            ))
          }
        </More>
      )}
    </>
  );
}

/** Buttons that are seldom needed, behind one that shows them. Escape, and leaving them, closes. */
function More({
  isBusy,
  children,
}: {
  isBusy: boolean;
  children: (close: () => void) => preact.ComponentChildren;
}) {
  const { text } = useApp();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [isOpen]);
  const toggle = () => place.current?.querySelector('button')?.focus();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the Escape key of the buttons inside
    <div
      class="more-steps"
      ref={place}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setOpen(false);
        toggle();
      }}
    >
      <button
        type="button"
        class="button plain"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isBusy && <span class="spinner" aria-hidden="true" />}
        {text.campaign.more}
        <span class="more-mark" aria-hidden="true" />
      </button>
      <div class="more-list" id={id} hidden={!isOpen}>
        {children(() => {
          setOpen(false);
          toggle();
        })}
      </div>
    </div>
  );
}
