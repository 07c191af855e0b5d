/** Paths of fields in the body of the API: `audience.countries.3`. Pure. */

/** Whether a path is another one, or lies in it: `audience.countries.3` lies in `audience.countries`. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}

/**
 * The field to go to for a path, of the fields that are shown: the same one, one within it, or the nearest around it.
 * @param shown paths of the fields, in the order of the page
 */
export function nearestField(path: string, shown: readonly string[]): string | undefined {
  const within = shown.find((field) => isWithin(field, path));
  const around = shown.filter((field) => isWithin(path, field)).toSorted((a, b) => b.length - a.length);
  return shown.includes(path) ? path : (within ?? around[0]);
}

/** The text at a path of a body; empty where there is none. */
export function textAtPath(body: unknown, path: string): string {
  const value = path.split('.').reduce<unknown>((at, name) => {
    return typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined;
  }, body);
  return typeof value === 'string' ? value : '';
}
