/** The page that lists the sample staff with links to their tokens. */

import { type Html, html } from '../../../shared/pages/html.ts';
import { sampleStaff } from '../sample-staff.ts';
import { page } from './layout.ts';

export function signInPage(): Html {
  const rows = sampleStaff().map(({ place, names }) => {
    const links = names.map((name) => html`<li><a href="/local/token/${name}">${name}</a></li>`);
    return html`<tr><th scope="row">${place}</th><td><ul class="plain">${links}</ul></td></tr>`;
  });
  return page(
    'Sample staff',
    html`<p>The <a href="/console">console</a> signs in by itself. For scripts, each link answers with a bearer token as text. Send it as <code>Authorization: Bearer …</code>.
A second person in the same role has a number behind the name, for example <code>marketer-de-2</code>.
The token of an account holder is at <code>/local/token/person-&lt;externalId&gt;</code>.</p>
<table><thead><tr><th scope="col">Where</th><th scope="col">Who</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}
