/** The reach of a notice in figures: each affected person in exactly one row, and how it came about. */

import { useApp } from '../ui/app-context.ts';
import { RowBar, type Tone } from '../ui/charts.tsx';
import { CountTable } from '../ui/count-table.tsx';
import { CountsBar } from '../ui/counts-bar.tsx';
import { ScrollArea } from '../ui/parts.tsx';
import { ratio } from '../ui/ratio.ts';
import type { ReachView } from './views.ts';

const reachFigures = ['acknowledged', 'delivered', 'handedOver', 'inProgress', 'unreachable'] as const;
type ReachFigure = (typeof reachFigures)[number];

const tones: Readonly<Record<ReachFigure, Tone>> = {
  acknowledged: 'one',
  delivered: 'three',
  handedOver: 'two',
  inProgress: 'none',
  unreachable: 'five',
};

export function ReachBar({ reach }: { reach: ReachView }) {
  const { text, format } = useApp();
  const words = text.reach;
  if (reach.affected === 0) return null;
  const counts = reachFigures.map((name) => ({
    name: words.figure[name],
    value: reach[name],
    tone: tones[name],
  }));
  return <CountsBar counts={counts} label={(list) => words.chart(format.number(reach.affected), list)} />;
}

export function ReachFigures({ reach }: { reach: ReachView }) {
  const { text, format } = useApp();
  const words = text.reach;
  const { affected } = reach;
  const sum = reachFigures.reduce((total, name) => total + reach[name], 0);
  return (
    <section class="card">
      <h2>{words.figures}</h2>
      <p class="hint">{words.figuresHint}</p>
      <ReachBar reach={reach} />
      <table class="figures">
        <caption class="hidden">{words.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{words.figures}</th>
            <th scope="col" class="numeric">
              {words.people}
            </th>
            <th scope="col" class="numeric wide-only">
              {words.share}
            </th>
            <td class="wide-only" />
          </tr>
        </thead>
        <tbody>
          <tr class="fall-audience">
            <th scope="row">{words.figure.affected}</th>
            <td class="numeric">{format.number(affected)}</td>
            <td class="numeric quiet wide-only">{format.percent(affected > 0 ? 1 : 0)}</td>
            <td class="bar-cell wide-only">
              <RowBar share={affected > 0 ? 1 : 0} tone="none" />
            </td>
          </tr>
          {reachFigures.map((name) => (
            <tr key={name}>
              <th scope="row">
                {words.figure[name]}
                <span class="hint">{words.figureWords[name]}</span>
              </th>
              <td class="numeric">{format.number(reach[name])}</td>
              <td class="numeric quiet wide-only">{format.percent(ratio(reach[name], affected), 1)}</td>
              <td class="bar-cell wide-only">
                <RowBar share={ratio(reach[name], affected)} tone={tones[name]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sum === affected ? (
        <p class="sum good">{words.adds(format.number(affected))}</p>
      ) : (
        <p class="sum bad" role="alert">
          {words.wrong(format.number(affected), format.number(sum))}
        </p>
      )}
    </section>
  );
}

/** How it came about: first channels, ways of answers, reasons, and choices that did not stop it. */
export function ReachDetails({ reach }: { reach: ReachView }) {
  const { text } = useApp();
  const words = text.reach;
  const reasons: Readonly<Record<string, string>> = { ...text.reasons.name, ...words.outcome };
  const bypasses: Readonly<Record<string, string>> = text.notices.bypass;
  const channels: Readonly<Record<string, string>> = text.terms.channel;
  const ways: Readonly<Record<string, string>> = words.way;
  const rowsOf = (
    counts: Readonly<Record<string, number | undefined>>,
    names: Readonly<Record<string, string>>,
  ) =>
    Object.entries(counts).flatMap(([name, count = 0]) =>
      count > 0 ? [{ name: names[name] ?? name, count }] : [],
    );
  const tables = [
    { title: words.byChannel, head: words.channel, rows: rowsOf(reach.byChannel, channels) },
    { title: words.byWay, head: words.wayName, rows: rowsOf(reach.answersByWay, ways) },
    { title: words.why, head: words.reason, rows: rowsOf(reach.whyUnreachable, reasons) },
    {
      title: words.bypassed,
      head: text.notices.choice,
      rows: rowsOf(reach.bypassed, bypasses),
      hint: words.bypassedLead,
    },
  ].filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return null;
  return (
    <section class="card">
      <div class="group-tables">
        {tables.map(({ title, head, rows, hint }) => (
          <CountTable key={title} title={title} columns={[head, words.people]} rows={rows} hint={hint} />
        ))}
      </div>
    </section>
  );
}

export function ReachCountries({ reach: { byCountry } }: { reach: ReachView }) {
  const { text, format } = useApp();
  const words = text.reach;
  const rows = Object.entries(byCountry).toSorted(
    ([one, left], [other, right]) =>
      Number(one === 'other') - Number(other === 'other') || right.affected - left.affected,
  );
  if (rows.length === 0) return null;
  return (
    <section class="card">
      <h2>{words.byCountry}</h2>
      <ScrollArea look="wide-table" label={words.byCountry}>
        <table class="figures">
          <caption class="hidden">{words.byCountry}</caption>
          <thead>
            <tr>
              <th scope="col">{words.country}</th>
              {(['affected', ...reachFigures] as const).map((name) => (
                <th key={name} scope="col" class="numeric">
                  {words.figure[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([country, figures]) => (
              <tr key={country}>
                <th scope="row">{country === 'other' ? words.other : format.country(country)}</th>
                {(['affected', ...reachFigures] as const).map((name) => (
                  <td key={name} class="numeric">
                    {format.number(figures[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {byCountry['other'] && <p class="hint">{words.otherHint}</p>}
    </section>
  );
}
