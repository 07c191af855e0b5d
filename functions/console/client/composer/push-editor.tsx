/** The text of a push: title, body, and where a tap leads. */
import { useText } from '../ui/app-context.ts';
import type { PushForm } from './campaign-form.ts';
import { localeAt, pathOf, type TextPlace, withText } from './change-texts.ts';
import { useComposer } from './composer-context.ts';
import { Line, Lines, WithVariables } from './text-inputs.tsx';

/** Phones show about so many characters of a title. */
const shownOfTitle = 45;

export function PushEditor({ place }: { place: TextPlace }) {
  const { composer } = useText();
  const { form, update } = useComposer();
  const { push } = localeAt(form, place);
  const base = `${pathOf(place)}.push`;
  const set = (change: Partial<PushForm>) => update((before) => withText(before, place, 'push', change));
  const nameOf = (path: string) => (path.endsWith('.body') ? 'body' : 'title');
  return (
    <WithVariables
      variant={place.variant}
      paths={[`${base}.title`, `${base}.body`]}
      textAt={(path) => push[nameOf(path)]}
      onInsert={(path, text) => set({ [nameOf(path)]: text })}
    >
      <Line
        path={`${base}.title`}
        label={composer.fields.title}
        value={push.title}
        lang={place.locale}
        shown={shownOfTitle}
        onChange={(title) => set({ title })}
      />
      <Lines
        path={`${base}.body`}
        label={composer.fields.body}
        value={push.body}
        lang={place.locale}
        rows={3}
        onChange={(body) => set({ body })}
      />
      <Line
        path={`${base}.link`}
        label={composer.fields.link}
        hint={composer.linkHint}
        value={push.link}
        optional
        onChange={(link) => set({ link })}
      />
      <Line
        path={`${base}.image`}
        label={composer.fields.image}
        hint={composer.imageHint}
        value={push.image}
        optional
        onChange={(image) => set({ image })}
      />
    </WithVariables>
  );
}
