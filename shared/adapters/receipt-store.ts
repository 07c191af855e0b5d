/** What a device says of the messages that reached it: delivered, opened, acknowledged. */
import * as z from 'zod';
import { Instant } from '../domain/vocabulary.ts';
import { receiptKey } from './people-keys.ts';
import type { Table } from './table.ts';

const schemaVersion = 1;

export type ReceiptKind = 'delivered' | 'opened' | 'acknowledged';

export interface ReceiptOwner {
  personId: string;
  contactId: string;
  messageId: string;
}

/** The instants of one message on one device; a kind that was never said is left out. */
const Receipts = z.object({
  delivered: Instant.optional(),
  opened: Instant.optional(),
  acknowledged: Instant.optional(),
});
export type Receipts = z.infer<typeof Receipts>;

export type ReceiptStore = ReturnType<typeof createReceiptStore>;

/** The store over the table `people`. */
export function createReceiptStore(table: Table) {
  return {
    /** AP-09: writes one receipt once. The first instant of each kind stands; false: it was there. */
    async record(
      { personId, contactId, messageId }: ReceiptOwner,
      kind: ReceiptKind,
      at: Instant,
    ): Promise<boolean> {
      const { ok } = await table.write([
        {
          kind: 'update',
          key: receiptKey({ personId, contactId, messageId }),
          set: { personId, contactId, messageId, [kind]: at, schemaVersion },
          if: { equals: { [kind]: undefined } },
        },
      ]);
      return ok;
    },

    /** AP-09: the receipts of one message on one device. */
    async read(owner: ReceiptOwner): Promise<Receipts> {
      return Receipts.parse((await table.get(receiptKey(owner))) ?? {});
    },
  };
}
