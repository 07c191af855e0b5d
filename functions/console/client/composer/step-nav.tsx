/** The parts of the composer, with what is wrong in each. */
import { useText } from '../ui/app-context.ts';
import { CountBadge } from '../ui/parts.tsx';
import { useComposer } from './composer-context.ts';
import { steps } from './field-places.ts';
import { countIn, isShown } from './findings.ts';

export function StepNav() {
  const { composer } = useText();
  const { view, look, findings, isStrict } = useComposer();
  const all = findings.filter((finding) => isShown(finding, isStrict)).length;
  return (
    <nav class="step-nav" aria-label={composer.stepsLabel}>
      <ol>
        {steps.map((step, index) => {
          const errors = step === 'review' ? all : countIn(findings, isStrict, { step });
          return (
            <li key={step}>
              <button
                type="button"
                class="step"
                aria-current={step === view.step ? 'step' : undefined}
                onClick={() => look({ step })}
              >
                <span class="step-number" aria-hidden="true">
                  {index + 1}
                </span>
                <span class="step-name">{composer.steps[step]}</span>
                {errors > 0 && <CountBadge count={errors} words={composer.errorCount(String(errors))} />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
