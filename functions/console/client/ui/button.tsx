/** Buttons, and links that look like them. */
import type { ComponentChildren } from 'preact';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface ButtonProps {
  children: ComponentChildren;
  look?: Look;
  type?: 'button' | 'submit';
  /** Shown at work: it takes no second click, and keeps the focus. */
  busy?: boolean;
  disabled?: boolean;
  onClick?: () => void;
  /** For a button whose words alone do not say what it is about. */
  label?: string;
}

export function Button({
  children,
  look = 'plain',
  type = 'button',
  busy,
  disabled,
  onClick,
  label,
}: ButtonProps) {
  return (
    <button
      class={`button ${look}`}
      type={type}
      disabled={disabled}
      aria-disabled={busy ? 'true' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}

export function ButtonLink({
  href,
  look = 'plain',
  children,
}: {
  href: string;
  look?: Look;
  children: ComponentChildren;
}) {
  return (
    <a class={`button ${look}`} href={href}>
      {children}
    </a>
  );
}
