/** Small parts of long forms: a field's place, its hint with warnings, and tabs. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useText } from './app-context.ts';

/** Where a field is: links to a problem find it by its path. */
export function Spot({ path, children }: { path: string; children: ComponentChildren }) {
  return (
    <div class="spot" data-field={path}>
      {children}
    </div>
  );
}

/** A hint, a count and the warnings of a field, all of them read out with it. Undefined where there is nothing to say. */
export function hintOf(parts: { hint?: string | undefined; count?: string; warnings?: readonly string[] }) {
  const { hint, count, warnings = [] } = parts;
  if (!hint && !count && warnings.length === 0) return undefined;
  return (
    <>
      {hint}
      {count && <span class="count">{count}</span>}
      {warnings.map((warning) => (
        <span class="warning" key={warning}>
          {warning}
        </span>
      ))}
    </>
  );
}

interface Tab<Id extends string> {
  id: Id;
  name: string;
  /** Errors behind the tab. */
  errors?: number;
  /** More in small letters, such as `default`. */
  note?: string | undefined;
}

interface TabsProps<Id extends string> {
  label: string;
  /** Begins the ids of tabs and panel. */
  name: string;
  tabs: readonly Tab<Id>[];
  current: Id;
  onChange: (id: Id) => void;
}

const tabId = (name: string, id: string) => `${name}-tab-${id}`;

/** Tabs as WAI-ARIA describes them: arrow keys go from one to the next and show it; Tab leaves for the panel. */
export function Tabs<Id extends string>({ label, name, tabs, current, onChange }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const { composer } = useText();
  const show = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    onChange(tab.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(name, tab.id))}`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    show(target);
  };
  return (
    <div class="composer-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
      {tabs.map(({ id, name: words, errors = 0, note }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="tab"
          id={tabId(name, id)}
          aria-selected={id === current}
          aria-controls={id === current ? `${name}-panel` : undefined}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {words}
          {note && <span class="tab-note">{note}</span>}
          {errors > 0 && <CountBadge count={errors} words={composer.errorCount(String(errors))} />}
        </button>
      ))}
    </div>
  );
}

/** What the chosen tab shows. */
export function TabPanel({
  name,
  current,
  children,
}: {
  name: string;
  current: string;
  children: ComponentChildren;
}) {
  return (
    <div class="tab-panel" role="tabpanel" id={`${name}-panel`} aria-labelledby={tabId(name, current)}>
      {children}
    </div>
  );
}

/** A number for the eye, with its meaning for the ear. */
export function CountBadge({ count, words }: { count: number; words: string }) {
  return (
    <span class="count-badge">
      <span aria-hidden="true">{count}</span>
      <span class="hidden">{words}</span>
    </span>
  );
}

/** What may be larger than its place; without a focus of its own nobody could scroll it by keyboard (WCAG 2.1.1). */
export function ScrollArea({
  look,
  label,
  children,
}: {
  look: string;
  label: string;
  children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
    <section class={look} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
