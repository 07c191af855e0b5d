/** Values as few bytes: JSON, deflated (RFC 1951). */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export function pack(value: unknown): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)));
}

/** @throws Error for what is not bytes, or not packed by `pack` */
export function unpack(packed: unknown): unknown {
  if (!(packed instanceof Uint8Array)) throw new Error('A packed value is not stored as bytes');
  return JSON.parse(inflateRawSync(packed).toString('utf8'));
}
