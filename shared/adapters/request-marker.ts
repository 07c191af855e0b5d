/** What the first request with an `Idempotency-Key` made: a repeated one finds it, another one with the same key is refused. */
import * as z from 'zod';
import { Unprocessable } from '../domain/faults.ts';
import { idempotencyKey } from './campaign-keys.ts';
import type { Item, Table, Write } from './table.ts';

const schemaVersion = 1;

/** @param hash of the body; @param ttl seconds since 1970 until which the key is known */
export interface CreatingRequest {
  who: string;
  key: string;
  hash: string;
  ttl: number;
}

const Marker = z.object({ id: z.string(), hash: z.string().optional() });

/** Writes a new item once per caller and key. @returns the id of the first one when it was there already @throws Unprocessable when the key was used for another request */
export async function createOnce(
  table: Table,
  { id, item }: { id: string; item: Item },
  request: CreatingRequest | undefined,
): Promise<string> {
  const put: Write = { kind: 'put', item, if: { absent: true } };
  const result = await table.write(request ? [put, takeKey(request, id)] : [put]);
  return result.ok || !request ? id : madeWith(table, request);
}

/** The write that takes the key for what is made; it fails where the key was used already. */
function takeKey({ who, key, hash, ttl }: CreatingRequest, id: string): Write {
  return {
    kind: 'put',
    item: { ...idempotencyKey(who, key), id, hash, ttl, schemaVersion },
    if: { absent: true },
  };
}

/** The id of what was made with the key. @throws Unprocessable when that was another request (draft-ietf-httpapi-idempotency-key-header, 2.6) */
async function madeWith(table: Table, { who, key, hash }: CreatingRequest): Promise<string> {
  const made = Marker.parse(await table.get(idempotencyKey(who, key)));
  if (made.hash !== undefined && made.hash !== hash)
    throw new Unprocessable('The Idempotency-Key was used for another request: take a new one.', {
      errors: [{ field: 'Idempotency-Key', message: 'was used with another body' }],
    });
  return made.id;
}
