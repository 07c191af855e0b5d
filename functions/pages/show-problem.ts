/** What went wrong with a page, in the reader's words: the form could not be read, or we failed. */
import type { Reply } from '../../shared/api/contract.ts';
import { say } from '../../shared/i18n/messages.ts';
import type { ShowProblem } from '../../shared/middleware/http-handler.ts';
import { html } from '../../shared/pages/html.ts';
import { layOut } from '../../shared/pages/layout.ts';
import { chooseCatalog, wishOf } from './choose-language.ts';
import { pageReply } from './open-visit.ts';

export const showProblem: ShowProblem = ({ status }, { headers }): Reply => {
  const catalog = chooseCatalog(wishOf(headers));
  const kind = status >= 500 ? 'error' : 'error.input';
  return pageReply(
    status,
    layOut(
      { catalog, office: undefined, title: say(catalog, `${kind}.title`) },
      html`<p role="alert">${say(catalog, `${kind}.detail`)}</p>`,
    ),
  );
};
