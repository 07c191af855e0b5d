/** The texts: one tab per language, arm and version, each channel with its preview beside it. */
import { AddLocale } from '../ui/add-locale.tsx';
import { useFormat, useText } from '../ui/app-context.ts';
import { Checkbox } from '../ui/fields.tsx';
import { LocaleHead } from '../ui/locale-head.tsx';
import { Spot, TabPanel, Tabs } from '../ui/parts.tsx';
import { Segments } from '../ui/segments.tsx';
import {
  localesOf,
  pathOf,
  type VariantName,
  withDefaultLocale,
  withLocale,
  withoutLocale,
  withPersonalised,
} from './change-texts.ts';
import { ChannelCard } from './channel-card.tsx';
import { useComposer, useFindingsAt } from './composer-context.ts';
import { countIn } from './findings.ts';
import { PreviewBar } from './preview-bar.tsx';

export function ContentSection() {
  const { composer } = useText();
  const format = useFormat();
  const { form, office, update, view, look, findings, isStrict } = useComposer();
  const locales = localesOf(form);
  const { defaultLocale } = form.arms[0].content;
  const notes = useFindingsAt('content');
  const add = (locale: string) => {
    update((before) => withLocale(before, locale));
    look({ locale });
  };
  return (
    <div class="stack">
      {notes.warnings.map((warning) => (
        <p class="notice-line" key={warning}>
          {warning}
        </p>
      ))}
      <div class="content-head">
        <Spot path="content.defaultLocale">
          <Tabs
            label={composer.languageTabs}
            name="locale"
            current={view.locale}
            tabs={locales.map((id) => ({
              id,
              name: format.language(id),
              note: id === defaultLocale ? composer.isDefault : undefined,
              errors: countIn(findings, isStrict, { locale: id }),
            }))}
            onChange={(locale) => look({ locale })}
          />
        </Spot>
        <Spot path="content.locales">
          <AddLocale known={locales} likely={office.languages} onAdd={add} />
        </Spot>
      </div>
      <TabPanel name="locale" current={view.locale}>
        <CurrentLocale />
        <ArmTexts />
      </TabPanel>
    </div>
  );
}

function CurrentLocale() {
  const { form, update, view, look } = useComposer();
  const { defaultLocale } = form.arms[0].content;
  const { locale } = view;
  const path = pathOf({ arm: view.arm, variant: 'generic', locale });
  return (
    <LocaleHead
      locale={locale}
      defaultLocale={defaultLocale}
      path={path}
      error={useFindingsAt(path).error}
      onMakeDefault={() => update((before) => withDefaultLocale(before, locale))}
      onRemove={() => {
        update((before) => withoutLocale(before, locale));
        look({ locale: defaultLocale });
      }}
    />
  );
}

function ArmTexts() {
  const { composer } = useText();
  const { form, view, look, findings, isStrict } = useComposer();
  if (form.arms.length === 1) return <Versions />;
  const current = String(view.arm);
  return (
    <>
      <Tabs
        label={composer.armTabs}
        name="arm"
        current={current}
        tabs={form.arms.map(({ name }, index) => ({
          id: String(index),
          name: composer.arm(name),
          errors: countIn(findings, isStrict, { locale: view.locale, arm: index }),
        }))}
        onChange={(id) => look({ arm: Number(id) })}
      />
      <TabPanel name="arm" current={current}>
        <Versions />
      </TabPanel>
    </>
  );
}

function Versions() {
  const { composer } = useText();
  const { form, update, view, look } = useComposer();
  const arm = form.arms[view.arm] ?? form.arms[0];
  const has = arm.personalised !== undefined;
  const variants: readonly VariantName[] = ['generic', 'personalised'];
  return (
    <div class="stack">
      <div class="version-bar">
        <Checkbox
          label={composer.personalise}
          hint={composer.personaliseHint}
          checked={has}
          onChange={(isWanted) => {
            update((before) => withPersonalised(before, view.arm, isWanted));
            look({ variant: isWanted ? 'personalised' : 'generic' });
          }}
        />
        {has && (
          <div class="paired-choice">
            <Segments
              label={composer.layout}
              value={view.isPaired ? 'both' : 'one'}
              options={[
                { value: 'one', name: composer.oneVersion },
                { value: 'both', name: composer.bothVersions },
              ]}
              onChange={(value) => look({ isPaired: value === 'both' })}
            />
          </div>
        )}
      </div>
      {has && !view.isPaired ? (
        <VersionTabs variants={variants} />
      ) : (
        <>
          <PreviewBar />
          <Channels variants={has ? variants : ['generic']} />
        </>
      )}
    </div>
  );
}

function VersionTabs({ variants }: { variants: readonly VariantName[] }) {
  const { composer } = useText();
  const { view, look, findings, isStrict } = useComposer();
  const { locale, arm, variant: current } = view;
  return (
    <>
      <div class="tabs-row">
        <Tabs
          label={composer.versionTabs}
          name="version"
          current={current}
          tabs={variants.map((id) => ({
            id,
            name: composer.variant[id],
            errors: countIn(findings, isStrict, { locale, arm, variant: id }),
          }))}
          onChange={(variant) => look({ variant })}
        />
        <PreviewBar />
      </div>
      <TabPanel name="version" current={current}>
        <Channels variants={[current]} />
      </TabPanel>
    </>
  );
}

/** A change of the place begins with fresh fields, so that the cursor of one text is not that of another. */
function Channels({ variants }: { variants: readonly VariantName[] }) {
  const { composer } = useText();
  const { form, view } = useComposer();
  if (form.channels.length === 0) return <p class="hint">{composer.noChannel}</p>;
  return (
    <div class="stack">
      {form.channels.map((channel) => (
        <ChannelCard
          key={`${channel}-${view.arm}-${view.locale}-${variants.join()}`}
          channel={channel}
          variants={variants}
        />
      ))}
    </div>
  );
}
