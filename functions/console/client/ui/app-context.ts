/** What every page can ask for: who has signed in, the API, the words and formats of the language, and the office that is being looked at. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../../../../shared/domain/vocabulary.ts';
import type { Api } from '../api/client.ts';
import type { OfficeView } from '../api/views.ts';
import type { Session } from '../auth/session.ts';
import type { Catalog } from '../i18n/catalog.ts';
import type { Format } from '../i18n/format.ts';
import type { LanguageCode } from '../i18n/languages.ts';

export interface AppContext {
  readonly session: Session;
  readonly api: Api;
  readonly text: Catalog;
  readonly format: Format;
  readonly language: LanguageCode;
  setLanguage(language: LanguageCode): void;
  readonly offices: readonly OfficeView[];
  /** The office whose things are shown: one's own, or the one that headquarters chose. */
  readonly office: OfficeView;
  /** Whether there is more than one to choose from. */
  readonly choosesOffice: boolean;
  /** Keeps the office where somebody wants to stay with unsaved changes. */
  setOffice(id: string): Promise<void>;
  /** Goes to the sign-in, and comes back to this page. */
  signIn(): void;
  signOut(): void;
}

/** Filled by `App`; a component outside of it fails at once. */
export const AppContext = createContext<AppContext | undefined>(undefined);

export function useApp(): AppContext {
  const app = useContext(AppContext);
  if (!app) throw new Error('This component stands outside of the application.');
  return app;
}

export function useText(): Catalog {
  return useApp().text;
}

export function useFormat(): Format {
  return useApp().format;
}

export function useApi(): Api {
  return useApp().api;
}

/** Whether the person has one of the roles. The API decides; this only leaves out what it would refuse. */
export function hasRole({ roles }: Pick<Session, 'roles'>, wanted: readonly Role[]): boolean {
  return wanted.some((role) => roles.includes(role));
}

export function useRole(...wanted: readonly Role[]): boolean {
  return hasRole(useApp().session, wanted);
}
