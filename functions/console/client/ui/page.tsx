/** The frame of one page: its title for eyes, ears and the tab, and what can be done with the whole. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { placeOf } from './match-route.ts';

interface PageFrameProps {
  title: string;
  /** A link above the title: where this page belongs. */
  parent?: { href: string; name: string } | undefined;
  /** Beside the title, such as the state of a campaign. */
  badge?: ComponentChildren;
  /** A sentence under the title. */
  lead?: ComponentChildren;
  /** Buttons and links. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** The page that was shown last. */
let shown: string | undefined;
/** A heading has the focus, or had it when it went and nothing has taken it: what replaces it on the same page takes it over. */
let isOnHeading = false;

/** The heading takes the focus when another page is opened, so that a screen reader says where it is (WCAG 2.4.3). */
export function Page({ title, parent, badge, lead, actions, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anything is painted: whoever goes on at once has still been here.
  useLayoutEffect(() => {
    const { path } = placeOf(location.hash);
    const isOther = shown !== undefined && shown !== path;
    if (isOther) scrollTo(0, 0);
    const isLost = isOnHeading && document.activeElement === document.body;
    if (isOther || isLost) heading.current?.focus({ preventScroll: true });
    shown = path;
  }, []);
  const take = () => {
    isOnHeading = true;
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    isOnHeading = relatedTarget === null;
  };
  useLayoutEffect(() => {
    document.title = `${title} – Xperia Notify`;
  }, [title]);
  return (
    <>
      <div class="page-head">
        <div class="page-title">
          {parent && (
            <a class="page-parent" href={parent.href}>
              {parent.name}
            </a>
          )}
          <div class="page-heading">
            <h1 ref={heading} tabIndex={-1} onFocus={take} onBlur={leave}>
              {title}
            </h1>
            {badge}
          </div>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </div>
      <div>{children}</div>
    </>
  );
}
