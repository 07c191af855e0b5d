/** The application of somebody who has signed in: loads the offices, finds the page, and gives every page what it needs. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { createApi } from './api/client.ts';
import { useLoad } from './api/use-load.ts';
import type { OfficeView, Page } from './api/views.ts';
import type { Session } from './auth/session.ts';
import { createFormat, regionalLocale } from './i18n/format.ts';
import { catalogs } from './i18n/languages.ts';
import { useLanguage } from './i18n/use-language.ts';
import { NotForRolePage } from './pages/not-for-role.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { consoleRoutes, isFor } from './routes.tsx';
import { AppContext } from './ui/app-context.ts';
import { findRoute, placeOf } from './ui/match-route.ts';
import { Notice, WaitingPage } from './ui/outside.tsx';
import { problemTitle, problemWords } from './ui/problem-words.ts';
import { Shell } from './ui/shell.tsx';
import { goTo, mayLeave, usePlace } from './ui/use-place.ts';

interface AppProps {
  session: Session;
  token: () => string;
  renew: () => Promise<boolean>;
  /** Hears that the session has ended. */
  onExpired: () => void;
  signIn: () => void;
  signOut: () => void;
}

const officeKey = 'console.office';

export function App({ session, token, renew, onExpired, signIn, signOut }: AppProps) {
  const [language, setLanguage] = useLanguage();
  const text = catalogs[language];
  const format = useMemo(() => createFormat(regionalLocale(language, navigator.languages)), [language]);
  const api = useMemo(
    () => createApi({ token, renew, onUnauthorized: onExpired }),
    [token, renew, onExpired],
  );
  const [loaded, reload] = useLoad(
    async (signal) => (await api.get<Page<OfficeView>>('/offices', { signal })).body.items,
    [api],
  );
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(officeKey) ?? undefined);
  if (loaded.state === 'failed') {
    return (
      <Notice
        text={text}
        title={problemTitle(loaded.problem, text.frame)}
        lead={problemWords(loaded.problem, text.frame)}
        action={{ name: text.frame.tryAgain, run: reload }}
      />
    );
  }
  if (!('value' in loaded) || !loaded.value) return <WaitingPage text={text} />;
  const offices = loaded.value.filter(({ id }) => session.office === undefined || id === session.office);
  const office = offices.find(({ id }) => id === chosen) ?? offices[0];
  const signOutAction = { name: text.frame.signOut, run: signOut };
  if (session.roles.length === 0)
    return <Notice text={text} title={session.user} lead={text.frame.noRole} action={signOutAction} />;
  if (!office)
    return <Notice text={text} title={session.user} lead={text.frame.noOffice} action={signOutAction} />;
  const setOffice = async (id: string) => {
    if (!(await mayLeave())) return;
    sessionStorage.setItem(officeKey, id);
    setChosen(id);
  };
  return (
    <AppContext.Provider
      value={{
        session,
        api,
        text,
        format,
        language,
        setLanguage,
        offices,
        office,
        choosesOffice: offices.length > 1,
        setOffice,
        signIn,
        signOut,
      }}
    >
      <CurrentPage session={session} office={office.id} />
    </AppContext.Provider>
  );
}

/** The page of the address; `/` is the first page of the navigation. Another address, or another office, is another page with a fresh state. */
function CurrentPage({ session, office }: { session: Session; office: string }) {
  const { path, query } = usePlace();
  const start =
    consoleRoutes.find((route) => route.nav !== undefined && isFor(session, route))?.pattern ?? '/rules';
  useEffect(() => {
    // Somebody may have gone on already.
    if (path === '/' && placeOf(location.hash).path === '/') goTo(start, { replace: true });
  }, [path, start]);
  const found = findRoute(consoleRoutes, path);
  return (
    <Shell current={found?.route.nav ?? found?.route.under} path={path}>
      {found && isFor(session, found.route) && (
        <found.route.page key={`${path} ${office}`} params={found.params} query={query} />
      )}
      {found && !isFor(session, found.route) && <NotForRolePage key={path} roles={found.route.roles ?? []} />}
      {!found && path !== '/' && <NotFoundPage key={path} />}
    </Shell>
  );
}
