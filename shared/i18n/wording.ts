/** Which words somebody was shown: kept with each consent, so that it can be proved later (policy P-24, pain N-12). */
import { createHash } from 'node:crypto';
import type { Catalog, MessageId } from './messages.ts';

const fingerprintLength = 8;

/** `centre.email.detail@1f3a9c02`: the message and the start of the SHA-256 of its text in this language. Another text is another wording. */
export function wordingId({ messages }: Catalog, id: MessageId): string {
  return `${id}@${createHash('sha256').update(messages[id]).digest('hex').slice(0, fingerprintLength)}`;
}
