/** The consent receipt as an answer: to its person, and to staff who look after them. */
import * as z from 'zod';
import { ConsentReceipt } from '../domain/consent-receipt.ts';

/** The query wins over the `Accept` header. */
export const ReceiptQuery = z.strictObject({ format: z.enum(['json', 'html']).optional() });

export const receiptResponse = {
  description: 'The receipt, as JSON or (`format=html`) as a page in the language of the person',
  body: ConsentReceipt,
} as const;
