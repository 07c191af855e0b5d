/** From the audience over each reason to those who get it: one bar, a table with the reasons in words, and the proof that it adds up. */
import { useApp } from '../ui/app-context.ts';
import { PartsBar, RowBar, type Tone } from '../ui/charts.tsx';
import { ratio } from '../ui/ratio.ts';
import { checkFall, type FallRow, fallRows } from './sums.ts';

interface WaterfallProps {
  fall: { audience: number; willSend: number; excluded: Readonly<Record<string, number>> };
  /** It was decided already; else it is what would be decided now. */
  isDecided: boolean;
  /** It ended before everybody had been decided. */
  isPartial?: boolean;
  /** The name of the first row and its hint, where they are others than of a campaign. */
  whole?: { readonly name: string; readonly hint: string };
}

/** The largest reasons get a tone of their own in the bar; the rest share one. */
const tones: readonly Tone[] = ['two', 'three', 'four', 'five'];
const cutTone = (index: number): Tone => tones[index] ?? 'none';

export function Waterfall({ fall, isDecided, isPartial = false, whole }: WaterfallProps) {
  const { text, format } = useApp();
  const { plan } = text;
  const { reasonName } = useReasons();
  const rows = fallRows(fall);
  const cuts = rows.filter(({ kind }) => kind === 'excluded');
  const audience = format.number(fall.audience);
  const send = format.number(fall.willSend);
  const left = cuts.map(({ reason = '', count }) => plan.part(reasonName(reason), format.number(count)));
  const label = left.length > 0 ? plan.chart(send, audience, format.list(left)) : plan.chartAll(audience);
  const parts = [
    {
      name: isDecided ? plan.sendStarted : plan.send,
      value: fall.willSend,
      text: send,
      tone: 'one' as const,
    },
    ...cuts.map(({ reason = '', count }, index) => ({
      name: reasonName(reason),
      value: count,
      text: format.number(count),
      tone: cutTone(index),
    })),
  ];
  return (
    <>
      <PartsBar parts={parts} label={label} />
      <table class="figures">
        <caption class="hidden">{isDecided ? plan.titleStarted : plan.title}</caption>
        <thead>
          <tr>
            <th scope="col">{plan.step}</th>
            <th scope="col" class="numeric">
              {plan.contacts}
            </th>
            <th scope="col" class="numeric wide-only">
              {plan.share}
            </th>
            <td class="wide-only" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <FallLine
              key={row.reason ?? row.kind}
              row={row}
              tone={row.kind === 'excluded' ? cutTone(index - 1) : 'one'}
              audience={fall.audience}
              isDecided={isDecided}
              isPartial={isPartial}
              whole={whole}
            />
          ))}
        </tbody>
      </table>
      <SumLine fall={fall} isPartial={isPartial} />
    </>
  );
}

/** The names and the words of reasons, in the language of the page. */
function useReasons() {
  const { reasons } = useApp().text;
  const names: Readonly<Record<string, string>> = reasons.name;
  const words: Readonly<Record<string, string>> = reasons.why;
  return {
    reasonName: (reason: string) => names[reason] ?? reason,
    reasonWords: (reason: string) => words[reason],
  };
}

interface FallLineProps {
  row: FallRow;
  tone: Tone;
  audience: number;
  isDecided: boolean;
  isPartial: boolean;
  whole: WaterfallProps['whole'];
}

function FallLine({ row, tone, audience, isDecided, isPartial, whole }: FallLineProps) {
  const { text, format } = useApp();
  const { plan } = text;
  const { reasonName, reasonWords } = useReasons();
  const { kind, reason = '', count, start, share } = row;
  const name = {
    audience: isPartial ? plan.audiencePartly : (whole?.name ?? plan.audience),
    excluded: reasonName(reason),
    send: isDecided ? plan.sendStarted : plan.send,
  }[kind];
  const hint = kind === 'audience' ? (whole?.hint ?? plan.audienceHint) : reasonWords(reason);
  return (
    <tr class={`fall-${kind}`}>
      <th scope="row">
        {name}
        {hint && <span class="hint">{hint}</span>}
      </th>
      <td class="numeric">
        {kind === 'excluded' && '− '}
        {format.number(count)}
      </td>
      <td class="numeric quiet wide-only">{format.percent(ratio(count, audience), 1)}</td>
      <td class="bar-cell wide-only">
        <RowBar start={start} share={share} tone={tone} />
      </td>
    </tr>
  );
}

function SumLine({ fall, isPartial }: Pick<WaterfallProps, 'fall'> & { isPartial: boolean }) {
  const { text, format } = useApp();
  const { adds, whole, parts } = checkFall(fall);
  const [total, sum] = [format.number(whole), format.number(parts)];
  const say = isPartial ? text.plan.addsPartly : text.plan.adds;
  return adds ? (
    <p class="sum good">{say(total, format.number(fall.willSend), format.number(whole - fall.willSend))}</p>
  ) : (
    <p class="sum bad" role="alert">
      {text.plan.wrong(total, sum)}
    </p>
  );
}
