/** The wrapper of functions that work on new objects in a bucket, and on messages to themselves that go on with the work. */
import type { S3Event, S3EventRecord, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { type BackgroundFunction, backgroundFunction } from './background.ts';
import { loadEnv } from './env.ts';
import { beginWork, type Invocation } from './invocation.ts';
import { parseJson, parseMessage } from './read-message.ts';
import { runRecords } from './run-records.ts';

/** The part of an S3 notification that says which object came (S3 user guide, "Event message structure"). */
const Notification = z.object({
  Records: z.array(
    z.object({
      eventSource: z.literal('aws:s3'),
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: z.string(), size: z.int().optional() }),
      }),
    }),
  ),
});

interface StoredObject {
  bucket: string;
  key: string;
  sizeBytes?: number | undefined;
}

/**
 * A Lambda function for S3 notifications, sent directly or through SQS, and for SQS messages of its own.
 * A new object reaches `messageSchema` as a `StoredObject`, so that one schema reads both. Sent directly, a failure is thrown, and Lambda
 * invokes again; from SQS, exactly the failed messages come back.
 * @param build runs once, at cold start
 */
export function storageHandler<E extends z.ZodType, M extends z.ZodType>(
  envSchema: E,
  messageSchema: M,
  build: (env: z.output<E>) => (message: z.output<M>, invocation: Invocation) => Promise<unknown>,
): BackgroundFunction<S3Event | SQSEvent, SQSBatchResponse> {
  const handle = build(loadEnv(envSchema));
  return backgroundFunction(async (event, context) => {
    const work = async (record: S3EventRecord | SQSRecord) => {
      for (const value of messagesIn(record))
        await handle(parseMessage(messageSchema, value), beginWork(context));
    };
    const records: readonly (S3EventRecord | SQSRecord)[] = event.Records;
    const failed = await runRecords(records, work, { concurrency: 1, describe: idOf });
    if (failed.some((record) => 's3' in record))
      throw new Error(`${failed.length} new objects could not be taken in.`);
    return {
      batchItemFailures: failed.flatMap((record) =>
        'messageId' in record ? [{ itemIdentifier: record.messageId }] : [],
      ),
    };
  });
}

function idOf(record: S3EventRecord | SQSRecord): Record<string, unknown> {
  return 's3' in record
    ? { key: record.s3.object.key }
    : { messageId: record.messageId, receiveCount: Number(record.attributes.ApproximateReceiveCount) };
}

/** New objects or the message itself; none for the test event that S3 sends when a notification is set up. */
function messagesIn(record: S3EventRecord | SQSRecord): unknown[] {
  if ('s3' in record) return [storedObject(record)];
  const body = parseJson(record.body);
  const notification = Notification.safeParse(body);
  if (notification.success) return notification.data.Records.map(storedObject);
  return isTestEvent(body) ? [] : [body];
}

function isTestEvent(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'Event' in body && body.Event === 's3:TestEvent';
}

/** Keys arrive as in a form: `+` for a space, the rest percent-encoded. */
function storedObject({
  s3,
}: {
  s3: { bucket: { name: string }; object: { key: string; size?: number } };
}): StoredObject {
  const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
  return { bucket: s3.bucket.name, key, sizeBytes: s3.object.size };
}
