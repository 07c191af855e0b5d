/**
 * Keys of the table `people`.
 *
 * | entity   | pk               | sk                      | index `audience`                    | asked by |
 * |----------|------------------|-------------------------|-------------------------------------|----------|
 * | person   | PERSON#<id>      | PROFILE                 | <office>#none#<shard> / <person> with a phone that no contact stands for | AP-01, AP-15 |
 * | contact  | PERSON#<id>      | CONTACT#<channel>#<id>  | <office>#<channel>#<shard> / <person>#<contact> | AP-01, AP-02, AP-03 |
 * | event    | PERSON#<id>      | CONSENT#<ulid>          |                                     | AP-04 |
 * | address  | LOOKUP#<hash>    | LOOKUP                  |                                     | AP-05, AP-06 |
 * | opt-out  | OPTOUT#<office>  | <instant>#<person>#<contact> |                                | AP-07 |
 * | import   | IMPORT#<id>      | STATE, LINES#<n>        |                                     | AP-08 |
 * | receipt  | PERSON#<id>      | RECEIPT#<message>#<contact> |                                 | AP-09 |
 * | access   | PERSON#<id>      | ACCESS#<instant>#<user>#<request> |                           | AP-10 |
 * | restriction | PERSON#<id>   | RESTRICTION#<instant>#<kind> |                                | AP-11 |
 * | letter   | PERSON#<id>      | LETTER#<id>             | index `due`: LETTERS / <instant> while it waits | AP-12, AP-13 |
 * | asked    | PERSON#<id>      | ASKED#<day>#<contact>   |                                     | AP-14 |
 * | changes  | CHANGES#<lane>   | <first event>           |                                     | AP-19 |
 *
 * A lookup row is the keyed hash of an address, token, phone or external id; without a person it is the tombstone of an erasure.
 */
import type { Channel } from '../domain/vocabulary.ts';
import type { Key } from './table.ts';

export const personPartition = (personId: string): string => `PERSON#${personId}`;
export const profileKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'PROFILE' });

export const contactPrefix = 'CONTACT#';
export const contactItemKey = (contact: { personId: string; channel: Channel; id: string }): Key => ({
  pk: personPartition(contact.personId),
  sk: `${contactPrefix}${contact.channel}#${contact.id}`,
});

export const consentPrefix = 'CONSENT#';
export const consentKey = (personId: string, eventId: string): Key => ({
  pk: personPartition(personId),
  sk: `${consentPrefix}${eventId}`,
});

/** Partition of the audience index: contacts of one office and channel in one shard, or (`none`) people with a phone that no contact stands for. */
export const audiencePartition = (office: string, channel: Channel | 'none', shard: number): string =>
  `${office}#${channel}#${String(shard).padStart(2, '0')}`;

export const lookupItemKey = (hash: string): Key => ({ pk: `LOOKUP#${hash}`, sk: 'LOOKUP' });

export const optOutPartition = (office: string): string => `OPTOUT#${office}`;
export const optOutKey = (optOut: {
  office: string;
  at: string;
  personId: string;
  channel: string;
  contactId?: string | undefined;
}): Key => ({
  pk: optOutPartition(optOut.office),
  sk: `${optOut.at}#${optOut.personId}#${optOut.contactId ?? optOut.channel}`,
});

export const receiptKey = (receipt: { personId: string; messageId: string; contactId: string }): Key => ({
  pk: personPartition(receipt.personId),
  sk: `RECEIPT#${receipt.messageId}#${receipt.contactId}`,
});

export const accessPrefix = 'ACCESS#';
export const accessKey = (access: {
  personId: string;
  at: string;
  user: string;
  requestId: string;
}): Key => ({
  pk: personPartition(access.personId),
  sk: `${accessPrefix}${access.at}#${access.user}#${access.requestId}`,
});

export const letterPrefix = 'LETTER#';
export const letterKey = (letter: { personId: string; id: string }): Key => ({
  pk: personPartition(letter.personId),
  sk: `${letterPrefix}${letter.id}`,
});
/** Partition of the index `due`: letters that wait. */
export const dueLetters = 'LETTERS';

/** Confirmation mails of one day (UTC) to one contact. */
export const askedKey = (asked: { personId: string; contactId: string; day: string }): Key => ({
  pk: personPartition(asked.personId),
  sk: `ASKED#${asked.day}#${asked.contactId}`,
});

/** Answers that wait to be published. */
export const changesPartition = (lane: number): string => `CHANGES#${lane}`;

export const restrictionPrefix = 'RESTRICTION#';
export const restrictionKey = (restriction: { personId: string; at: string; kind: string }): Key => ({
  pk: personPartition(restriction.personId),
  sk: `${restrictionPrefix}${restriction.at}#${restriction.kind}`,
});

export const importKey = (importId: string): Key => ({ pk: `IMPORT#${importId}`, sk: 'STATE' });
export const importLinesPrefix = 'LINES#';
export const importLinesKey = (importId: string, chunk: number): Key => ({
  pk: `IMPORT#${importId}`,
  sk: `${importLinesPrefix}${String(chunk).padStart(8, '0')}`,
});
