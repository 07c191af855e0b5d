/** The style of the API page, served inside it, and the source expression that lets it through the content security policy. */
import { createHash } from 'node:crypto';

export const style = `
:root { color-scheme: light dark; --page: #ffffff; --ink: #14171a; --quiet: #565d64; --line: #dcdfe3; --panel: #f5f6f7; --focus: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --page: #101214; --ink: #f1f3f4; --quiet: #a9b0b7; --line: #33383e; --panel: #191c20; --focus: #8ab4f8; }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
header, main, nav { max-width: 62rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 2rem 1rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 3rem 0 1rem; padding-block-end: 0.375rem; border-block-end: 1px solid var(--line); font-size: 1.375rem; }
h3 { margin: 2rem 0 0.5rem; font-size: 1.0625rem; }
h4 { margin: 1rem 0 0.375rem; font-size: 0.9375rem; }
p { margin: 0 0 0.625rem; }
nav ul { columns: 22rem auto; column-gap: 2rem; margin: 0; padding: 0; list-style: none; }
nav li { break-inside: avoid; padding-block: 0.125rem; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.875em; }
pre { margin: 0 0 0.75rem; padding: 0.875rem 1rem; overflow-x: auto; background: var(--panel); border: 1px solid var(--line); border-radius: 0.25rem; overflow-wrap: normal; }
table { width: 100%; margin: 0 0 0.75rem; border-collapse: collapse; font-size: 0.9375rem; }
caption { text-align: start; font-weight: 600; padding-block: 0.375rem; }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
th { overflow-wrap: normal; }
td code { white-space: pre-wrap; }
thead th { color: var(--quiet); font-weight: 500; }
.quiet { color: var(--quiet); }
a { color: inherit; text-underline-offset: 0.2em; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset-inline-start: 1rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
`;

/** `'sha256-…'` of the style (Content Security Policy Level 3, hash-source). */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
