/** The campaign at a glance, before it is planned. */
import type { ComponentChildren } from 'preact';
import { useFormat, useText } from '../ui/app-context.ts';
import { ScrollArea } from '../ui/parts.tsx';
import { toEmail, toPush } from './campaign-form.ts';
import { localeAt, localesOf, type VariantName } from './change-texts.ts';
import { useComposer } from './composer-context.ts';
import { EstimateCard } from './estimate-card.tsx';
import { ProblemList } from './problem-list.tsx';
import { wallTime } from './zoned-time.ts';

/** @param actions what can be done next */
export function ReviewSection({ actions }: { actions: ComponentChildren }) {
  return (
    <div class="composer-split">
      <div class="stack">
        <ProblemList />
        <Overview />
        {actions}
      </div>
      <EstimateCard />
    </div>
  );
}

function Overview() {
  const { composer, terms } = useText();
  const format = useFormat();
  const { form } = useComposer();
  const { audience } = form;
  const filters = [
    format.list(audience.countries.map(format.country)),
    format.list(audience.languages.map(format.language)),
    format.list([...audience.deviceModels, ...audience.osVersions]),
    format.list(audience.interests),
    audience.consentEndsWithinDays === undefined
      ? ''
      : composer.consentEndsIn(String(audience.consentEndsWithinDays)),
  ].filter((words) => words !== '');
  const { max, days } = form.cap;
  const facts = [
    [composer.fields.name, form.name || composer.notYet],
    [composer.fields.topic, terms.topic[form.topic]],
    [composer.fields.channels, format.list(form.channels.map((channel) => terms.channel[channel]))],
    [composer.fields.audience, filters.length > 0 ? filters.join(' · ') : composer.everybody],
    [composer.startTitle, useStartWords()],
    [composer.expiryTitle, useExpiryWords()],
    [composer.capTitle, max && days ? composer.capOf(String(max), String(days)) : composer.notSet],
    [
      composer.holdoutTitle,
      form.holdoutPercent === undefined ? composer.notSet : format.percent(form.holdoutPercent / 100, 1),
    ],
  ] as const;
  return (
    <section class="card stack" aria-label={composer.overview}>
      <h2>{composer.overview}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TextsTable />
    </section>
  );
}

function useStartWords(): string {
  const { composer } = useText();
  const format = useFormat();
  const { at, timezone } = useComposer().form.schedule;
  if (at === 'now') return composer.startNow;
  const when = format.dateTime(at);
  return timezone === 'recipient' ? composer.startsLocal(when) : `${when} (${timezone})`;
}

function useExpiryWords(): string {
  const { composer } = useText();
  const format = useFormat();
  const { form, office } = useComposer();
  if (form.expiresAt === '') return composer.notSet;
  return `${format.dateTime(wallTime(form.expiresAt, office.timezone))} (${office.timezone})`;
}

/** Which texts there are: languages down, channels and versions across. */
function TextsTable() {
  const { composer, terms } = useText();
  const format = useFormat();
  const { form } = useComposer();
  const columns = form.arms.flatMap(({ name, personalised }, arm) =>
    form.channels.flatMap((channel) =>
      (personalised ? (['generic', 'personalised'] as const) : (['generic'] as const)).map(
        (variant: VariantName) => ({
          arm,
          channel,
          variant,
          name: [
            terms.channel[channel],
            personalised ? composer.variant[variant] : '',
            form.arms.length > 1 ? composer.arm(name) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }),
      ),
    ),
  );
  return (
    <ScrollArea look="texts-table" label={composer.textsTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col">{composer.textsTitle}</th>
            {columns.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {localesOf(form).map((locale) => (
            <tr key={locale}>
              <th scope="row">{format.language(locale)}</th>
              {columns.map(({ arm, channel, variant, name }) => {
                const texts = localeAt(form, { arm, variant, locale });
                const isThere =
                  (channel === 'email' ? toEmail(texts.email) : toPush(texts.push)) !== undefined;
                return (
                  <td key={name} class={isThere ? 'there' : 'not-there'}>
                    <span class="mark" aria-hidden="true" />
                    <span class="hidden">{isThere ? composer.written : composer.notWritten}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
