/** Which form of a file a client takes (RFC 9110, 12.5.3). */
import type { Asset } from './load-assets.ts';

/** The encodings that the header allows: a weight of 0 forbids one. */
function accepted(header: string): (name: string) => boolean {
  const weights = new Map(
    header.split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  return (name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
}

/** The smallest form that the client takes; without a name where that is the file itself. */
export function pickEncoding(
  asset: Asset,
  acceptEncoding: string | undefined,
): { name?: string; bytes: Uint8Array } {
  const accepts = accepted(acceptEncoding ?? '');
  return asset.encoded.find(({ name }) => accepts(name)) ?? { bytes: asset.plain };
}
