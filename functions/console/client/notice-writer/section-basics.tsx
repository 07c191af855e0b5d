/** What a notice is about: its kind, why the law has it sent, and what it is called. */
import { legalGrounds, reasonsOf } from '../../../../shared/domain/legal-reasons.ts';
import type { NoticeKind } from '../../../../shared/domain/vocabulary.ts';
import { useText } from '../ui/app-context.ts';
import { Radios, SelectField } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import { withKind } from './notice-form.ts';
import { useErrorAt, useWriter } from './writer-context.ts';
import { Line } from './written-fields.tsx';

const kinds = ['safety', 'security', 'terms', 'service'] as const satisfies readonly NoticeKind[];

export function BasicsSection() {
  const { noticeWriting: words, terms } = useText();
  const { form, update } = useWriter();
  const kindError = useErrorAt('kind');
  const reasonError = useErrorAt('legalReason');
  return (
    <section class="card form">
      <h2>{words.basics}</h2>
      <Spot path="kind">
        <Radios<NoticeKind>
          label={words.fields.kind}
          value={form.kind}
          options={kinds.map((value) => ({
            value,
            name: terms.noticeKind[value],
            hint: words.kindHint[value],
          }))}
          error={kindError}
          onChange={(kind) => update((before) => withKind(before, kind))}
        />
      </Spot>
      <Spot path="legalReason">
        <SelectField
          label={words.fields.legalReason}
          hint={
            <>
              {words.legalReasonWords[form.legalReason]}{' '}
              <span lang="en">({legalGrounds[form.legalReason].sources.join('; ')})</span>
            </>
          }
          value={form.legalReason}
          options={reasonsOf[form.kind].map((value) => ({ value, name: terms.legalReason[value] }))}
          error={reasonError}
          onChange={(legalReason) => update((before) => ({ ...before, legalReason }))}
        />
      </Spot>
      <Line
        path="reference"
        label={words.fields.reference}
        hint={words.referenceHint}
        value={form.reference}
        onChange={(reference) => update((before) => ({ ...before, reference }))}
      />
    </section>
  );
}
