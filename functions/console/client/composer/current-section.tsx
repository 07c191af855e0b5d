/** The part of the composer that is shown, under its heading. */
import type { ComponentChildren } from 'preact';
import { useText } from '../ui/app-context.ts';
import { useComposer } from './composer-context.ts';
import { AudienceSection } from './section-audience.tsx';
import { BasicsSection } from './section-basics.tsx';
import { ContentSection } from './section-content.tsx';
import { ReviewSection } from './section-review.tsx';
import { ScheduleSection } from './section-schedule.tsx';
import { TestSection } from './section-test.tsx';

export function CurrentSection({ planActions }: { planActions: ComponentChildren }) {
  const { composer } = useText();
  const { step } = useComposer().view;
  const sections = {
    basics: BasicsSection,
    audience: AudienceSection,
    content: ContentSection,
    test: TestSection,
    schedule: ScheduleSection,
  } as const;
  const Section = step === 'review' ? undefined : sections[step];
  return (
    <section class={`step-body of-${step}`} aria-labelledby="step-title">
      <div class="step-head">
        <h2 class="step-title" id="step-title" tabIndex={-1}>
          {composer.stepTitles[step]}
        </h2>
        <p class="quiet">{composer.stepLeads[step]}</p>
      </div>
      {Section ? <Section /> : <ReviewSection actions={planActions} />}
    </section>
  );
}
