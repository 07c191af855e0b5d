/** Starts the console: comes back from the sign-in, goes to it, or shows the application. */
import { render } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { App } from './app.tsx';
import { clearSession, loadSession } from './auth/session.ts';
import {
  beginSignIn,
  completeSignIn,
  isReturning,
  renewSession,
  type SignedIn,
  signOut,
} from './auth/sign-in.ts';
import { type ConsoleConfig, readConfig } from './config.ts';
import { WelcomePage } from './ui/outside.tsx';
import { keepAtSessionEnd } from './ui/session-end.ts';

/** A token that is refused so soon after the sign-in will be refused again: going back there would never end. */
const freshMs = 15_000;

interface ConsoleProps {
  config: ConsoleConfig;
  first: Partial<SignedIn>;
  failed: boolean;
}

function Console({ config, first, failed }: ConsoleProps) {
  const [session, setSession] = useState(first.session);
  const [isRefused, setRefused] = useState(false);
  const tokens = useTokens(config, first);
  const signIn = useCallback(() => void beginSignIn(config, location.hash), [config]);
  const expire = useCallback(() => {
    clearSession(sessionStorage);
    const isKept = keepAtSessionEnd();
    if (session && Date.now() - session.since < freshMs) {
      setRefused(true);
      setSession(undefined);
    } else if (!isKept) {
      signIn();
    }
  }, [session, signIn]);
  const leave = useCallback(() => signOut(config), [config]);
  if (session)
    return <App session={session} {...tokens} onExpired={expire} signIn={signIn} signOut={leave} />;
  const reason = isRefused ? 'not-accepted' : failed ? 'sign-in' : undefined;
  return <WelcomePage {...(reason ? { failed: reason } : {})} onSignIn={signIn} />;
}

/** The token of the moment, and getting the next one; calls that come at the same time share one renewal. */
function useTokens(config: ConsoleConfig, first: Partial<SignedIn>) {
  return useMemo(() => {
    let token = first.session?.token ?? '';
    let refreshToken = first.refreshToken;
    let running: Promise<boolean> | undefined;
    const renewOnce = async (): Promise<boolean> => {
      if (refreshToken === undefined) return false;
      try {
        const next = await renewSession(config, refreshToken);
        token = next.session.token;
        refreshToken = next.refreshToken;
        return true;
      } catch {
        refreshToken = undefined;
        return false;
      }
    };
    const renew = (): Promise<boolean> => {
      running ??= renewOnce().finally(() => {
        running = undefined;
      });
      return running;
    };
    return { token: () => token, renew };
  }, [config, first]);
}

/** Finishes a sign-in that the browser comes back from, and takes code and state out of the address. */
async function comeBack(config: ConsoleConfig): Promise<Omit<ConsoleProps, 'config'>> {
  const url = new URL(location.href);
  try {
    const { returnTo, ...first } = await completeSignIn(config, url);
    history.replaceState(null, '', `/console${returnTo}`);
    return { first, failed: false };
  } catch {
    history.replaceState(null, '', '/console');
    return { first: {}, failed: true };
  }
}

/** The session that this tab had before it was loaded again. */
function goOn(): Omit<ConsoleProps, 'config'> {
  const session = loadSession(sessionStorage, Date.now());
  return { first: session ? { session } : {}, failed: false };
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
  const { first, failed } = isReturning(new URL(location.href)) ? await comeBack(config) : goOn();
  render(<Console config={config} first={first} failed={failed} />, place);
}

await start();
