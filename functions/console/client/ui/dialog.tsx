/** A dialog with its own content: the browser keeps the focus inside, and Escape closes it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** What the Enter key does. */
  onSubmit: () => void;
  /** For lists and tables. */
  isWide?: boolean;
  /** Buttons at the end. */
  actions: ComponentChildren;
  children: ComponentChildren;
}

export function Dialog({ title, onClose, onSubmit, isWide, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={isWide ? 'wide' : undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <h2 id={titleId}>{title}</h2>
        {children}
        <div class="actions end">{actions}</div>
      </form>
    </dialog>
  );
}
