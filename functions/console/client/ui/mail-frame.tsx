/** Shows the HTML of a mail in a sandbox of its own origin: nothing of it runs, and nothing of it reaches the console. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FrameMessage, MailToShow } from '../mail-frame/main.ts';

export interface MailFrameProps {
  html: string;
  /** Read out as the name of the frame. */
  title: string;
  /** In CSS pixels: what a mail sees as the width of its screen. */
  width: number;
  dark: boolean;
}

const address = '/console/mail-frame';
const leastHeight = 160;
/** A mail that grows with its own frame would grow for ever. */
const mostHeight = 20_000;

function isFrameMessage(data: unknown): data is FrameMessage {
  return typeof data === 'object' && data !== null && 'kind' in data;
}

export function MailFrame({ html, title, width, dark }: MailFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const [height, setHeight] = useState(leastHeight);
  // The frame speaks as soon as it has loaded, and says so once: the listener is there before anything else happens.
  useLayoutEffect(() => {
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || !isFrameMessage(data)) return;
      if (data.kind === 'mail-frame-ready') setReady(true);
      else if (Number.isFinite(data.height))
        setHeight(Math.min(Math.max(data.height, leastHeight), mostHeight));
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  // Another width is another layout of the mail, and another height.
  useEffect(() => {
    if (!isReady) return;
    const mail: MailToShow = { kind: 'show-mail', html, dark };
    // The sandbox has an origin that no address names.
    frame.current?.contentWindow?.postMessage(mail, '*');
  }, [isReady, html, dark, width]);
  return (
    // A mail can be wider than its place, and then the arrow keys move it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus
    <section class="mail-frame" aria-label={title} tabIndex={0}>
      <iframe
        ref={frame}
        class={dark ? 'dark' : 'light'}
        src={address}
        sandbox="allow-scripts"
        title={title}
        style={{ width: `${width}px`, height: `${height}px` }}
      />
    </section>
  );
}
