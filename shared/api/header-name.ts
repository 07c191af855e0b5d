/** Header names: contracts have them in lower case, people read them in the usual case. */

/** `x-purpose` → `X-Purpose` */
export function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
