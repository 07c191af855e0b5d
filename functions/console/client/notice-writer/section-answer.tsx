/** What a notice asks of its readers, how long it is open, and whether it corrects another one. */
import { useText } from '../ui/app-context.ts';
import { NumberField, Radios } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import type { Answer } from './notice-form.ts';
import { useErrorAt, useWriter } from './writer-context.ts';
import { Line } from './written-fields.tsx';

export function AnswerSection() {
  const { noticeWriting: words } = useText();
  const { form, update } = useWriter();
  const error = useErrorAt('acceptance');
  const openError = useErrorAt('openDays');
  const asksToAccept = form.answer === 'accept' || form.answer === 'renew';
  const options: { value: Answer; name: string; hint: string }[] = [
    { value: 'none', name: words.answerNone, hint: words.answerNoneHint },
    { value: 'acknowledge', name: words.acknowledge, hint: words.acknowledgeHint },
    { value: 'accept', name: words.accept, hint: words.acceptHint },
    { value: 'renew', name: words.renew, hint: words.renewHint },
  ];
  return (
    <section class="card form">
      <h2>{words.answer}</h2>
      <Spot path="acceptance">
        <Radios<Answer>
          label={words.fields.acknowledge}
          value={form.answer}
          options={form.kind === 'terms' ? options : options.slice(0, 2)}
          error={error}
          onChange={(answer) => update((before) => ({ ...before, answer }))}
        />
      </Spot>
      {asksToAccept && (
        <Line
          path="acceptance.version"
          label={words.fields.version}
          hint={words.versionHint}
          value={form.version}
          onChange={(version) => update((before) => ({ ...before, version }))}
        />
      )}
      <Spot path="openDays">
        <NumberField
          label={words.fields.openDays}
          hint={words.openHint}
          unit={words.days}
          optional
          min={1}
          max={3650}
          value={form.openDays}
          error={openError}
          onChange={(openDays) => update((before) => ({ ...before, openDays }))}
        />
      </Spot>
      <details class="plain-text" open={form.supersedes !== '' || form.followUpOf !== ''}>
        <summary>{words.related}</summary>
        <div class="form">
          <Line
            path="supersedes"
            label={words.fields.supersedes}
            hint={words.relatedHint}
            optional
            value={form.supersedes}
            onChange={(supersedes) => update((before) => ({ ...before, supersedes }))}
          />
          <Line
            path="followUpOf"
            label={words.fields.followUpOf}
            hint={words.relatedHint}
            optional
            value={form.followUpOf}
            onChange={(followUpOf) => update((before) => ({ ...before, followUpOf }))}
          />
        </div>
      </details>
    </section>
  );
}
