/** How previews look: where the reader is, which screen, which light. */
import { useId } from 'preact/hooks';
import { useFormat, useText } from '../ui/app-context.ts';
import { Segments } from '../ui/segments.tsx';
import { useComposer } from './composer-context.ts';

export function PreviewBar() {
  const { composer } = useText();
  const format = useFormat();
  const { office, view, look } = useComposer();
  const id = useId();
  const countries = office.countries
    .map((code) => ({ code, name: format.country(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <div class="preview-bar">
      <span class="preview-bar-name">{composer.preview}</span>
      <div class="mini-field inline">
        <label for={id}>{composer.readerIn}</label>
        <select
          id={id}
          value={view.country}
          onChange={({ currentTarget }) => look({ country: currentTarget.value })}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code} selected={code === view.country}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Segments
        label={composer.screen}
        value={view.isPhone ? 'phone' : 'desktop'}
        options={[
          { value: 'desktop', name: composer.desktop },
          { value: 'phone', name: composer.phone },
        ]}
        onChange={(value) => look({ isPhone: value === 'phone' })}
      />
      <Segments
        label={composer.scheme}
        value={view.isDark ? 'dark' : 'light'}
        options={[
          { value: 'light', name: composer.light },
          { value: 'dark', name: composer.dark },
        ]}
        onChange={(value) => look({ isDark: value === 'dark' })}
      />
    </div>
  );
}
