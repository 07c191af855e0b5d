/** The content of a template, one language at a time, beside the mail as it is written. */
import { useId, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, SelectField, TextArea, TextField } from '../ui/fields.tsx';
import { FittedMail, screenWidths } from '../ui/fitted-mail.tsx';
import { type ContentDraft, emptyLocale, type LocaleDraft, pathOfLocale } from './template-draft.ts';

interface TemplateContentProps {
  content: ContentDraft;
  disabled: boolean;
  problem: ApiProblem | undefined;
  onChange: (content: ContentDraft) => void;
}

export function TemplateContent({ content, disabled, problem, onChange }: TemplateContentProps) {
  const { text } = useApp();
  const [locale, setLocale] = useState(content.defaultLocale);
  const parts = content.locales[locale] ?? emptyLocale;
  const change = (part: Partial<LocaleDraft>) =>
    onChange({ ...content, locales: { ...content.locales, [locale]: { ...parts, ...part } } });
  const fields = { parts, locale, disabled, problem, onChange: change };
  return (
    <>
      <Languages
        content={content}
        locale={locale}
        disabled={disabled}
        onChoose={setLocale}
        onChange={onChange}
      />
      <div class="columns wide-columns">
        <div class="stack">
          <EmailFields {...fields} />
          <PushFields {...fields} />
        </div>
        <section class="card">
          <h2>{text.templates.preview}</h2>
          <p class="hint">{text.templates.previewHint}</p>
          <Preview html={parts.html} />
        </section>
      </div>
    </>
  );
}

interface LanguagesProps {
  content: ContentDraft;
  locale: string;
  disabled: boolean;
  onChoose: (locale: string) => void;
  onChange: (content: ContentDraft) => void;
}

/** Which language is written, which ones there are, and the one that everybody else gets. */
function Languages({ content, locale, disabled, onChoose, onChange }: LanguagesProps) {
  const { text, format, office } = useApp();
  const { templates } = text;
  const written = Object.keys(content.locales);
  const missing = office.languages.filter((one) => !written.includes(one));
  const optionsOf = (locales: readonly string[]) =>
    locales.map((one) => ({ value: one, name: `${format.language(one)} (${one})` }));
  const add = (added: string) => {
    if (added === '') return;
    onChange({ ...content, locales: { ...content.locales, [added]: emptyLocale } });
    onChoose(added);
  };
  const remove = () => {
    const { [locale]: _gone, ...kept } = content.locales;
    onChange({ ...content, locales: kept });
    onChoose(content.defaultLocale);
  };
  return (
    <section class="card">
      <div class="columns even">
        <SelectField
          label={templates.language}
          value={locale}
          options={optionsOf(written)}
          onChange={onChoose}
        />
        <SelectField
          label={templates.defaultLanguage}
          hint={templates.defaultHint}
          value={content.defaultLocale}
          options={optionsOf(written)}
          disabled={disabled}
          onChange={(defaultLocale) => onChange({ ...content, defaultLocale })}
        />
        {!disabled && missing.length > 0 && (
          <SelectField
            label={templates.addLanguage}
            value=""
            options={[{ value: '', name: templates.choose }, ...optionsOf(missing)]}
            onChange={add}
          />
        )}
      </div>
      {!disabled && locale !== content.defaultLocale && (
        <Button look="quiet" onClick={remove}>
          {templates.removeLanguage(format.language(locale))}
        </Button>
      )}
    </section>
  );
}

interface PartProps {
  parts: LocaleDraft;
  locale: string;
  disabled: boolean;
  problem: ApiProblem | undefined;
  onChange: (part: Partial<LocaleDraft>) => void;
}

function EmailFields({ parts, locale, disabled, problem, onChange }: PartProps) {
  const { templates, terms } = useApp().text;
  const id = useId();
  const error = (field: string) => problem?.errorAt(pathOfLocale(locale, 'email', field));
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{terms.channel.email}</h2>
      <div class="form">
        <TextField
          label={templates.subject}
          value={parts.subject}
          lang={locale}
          maxLength={200}
          disabled={disabled}
          error={error('subject')}
          onChange={(subject) => onChange({ subject })}
        />
        <TextArea
          label={templates.html}
          hint={templates.htmlHint}
          value={parts.html}
          lang={locale}
          rows={14}
          code
          disabled={disabled}
          error={error('html')}
          onChange={(html) => onChange({ html })}
        />
        <TextArea
          label={templates.plain}
          hint={templates.plainHint}
          value={parts.text}
          lang={locale}
          rows={4}
          optional
          disabled={disabled}
          error={error('text')}
          onChange={(text) => onChange({ text })}
        />
      </div>
    </section>
  );
}

const pushFields = ['title', 'body', 'link', 'image'] as const;

function PushFields({ parts, locale, disabled, problem, onChange }: PartProps) {
  const { templates, terms } = useApp().text;
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{terms.channel.push}</h2>
      <div class="form">
        {pushFields.map((field) => (
          <TextField
            key={field}
            type={field === 'link' || field === 'image' ? 'url' : 'text'}
            label={templates.push[field]}
            value={parts[field]}
            lang={locale}
            optional={field === 'link' || field === 'image'}
            disabled={disabled}
            error={problem?.errorAt(pathOfLocale(locale, 'push', field))}
            onChange={(words) => onChange({ [field]: words })}
          />
        ))}
      </div>
    </section>
  );
}

function Preview({ html }: { html: string }) {
  const { templates } = useApp().text;
  const [size, setSize] = useState<keyof typeof screenWidths>('phone');
  const [isDark, setDark] = useState(false);
  if (html.trim() === '') return <p class="quiet">{templates.nothingWritten}</p>;
  return (
    <div class="stack">
      <div class="columns">
        <SelectField
          label={templates.size}
          value={size}
          options={[
            { value: 'phone', name: templates.phone },
            { value: 'desktop', name: templates.desk },
          ]}
          onChange={setSize}
        />
        <Checkbox label={templates.dark} checked={isDark} onChange={setDark} />
      </div>
      <FittedMail html={html} title={templates.preview} width={screenWidths[size]} dark={isDark} />
    </div>
  );
}
