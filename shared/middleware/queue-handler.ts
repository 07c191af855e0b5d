/** The wrapper of functions that work on SQS messages. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { type BackgroundFunction, backgroundFunction } from './background.ts';
import { loadEnv } from './env.ts';
import { beginWork, type Invocation } from './invocation.ts';
import { readMessage } from './read-message.ts';
import { runRecords } from './run-records.ts';

export interface RecordContext extends Invocation {
  readonly messageId: string;
  /** How often the message was received, this time included. */
  readonly receiveCount: number;
}

export type HandleMessage<M> = (message: M, context: RecordContext) => Promise<unknown>;

export interface QueueOptions {
  /** Messages worked on at a time; 1 when absent. */
  concurrency?: number;
}

/**
 * A Lambda function for an SQS queue with `ReportBatchItemFailures`: messages that throw come back, all others are done.
 * @param build runs once, at cold start
 * @throws Error at cold start when a variable of the schema is missing
 */
export function queueHandler<E extends z.ZodType, M extends z.ZodType>(
  envSchema: E,
  messageSchema: M,
  build: (env: z.output<E>) => HandleMessage<z.output<M>>,
  { concurrency = 1 }: QueueOptions = {},
): BackgroundFunction<SQSEvent, SQSBatchResponse> {
  const handle = build(loadEnv(envSchema));
  return backgroundFunction(async ({ Records }, context) => {
    const work = async (record: SQSRecord) =>
      handle(readMessage(messageSchema, record.body), { ...beginWork(context), ...receiptOf(record) });
    const failed = await runRecords(Records, work, { concurrency, describe: receiptOf });
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
}

function receiptOf({ messageId, attributes }: SQSRecord): { messageId: string; receiveCount: number } {
  return { messageId, receiveCount: Number(attributes.ApproximateReceiveCount) };
}
