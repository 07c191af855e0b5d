/** What can be done with the language of the texts that is shown: it becomes the default, or goes. */
import { useFormat, useText } from './app-context.ts';
import { Button } from './button.tsx';
import { Spot } from './parts.tsx';

interface LocaleHeadProps {
  locale: string;
  defaultLocale: string;
  /** Of the field that holds the texts of this language. */
  path: string;
  error: string | undefined;
  onMakeDefault: () => void;
  onRemove: () => void;
}

export function LocaleHead({ locale, defaultLocale, path, error, onMakeDefault, onRemove }: LocaleHeadProps) {
  const { composer } = useText();
  const name = useFormat().language(locale);
  return (
    <Spot path={path}>
      <div class="locale-head">
        <p class="quiet">
          <code>{locale}</code>{' '}
          {locale === defaultLocale ? composer.defaultLead : composer.notDefaultLead(name)}
        </p>
        {locale !== defaultLocale && (
          <div class="actions">
            <Button look="quiet" onClick={onMakeDefault}>
              {composer.makeDefault}
            </Button>
            <Button look="quiet" label={composer.removeLanguage(name)} onClick={onRemove}>
              {composer.remove}
            </Button>
          </div>
        )}
      </div>
      {error && <p class="error">{error}</p>}
    </Spot>
  );
}
