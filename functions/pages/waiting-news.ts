/** What to do about a grant that waits for its confirmation, or why no mail about it comes. */
import { isConfirmable } from '../../shared/domain/confirmation.ts';
import type { EmailContact } from '../../shared/domain/person.ts';
import { obstacleOf } from '../../shared/domain/person-preferences.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { type Catalog, say } from '../../shared/i18n/messages.ts';
import type { News } from '../../shared/pages/preference-page.ts';
import { shownAddress } from './open-visit.ts';

/**
 * @param contact as it is after the answer
 * @param isLimited no further confirmation mail goes to the address today
 * @returns undefined when nothing waits
 */
export function waitingNews(
  catalog: Catalog,
  contact: EmailContact | undefined,
  isLimited: boolean,
  now: Instant,
): News | undefined {
  if (!contact || !isConfirmable(contact.marketing, now)) return undefined;
  const obstacle = obstacleOf(contact);
  if (obstacle) return { kind: 'alert', text: say(catalog, `state.${obstacle}`) };
  const address = shownAddress(contact);
  return isLimited
    ? { kind: 'alert', text: say(catalog, 'centre.limit', { address }) }
    : { kind: 'status', text: say(catalog, 'centre.pending', { address }) };
}
