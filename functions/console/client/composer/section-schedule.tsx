/** When it starts and ends, and how often one person may hear of the office. */
import { useFormat, useText } from '../ui/app-context.ts';
import { Field, NumberField, Radios, TextField } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import { useComposer, useFindingsAt } from './composer-context.ts';
import { instantAt, wallTime } from './zoned-time.ts';

type Start = 'now' | 'office' | 'recipient' | 'other';

const dayMs = 86_400_000;

export function ScheduleSection() {
  return (
    <div class="stack">
      <StartTime />
      <Expiry />
      <Cap />
    </div>
  );
}

function StartTime() {
  const { composer } = useText();
  const { form, update, office } = useComposer();
  const { at, timezone } = form.schedule;
  const time = useFindingsAt('schedule.at');
  const zone = useFindingsAt('schedule.timezone');
  const start = startOf(form.schedule, office.timezone);
  const set = (schedule: { at: string; timezone: string }) => update((before) => ({ ...before, schedule }));
  const choose = (chosen: Start) => {
    if (chosen === 'now') return set({ at: 'now', timezone: 'recipient' });
    const tomorrow = wallTime(new Date(Date.now() + dayMs).toISOString(), office.timezone);
    const wall = at === 'now' ? `${tomorrow.slice(0, 10)}T10:00` : at;
    if (chosen !== 'other')
      set({ at: wall, timezone: chosen === 'recipient' ? 'recipient' : office.timezone });
  };
  const other = { value: 'other' as const, name: composer.startIn(timezone) };
  return (
    <section class="card form" aria-label={composer.startTitle}>
      <h2>{composer.startTitle}</h2>
      <Spot path="schedule.timezone">
        <Radios<Start>
          label={composer.startLabel}
          value={start}
          error={zone.error}
          options={[
            { value: 'now', name: composer.startNow, hint: composer.startNowHint },
            { value: 'office', name: composer.startOffice(office.timezone), hint: composer.startOfficeHint },
            { value: 'recipient', name: composer.startRecipient, hint: composer.startRecipientHint },
            ...(start === 'other' ? [other] : []),
          ]}
          onChange={choose}
        />
      </Spot>
      {start !== 'now' && (
        <Spot path="schedule.at">
          <TextField
            label={composer.fields.at}
            type="datetime-local"
            value={at}
            error={time.error}
            onChange={(value) => set({ at: value, timezone })}
          />
        </Spot>
      )}
      <OfficeHours />
    </section>
  );
}

function startOf({ at, timezone }: { at: string; timezone: string }, officeZone: string): Start {
  if (at === 'now') return 'now';
  if (timezone === 'recipient') return 'recipient';
  return timezone === officeZone ? 'office' : 'other';
}

/** What the office has set for all of its campaigns. */
function OfficeHours() {
  const { composer } = useText();
  const format = useFormat();
  const hours = useComposer().settings?.sendWindow;
  if (!hours) return null;
  const days = format.list([...hours.days].toSorted().map(format.weekday));
  return <p class="hint">{composer.officeHours(days, hours.start, hours.end)}</p>;
}

function Expiry() {
  const { composer } = useText();
  const { form, update, office } = useComposer();
  const { error } = useFindingsAt('expiresAt');
  return (
    <section class="card form" aria-label={composer.expiryTitle}>
      <h2>{composer.expiryTitle}</h2>
      <Spot path="expiresAt">
        <Field
          label={composer.fields.expiresAt}
          hint={composer.expiryHint(office.timezone)}
          error={error}
          optional
        >
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={wallTime(form.expiresAt, office.timezone)}
              onChange={({ currentTarget: { value } }) =>
                update((before) => ({ ...before, expiresAt: instantAt(value, office.timezone) }))
              }
            />
          )}
        </Field>
      </Spot>
    </section>
  );
}

function Cap() {
  const { composer } = useText();
  const { form, update, settings } = useComposer();
  const group = useFindingsAt('frequencyCap');
  const max = useFindingsAt('frequencyCap.max');
  const days = useFindingsAt('frequencyCap.days');
  const office = settings?.frequencyCap;
  const set = (change: Partial<typeof form.cap>) =>
    update((before) => ({ ...before, cap: { ...before.cap, ...change } }));
  return (
    <section class="card form" aria-label={composer.capTitle}>
      <h2>{composer.capTitle}</h2>
      <p class="hint">
        {composer.capHint}{' '}
        {office ? composer.capOffice(String(office.max), String(office.days)) : composer.capNone}
      </p>
      <Spot path="frequencyCap">
        <div class="columns">
          <Spot path="frequencyCap.max">
            <NumberField
              label={composer.fields.max}
              min={1}
              max={100}
              optional
              value={form.cap.max}
              error={max.error}
              onChange={(value) => set({ max: value })}
            />
          </Spot>
          <Spot path="frequencyCap.days">
            <NumberField
              label={composer.fields.days}
              unit={composer.days}
              min={1}
              max={90}
              optional
              value={form.cap.days}
              error={days.error}
              onChange={(value) => set({ days: value })}
            />
          </Spot>
        </div>
        {group.error && <p class="error">{group.error}</p>}
      </Spot>
    </section>
  );
}
