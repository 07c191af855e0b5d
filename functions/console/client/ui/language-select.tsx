/** The languages of the console, each by its own name. */
import { isLanguage, type LanguageCode, languageNames } from '../i18n/languages.ts';

interface LanguageSelectProps {
  id: string;
  language: LanguageCode;
  onChange: (language: LanguageCode) => void;
}

export function LanguageSelect({ id, language, onChange }: LanguageSelectProps) {
  return (
    <select
      id={id}
      value={language}
      onChange={({ currentTarget: { value } }) => isLanguage(value) && onChange(value)}
    >
      {Object.entries(languageNames).map(([code, name]) => (
        <option key={code} value={code} lang={code} selected={code === language}>
          {name}
        </option>
      ))}
    </select>
  );
}
