/** The texts: one tab per language, each channel with its preview beside it. */
import { useState } from 'preact/hooks';
import { isShown } from '../composer/findings.ts';
import { AddLocale } from '../ui/add-locale.tsx';
import { useApp } from '../ui/app-context.ts';
import { isWithin } from '../ui/field-path.ts';
import { SelectField } from '../ui/fields.tsx';
import { LocaleHead } from '../ui/locale-head.tsx';
import { Spot, TabPanel, Tabs } from '../ui/parts.tsx';
import { localesOf, withLocale, withoutLocale } from './change-notice-texts.ts';
import { ChannelTexts } from './channel-texts.tsx';
import { useErrorAt, useWriter } from './writer-context.ts';

/** Languages offered first, of all that the offices have. */
const likelyFirst = ['en', 'de', 'ja', 'fr', 'es'];

export function TextsSection() {
  const { text, format, offices, office } = useApp();
  const { composer, noticeWriting: words } = text;
  const { form, update, locale, showLocale, problems, checked, isStrict } = useWriter();
  const [readerOf, setReaderOf] = useState(office.id);
  const locales = localesOf(form);
  const error = useErrorAt('content.locales') ?? useErrorAt('content.defaultLocale');
  const spoken = new Set(offices.flatMap(({ languages }) => languages));
  const likely = [...likelyFirst.filter((tag) => spoken.has(tag)), ...office.languages];
  const errorsIn = (tag: string) => {
    const path = `content.locales.${tag}`;
    const errors = problems.filter((problem) => isShown(problem, isStrict) && isWithin(problem.field, path));
    const refused = checked.findings.filter(
      ({ field, level }) => level === 'refused' && isWithin(field, path),
    );
    return errors.length + refused.length;
  };
  const add = (tag: string) => {
    update((before) => withLocale(before, tag));
    showLocale(tag);
  };
  return (
    <section class="stack" aria-label={words.texts}>
      <h2>{words.texts}</h2>
      <div class="content-head">
        <Spot path="content.defaultLocale">
          <Tabs
            label={composer.languageTabs}
            name="locale"
            current={locale}
            tabs={locales.map((id) => ({
              id,
              name: format.language(id),
              note: id === form.defaultLocale ? composer.isDefault : undefined,
              errors: errorsIn(id),
            }))}
            onChange={showLocale}
          />
        </Spot>
        <Spot path="content.locales">
          <AddLocale known={locales} likely={[...new Set(likely)]} onAdd={add} />
        </Spot>
      </div>
      {error && <p class="error">{error}</p>}
      <TabPanel name="locale" current={locale}>
        <CurrentLocale />
        <div class="filters">
          <SelectField
            label={words.readerOf}
            value={readerOf}
            options={offices.map(({ id, name }) => ({ value: id, name }))}
            onChange={setReaderOf}
          />
        </div>
        {form.channels.map((channel) => (
          <ChannelTexts key={channel} channel={channel} readerOf={readerOf} />
        ))}
      </TabPanel>
    </section>
  );
}

function CurrentLocale() {
  const { form, update, locale, showLocale } = useWriter();
  const { defaultLocale } = form;
  const path = `content.locales.${locale}`;
  return (
    <LocaleHead
      locale={locale}
      defaultLocale={defaultLocale}
      path={path}
      error={useErrorAt(path)}
      onMakeDefault={() => update((before) => ({ ...before, defaultLocale: locale }))}
      onRemove={() => {
        update((before) => withoutLocale(before, locale));
        showLocale(defaultLocale);
      }}
    />
  );
}
