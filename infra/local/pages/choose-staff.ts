/** The sign-in page of the local run: pick one of the sample staff. It works by keyboard and without script. */
import { type Html, html } from '../../../shared/pages/html.ts';
import { sampleStaff } from '../sample-staff.ts';
import { page } from './layout.ts';

/** What the page hands on with the choice: the parameters of the request. */
type Parameters = Readonly<Record<string, string | undefined>>;

const hidden = (parameters: Parameters): Html[] =>
  Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  );

/** Groups whose place or users have every word that is looked for. */
function findStaff(search: string): { place: string; names: string[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return sampleStaff().flatMap(({ place, names }) => {
    const found = names.filter((name) => {
      const text = `${place} ${name}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return found.length > 0 ? [{ place, names: found }] : [];
  });
}

/** @param search narrows the list to names and offices with these words */
export function staffPage(parameters: Parameters, search: string): Html {
  const groups = findStaff(search);
  return page(
    'Who are you?',
    html`<p>This run has sample staff instead of passwords. Choose somebody, and the console opens as that person sees it.</p>
<form method="get" role="search" class="search">${hidden(parameters)}
<label for="q">Find an office or a role</label>
<div class="row"><input id="q" name="q" type="search" value="${search}" autocomplete="off"><button>Find</button></div></form>
<form method="post" action="authorize">${hidden(parameters)}
${groups.map(({ place, names }) => html`<section class="staff"><h2>${place}</h2><div class="row">${names.map((name) => html`<button name="user" value="${name}">${name}</button>`)}</div></section>`)}
${groups.length === 0 ? html`<p role="status">Nobody has “${search}” in a name or an office.</p>` : undefined}
</form>`,
  );
}

/** A request that names a client or an address that the pool does not have. */
export function refusedPage(): Html {
  return page(
    'This sign-in is not possible',
    html`<p>The address asks for a client, a place to come back to or a person that this user pool does not have. Open the console again from the <a href="/">start page</a>.</p>`,
  );
}
