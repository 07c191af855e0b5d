/** Pages outside of the application: before signing in, and where signing in or starting has failed. */
import { useEffect, useRef } from 'preact/hooks';
import type { Catalog } from '../i18n/catalog.ts';
import { catalogs } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { LanguageSelect } from './language-select.tsx';

interface NoticeProps {
  text: Catalog;
  title: string;
  lead: string;
  action: { name: string; run: () => void };
}

export function Notice({ text, title, lead, action }: NoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${text.frame.product}`;
    heading.current?.focus();
  }, [title, text]);
  return (
    <main class="outside">
      <p class="brand">
        <Icon name="brand" />
        <span>{text.frame.product}</span>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class="lead">{lead}</p>
      <Button look="primary" onClick={action.run}>
        {action.name}
      </Button>
    </main>
  );
}

export function WaitingPage({ text }: { text: Catalog }) {
  return (
    <main class="outside" aria-busy="true">
      <span class="spinner large" aria-hidden="true" />
      <p role="status">{text.frame.loading}</p>
    </main>
  );
}

/** The page of somebody who has not signed in. @param failed why they are here: the sign-in did not work */
export function WelcomePage({
  failed,
  onSignIn,
}: {
  failed?: 'sign-in' | 'not-accepted';
  onSignIn: () => void;
}) {
  const [language, setLanguage] = useLanguage();
  const text = catalogs[language];
  const { frame } = text;
  const words = {
    none: { title: frame.welcome, lead: frame.welcomeLead },
    'sign-in': { title: frame.signInFailed, lead: frame.signInFailedLead },
    'not-accepted': { title: frame.signInFailed, lead: frame.notAccepted },
  }[failed ?? 'none'];
  return (
    <>
      <Notice text={text} {...words} action={{ name: frame.signIn, run: onSignIn }} />
      <footer class="outside-foot">
        <label for="language">{frame.language}</label>
        <LanguageSelect id="language" language={language} onChange={setLanguage} />
      </footer>
    </>
  );
}
