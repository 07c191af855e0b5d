/** HTML from template literals: what is put in is escaped, unless it is HTML itself. */

/** Text that is already HTML. Only `html` and `raw` make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
};

/** Escapes text for element content and for attribute values, with the same characters as Handlebars does. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, (character) => escapes[character] ?? character);
}

type Part = string | number | Html | undefined | readonly (Html | undefined)[];

/** Template tag: escapes strings and numbers, keeps `Html`, joins lists, leaves out `undefined`. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = texts.map((text, index) => text + render(parts[index]));
  return new Html(filled.join(''));
}

/** Takes text as HTML without escaping it: for constants of this service only. */
export function raw(text: string): Html {
  return new Html(text);
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return escapeHtml(String(part));
}
