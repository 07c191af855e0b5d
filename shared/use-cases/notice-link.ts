/** Where one person reads a notice and answers it: a signed link, the same from every channel. */
import type { Keyring } from '../adapters/keyring.ts';
import type { Notice } from '../domain/lifecycle.ts';
import type { Contact } from '../domain/person.ts';

/** @returns the address of the page */
export type NoticeLink = (notice: Pick<Notice, 'id'>, contact: Pick<Contact, 'personId' | 'id'>) => string;

/** @param publicUrl without a slash at the end */
export function createNoticeLink(keyring: Pick<Keyring, 'signLink'>, publicUrl: string): NoticeLink {
  return ({ id: messageId }, { personId, id: contactId }) =>
    `${publicUrl}/n/${keyring.signLink({ purpose: 'notice', personId, contactId, messageId })}`;
}
