/** Answers that campaigns and notices give alike: the plan, the decisions line by line, and downloads. */
import type { BatchStore } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import type { Reply } from '../api/contract.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { type PlanMessageDeps, planMessage } from './plan-message.ts';
import { readDecisions } from './read-decisions.ts';

/** Below what a function may answer (6 MB), with room for the envelope. */
export const maxAnswerBytes = 4_500_000;

/** 200 with the plan, or 202 with the progress. */
export async function planReply(deps: PlanMessageDeps, record: MessageRecord): Promise<Reply> {
  const answer = await planMessage(deps, record);
  return answer.kind === 'ready'
    ? { status: 200, body: { ...answer.plan, at: answer.at } }
    : { status: 202, body: { progress: answer.progress } };
}

/** A download, as a spreadsheet opens it. */
export function csvReply(name: string, text: string, more: Readonly<Record<string, string>> = {}): Reply {
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    ...more,
  };
  return { status: 200, text, headers };
}

/** NDJSON; `X-Next-Cursor` says that there is more. */
export async function decisionsReply(
  deps: {
    messages: Pick<MessageStore, 'listSlices'>;
    batches: Pick<BatchStore, 'listBatches'>;
  },
  record: MessageRecord,
  cursor: string | undefined,
): Promise<Reply> {
  const { lines, cursor: next } = await readDecisions(deps, record, cursor, maxAnswerBytes);
  const ndjson = lines.map((line) => `${line}\n`).join('');
  return { status: 200, ndjson, headers: next === undefined ? {} : { 'x-next-cursor': next } };
}
