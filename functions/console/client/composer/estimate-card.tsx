/** About how many people would get it, and why others would not. */
import { useFormat, useText } from '../ui/app-context.ts';
import { useComposer } from './composer-context.ts';
import { type Estimate, exclusionsOf } from './estimate-figures.ts';

export function EstimateCard() {
  const { composer } = useText();
  const { estimate, form } = useComposer();
  const { reply, problem, isAsking } = estimate;
  return (
    <section class="card estimate" aria-label={composer.estimate} aria-busy={isAsking}>
      <h2>{composer.estimate}</h2>
      {form.channels.length === 0 && <p class="hint">{composer.estimateNeedsChannel}</p>}
      {problem && <p class="error">{composer.estimateFailed}</p>}
      {!reply && isAsking && <p class="hint">{composer.estimating}</p>}
      {reply && form.channels.length > 0 && (
        <div class={isAsking ? 'stack stale' : 'stack'}>
          <Headline estimate={reply} />
          <Waterfall estimate={reply} />
          <p class="hint">{composer.estimateNote}</p>
        </div>
      )}
    </section>
  );
}

/** One number, and how sure it is. Said politely once it has changed. */
function Headline({ estimate }: { estimate: Estimate }) {
  const { composer, terms } = useText();
  const { number } = useFormat();
  const { method, willSend, audience, interval, shardsRead, shards, byChannel } = estimate;
  const channels: Readonly<Record<string, string>> = terms.channel;
  return (
    <div role="status">
      <p class="estimate-number">
        {method === 'exact' ? composer.exactly(number(willSend)) : composer.about(number(willSend))}
      </p>
      <p>{composer.ofAudience(number(audience))}</p>
      {method === 'sampled' && (
        <p class="hint">
          {composer.between(number(interval.low), number(interval.high))}{' '}
          {shardsRead > 0 && composer.fromShards(String(shardsRead), String(shards))}
        </p>
      )}
      {Object.keys(byChannel).length > 1 && (
        <ul class="estimate-channels">
          {Object.entries(byChannel).map(([channel, figures]) => (
            <li key={channel}>
              {composer.onChannel(
                channels[channel] ?? channel,
                number(figures.willSend),
                number(figures.audience),
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The audience as the first bar; what each reason takes; what is left. */
function Waterfall({ estimate }: { estimate: Estimate }) {
  const { composer, reasons } = useText();
  const { number } = useFormat();
  const names: Readonly<Record<string, string>> = reasons.name;
  const { audience, willSend } = estimate;
  if (audience === 0) return <p class="hint">{composer.nobody}</p>;
  let before = 1;
  const rows = exclusionsOf(estimate).map(({ reason, count, share }) => {
    before -= share;
    return { name: names[reason] ?? reason, count, from: Math.max(before, 0), share, kind: 'out' };
  });
  const all = [
    { name: composer.inAudience, count: audience, from: 0, share: 1, kind: 'all' },
    ...rows,
    { name: composer.wouldGet, count: willSend, from: 0, share: willSend / audience, kind: 'in' },
  ];
  return (
    <ul class="waterfall">
      {all.map(({ name, count, from, share, kind }) => (
        <li key={name} class={kind}>
          <span class="waterfall-name">{name}</span>
          <span class="waterfall-count">{kind === 'out' ? `−${number(count)}` : number(count)}</span>
          <span class="waterfall-bar" aria-hidden="true">
            <span style={{ marginInlineStart: `${from * 100}%`, width: `${share * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
