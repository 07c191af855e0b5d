/** The languages that a browser asks for (RFC 9110, 12.5.4). */

const wanted = 10;

/** BCP 47 tags of an `Accept-Language` header, most wanted first; those with weight 0 and the wildcard are left out. */
export function readAcceptLanguage(header: string | undefined): string[] {
  return (header ?? '')
    .split(',', wanted)
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ tag }) => tag);
}
