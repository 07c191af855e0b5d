/** The answer to a good link of somebody whose data has been erased: the truth, without an office, of which nothing is known any more. */
import { controller } from '../../shared/domain/offices.ts';
import type { Catalog } from '../../shared/i18n/catalog.ts';
import { say } from '../../shared/i18n/messages.ts';
import { html } from '../../shared/pages/html.ts';
import { layOut } from '../../shared/pages/layout.ts';

/** No mail comes from the controller, on behalf of which every office writes. */
export function renderGone(catalog: Catalog): string {
  return layOut(
    { catalog, office: undefined, title: say(catalog, 'already.title') },
    html`<p role="status">${say(catalog, 'already.detail', { office: controller.legalName })}</p>`,
  );
}
