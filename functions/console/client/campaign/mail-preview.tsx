/** A mail as a reader sees it, on a wide or a narrow screen, in light or dark. A screen that is wider than the page is shown smaller. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../ui/app-context.ts';
import { MailFrame } from '../ui/mail-frame.tsx';
import { Switch } from './switch.tsx';
import type { PreviewView } from './views.ts';

const widths = { desktop: 680, phone: 375 } as const;

interface MailPreviewProps {
  mail: NonNullable<PreviewView['email']>;
  locale: string;
}

export function MailPreview({ mail, locale }: MailPreviewProps) {
  const { content: words } = useText().plan;
  const [device, setDevice] = useState<keyof typeof widths>('desktop');
  const [look, setLook] = useState<'light' | 'dark'>('light');
  const [place, scale] = useScale(widths[device]);
  return (
    <div class="mail-preview" ref={place}>
      <h3>{words.mail}</h3>
      <div class="switches">
        <Switch
          name={words.device}
          value={device}
          keys={['desktop', 'phone']}
          options={words}
          onChange={setDevice}
        />
        <Switch name={words.look} value={look} keys={['light', 'dark']} options={words} onChange={setLook} />
      </div>
      <p class="mail-subject" lang={locale}>
        <span class="hidden">{words.subject}: </span>
        {mail.subject}
      </p>
      <div style={{ zoom: scale }}>
        <MailFrame
          html={mail.html}
          title={words.frame(mail.subject)}
          width={widths[device]}
          dark={look === 'dark'}
        />
      </div>
      <details class="plain-text">
        <summary>{words.plain}</summary>
        <pre lang={locale}>{mail.text}</pre>
      </details>
    </div>
  );
}

/** How much smaller something has to be to fit into the place. */
function useScale(width: number) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(width);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, room > 0 ? Math.min(1, (room - 2) / width) : 1] as const;
}
