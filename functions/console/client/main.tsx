/** Starts the console: comes back from the sign-in, goes to it, or shows the application. */
import { render } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { App } from './app.tsx';
import { clearSession, loadSession, type Session } from './auth/session.ts';
import { beginSignIn, completeSignIn, isReturning, signOut } from './auth/sign-in.ts';
import { type ConsoleConfig, readConfig } from './config.ts';
import { WelcomePage } from './ui/outside.tsx';

/** A token that is refused so soon after the sign-in will be refused again: going back there would never end. */
const freshMs = 15_000;

function Console({
  config,
  first,
  failed,
}: {
  config: ConsoleConfig;
  first: Session | undefined;
  failed: boolean;
}) {
  const [session, setSession] = useState(first);
  const [isRefused, setRefused] = useState(false);
  const signIn = useCallback(() => void beginSignIn(config, location.hash), [config]);
  const expire = useCallback(() => {
    clearSession(sessionStorage);
    if (session && Date.now() - session.since < freshMs) {
      setRefused(true);
      setSession(undefined);
    } else {
      signIn();
    }
  }, [session, signIn]);
  const leave = useCallback(() => signOut(config), [config]);
  if (session) return <App session={session} onExpired={expire} signOut={leave} />;
  const reason = isRefused ? 'not-accepted' : failed ? 'sign-in' : undefined;
  return <WelcomePage {...(reason ? { failed: reason } : {})} onSignIn={signIn} />;
}

/** Finishes a sign-in that the browser comes back from, and takes code and state out of the address. */
async function comeBack(config: ConsoleConfig): Promise<{ session?: Session; failed: boolean }> {
  const url = new URL(location.href);
  try {
    const { session, returnTo } = await completeSignIn(config, url);
    history.replaceState(null, '', `/console${returnTo}`);
    return { session, failed: false };
  } catch {
    history.replaceState(null, '', '/console');
    return { failed: true };
  }
}

async function start(): Promise<void> {
  const config = readConfig();
  const place = document.getElementById('app');
  if (!place) throw new Error('The page has no place for the application.');
  // Sign-in comes back to one address; what it left in the tab is there only.
  if (location.origin !== new URL(config.url).origin) {
    location.replace(config.url + location.hash);
    return;
  }
  const { session, failed } = isReturning(new URL(location.href))
    ? await comeBack(config)
    : { session: loadSession(sessionStorage, Date.now()), failed: false };
  render(<Console config={config} first={session} failed={failed} />, place);
}

await start();
