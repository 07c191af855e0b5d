/** The text of a message to a typed value. */
import type * as z from 'zod';
import { toFieldErrors } from './field-errors.ts';

/** A message that no retry will make readable: after its receives it waits in the dead-letter queue. */
class UnreadableMessage extends Error {
  override name = 'UnreadableMessage';
}

/** @throws UnreadableMessage whose text names fields, never values */
export function readMessage<M extends z.ZodType>(schema: M, text: string): z.output<M> {
  return parseMessage(schema, parseJson(text));
}

/** @throws UnreadableMessage */
export function parseMessage<M extends z.ZodType>(schema: M, value: unknown): z.output<M> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const findings = toFieldErrors(parsed.error.issues, value, 'message').map(
    ({ field, message }) => `${field} ${message}`,
  );
  throw new UnreadableMessage(`The message does not fit its schema: ${findings.join(', ')}.`);
}

/** @throws UnreadableMessage; the parser's own error would quote the text */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableMessage('The message is not JSON.');
  }
}
