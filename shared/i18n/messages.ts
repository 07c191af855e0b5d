/** The shape of a catalog, and the one way to fill a text of it: ICU MessageFormat, with the plural rules of the language (Unicode CLDR). */
import { IntlMessageFormat } from 'intl-messageformat';
import type { enLetter, enMail, enPage } from './en.ts';

type English = typeof enMail & typeof enLetter & typeof enPage;

/** Texts of messages, of letters, and of pages. */
type MailId = keyof typeof enMail;
type LetterId = keyof typeof enLetter;
type PageId = keyof typeof enPage;
/** What a page can say. */
export type MessageId = MailId | PageId;
type TextId = MessageId | LetterId;

type Messages<Id extends TextId> = Readonly<Record<Id, string>>;
export type MailMessages = Messages<MailId>;
export type LetterMessages = Messages<LetterId>;
export type PageMessages = Messages<PageId>;

/** Texts of one language: all of them, or those that somebody needs. */
export interface Catalog<Id extends TextId = MessageId> {
  /** BCP 47. */
  readonly locale: string;
  readonly messages: Messages<Id>;
}

export type MailCatalog = Catalog<MailId>;
export type LetterCatalog = Catalog<MailId | LetterId>;

/** What stands after an opening brace up to its comma or closing brace; the inside of a plural branch is no name. */
type NameOf<Text> = Text extends `${infer Name},${string}` ? Name : Text;
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Exclude<NameOf<Name>, `${string} ${string}` | `#${string}`> | Placeholders<Rest>
  : never;

/** The names in braces of an English text: what `say` must be given for it. A `count` is a number. */
type Parameters<Id extends TextId> = {
  readonly [Name in Placeholders<English[Id]>]: Name extends 'count' ? number : string;
};

type Arguments<Id extends TextId> =
  Placeholders<English[Id]> extends never ? [] : [parameters: Parameters<Id>];

const formats = new WeakMap<object, Map<TextId, IntlMessageFormat>>();

/** The text `id` as plain text, its placeholders filled. A value is never read as a placeholder itself. */
export function say<Id extends TextId>(catalog: Catalog<Id>, id: Id, ...[parameters]: Arguments<Id>): string {
  return String(formatOf(catalog, id).format({ ...parameters }));
}

/** Parsed once per text and language. */
function formatOf<Id extends TextId>({ locale, messages }: Catalog<Id>, id: Id): IntlMessageFormat {
  const known = formats.get(messages) ?? new Map<TextId, IntlMessageFormat>();
  formats.set(messages, known);
  const format = known.get(id) ?? new IntlMessageFormat(messages[id], locale, undefined, { ignoreTag: true });
  known.set(id, format);
  return format;
}
