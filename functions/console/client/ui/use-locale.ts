/** The locale of dates and numbers, for formats that the common ones do not have. */
import { regionalLocale } from '../i18n/format.ts';
import { useApp } from './app-context.ts';

/** BCP 47, with the reader's own region. */
export function useLocale(): string {
  return regionalLocale(useApp().language, navigator.languages);
}
