/** An A/B test: other contents for a share of the people, and a share that gets nothing, to compare with. */
import { useFormat, useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { NumberField } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import { nextArm, withArm, withNewArm, withoutArm } from './change-texts.ts';
import { useComposer, useFindingsAt } from './composer-context.ts';

/** What a new arm gets of those who have no other one. */
const firstShare = 20;

export function TestSection() {
  return (
    <div class="stack">
      <Arms />
      <Holdout />
    </div>
  );
}

function Arms() {
  const { composer } = useText();
  const { form, update, look, view } = useComposer();
  const { error } = useFindingsAt('arms');
  const next = nextArm(form);
  const [, ...others] = form.arms;
  const taken = others.reduce((sum, { percent = 0 }) => sum + percent, 0);
  const remove = (index: number) => {
    update((before) => withoutArm(before, index));
    if (view.arm >= index) look({ arm: 0 });
  };
  return (
    <Spot path="arms">
      <section class="card stack" aria-label={composer.armsTitle}>
        <h2>{composer.armsTitle}</h2>
        <p class="hint">{composer.armsLead}</p>
        {others.length > 0 && <Shares shares={form.arms} rest={Math.max(0, 100 - taken)} />}
        {others.map(({ name }, index) => (
          <ArmRow
            key={name}
            index={index + 1}
            onWrite={() => look({ step: 'content', arm: index + 1 })}
            onRemove={() => remove(index + 1)}
          />
        ))}
        {error && <p class="error">{error}</p>}
        {next && (
          <div>
            <Button
              onClick={() =>
                update((before) => withNewArm(before, Math.max(1, Math.min(firstShare, 99 - taken))))
              }
            >
              {composer.addArm(next)}
            </Button>
          </div>
        )}
      </section>
    </Spot>
  );
}

/** How the people are divided, as one bar. */
function Shares({
  shares,
  rest,
}: {
  shares: readonly { name: string; percent: number | undefined }[];
  rest: number;
}) {
  const { percent } = useFormat();
  return (
    <ul class="shares">
      {shares.map(({ name, percent: share }, index) => {
        const part = index === 0 ? rest : (share ?? 0);
        return (
          <li key={name} class={`share arm-${name.toLowerCase()}`} style={{ flexGrow: Math.max(part, 1) }}>
            {name} · {percent(part / 100)}
          </li>
        );
      })}
    </ul>
  );
}

function ArmRow({ index, onWrite, onRemove }: { index: number; onWrite: () => void; onRemove: () => void }) {
  const { composer } = useText();
  const { form, update } = useComposer();
  const arm = form.arms[index];
  const path = `arms.${index - 1}.percent`;
  const { error } = useFindingsAt(path);
  if (!arm) return null;
  return (
    <div class="arm-row">
      <Spot path={path}>
        <NumberField
          label={composer.armShare(arm.name)}
          unit="%"
          min={1}
          max={99}
          value={arm.percent}
          error={error}
          onChange={(percent) => update((before) => withArm(before, index, (one) => ({ ...one, percent })))}
        />
      </Spot>
      <div class="actions">
        <Button look="quiet" onClick={onWrite}>
          {composer.writeArm(arm.name)}
        </Button>
        <Button look="quiet" onClick={onRemove} label={composer.removeArm(arm.name)}>
          {composer.remove}
        </Button>
      </div>
    </div>
  );
}

function Holdout() {
  const { composer } = useText();
  const { form, update } = useComposer();
  const { error } = useFindingsAt('holdoutPercent');
  return (
    <section class="card form" aria-label={composer.holdoutTitle}>
      <h2>{composer.holdoutTitle}</h2>
      <Spot path="holdoutPercent">
        <NumberField
          label={composer.fields.holdoutPercent}
          hint={composer.holdoutHint}
          unit="%"
          min={0}
          max={50}
          optional
          value={form.holdoutPercent}
          error={error}
          onChange={(holdoutPercent) => update((before) => ({ ...before, holdoutPercent }))}
        />
      </Spot>
    </section>
  );
}
