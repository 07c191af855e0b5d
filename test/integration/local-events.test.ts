/** Events of the local run: the stand-in for EventBridge behind its real client, and an answer on its way from a phone to the outbox (promise 7, P-11). */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PreferenceChanged } from '../../events/preference-changed.ts';
import { type AwsServer, startAwsServer } from '../../infra/local/aws-server.ts';
import type { EventEntry } from '../../infra/local/outbox/entries.ts';
import { readBody } from '../../infra/local/respond.ts';
import { answerEvents } from '../../infra/local/stand-ins/event-bus.ts';
import { createEventBus } from '../../shared/adapters/event-bus.ts';
import { type StartedService, startLocalService } from '../support/local-service.ts';

const at = '2026-11-23T12:00:00.000Z';
const event: PreferenceChanged = {
  name: 'preference-changed',
  version: 1,
  ...{ id: 'e1', at, personId: 'per_1', office: 'de', purpose: 'profiling', state: 'denied', source: 'app' },
};

describe('the stand-in for EventBridge', () => {
  const taken: EventEntry[] = [];
  let server: AwsServer;
  let client: EventBridgeClient;

  beforeAll(async () => {
    server = await startAwsServer();
    const outbox = { append: (entry: EventEntry) => taken.push(entry) };
    const clock = { iso: () => at };
    server.services.set('events', async (request, response) => {
      const body = (await readBody(request, 1e7))?.toString('utf8') ?? '';
      answerEvents(
        { names: new Set(['bus']), outbox, clock },
        String(request.headers['x-amz-target']),
        body,
        response,
      );
    });
    client = new EventBridgeClient({
      endpoint: `${server.url}/events`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
  });
  afterAll(() => server.close());

  it('takes what the adapter publishes', async () => {
    expect(await createEventBus('bus', client)([event])).toEqual([]);
    expect(taken.splice(0)).toEqual([
      {
        id: expect.any(String),
        source: 'xperia-notify',
        detailType: 'preference-changed',
        detail: event,
        at,
      },
    ]);
  });

  it('refuses single entries that the service would refuse, and takes the others', async () => {
    const good = { EventBusName: 'bus', Source: 's', DetailType: 't', Detail: '{"a":1}' };
    const Entries = [good, { ...good, Detail: '[1]' }, { ...good, Source: '' }, good];
    const answer = await client.send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).toBe(2);
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'InvalidArgument',
      undefined,
    ]);
    expect(taken.splice(0).map(({ detail }) => detail)).toEqual([{ a: 1 }, { a: 1 }]);
  });

  it('refuses a call to a bus that the template does not have, and one with more than ten entries', async () => {
    await expect(createEventBus('other', client)([event])).rejects.toThrow('does not exist');
    const Entries = Array.from({ length: 11 }, () => ({
      EventBusName: 'bus',
      Source: 's',
      DetailType: 't',
      Detail: '{}',
    }));
    await expect(client.send(new PutEventsCommand({ Entries }))).rejects.toThrow('between 1 and 10');
    expect(taken).toEqual([]);
  });
});

describe('an answer on a phone', () => {
  let service: StartedService;
  // The whole template is synthesized and bundled in this process first.
  beforeAll(async () => {
    service = await startLocalService();
  }, 180_000);
  afterAll(() => service?.stop());

  it('reaches the outbox of events once, without the token of the phone', async () => {
    const answer = await fetch(`${service.url}/devices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{
          token: 'token-of-kim',
          platform: 'fcm',
          country: 'DE',
          language: 'de',
          timezone: 'Europe/Berlin',
        },
        ...{ model: 'XQ-EC54', osVersion: '15', source: 'setup-wizard', marketing: { push: 'granted' } },
      }),
    });
    expect(answer.status).toBe(201);
    const { deviceId } = (await answer.json()) as { deviceId: string };
    const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    expect(await service.setTime(soon(120))).toBe(200);
    const [first, ...others] = await service.outbox('events');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ source: 'xperia-notify', detailType: 'preference-changed' });
    expect(PreferenceChanged.strict().parse(first?.['detail'])).toMatchObject({
      office: 'de',
      country: 'DE',
      purpose: 'marketing',
      channel: 'push',
      contactId: deviceId,
      state: 'granted',
      source: 'setup-wizard',
    });
    expect(JSON.stringify(first)).not.toContain('token-of-kim');
    expect(await service.setTime(soon(240))).toBe(200);
    expect(await service.outbox('events')).toHaveLength(1);
    expect(await service.get('/')).toContain('href="/local/outbox/events"');
  });
});
