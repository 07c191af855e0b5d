/** Values as few bytes: JSON, compressed. DynamoDB charges by the kilobyte, and rows that repeat themselves shrink to a fifth. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export function pack(value: unknown): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)));
}

/** @throws Error when this is not bytes */
export function unpack(packed: unknown): unknown {
  if (!(packed instanceof Uint8Array)) throw new Error('What should be packed is not stored as bytes');
  return JSON.parse(inflateRawSync(packed).toString('utf8'));
}
