/** The one style sheet of the pages, served inside the page, and the source expression that lets it through the content security policy. */
import { createHash } from 'node:crypto';

export const style = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #14171a; --quiet: #565d64; --line: #dcdfe3; --panel: #f5f6f7;
  --action: #14171a; --on-action: #ffffff; --focus: #0b57d0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #101214; --ink: #f1f3f4; --quiet: #a9b0b7; --line: #33383e; --panel: #191c20;
    --action: #f1f3f4; --on-action: #101214; --focus: #8ab4f8;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
.head, .main, .foot { width: 100%; max-width: 40rem; margin-inline: auto; padding-inline: 1.25rem; }
.head { padding-block: 1.25rem; border-block-end: 1px solid var(--line); font-weight: 600; letter-spacing: 0.01em; }
.main { flex: 1; padding-block: 2.5rem 3rem; }
.foot { padding-block: 1.25rem 2rem; border-block-start: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; }
.foot p, .foot address { margin: 0 0 0.5rem; font-style: normal; }
h1 { margin: 0 0 1.25rem; font-size: 1.625rem; line-height: 1.25; font-weight: 600; text-wrap: balance; }
h2 { margin: 0 0 0.25rem; font-size: 1rem; font-weight: 600; }
p { margin: 0 0 1rem; }
.panel { margin: 0 0 1rem; padding: 1rem 1.125rem; background: var(--panel); border-inline-start: 3px solid var(--line); }
.panel p { margin: 0; }
.panel.strong { border-inline-start-color: var(--ink); }
.quiet { color: var(--quiet); }
h1 span { display: block; }
.words { margin: 0 0 1.5rem; }
.words h2 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; }
.words pre { white-space: pre-wrap; }
form { margin: 1.75rem 0 0; }
button { display: inline-block; min-height: 3rem; max-width: 100%; padding: 0.625rem 1.75rem; border: 2px solid var(--action); border-radius: 1.5rem; background: var(--action); color: var(--on-action); font: inherit; font-weight: 600; cursor: pointer; }
button.second { background: transparent; color: var(--ink); }
button:hover { opacity: 0.88; }
.more { margin-block-start: 2rem; }
.more form { margin-block-start: 0.75rem; }
.more + .panel { margin-block-start: 2rem; }
fieldset { margin: 0 0 1.75rem; padding: 0; border: 0; min-width: 0; }
legend { margin: 0 0 0.75rem; padding: 0; font-weight: 600; font-size: 1.125rem; }
.choice { display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); column-gap: 0.875rem; padding-block: 0.875rem; border-block-start: 1px solid var(--line); }
.choice input[type=checkbox] { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--action); }
.choice label { font-weight: 600; }
.choice p { grid-column: 2; margin: 0.25rem 0 0; font-size: 0.9375rem; }
.state { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); }
.field { margin: 0 0 1.5rem; }
.field label { display: block; margin: 0 0 0.375rem; font-weight: 600; }
.field p { margin: 0.375rem 0 0; font-size: 0.9375rem; }
select { width: 100%; min-height: 3rem; padding: 0.5rem 0.75rem; border: 1px solid var(--quiet); border-radius: 0.25rem; background: var(--page); color: var(--ink); font: inherit; }
.history, .facts { list-style: none; margin: 0; padding: 0; }
.history li { padding-block: 0.75rem; border-block-start: 1px solid var(--line); }
.history time, .history .quiet { display: block; font-size: 0.875rem; color: var(--quiet); }
.facts { margin: 0 0 1rem; }
.facts dd { margin: 0 0 0.5rem; }
.decision { margin-inline-start: 0.5rem; padding: 0.0625rem 0.5rem; border: 1px solid var(--line); border-radius: 0.75rem; font-size: 0.875rem; white-space: nowrap; }
.languages summary { cursor: pointer; padding-block: 0.5rem; }
.languages ul { columns: 9rem; margin: 0.5rem 0 0; padding: 0; list-style: none; }
.languages a { display: block; padding-block: 0.375rem; }
a { color: inherit; text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 2px; }
button:focus-visible { border-radius: 1.5rem; }
.choice input:disabled + label { color: var(--quiet); }
@media (max-width: 30rem) { button { width: 100%; } .main { padding-block: 1.75rem 2rem; } h1 { font-size: 1.375rem; } }
`;

/** `'sha256-…'` of the style sheet (Content Security Policy Level 3, hash-source). */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
