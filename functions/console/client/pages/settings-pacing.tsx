/** The parts of the settings that say when and how fast an office sends, and who approves. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { useApp, useText } from '../ui/app-context.ts';
import { Checkbox, FieldGroup, NumberField, TextField } from '../ui/fields.tsx';
import type { SettingsDraft } from './settings-draft.ts';

export interface PartProps {
  draft: SettingsDraft;
  onChange: (draft: SettingsDraft) => void;
  disabled: boolean;
  /** What the API said of the last try to save. */
  problem: ApiProblem | undefined;
}

export function SettingsCard({
  title,
  hint,
  children,
}: {
  title: string;
  hint: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="hint">{hint}</p>
      <div class="stack">{children}</div>
    </section>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

export function WindowCard({ draft, onChange, disabled, problem }: PartProps) {
  const { text, format } = useApp();
  const { settings } = text;
  const { window } = draft;
  const change = (part: Partial<SettingsDraft['window']>) =>
    onChange({ ...draft, window: { ...window, ...part } });
  const toggle = (day: number, on: boolean) =>
    change({ days: on ? [...window.days, day] : window.days.filter((one) => one !== day) });
  return (
    <SettingsCard title={settings.window} hint={settings.windowHint}>
      <Checkbox
        label={settings.windowOn}
        checked={window.on}
        disabled={disabled}
        onChange={(on) => change({ on })}
      />
      {window.on && (
        <>
          <FieldGroup label={settings.days} error={problem?.errorAt('sendWindow.days')}>
            <div class="days">
              {weekdays.map((day) => (
                <Checkbox
                  key={day}
                  label={format.weekday(day)}
                  checked={window.days.includes(day)}
                  disabled={disabled}
                  onChange={(on) => toggle(day, on)}
                />
              ))}
            </div>
          </FieldGroup>
          <div class="columns">
            <TextField
              type="time"
              label={settings.from}
              value={window.start}
              disabled={disabled}
              error={problem?.errorAt('sendWindow.start')}
              onChange={(start) => change({ start })}
            />
            <TextField
              type="time"
              label={settings.to}
              hint={window.end <= window.start ? settings.nextDay : undefined}
              value={window.end}
              disabled={disabled}
              error={problem?.errorAt('sendWindow.end')}
              onChange={(end) => change({ end })}
            />
          </div>
        </>
      )}
    </SettingsCard>
  );
}

export function CapCard({ draft, onChange, disabled, problem }: PartProps) {
  const { settings } = useText();
  const { cap } = draft;
  const change = (part: Partial<SettingsDraft['cap']>) => onChange({ ...draft, cap: { ...cap, ...part } });
  return (
    <SettingsCard title={settings.cap} hint={settings.capHint}>
      <Checkbox
        label={settings.capOn}
        checked={cap.on}
        disabled={disabled}
        onChange={(on) => change({ on })}
      />
      {cap.on && (
        <div class="columns">
          <NumberField
            label={settings.capMax}
            value={cap.max}
            min={1}
            max={100}
            disabled={disabled}
            error={problem?.errorAt('frequencyCap.max')}
            onChange={(max) => change({ max })}
          />
          <NumberField
            label={settings.capDays}
            value={cap.days}
            min={1}
            max={90}
            unit={settings.dayUnit}
            disabled={disabled}
            error={problem?.errorAt('frequencyCap.days')}
            onChange={(days) => change({ days })}
          />
        </div>
      )}
    </SettingsCard>
  );
}

export function ApprovalCard({ draft, onChange, disabled, problem }: PartProps) {
  const { settings } = useText();
  const { approval } = draft;
  const change = (part: Partial<SettingsDraft['approval']>) =>
    onChange({ ...draft, approval: { ...approval, ...part } });
  return (
    <SettingsCard title={settings.approval} hint={settings.approvalHint}>
      <Checkbox
        label={settings.approvalOn}
        checked={approval.on}
        disabled={disabled}
        onChange={(on) => change({ on })}
      />
      {approval.on && (
        <NumberField
          label={settings.approvalAbove}
          value={approval.above}
          min={0}
          disabled={disabled}
          error={problem?.errorAt('twoApproversAbove')}
          onChange={(above) => change({ above })}
        />
      )}
    </SettingsCard>
  );
}

export function RatesCard({ draft, onChange, disabled, problem }: PartProps) {
  const { text, office, format } = useApp();
  const { settings } = text;
  const { rates } = draft;
  const usual = office.sendRates;
  const change = (part: Partial<SettingsDraft['rates']>) =>
    onChange({ ...draft, rates: { ...rates, ...part } });
  return (
    <SettingsCard
      title={settings.rates}
      hint={settings.ratesHint(format.number(usual.emailPerSecond), format.number(usual.pushPerSecond))}
    >
      <Checkbox
        label={settings.ratesOn}
        checked={rates.on}
        disabled={disabled}
        onChange={(on) => change({ on })}
      />
      {rates.on && (
        <div class="columns">
          <NumberField
            label={settings.ratesEmail}
            value={rates.email}
            min={1}
            max={10_000}
            unit={settings.perSecond}
            disabled={disabled}
            error={problem?.errorAt('sendRates.emailPerSecond')}
            onChange={(email) => change({ email })}
          />
          <NumberField
            label={settings.ratesPush}
            value={rates.push}
            min={1}
            max={10_000}
            unit={settings.perSecond}
            disabled={disabled}
            error={problem?.errorAt('sendRates.pushPerSecond')}
            onChange={(push) => change({ push })}
          />
        </div>
      )}
    </SettingsCard>
  );
}
