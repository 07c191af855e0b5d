/** Who a campaign is for, and how many that are. */
import { useFormat, useText } from '../ui/app-context.ts';
import { CheckList } from '../ui/check-list.tsx';
import { countryOptions } from '../ui/country-options.ts';
import { NumberField } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import { TokenField } from '../ui/token-field.tsx';
import type { AudienceForm } from './campaign-form.ts';
import { useComposer, useFindingsAt } from './composer-context.ts';
import { EstimateCard } from './estimate-card.tsx';
import { profilingOf } from './estimate-figures.ts';

type ListName = 'countries' | 'languages' | 'deviceModels' | 'osVersions' | 'interests';

function useAudience(): [AudienceForm, (change: Partial<AudienceForm>) => void] {
  const { form, update } = useComposer();
  return [
    form.audience,
    (change) => update((before) => ({ ...before, audience: { ...before.audience, ...change } })),
  ];
}

export function AudienceSection() {
  const { composer } = useText();
  const { warnings } = useFindingsAt('audience');
  const [audience, change] = useAudience();
  const ends = useFindingsAt('audience.consentEndsWithinDays');
  return (
    <div class="composer-split">
      <div class="card form">
        <p class="hint">{composer.audienceLead}</p>
        {warnings.map((warning) => (
          <p class="warning" key={warning}>
            {warning}
          </p>
        ))}
        <Countries />
        <Languages />
        <div class="columns">
          <Words name="deviceModels" example="XQ-EC54" />
          <Words name="osVersions" example="Android 16" />
        </div>
        <Interests />
        <Spot path="audience.consentEndsWithinDays">
          <NumberField
            label={composer.fields.consentEndsWithinDays}
            hint={composer.consentEndsHint}
            unit={composer.days}
            min={1}
            max={120}
            optional
            value={audience.consentEndsWithinDays}
            error={ends.error}
            onChange={(consentEndsWithinDays) => change({ consentEndsWithinDays })}
          />
        </Spot>
      </div>
      <EstimateCard />
    </div>
  );
}

/** All countries of the office; parts of a country that a draft names are kept. */
function Countries() {
  const { composer } = useText();
  const format = useFormat();
  const { office } = useComposer();
  const [{ countries }, change] = useAudience();
  const { error } = useFindingsAt('audience.countries', true);
  const options = countryOptions([...office.countries, ...countries], format);
  return (
    <Spot path="audience.countries">
      <CheckList
        label={composer.fields.countries}
        hint={composer.countriesHint(office.name)}
        options={options}
        values={countries}
        error={error}
        onChange={(values) => change({ countries: values })}
      />
    </Spot>
  );
}

function Languages() {
  const { composer } = useText();
  const format = useFormat();
  const { office } = useComposer();
  const [{ languages }, change] = useAudience();
  const { error } = useFindingsAt('audience.languages', true);
  const own = office.languages.map((value) => ({ value, name: format.language(value) }));
  const others = languages.filter((tag) => !office.languages.includes(tag));
  const keep = (values: readonly string[]) => change({ languages: values });
  return (
    <Spot path="audience.languages">
      <CheckList
        label={composer.fields.languages}
        hint={composer.languagesHint}
        options={own}
        values={languages.filter((tag) => office.languages.includes(tag))}
        onChange={(values) => keep([...values, ...others])}
      />
      <TokenField
        label={composer.otherLanguages}
        hint={composer.tagHint}
        optional
        values={others}
        nameOf={(tag) => `${format.language(tag)} (${tag})`}
        error={error}
        onChange={(values) => keep([...languages.filter((tag) => office.languages.includes(tag)), ...values])}
      />
    </Spot>
  );
}

function Words({ name, example, hint }: { name: ListName; example: string; hint?: string }) {
  const { composer } = useText();
  const [audience, change] = useAudience();
  const { error } = useFindingsAt(`audience.${name}`, true);
  return (
    <Spot path={`audience.${name}`}>
      <TokenField
        label={composer.fields[name]}
        hint={hint ?? composer.tokenHint(example)}
        optional
        values={audience[name]}
        error={error}
        onChange={(values) => change({ [name]: values })}
      />
    </Spot>
  );
}

/** Only people who agreed to profiling have interests that may be looked at (policy P-17). */
function Interests() {
  const { composer } = useText();
  const format = useFormat();
  const { estimate } = useComposer();
  const [{ interests }] = useAudience();
  const known = interests.length > 0 && estimate.reply ? profilingOf(estimate.reply) : undefined;
  return (
    <div class="stack">
      <Words name="interests" example="camera" hint={composer.interestsHint} />
      {known && known.of > 0 && (
        <p class="notice-line">
          {composer.profilingLeft(format.number(known.agreed), format.number(known.of))}
        </p>
      )}
    </div>
  );
}
