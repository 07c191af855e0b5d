/** A file that the API gives in parts: `X-Next-Cursor` says that there is more. */
import type { Api, Query } from './client.ts';

/** A list without an end would be read for ever. */
const mostParts = 10_000;

/** All parts in order. @param hasHead each part begins with a line of heads, as a CSV does: it is kept once */
export async function readFile(
  api: Pick<Api, 'getText'>,
  path: string,
  { query = {}, hasHead = false }: { query?: Query; hasHead?: boolean } = {},
): Promise<string> {
  const parts: string[] = [];
  let cursor: string | undefined;
  for (let part = 0; part < mostParts; part += 1) {
    const { body, headers } = await api.getText(path, { query: { ...query, cursor } });
    parts.push(hasHead && part > 0 ? body.slice(body.indexOf('\n') + 1) : body);
    cursor = headers.get('x-next-cursor') ?? undefined;
    if (cursor === undefined) break;
  }
  return parts.join('');
}
