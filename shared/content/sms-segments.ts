/** How many text messages a text becomes (3GPP TS 23.038, 6.2.1; TS 23.040, 9.2.3.24.1). */

/** The default alphabet: one septet each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: an escape and a septet. */
const extended = new Set('\f^{}\\[~]|€');

/** Units in a message alone, and in each of several, which carry a header. */
const septets = { alone: 160, each: 153 } as const;
const utf16 = { alone: 70, each: 67 } as const;

/** Segments of the text; 0 for an empty one. A character that the default alphabet has not makes all of it UCS-2. */
export function countSegments(text: string): number {
  const characters = [...text];
  const isBasic = characters.every((character) => basic.has(character) || extended.has(character));
  const sizes = characters.map((character) =>
    isBasic ? (extended.has(character) ? 2 : 1) : character.length,
  );
  return fill(sizes, isBasic ? septets : utf16);
}

/** No character is split between two messages. */
function fill(sizes: readonly number[], room: typeof septets | typeof utf16): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= room.alone) return total === 0 ? 0 : 1;
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room.each) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return segments;
}
