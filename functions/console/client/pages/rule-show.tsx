/** One country rule: what is enforced, what the law says, and where that is written. */
import { type LawText, type RuleView, readSource } from '../api/rules.ts';
import { useLoad } from '../api/use-load.ts';
import { useApp, useText } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { WhenLoaded } from '../ui/states.tsx';
import { placeName, ruleFacts } from './rule-words.ts';

export function RulePage({ params }: PageProps) {
  const { text, api, format } = useApp();
  const { rules } = text;
  const { iso = '' } = params;
  const [loaded, reload] = useLoad(
    async (signal) => {
      // `EU` is the row that other countries fall back to; no single address answers for it.
      if (iso !== 'EU')
        return (await api.get<RuleView>(`/rules/${encodeURIComponent(iso)}`, { signal })).body;
      const { body } = await api.get<{ items: RuleView[] }>('/rules', { signal });
      return body.items.find((rule) => rule.iso === iso);
    },
    [api, iso],
  );
  const rule = loaded.value;
  return (
    <Page
      title={rule ? placeName(rule, format) : rules.title}
      parent={{ href: linkTo('/rules'), name: rules.title }}
      lead={rule && rules.since(rule.version, format.date(rule.effectiveFrom))}
    >
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {(shown) =>
          shown && (
            <div class="stack">
              <Enforced rule={shown} />
              {shown.law && <Law law={shown.law} />}
              <Sources rule={shown} />
            </div>
          )
        }
      </WhenLoaded>
    </Page>
  );
}

function Enforced({ rule }: { rule: RuleView }) {
  const app = useApp();
  const { rules } = app.text;
  return (
    <section class="card">
      <h2>{rules.enforced}</h2>
      <dl class="facts">
        {ruleFacts(rule, app).map(({ name, value, field }) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>
              {value}
              {rule.unverified.includes(field) && <span class="quiet small"> {rules.unverified}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The prose of the research, which is in English only. */
function Law({ law }: { law: LawText }) {
  const { rules } = useText();
  const parts: [string, string | undefined][] = [
    [rules.law.email, law.email],
    [rules.law.push, law.push],
    [rules.law.doubleOptIn, law.doubleOptIn],
    [rules.law.consentExpiry, law.consentExpiry],
    [rules.law.softOptIn, law.softOptIn],
    [rules.law.quietHours, law.quietHours],
    [rules.law.mandatoryContent, law.mandatoryContent],
    [rules.law.unsubscribe, law.unsubscribeDeadline],
    [rules.law.profiling, law.profiling],
    [rules.law.childAge, law.childAge],
    [rules.law.access, law.access],
    [rules.law.deletion, law.deletion],
    [rules.law.regulator, law.regulator],
    [rules.law.notVerified, law.notVerified],
  ];
  return (
    <section class="card">
      <h2>{rules.lawTitle}</h2>
      <p class="hint">{rules.lawHint}</p>
      <dl class="prose">
        {parts.map(([name, words]) =>
          words ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang="en">{words}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

function Sources({ rule }: { rule: RuleView }) {
  const { rules } = useText();
  return (
    <section class="card">
      <h2>{rules.sources}</h2>
      <p class="hint">{rules.confidence(rule.confidence)}</p>
      <ul class="sources">
        {rule.sources.map((source) => {
          const { href, host, remark } = readSource(source);
          return (
            <li key={source}>
              {href ? (
                <a href={href} target="_blank" rel="noreferrer">
                  {host}
                  <span class="hidden"> {rules.newTab}</span>
                </a>
              ) : (
                host
              )}
              {remark && <span class="quiet small"> ({remark})</span>}
              {href && <span class="address quiet small">{href}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
