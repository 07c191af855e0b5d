/** Who is affected: everybody, or some by place and phone. It is always said. */
import { useApp, useFormat } from '../ui/app-context.ts';
import { CheckList } from '../ui/check-list.tsx';
import { countryOptions } from '../ui/country-options.ts';
import { Radios } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import { TokenField } from '../ui/token-field.tsx';
import type { AffectedForm, NoticeForm } from './notice-form.ts';
import { useErrorAt, useWriter } from './writer-context.ts';

export function AffectedSection() {
  const { text, session, offices } = useApp();
  const { noticeWriting: words } = text;
  const { form, update } = useWriter();
  const error = useErrorAt('audience');
  const own = session.office === undefined ? undefined : offices.find(({ id }) => id === session.office);
  return (
    <section class="card form">
      <h2>{words.affected}</h2>
      <p class="hint">{own ? words.forOffice(own.name) : words.forHeadquarters}</p>
      <Spot path="audience">
        <Radios<NoticeForm['scope']>
          label={words.fields.audience}
          value={form.scope}
          options={[
            { value: 'everybody', name: words.everybody, hint: words.everybodyHint },
            { value: 'some', name: words.some, hint: words.someHint },
          ]}
          error={error}
          onChange={(scope) => update((before) => ({ ...before, scope }))}
        />
      </Spot>
      {form.scope === 'some' && <Filters />}
    </section>
  );
}

function useAffected(): [AffectedForm, (change: Partial<AffectedForm>) => void] {
  const { form, update } = useWriter();
  return [
    form.affected,
    (change) => update((before) => ({ ...before, affected: { ...before.affected, ...change } })),
  ];
}

function Filters() {
  const { noticeWriting: words } = useApp().text;
  return (
    <>
      <Countries />
      <div class="columns">
        <Tokens name="deviceModels" hint={words.modelsHint} />
        <Tokens name="osVersions" hint={words.versionsHint} />
        <Tokens name="firmwares" hint={words.firmwaresHint} />
      </div>
    </>
  );
}

function Tokens({ name, hint }: { name: Exclude<keyof AffectedForm, 'countries'>; hint: string }) {
  const { noticeWriting: words } = useApp().text;
  const [affected, change] = useAffected();
  const error = useErrorAt(`audience.${name}`, true);
  return (
    <Spot path={`audience.${name}`}>
      <TokenField
        label={words.fields[name]}
        hint={hint}
        optional
        values={affected[name]}
        error={error}
        onChange={(values) => change({ [name]: values })}
      />
    </Spot>
  );
}

/** All countries that the writer may write to; parts of a country that a draft names are kept. */
function Countries() {
  const { text, offices } = useApp();
  const format = useFormat();
  const { noticeWriting: words } = text;
  const [{ countries }, change] = useAffected();
  const error = useErrorAt('audience.countries', true);
  const options = countryOptions([...offices.flatMap((office) => office.countries), ...countries], format);
  return (
    <Spot path="audience.countries">
      <CheckList
        label={words.fields.countries}
        hint={words.countriesHint}
        options={options}
        values={countries}
        error={error}
        onChange={(values) => change({ countries: values })}
      />
    </Spot>
  );
}
