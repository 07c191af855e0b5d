/**
 * Published events on EventBridge. Limits and error codes: EventBridge API reference, "PutEvents" and "PutEventsResultEntry".
 * EventBridge delivers at least once and promises no order; the events say what a reader needs to put up with both.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { eventSource, type PublishedEvent } from '../../events/index.ts';

/** An event that EventBridge will never take, with its code for the fault. */
export interface RefusedEvent {
  event: PublishedEvent;
  code: string;
}

/** Publishes in order, and again what was not taken. @throws Error when EventBridge is not there for us: what was to be published stays waiting */
export type PublishEvents = (events: readonly PublishedEvent[]) => Promise<RefusedEvent[]>;

/** Entries in one call; ours have less than a kilobyte each, far below the limit of a call. */
const callLimit = 10;
const attempts = 6;
const longestPauseMs = 2000;

const passing = new Set([
  'ThrottlingException',
  'InternalFailure',
  'InternalException',
  'ServiceUnavailable',
]);
/** The fault is in the event itself; any other code is a fault of the set-up. */
const ownFault = new Set(['MalformedDetail', 'InvalidArgument']);

/** @param pause waits before the next attempt, in milliseconds */
export function createEventBus(
  busName: string,
  client: Pick<EventBridgeClient, 'send'> = new EventBridgeClient({ maxAttempts: 5 }),
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): PublishEvents {
  async function put(events: readonly PublishedEvent[]): Promise<PutEventsResultEntry[]> {
    const answer = await client.send(
      new PutEventsCommand({ Entries: events.map((event) => toEntry(event, busName)) }),
    );
    const results = answer.Entries ?? [];
    if (results.length !== events.length) throw new Error('EventBridge did not answer for every event');
    return results;
  }

  /** One call; what was not taken for a passing reason goes again, in its order. */
  async function putAll(events: readonly PublishedEvent[]): Promise<RefusedEvent[]> {
    const refused: RefusedEvent[] = [];
    let waiting = events;
    for (let attempt = 1; waiting.length > 0; attempt++) {
      const results = await put(waiting);
      const codes = waiting.map((event, index) => ({ event, code: results[index]?.ErrorCode }));
      refused.push(
        ...codes.flatMap(({ event, code }) => (code && !passing.has(code) ? [{ event, code }] : [])),
      );
      waiting = codes.filter(({ code }) => code && passing.has(code)).map(({ event }) => event);
      if (waiting.length > 0 && attempt === attempts)
        throw new Error('EventBridge takes no more events for now');
      if (waiting.length > 0) await pause(Math.random() * Math.min(longestPauseMs, 50 * 2 ** attempt));
    }
    const fault = refused.find(({ code }) => !ownFault.has(code));
    if (fault) throw new Error(`EventBridge refuses our events: ${fault.code}`);
    return refused;
  }

  return async (events) => {
    const refused: RefusedEvent[] = [];
    for (let start = 0; start < events.length; start += callLimit)
      refused.push(...(await putAll(events.slice(start, start + callLimit))));
    return refused;
  };
}

function toEntry(event: PublishedEvent, busName: string) {
  return {
    EventBusName: busName,
    Source: eventSource,
    DetailType: event.name,
    Detail: JSON.stringify(event),
    Time: new Date(event.at),
  };
}
