/** The language of the page: the one chosen before, or the first of the browser's that there is. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { isLanguage, type LanguageCode, pickLanguage } from './languages.ts';

const key = 'console.language';

/** @returns the language, and a function that changes it and remembers it for this browser */
export function useLanguage(): [LanguageCode, (language: LanguageCode) => void] {
  const [language, setLanguage] = useState<LanguageCode>(() => {
    const kept = localStorage.getItem(key) ?? '';
    return isLanguage(kept) ? kept : pickLanguage(navigator.languages);
  });
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((wanted: LanguageCode) => {
    localStorage.setItem(key, wanted);
    setLanguage(wanted);
  }, []);
  return [language, choose];
}
