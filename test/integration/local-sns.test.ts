/** The stand-in of SNS mobile push: the rules of endpoints and messages (SNS API reference), and what survives a kill. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openClock } from '../../infra/local/clock.ts';
import { collect, openJournal } from '../../infra/local/journal.ts';
import { PushEntry, SmsEntry } from '../../infra/local/outbox/entries.ts';
import { createSns } from '../../infra/local/stand-ins/sns.ts';
import { type Endpoints, openEndpoints } from '../../infra/local/stand-ins/sns-endpoints.ts';

const application = 'arn:aws:sns:eu-west-1:000000000000:app/GCM/phones';
let folder: string;
let endpoints: Endpoints;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xperia-notify-sns-'));
  endpoints = await openEndpoints(join(folder, 'endpoints.ndjson'));
});
afterEach(() => {
  endpoints.close();
  rmSync(folder, { recursive: true });
});

describe('endpoints', () => {
  it('are one per token: the same call gives the same ARN', () => {
    const arn = endpoints.create(application, 't-1', {});
    expect(arn).toMatch(/^arn:aws:sns:eu-west-1:000000000000:endpoint\/GCM\/phones\/[\w-]{36}$/);
    expect(endpoints.create(application, 't-1', {})).toBe(arn);
    expect(endpoints.create(application, 't-2', {})).not.toBe(arn);
  });

  it('refuse the same token with other attributes, in the words that carry the ARN', () => {
    const arn = endpoints.create(application, 't-1', { CustomUserData: 'a' });
    const words = `Invalid parameter: Token Reason: Endpoint ${arn} already exists with the same Token, but different attributes.`;
    expect(() => endpoints.create(application, 't-1', { CustomUserData: 'b' })).toThrow(words);
    expect(() => endpoints.create(application, 't-1', { Enabled: 'false' })).toThrow(words);
  });

  it('stay disabled when they are created again, until they are set', () => {
    const arn = endpoints.create(application, 't-1', {});
    endpoints.set(arn, { Enabled: 'false' });
    expect(endpoints.create(application, 't-1', {})).toBe(arn);
    expect(endpoints.get(arn).enabled).toBe(false);
    endpoints.set(arn, { Enabled: 'true', Token: 't-9' });
    expect(endpoints.get(arn)).toMatchObject({ enabled: true, token: 't-9' });
    expect(endpoints.create(application, 't-1', {})).not.toBe(arn);
  });

  it('do not take the token of another endpoint', () => {
    const first = endpoints.create(application, 't-1', {});
    const second = endpoints.create(application, 't-2', {});
    expect(() => endpoints.set(second, { Token: 't-1' })).toThrow(first);
  });

  it('are gone after they are deleted, and deleting again is no error', () => {
    const arn = endpoints.create(application, 't-1', {});
    endpoints.remove(arn);
    endpoints.remove(arn);
    expect(() => endpoints.get(arn)).toThrow('Endpoint does not exist');
  });

  it('survive a kill in the middle of a write: only the torn line is lost', async () => {
    const kept = endpoints.create(application, 't-1', {});
    endpoints.set(kept, { Enabled: 'false' });
    const deleted = endpoints.create(application, 't-2', {});
    endpoints.remove(deleted);
    appendFileSync(join(folder, 'endpoints.ndjson'), '{"op":"put","arn":"arn:aws:sns:half');
    const again = await openEndpoints(join(folder, 'endpoints.ndjson'));
    expect(again.get(kept)).toMatchObject({ token: 't-1', enabled: false });
    expect(() => again.get(deleted)).toThrow('Endpoint does not exist');
    const fresh = again.create(application, 't-3', {});
    again.close();
    const third = await openEndpoints(join(folder, 'endpoints.ndjson'));
    expect(third.get(fresh).token).toBe('t-3');
    third.close();
  });
});

describe('messages', () => {
  const topic = 'arn:aws:sns:eu-west-1:000000000000:failures';

  function start() {
    const published: unknown[] = [];
    const pushes = openJournal(join(folder, 'push.ndjson'), PushEntry);
    const texts = openJournal(join(folder, 'sms.ndjson'), SmsEntry);
    const topics = {
      has: (arn: string) => arn === topic,
      publish: (_: string, message: string) => {
        published.push(JSON.parse(message));
        return 'id';
      },
    };
    const applications = [{ arn: application, failureTopicArn: topic }];
    const clock = openClock(join(folder, 'clock.json'));
    const act = createSns({ applications, endpoints, topics, pushes, texts, clock });
    return {
      publish: (form: Record<string, string>) => act('Publish', new URLSearchParams(form)),
      pushes,
      texts,
      published,
    };
  }
  const payload = { default: 'x', GCM: JSON.stringify({ fcmV1Message: { message: { data: { a: 'b' } } } }) };
  const json = { MessageStructure: 'json', Message: JSON.stringify(payload) };

  it('are kept with the token and the parsed payload, the FCM part too', async () => {
    const { publish, pushes } = start();
    const TargetArn = endpoints.create(application, 't-1', {});
    publish({ ...json, TargetArn });
    expect(await collect(pushes.entries())).toMatchObject([
      {
        endpointArn: TargetArn,
        token: 't-1',
        payload: { default: 'x', GCM: { fcmV1Message: { message: { data: { a: 'b' } } } } },
      },
    ]);
  });

  it('to a disabled endpoint are refused', () => {
    const { publish, pushes } = start();
    const TargetArn = endpoints.create(application, 't-1', {});
    endpoints.set(TargetArn, { Enabled: 'false' });
    expect(() => publish({ ...json, TargetArn })).toThrow(
      expect.objectContaining({ code: 'EndpointDisabled' }),
    );
    expect(pushes.length()).toBe(0);
  });

  it('to a token that FCM does not know succeed once, then the endpoint is disabled and an event says so', async () => {
    const { publish, published } = start();
    const TargetArn = endpoints.create(application, 'invalid-1', {});
    expect(publish({ ...json, TargetArn })).toContain('<MessageId>');
    for (let waited = 0; published.length === 0 && waited < 2000; waited += 20) await sleep(20);
    expect(published).toMatchObject([
      {
        EventType: 'DeliveryFailure',
        FailureType: 'InvalidPlatformToken',
        EndpointArn: TargetArn,
        Resource: application,
      },
    ]);
    expect(() => publish({ ...json, TargetArn })).toThrow('Endpoint is disabled');
  });

  it.each([
    ['without a default entry', JSON.stringify({ GCM: '{}' }), 'No default entry'],
    ['that is not JSON', 'text', 'failed to parse'],
    ['of more than 256 KiB', JSON.stringify({ default: 'x'.repeat(262_144) }), 'Message too long'],
  ])('%s are refused', (_, Message, words) => {
    const { publish } = start();
    const TargetArn = endpoints.create(application, 't-1', {});
    expect(() => publish({ MessageStructure: 'json', Message, TargetArn })).toThrow(words);
  });

  it('go to phone numbers in E.164 form only', async () => {
    const { publish, texts } = start();
    publish({ PhoneNumber: '+4915112345678', Message: 'Achtung' });
    expect(() => publish({ PhoneNumber: '0151', Message: 'Achtung' })).toThrow('PhoneNumber');
    expect(await collect(texts.entries())).toMatchObject([
      { phoneNumber: '+4915112345678', message: 'Achtung' },
    ]);
  });
});
