/** What became of every planned send, in words, and the proof that none is missing. */
import { useApp } from '../ui/app-context.ts';
import { RowBar } from '../ui/charts.tsx';
import { CountsBar } from '../ui/counts-bar.tsx';
import { ratio } from '../ui/ratio.ts';
import { fateTones, useFateCounts } from './fate-tones.ts';
import { checkFates, fates, isPartlyDecided } from './sums.ts';
import type { PlanView, ReportView } from './views.ts';

export function ReportFates({ report, plan }: { report: ReportView; plan: PlanView | undefined }) {
  const { text, format } = useApp();
  const { fates: words, fate, words: explained } = text.report;
  const { outcomes, decisions } = report;
  const sum = checkFates(outcomes, plan?.willSend);
  const fateCounts = useFateCounts(outcomes);
  const planned = format.number(sum.whole);
  const changed = sum.whole - decisions.send;
  const rows = fates.filter((name) => outcomes[name] > 0 || name === 'accepted' || name === 'inDoubt');
  const inner = (['delivered', 'bounced', 'complained'] as const).filter((name) => outcomes[name] > 0);
  return (
    <section class="card">
      <h2>{words.title}</h2>
      {sum.whole > 0 && <CountsBar counts={fateCounts} label={(list) => words.chart(planned, list)} />}
      <table class="figures">
        <caption class="hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.outcome}</th>
            <th scope="col" class="numeric">
              {words.sends}
            </th>
            <td class="wide-only" />
          </tr>
        </thead>
        <tbody>
          <tr class="fall-audience">
            <th scope="row">{words.planned}</th>
            <td class="numeric">{planned}</td>
            <td class="bar-cell wide-only">
              <RowBar share={sum.whole > 0 ? 1 : 0} tone="none" />
            </td>
          </tr>
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row">
                {fate[name]}
                <span class="hint">{explained[name]}</span>
              </th>
              <td class="numeric">{format.number(outcomes[name])}</td>
              <td class="bar-cell wide-only">
                <RowBar share={ratio(outcomes[name], sum.whole)} tone={fateTones[name]} />
              </td>
            </tr>
          ))}
        </tbody>
        {inner.length > 0 && (
          <tbody class="inner">
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {words.ofThese}
              </th>
            </tr>
            {inner.map((name) => (
              <tr key={name}>
                <th scope="row">
                  {fate[name]}
                  <span class="hint">{explained[name]}</span>
                </th>
                <td class="numeric">{format.number(outcomes[name])}</td>
                <td class="bar-cell wide-only">
                  <RowBar share={ratio(outcomes[name], sum.whole)} tone="one" />
                </td>
              </tr>
            ))}
          </tbody>
        )}
      </table>
      {sum.adds ? (
        <p class="sum good">{isPartlyDecided(report) ? words.addsPartly(planned) : words.adds(planned)}</p>
      ) : (
        <p class="sum bad" role="alert">
          {words.wrong(planned, format.number(sum.parts))}
        </p>
      )}
      {changed > 0 && <p class="hint">{words.later(format.number(changed))}</p>}
    </section>
  );
}
