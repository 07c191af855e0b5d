/** An event source mapping: takes messages from a queue and gives them to a function in batches, as Lambda's pollers do. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { LocalQueue, StoredMessage } from './queues.ts';
import type { InvocationResult } from './worker-messages.ts';

export interface QueueMapping {
  functionArn: string;
  batchSize: number;
  /** Longest wait for a fuller batch. */
  windowMs: number;
  reportsFailures: boolean;
  /** Invocations at a time. */
  concurrency: number;
}

/** Messages that become visible again after a failure raise no signal: look for them this often. */
const lookAgainMs = 500;

const PartialResponse = z.looseObject({
  batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string() })).nullish(),
});

/** One record of the event that Lambda gives for a queue (Lambda guide, with-sqs). */
function recordOf(message: StoredMessage, queueArn: string) {
  const messageAttributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    { stringValue: value.StringValue, stringListValues: [], binaryListValues: [], dataType: value.DataType },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.MessageBody,
    attributes: message.attributes,
    messageAttributes: Object.fromEntries(messageAttributes),
    md5OfBody: message.MD5OfMessageBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3] ?? '',
  };
}

/**
 * The ids of the messages that stay in the queue. A failed invocation keeps all; so does an answer that does not
 * fit or names an unknown message (Lambda guide, services-sqs-errorhandling).
 */
function failedIds(
  result: InvocationResult,
  messages: StoredMessage[],
  reportsFailures: boolean,
): Set<string> {
  const all = new Set(messages.map((message) => message.MessageId));
  if (result.kind !== 'ok') return all;
  if (!reportsFailures) return new Set();
  const answer = PartialResponse.nullable().safeParse(JSON.parse(result.payload));
  if (!answer.success) return all;
  const ids = (answer.data?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier);
  return ids.every((id) => all.has(id)) ? new Set(ids) : all;
}

/** Starts to poll; `stop` takes no more messages and waits for the running invocations. */
export function pollQueue(
  queue: LocalQueue,
  mapping: QueueMapping,
  invoke: (functionArn: string, event: unknown) => Promise<InvocationResult>,
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let wake = () => {};
  queue.onSent(() => wake());

  const signal = (limitMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async (messages: StoredMessage[]) => {
    const event = { Records: messages.map((message) => recordOf(message, queue.arn)) };
    const result = await invoke(mapping.functionArn, event);
    const failed = failedIds(result, messages, mapping.reportsFailures);
    for (const message of messages) if (!failed.has(message.MessageId)) queue.remove(message.ReceiptHandle);
  };

  /** Takes as much as the free invocations can work on, and shares it out in full batches. */
  const takeBatches = async (): Promise<StoredMessage[][]> => {
    const { batchSize, windowMs } = mapping;
    if (queue.waiting() < batchSize && windowMs > 0) await sleep(windowMs);
    const count = Math.min(queue.waiting(), batchSize * (mapping.concurrency - running.size));
    const messages = count > 0 ? await queue.receive(count) : [];
    const starts = messages.flatMap((_, index) => (index % batchSize === 0 ? [index] : []));
    return starts.map((start) => messages.slice(start, start + batchSize));
  };

  const poll = async () => {
    while (!stopped) {
      if (running.size >= mapping.concurrency) await Promise.race(running);
      else if (queue.waiting() === 0) await signal(lookAgainMs);
      else {
        for (const messages of await takeBatches()) {
          const task: Promise<void> = work(messages).finally(() => running.delete(task));
          running.add(task);
        }
      }
    }
    await Promise.all(running);
  };
  const polling = poll();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await polling;
    },
  };
}
