/** EventBridge takes ten events at a time, may take some and not others, and is sometimes busy (pain N-23). */
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import type { PublishedEvent } from '../../events/index.ts';
import { createEventBus } from '../../shared/adapters/event-bus.ts';

const at = '2026-11-23T12:00:00.000Z';
const eventOf = (id: string): PublishedEvent => ({
  name: 'preference-changed',
  version: 1,
  ...{ id, at, personId: 'per_1', office: 'de', purpose: 'profiling', state: 'denied', source: 'app' },
});
const events = (count: number) => Array.from({ length: count }, (_, index) => eventOf(`e${index}`));
const idOf = ({ Detail }: PutEventsRequestEntry): string => JSON.parse(Detail ?? '').id;

/** A bus that answers each entry of each call as `codeOf` says. */
function givenBus(codeOf: (id: string, call: number) => string | undefined) {
  const client = mockClient(EventBridgeClient);
  const calls: string[][] = [];
  const pauses: number[] = [];
  client.on(PutEventsCommand).callsFake(({ Entries }: { Entries: PutEventsRequestEntry[] }) => {
    const ids = Entries.map(idOf);
    calls.push(ids);
    const codes = ids.map((id) => codeOf(id, calls.length));
    return {
      FailedEntryCount: codes.filter(Boolean).length,
      Entries: codes.map((ErrorCode) => (ErrorCode ? { ErrorCode } : { EventId: 'x' })),
    };
  });
  const publish = createEventBus('bus', new EventBridgeClient({}), async (milliseconds) => {
    pauses.push(milliseconds);
  });
  return { client, calls, pauses, publish };
}

describe('the adapter of the bus', () => {
  it('puts ten at a time, in order, with source, type and time', async () => {
    const { calls, client, publish } = givenBus(() => undefined);
    expect(await publish(events(23))).toEqual([]);
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(calls.flat()).toEqual(events(23).map(({ id }) => id));
    expect(client.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries?.[0]).toEqual({
      EventBusName: 'bus',
      Source: 'xperia-notify',
      DetailType: 'preference-changed',
      Detail: JSON.stringify(eventOf('e0')),
      Time: new Date(at),
    });
  });

  it('puts only those again that were not taken, in their order, after a pause', async () => {
    const busy = new Map([
      ['e2', 'ThrottlingException'],
      ['e5', 'InternalFailure'],
    ]);
    const { calls, pauses, publish } = givenBus((id, call) => (call < 3 ? busy.get(id) : undefined));
    expect(await publish(events(7))).toEqual([]);
    expect(calls).toEqual([events(7).map(({ id }) => id), ['e2', 'e5'], ['e2', 'e5']]);
    expect(pauses).toHaveLength(2);
  });

  it('gives back what can never be taken, and puts the others', async () => {
    const { calls, publish } = givenBus((id) => (id === 'e1' ? 'MalformedDetail' : undefined));
    expect(await publish(events(3))).toEqual([{ event: eventOf('e1'), code: 'MalformedDetail' }]);
    expect(calls).toHaveLength(1);
  });

  it.each(['AccessDeniedException', 'NotAuthorizedForSourceException', 'SomethingNew'])(
    'throws where the set-up is at fault (%s): no event is given up for it',
    async (code) => {
      const { publish } = givenBus((id) => (id === 'e1' ? code : undefined));
      await expect(publish(events(3))).rejects.toThrow(code);
    },
  );

  it('gives up after some attempts, and after a call that fails as a whole', async () => {
    const { calls, publish } = givenBus(() => 'ThrottlingException');
    await expect(publish(events(2))).rejects.toThrow('takes no more');
    expect(calls).toHaveLength(6);
    const client = mockClient(EventBridgeClient);
    client.on(PutEventsCommand).rejects(new Error('away'));
    await expect(createEventBus('bus', new EventBridgeClient({}))(events(1))).rejects.toThrow('away');
    client.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
    await expect(createEventBus('bus', new EventBridgeClient({}))(events(1))).rejects.toThrow('every event');
  });
});
