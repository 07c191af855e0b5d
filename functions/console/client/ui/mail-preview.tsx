/** A mail as a reader sees it, on a wide or a narrow screen, in light or dark. A screen that is wider than the page is shown smaller. */
import { useState } from 'preact/hooks';
import { useText } from './app-context.ts';
import { FittedMail, screenWidths } from './fitted-mail.tsx';
import { Segments } from './segments.tsx';

interface MailPreviewProps {
  mail: { readonly subject: string; readonly html: string; readonly text: string };
  locale: string;
}

export function MailPreview({ mail, locale }: MailPreviewProps) {
  const { content: words } = useText().plan;
  const [device, setDevice] = useState<keyof typeof screenWidths>('desktop');
  const [look, setLook] = useState<'light' | 'dark'>('light');
  return (
    <div class="mail-preview">
      <h3>{words.mail}</h3>
      <div class="switches">
        <Segments
          label={words.device}
          value={device}
          options={[
            { value: 'desktop', name: words.desktop },
            { value: 'phone', name: words.phone },
          ]}
          onChange={setDevice}
        />
        <Segments
          label={words.look}
          value={look}
          options={[
            { value: 'light', name: words.light },
            { value: 'dark', name: words.dark },
          ]}
          onChange={setLook}
        />
      </div>
      <p class="mail-subject" lang={locale}>
        <span class="hidden">{words.subject}: </span>
        {mail.subject}
      </p>
      <FittedMail
        html={mail.html}
        title={words.frame(mail.subject)}
        width={screenWidths[device]}
        dark={look === 'dark'}
      />
      <details class="plain-text">
        <summary>{words.plain}</summary>
        <pre lang={locale}>{mail.text}</pre>
      </details>
    </div>
  );
}
