/** A large audience is walked in pages and written in chunks, never held whole (N-25), and one office does not hold up another (N-07). */
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createQueues } from '../../shared/adapters/queues.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { expandSlice } from '../../shared/use-cases/expand-slice.ts';
import { createWorld } from '../support/world.ts';

const people = 2300;

describe('an expander', () => {
  it('holds at most a chunk: pages of 500, at most 1,500 decisions a transaction, batches of 100 (N-25)', async () => {
    const world = createWorld('2026-11-23T12:00:00.000Z');
    let made = 0;
    for (let index = 0; made < people; index++) {
      const id = `per_${String(index).padStart(7, '0')}`;
      if (shardOf(id) !== 0) continue;
      made += 1;
      await world.givenPerson({ id, country: 'DE', email: `${id}@example.com` });
    }
    const campaign = world.campaign({ office: 'de', channels: ['email'] });
    await world.messages.save(campaign, 0);
    const pages: number[] = [];
    const chunks: number[][] = [];
    await expandSlice(
      {
        messages: world.messages,
        people: {
          listAudience: async (where, limit) => {
            const page = await world.people.listAudience(where, limit);
            pages.push(page.contacts.length);
            return page;
          },
        },
        batches: {
          ...world.batches,
          plan: async (messageId, batches, ...rest) => {
            chunks.push(batches.map(({ entries }) => entries.length));
            return world.batches.plan(messageId, batches, ...rest);
          },
        },
        wakeSenders: async () => {},
        repeat: async () => {},
        clock: world.clock,
        remainingMs: () => 60_000,
      },
      {
        name: 'expand-slice',
        version: 1,
        messageId: 'cmp_1',
        office: 'de',
        firstShard: 0,
        lastShard: 0,
      },
    );
    const sizes = chunks.map((chunk) => chunk.reduce((sum, size) => sum + size, 0));
    expect(Math.max(...pages)).toBeLessThanOrEqual(500);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1500);
    expect(Math.max(...chunks.flat())).toBe(100);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
  });
});

describe('a wake-up', () => {
  it('names its office as the group of a fair queue, ten to a request (N-07)', async () => {
    const client = mockClient(SQSClient);
    client.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
    const wakeups = Array.from({ length: 23 }, (_, index) => ({
      body: { index },
      group: index % 2 ? 'de' : 'jp',
    }));
    await createQueues(new SQSClient({ region: 'eu-west-1' }))('https://queue.example', wakeups);
    const requests = client
      .commandCalls(SendMessageBatchCommand)
      .map(({ args }) => args[0].input.Entries ?? []);
    expect(requests.map(({ length }) => length)).toEqual([10, 10, 3]);
    const sent = requests
      .flat()
      .map(({ MessageBody = '', MessageGroupId }) => [JSON.parse(MessageBody).index % 2, MessageGroupId]);
    expect(sent.every(([odd, group]) => group === (odd ? 'de' : 'jp'))).toBe(true);
  });

  it('that the queue refuses is a fault, so that the work comes back', async () => {
    const client = mockClient(SQSClient);
    client
      .on(SendMessageBatchCommand)
      .resolves({ Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] });
    const send = createQueues(new SQSClient({ region: 'eu-west-1' }));
    await expect(send('https://queue.example', [{ body: {}, group: 'de' }])).rejects.toThrow('InternalError');
  });
});
