/** The style of the document, served inside it: black on white, for A4. */
import { createHash } from 'node:crypto';

export const style = `
:root { color-scheme: light; --ink: #14171a; --quiet: #4d545b; --line: #c9cdd2; --focus: #0b57d0; }
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem 3rem; background: #ffffff; color: var(--ink); overflow-wrap: anywhere; }
header { padding-block-end: 1rem; border-block-end: 2px solid var(--ink); }
h1 { margin: 0 0 0.25rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.125rem; break-after: avoid; }
p { margin: 0; color: var(--quiet); }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.3125rem 0.75rem 0.3125rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { color: var(--quiet); font-weight: 500; overflow-wrap: normal; }
tbody th { font-weight: 600; min-width: 8rem; }
td { white-space: pre-line; }
.number { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
}
`;

/** `'sha256-…'` of the style (Content Security Policy Level 3, hash-source). */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
