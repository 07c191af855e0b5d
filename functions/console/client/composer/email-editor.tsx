/** The text of a mail: subject, HTML, and plain text where it shall not come from the HTML. */
import { useText } from '../ui/app-context.ts';
import type { EmailForm } from './campaign-form.ts';
import { localeAt, pathOf, type TextPlace, withText } from './change-texts.ts';
import { useComposer, type Variable } from './composer-context.ts';
import { Line, Lines, WithVariables } from './text-inputs.tsx';

/** Phones show about so many characters of a subject. */
const shownOfSubject = 60;

/** Offered while the checks name none. */
const mailVariables: readonly Variable[] = [{ name: 'reconfirmUrl', sample: '' }];

export function EmailEditor({ place }: { place: TextPlace }) {
  const { composer } = useText();
  const { form, update, variables } = useComposer();
  const { email } = localeAt(form, place);
  const base = `${pathOf(place)}.email`;
  const set = (change: Partial<EmailForm>) => update((before) => withText(before, place, 'email', change));
  const nameOf = (path: string): keyof EmailForm =>
    path.endsWith('.html') ? 'html' : path.endsWith('.text') ? 'text' : 'subject';
  return (
    <WithVariables
      variant={place.variant}
      paths={[`${base}.subject`, `${base}.html`, `${base}.text`]}
      textAt={(path) => email[nameOf(path)]}
      more={{ variables: variables.mail ?? mailVariables, paths: [`${base}.html`, `${base}.text`] }}
      onInsert={(path, text) => set({ [nameOf(path)]: text })}
    >
      <Line
        path={`${base}.subject`}
        label={composer.fields.subject}
        value={email.subject}
        lang={place.locale}
        shown={shownOfSubject}
        onChange={(subject) => set({ subject })}
      />
      <Lines
        path={`${base}.html`}
        label={composer.fields.html}
        hint={composer.htmlHint}
        value={email.html}
        rows={12}
        code
        onChange={(html) => set({ html })}
      />
      <Lines
        path={`${base}.text`}
        label={composer.fields.text}
        hint={composer.textHint}
        value={email.text}
        lang={place.locale}
        rows={3}
        optional
        onChange={(text) => set({ text })}
      />
    </WithVariables>
  );
}
