/** What surrounds every page: header, navigation, and the places of messages and dialogs. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Catalog } from '../i18n/catalog.ts';
import { type ConsoleRoute, consoleRoutes, isFor } from '../routes.tsx';
import { useApp } from './app-context.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { Icon } from './icon.tsx';
import { LanguageSelect } from './language-select.tsx';
import { linkTo } from './match-route.ts';
import { Toasts } from './toasts.tsx';

type NavName = keyof Catalog['frame']['nav'];

interface ShellProps {
  /** The entry of the navigation to mark. */
  current: NavName | undefined;
  path: string;
  children: ComponentChildren;
}

export function Shell({ current, path, children }: ShellProps) {
  const { text, session } = useApp();
  const [isOpen, setOpen] = useState(false);
  // Another page closes the menu.
  useEffect(() => setOpen(false), [path]);
  const focusContent = () => document.querySelector<HTMLElement>('main h1')?.focus();
  return (
    <>
      {/* No link: the hash of the address names the page. */}
      <button type="button" class="skip" onClick={focusContent}>
        {text.frame.skip}
      </button>
      <header class="top">
        <a class="brand" href={linkTo('/')}>
          <Icon name="brand" />
          <span>{text.frame.product}</span>
        </a>
        <button
          type="button"
          class="menu-button"
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="menu" />
          {text.frame.menu}
        </button>
        <div id="menu" class={isOpen ? 'menu open' : 'menu'}>
          <Navigation current={current} />
          <Account isAcrossOffices={current === 'notices' && session.office === undefined} />
        </div>
      </header>
      <main id="content">{children}</main>
      <ConfirmDialog />
      <Toasts />
    </>
  );
}

const isInNav = (route: ConsoleRoute): route is ConsoleRoute & { nav: NavName } => route.nav !== undefined;

function Navigation({ current }: { current: NavName | undefined }) {
  const { session, text } = useApp();
  const entries = consoleRoutes.filter(isInNav).filter((route) => isFor(session, route));
  return (
    <nav aria-label={text.frame.navigation}>
      <ul class="nav">
        {entries.map(({ nav, pattern }) => (
          <li key={nav}>
            <a href={linkTo(pattern)} aria-current={nav === current ? 'page' : undefined}>
              <Icon name={nav} />
              {text.frame.nav[nav]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** @param isAcrossOffices the page is of the headquarters, whatever office was chosen for the other pages */
function Account({ isAcrossOffices }: { isAcrossOffices: boolean }) {
  const { text, session, office, offices, choosesOffice, setOffice, language, setLanguage, format, signOut } =
    useApp();
  const id = useId();
  const [, showAgain] = useState(0);
  const choose = async (wanted: string) => {
    await setOffice(wanted);
    // Where the office stays, the list shows it again.
    showAgain(Date.now());
  };
  return (
    <div class="account">
      {choosesOffice && !isAcrossOffices ? (
        <div class="mini-field">
          <label for={`${id}-office`}>{text.frame.office}</label>
          <select
            id={`${id}-office`}
            value={office.id}
            onChange={(event) => void choose(event.currentTarget.value)}
          >
            {offices.map((one) => (
              <option key={one.id} value={one.id} selected={one.id === office.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <div class="mini-field">
          <span class="mini-label">{text.frame.office}</span>
          <span>{isAcrossOffices ? text.frame.headquarters : office.name}</span>
        </div>
      )}
      <div class="mini-field">
        <label for={`${id}-language`}>{text.frame.language}</label>
        <LanguageSelect id={`${id}-language`} language={language} onChange={setLanguage} />
      </div>
      <div class="who">
        <p>
          <span class="who-name">{session.user}</span>
          <span class="quiet">{format.list(session.roles.map((role) => text.terms.role[role]))}</span>
        </p>
        <Button look="quiet" onClick={signOut}>
          {text.frame.signOut}
        </Button>
      </div>
    </div>
  );
}
