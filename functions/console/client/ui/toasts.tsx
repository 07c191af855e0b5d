/** Short messages about what has just been done: seen in a corner, said by a screen reader. */
import { useEffect, useState } from 'preact/hooks';
import { useText } from './app-context.ts';

interface Toast {
  id: number;
  text: string;
  kind: 'good' | 'bad';
  /** Words of the API, in English. */
  detail: string | undefined;
}

const shownMs = 7000;

let last = 0;
let listener: ((toast: Toast) => void) | undefined;

/** Says that something was done, or could not be. */
export function toast(text: string, kind: Toast['kind'] = 'good', detail?: string): void {
  last += 1;
  listener?.({ id: last, text, kind, detail });
}

/** The place of the messages; it stands in the page once, also while it is empty. */
export function Toasts() {
  const { frame } = useText();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = (id: number) => setToasts((before) => before.filter((one) => one.id !== id));
  useEffect(() => {
    listener = (one) => {
      setToasts((before) => [...before, one].slice(-3));
      setTimeout(() => drop(one.id), shownMs);
    };
    return () => {
      listener = undefined;
    };
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, kind, detail }) => (
        <div class={`toast ${kind}`} key={id}>
          <span>
            {text}
            {detail && (
              <small lang="en">
                <br />
                {detail}
              </small>
            )}
          </span>
          <button type="button" class="icon-button" aria-label={frame.close} onClick={() => drop(id)}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
    </div>
  );
}
