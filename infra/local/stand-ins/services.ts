/** Puts the stand-ins for SQS, SES, SNS, EventBridge and Secrets Manager behind their addresses. */
import { type AwsServer, awsBodyLimitBytes, readForm } from '../aws-server.ts';
import type { LocalClock } from '../clock.ts';
import type { Closers } from '../closers.ts';
import type { AsyncInvoker } from '../invoke-later.ts';
import type { LocalStack } from '../local-stack.ts';
import type { Outboxes } from '../outboxes.ts';
import type { LocalQueues } from '../queues.ts';
import { readBody } from '../respond.ts';
import { answerEvents, readBuses } from './event-bus.ts';
import { readConfigurationSets, readEventDestinations, readPlatformApplications } from './mail-and-push.ts';
import { answerQuery } from './query-protocol.ts';
import { answerSecrets, openSecrets } from './secrets.ts';
import { createSes } from './ses.ts';
import { createSesPublisher } from './ses-publisher.ts';
import { createMailReader, type MailReader } from './ses-reader.ts';
import { createSns } from './sns.ts';
import { openEndpoints } from './sns-endpoints.ts';
import { createTopics } from './sns-topics.ts';

export interface ServicesOptions {
  stack: LocalStack;
  server: AwsServer;
  queues: LocalQueues;
  functions: AsyncInvoker;
  outboxes: Outboxes;
  clock: LocalClock;
  path: (name: string) => string;
  closers: Closers;
}

/** @returns the reader of the mails, who opens and clicks */
export async function openServices(options: ServicesOptions): Promise<MailReader> {
  const { stack, server, queues, outboxes, clock, path } = options;
  const { template, resolve, region } = stack;
  const topics = createTopics({ ...stack, queues, functions: options.functions, clock });
  const endpoints = await openEndpoints(path('endpoints.ndjson'));
  options.closers.add(endpoints.close);
  const publisher = createSesPublisher(readEventDestinations(template, resolve), topics);
  const ses = createSes({
    configurationSets: readConfigurationSets(template, resolve),
    publisher,
    outbox: outboxes.mails,
    clock,
    region,
  });
  const sns = createSns({
    ...outboxes,
    applications: readPlatformApplications(template, resolve),
    endpoints,
    topics,
    clock,
  });
  const secrets = openSecrets(template, resolve, path('secrets.json'));
  server.services.set('sqs', queues.handle);
  server.services.set('ses', async (request, response) =>
    answerQuery(response, await readForm(request), ses),
  );
  server.services.set('sns', async (request, response) =>
    answerQuery(response, await readForm(request), sns),
  );
  const buses = { names: readBuses(template, resolve), outbox: outboxes.events, clock };
  server.services.set('events', async (request, response) => {
    const body = await readBody(request, awsBodyLimitBytes);
    answerEvents(buses, String(request.headers['x-amz-target']), body?.toString('utf8') ?? '', response);
  });
  server.services.set('secrets', async (request, response) => {
    const body = await readBody(request, awsBodyLimitBytes);
    answerSecrets(secrets, String(request.headers['x-amz-target']), body?.toString('utf8') ?? '', response);
  });
  return createMailReader({ publisher, clock, region });
}
