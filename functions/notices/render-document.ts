/** The document of a notice as a page to print, and as CSV. */
import { type CsvLine, writeCsv } from '../../shared/content/write-csv.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { controller, officeById } from '../../shared/domain/offices.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { directionOf } from '../../shared/i18n/locale.ts';
import { type Html, html, raw } from '../../shared/pages/html.ts';
import { style } from './document-style.ts';
import { momentOf, type Row, type Section } from './section.ts';

/** A complete HTML document without script. @param at when the figures were counted */
export function renderDocument(notice: Notice, sections: readonly Section[], at: Instant): string {
  const title = `Notice ${notice.draft.reference}`;
  const owner = officeById(notice.office ?? '')?.legalName ?? controller.legalName;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${owner}</title>
${raw(`<style>${style}</style>`)}
</head>
<body>
<header><h1>${title}</h1>
<p>${owner}. As on record at ${momentOf(at)}.</p></header>
<main>
${sections.map(renderSection)}</main>
</body>
</html>
`.text;
}

/** The frame scrolls where a narrow window does not hold the table, so the keyboard reaches it. */
function renderSection({ title, columns, rows }: Section, index: number): Html {
  const id = `section-${index + 1}`;
  const [first] = rows;
  const heads = columns.map(
    (column, position) => html`<th scope="col"${numberClass(first?.cells[position])}>${column}</th>`,
  );
  return html`<section><h2 id="${id}">${title}</h2>
<div class="wide" role="region" aria-labelledby="${id}" tabindex="0"><table aria-labelledby="${id}">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map(renderRow)}</tbody>
</table></div></section>
`;
}

function renderRow({ cells: [name, ...cells], language }: Row): Html {
  const own = language === undefined ? undefined : html` lang="${language}" dir="${directionOf(language)}"`;
  const rest = cells.map((cell) => html`<td${own}${numberClass(cell)}>${cell}</td>`);
  return html`<tr><th scope="row">${name}</th>${rest}</tr>
`;
}

function numberClass(cell: string | number | undefined): Html | undefined {
  return typeof cell === 'number' ? raw(' class="number"') : undefined;
}

const header: CsvLine = ['section', 'item', 'figure', 'value'];

/** The same as one line per cell. */
export function documentCsv(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ title, columns, rows }) =>
    rows.flatMap(({ cells: [name = '', ...cells] }) =>
      cells.map((cell, index): CsvLine => [title, name, columns[index + 1] ?? '', cell]),
    ),
  );
  return writeCsv([header, ...lines]);
}
