/** The shape of a catalog, and the one way to fill a text of it. */
import type { en } from './en.ts';

export type MessageId = keyof typeof en;

/** All texts of one language. */
export type Messages = Readonly<Record<MessageId, string>>;

/** The names in braces of an English text: what `say` must be given for it. */
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Parameters<Id extends MessageId> = Readonly<Record<Placeholders<(typeof en)[Id]>, string>>;

type Arguments<Id extends MessageId> =
  Placeholders<(typeof en)[Id]> extends never ? [] : [parameters: Parameters<Id>];

/** The text `id` as plain text, its `{name}` placeholders filled. A value is never read as a placeholder itself. */
export function say<Id extends MessageId>(
  messages: Messages,
  id: Id,
  ...[parameters]: Arguments<Id>
): string {
  const values = new Map<string, string>(Object.entries(parameters ?? {}));
  return messages[id].replace(/\{(\w+)\}/g, (placeholder, name: string) => values.get(name) ?? placeholder);
}
