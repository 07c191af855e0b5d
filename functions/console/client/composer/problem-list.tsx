/** Everything that is to do, with the way to it. */
import { useFormat, useText } from '../ui/app-context.ts';
import { sayFinding } from '../ui/finding-words.ts';
import { useComposer } from './composer-context.ts';
import { fieldLabel } from './field-label.ts';
import type { Finding } from './findings.ts';

export function ProblemList() {
  const { composer } = useText();
  const { findings } = useComposer();
  const errors = findings.filter(({ kind }) => kind !== 'warning');
  const warnings = findings.filter(({ kind }) => kind === 'warning');
  return (
    <section class="card stack" aria-label={composer.problems}>
      <h2>{composer.problems}</h2>
      {findings.length === 0 && <p class="all-good">{composer.noProblems}</p>}
      {errors.length > 0 && <Findings title={composer.toFix} look="bad" findings={errors} />}
      {warnings.length > 0 && <Findings title={composer.toConsider} look="wait" findings={warnings} />}
    </section>
  );
}

function Findings({ title, look, findings }: { title: string; look: string; findings: readonly Finding[] }) {
  const text = useText();
  const format = useFormat();
  const { goToField } = useComposer();
  return (
    <div class={`problems ${look}`}>
      <h3>{title}</h3>
      <ul>
        {findings.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <button type="button" class="link-button" onClick={() => goToField(field)}>
              {fieldLabel(field, text, format)}
            </button>
            <span> {sayFinding(message, text, format)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
