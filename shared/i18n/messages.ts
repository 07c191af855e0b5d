/** The shape of a catalog, and the one way to fill a text of it: ICU MessageFormat, with the plural rules of the language (Unicode CLDR). */
import { IntlMessageFormat } from 'intl-messageformat';
import type { en } from './en.ts';

export type MessageId = keyof typeof en;

/** All texts of one language. */
export type Messages = Readonly<Record<MessageId, string>>;

export interface Catalog {
  /** BCP 47. */
  readonly locale: string;
  readonly messages: Messages;
}

/** What stands after an opening brace up to its comma or closing brace; the inside of a plural branch is no name. */
type NameOf<Text> = Text extends `${infer Name},${string}` ? Name : Text;
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Exclude<NameOf<Name>, `${string} ${string}` | `#${string}`> | Placeholders<Rest>
  : never;

/** The names in braces of an English text: what `say` must be given for it. A `count` is a number. */
type Parameters<Id extends MessageId> = {
  readonly [Name in Placeholders<(typeof en)[Id]>]: Name extends 'count' ? number : string;
};

type Arguments<Id extends MessageId> =
  Placeholders<(typeof en)[Id]> extends never ? [] : [parameters: Parameters<Id>];

const formats = new WeakMap<Messages, Map<MessageId, IntlMessageFormat>>();

/** The text `id` as plain text, its placeholders filled. A value is never read as a placeholder itself. */
export function say<Id extends MessageId>(catalog: Catalog, id: Id, ...[parameters]: Arguments<Id>): string {
  return String(formatOf(catalog, id).format({ ...parameters }));
}

/** Parsed once per text and language. */
function formatOf({ locale, messages }: Catalog, id: MessageId): IntlMessageFormat {
  const known = formats.get(messages) ?? new Map<MessageId, IntlMessageFormat>();
  formats.set(messages, known);
  const format = known.get(id) ?? new IntlMessageFormat(messages[id], locale, undefined, { ignoreTag: true });
  known.set(id, format);
  return format;
}
