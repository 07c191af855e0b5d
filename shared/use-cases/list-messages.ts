/** Which messages a person got or did not get, and why, and whether they have answered a notice: one look-up per message. */
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { BatchStore } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import { InvalidInput } from '../domain/faults.ts';
import type { PersonRecord } from '../domain/person.ts';
import { readAnswer } from './answer-notice.ts';
import { readPersonDecisions } from './read-decisions.ts';

export interface ListDeps {
  messages: Pick<MessageStore, 'listByOffice' | 'loadSlice'>;
  batches: Pick<BatchStore, 'findBatch'>;
  answers: Pick<AnswerStore, 'load'>;
}

/** Lists that can hold a message for somebody of an office, in the order in which they are read. */
function listsFor(office: string) {
  return [
    { office, type: 'campaign' },
    { office: 'hq', type: 'notice' },
    { office, type: 'notice' },
  ] as const;
}

/** One page of messages, the newest of each list first; a page holds the decisions of up to `limit` messages. */
export async function listMessages(
  deps: ListDeps,
  record: PersonRecord,
  query: { limit: number; cursor?: string | undefined },
) {
  const lists = listsFor(record.person.office);
  const { list, cursor } = readPosition(query.cursor, lists.length);
  const current = lists[list] ?? lists[0];
  const page = await deps.messages.listByOffice(current.office, current.type, { limit: query.limit, cursor });
  const items = await Promise.all(
    page.messages.map(async (message) => {
      const lines = await readPersonDecisions(deps, message, record.contacts);
      const answer =
        message.type === 'notice' && lines.length > 0
          ? await readAnswer(deps.answers, message, record)
          : undefined;
      return lines.map(({ personId: _person, externalId: _external, ...line }) => ({
        ...line,
        message: message.id,
        type: message.type,
        answeredAt: answer?.at,
        accepted: answer?.accepted,
      }));
    }),
  );
  const next = page.cursor === undefined ? { list: list + 1 } : { list, cursor: page.cursor };
  return { items: items.flat(), cursor: next.list < lists.length ? writePosition(next) : undefined };
}

interface Position {
  list: number;
  cursor?: string | undefined;
}

function writePosition({ list, cursor = '' }: Position): string {
  return `${list}.${cursor}`;
}

/** @throws InvalidInput for a cursor that this service did not give */
function readPosition(text: string | undefined, lists: number): Position {
  if (text === undefined) return { list: 0 };
  const [, list = '', cursor = ''] = /^(\d)\.([\w-]*)$/.exec(text) ?? [];
  if (list === '' || Number(list) >= lists || !isCursor(cursor)) {
    throw new InvalidInput('The cursor is not one of ours.', {
      errors: [{ field: 'cursor', message: 'take the one that the page before gave' }],
    });
  }
  return { list: Number(list), cursor: cursor === '' ? undefined : cursor };
}

function isCursor(cursor: string): boolean {
  if (cursor === '') return true;
  try {
    JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
