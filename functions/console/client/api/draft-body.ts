/** The body of a draft for the API, made of the fields of a form, finished or not: what is not filled in is not there. */

export type DraftBody = Readonly<Record<string, unknown>>;

/** Blanks around a text mean nothing to the API. */
export function words(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Only the members that are there. */
export function present(members: DraftBody): DraftBody {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

export function unlessEmpty(body: DraftBody): DraftBody | undefined {
  return Object.keys(body).length > 0 ? body : undefined;
}

/** A draft as a text, to see whether two are the same: a store need not keep the order of members. */
export function textOf(body: DraftBody): string {
  return JSON.stringify(body, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
