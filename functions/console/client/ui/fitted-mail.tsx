/** A mail on a screen of some width; in a narrower place all of it is shown smaller. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { MailFrame, type MailFrameProps } from './mail-frame.tsx';

/** CSS pixels: a window of a mail program, and a phone. */
export const screenWidths = { desktop: 680, phone: 375 } as const;

export function FittedMail(mail: MailFrameProps) {
  const { width } = mail;
  const { outer, inner, scale, height } = useScale(width);
  return (
    <div class="mail-fit" ref={outer}>
      <div
        class="mail-scale"
        ref={inner}
        style={{
          width: `${width}px`,
          transform: `scale(${scale})`,
          marginBlockEnd: `${(scale - 1) * height}px`,
        }}
      >
        <MailFrame {...mail} />
      </div>
    </div>
  );
}

/** How far something of a width must shrink to fit its place, and how tall it is before. */
function useScale(width: number) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ scale: 1, height: 0 });
  useEffect(() => {
    if (!outer.current || !inner.current) return undefined;
    const measure = () =>
      setSize({
        scale: Math.min(1, (outer.current?.clientWidth ?? width) / width),
        height: inner.current?.offsetHeight ?? 0,
      });
    const observer = new ResizeObserver(measure);
    observer.observe(outer.current);
    observer.observe(inner.current);
    return () => observer.disconnect();
  }, [width]);
  return { outer, inner, ...size };
}
