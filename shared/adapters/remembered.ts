/** Look-ups whose answers do not change for the caller's purpose, kept for the life of the function's environment. */

const limit = 50;

/** `load`, which keeps what it found; what was not found is looked up again. */
export function remembered<T>(
  load: (id: string) => Promise<T | undefined>,
): (id: string) => Promise<T | undefined> {
  const known = new Map<string, T>();
  return async (id) => {
    const kept = known.get(id);
    if (kept !== undefined) return kept;
    const found = await load(id);
    if (known.size >= limit) known.clear();
    if (found !== undefined) known.set(id, found);
    return found;
  };
}
