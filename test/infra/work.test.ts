/** Functions and queues: nothing is lost, nothing fails silently, and each function may do only what it is for (policy P-19, P-20; promise 6). */
import { describe, expect, it } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import type * as z from 'zod';
import {
  asText,
  first,
  functionsByName,
  type Properties,
  type Resource,
  resourcesOf,
  statementsOf,
} from '../support/read-template.ts';
import { deployableOffices, synthesizeTemplate } from '../support/synthesized.ts';

const cloud = synthesizeTemplate({ stage: 'prod', cell: 'eu-west-1', offices: deployableOffices });
const everywhere: [string, Template][] = [
  ['local', synthesizeTemplate({ stage: 'local' })],
  ['prod', cloud],
];

const deadLettersOf = ({ properties }: Resource) =>
  properties.RedrivePolicy && asText(properties.RedrivePolicy.deadLetterTargetArn);
const arnOf = ({ id }: Resource) => `<${id}.Arn>`;
const nameOf = ({ properties }: Resource) => String(properties.QueueName);

function alarmsOn(template: Template, metric: string, queueOrFunction: Resource): Resource[] {
  return resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(
    ({ properties }) =>
      properties.MetricName === metric &&
      JSON.stringify(properties.Dimensions).includes(`"${queueOrFunction.id}"`),
  );
}

describe.each(everywhere)('queues of stage %s', (_stage, template) => {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');
  const working = queues.filter(deadLettersOf);
  const deadLetters = queues.filter((queue) => !deadLettersOf(queue));
  const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(
    ({ properties }) => properties,
  );

  it('are the ten of the service, each with a dead-letter queue of its own after five attempts', () => {
    const names = working.map((queue) => nameOf(queue).replace(/^xperia-notify-(local|prod)-/, ''));
    expect(names.sort()).toEqual([
      'feedback',
      'import',
      'letters',
      'mandatory-email',
      'mandatory-expand',
      'mandatory-push',
      'mandatory-sms',
      'marketing-email',
      'marketing-expand',
      'marketing-push',
    ]);
    // Events that the bus refuses come from no queue (test/infra/publishing.test.ts).
    const ofQueues = deadLetters.filter((queue) => !nameOf(queue).endsWith('-events-dead-letters'));
    expect(working.map(deadLettersOf).sort()).toEqual(ofQueues.map(arnOf).sort());
    for (const { properties } of working) expect(properties.RedrivePolicy.maxReceiveCount).toBe(5);
  });

  it('raise an alarm for every dead letter, and keep it 14 days', () => {
    for (const queue of deadLetters) {
      const alarms = alarmsOn(template, 'ApproximateNumberOfMessagesVisible', queue);
      expect(alarms.map(({ properties }) => properties.Threshold)).toEqual([1]);
      expect(queue.properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
    }
  });

  it('raise an alarm when a notice waits (promise 6)', () => {
    const mandatory = working.filter((queue) => nameOf(queue).includes('-mandatory-'));
    expect(mandatory).toHaveLength(4);
    for (const queue of mandatory) {
      expect(alarmsOn(template, 'ApproximateAgeOfOldestMessage', queue)).toHaveLength(1);
    }
  });

  it('are encrypted and closed to plain HTTP (P-20)', () => {
    const policies = resourcesOf(template, 'AWS::SQS::QueuePolicy');
    for (const queue of queues) {
      expect(queue.properties.SqsManagedSseEnabled === true || queue.properties.KmsMasterKeyId).toBeTruthy();
      const policy = policies.filter(({ properties }) => asText(properties.Queues[0]) === `<${queue.id}>`);
      expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
    }
  });

  it('hide a message six times as long as its function may run (Lambda guide, services-sqs-configure)', () => {
    for (const queue of working) {
      const source = first(sources.filter(({ EventSourceArn }) => asText(EventSourceArn) === arnOf(queue)));
      const worker = resourcesOf(template, 'AWS::Lambda::Function').find(
        ({ id }) => `<${id}>` === asText(source.FunctionName),
      );
      expect(queue.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker?.properties.Timeout);
    }
  });

  it('are worked on with a limit of concurrency, and give back only the messages that failed', () => {
    expect(sources).toHaveLength(working.length);
    for (const source of sources) {
      expect(source.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
      expect(source.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });
});

describe.each(everywhere)('functions of stage %s', (_stage, template) => {
  const functions = [...functionsByName(template)];

  it.each(functions)(
    '%s runs on nodejs24.x and arm64, is traced, and keeps its logs for a set time',
    (_name, found) => {
      const { Runtime, Architectures, TracingConfig, LoggingConfig } = found.properties;
      expect({ Runtime, Architectures, TracingConfig }).toEqual({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
      });
      const logGroup = first(
        resourcesOf(template, 'AWS::Logs::LogGroup').filter(
          ({ id }) => `<${id}>` === asText(LoggingConfig.LogGroup),
        ),
      );
      expect(logGroup.properties.RetentionInDays).toBeGreaterThan(0);
    },
  );

  it.each(functions)('%s has every variable that its schema asks for, and no other', async (name, found) => {
    const folder = name.replace(/-(marketing|mandatory)$/, '');
    const { env } = (await import(`../../functions/${folder}/env.ts`)) as { env: z.ZodType };
    const variables = Object.entries<unknown>(found.properties.Environment.Variables)
      .filter(([variable]) => !variable.startsWith('POWERTOOLS_') && variable !== 'NODE_OPTIONS')
      .map(([variable, value]) => [
        variable,
        asText(value)
          .replace(/^<\w+\.ApiEndpoint>$/, 'https://api.test')
          .replace(/^<\w+\.ProviderURL>/, 'https://pool.test')
          .replace(/<\w+>\.auth\./, 'prefix.auth.'),
      ]);
    const parsed = env.parse(Object.fromEntries(variables));
    expect(Object.keys(parsed as object).sort()).toEqual(variables.map(([variable]) => variable).sort());
  });

  it.each(functions)('%s raises an alarm that says what its errors mean and what to do', (_name, found) => {
    const { properties } = first(alarmsOn(template, 'Errors', found));
    expect(properties.AlarmDescription).toMatch(/^[A-Z].+\. What to do: docs\/runbook\.md#[a-z-]+$/);
    expect(properties.AlarmActions).toHaveLength(1);
  });

  it('may go on through their own queue only where Lambda is told not to stop such a loop', () => {
    const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping');
    for (const [, found] of functions) {
      const own = sources
        .filter(({ properties }) => asText(properties.FunctionName) === `<${found.id}>`)
        .map(({ properties }) => asText(properties.EventSourceArn));
      const wakesItself = statementsOf(template, found).some(
        ({ actions, resources }) =>
          actions.includes('sqs:SendMessage') && resources.some((resource) => own.includes(resource)),
      );
      expect(found.properties.RecursiveLoop).toBe(wakesItself ? 'Allow' : 'Terminate');
    }
  });
});

describe('the clock', () => {
  it('ticks every minute, and its silence raises an alarm', () => {
    const tick = first(
      [...functionsByName(cloud)].filter(([name]) => name === 'tick').map(([, found]) => found),
    );
    const rule = first(
      resourcesOf(cloud, 'AWS::Events::Rule').filter(
        ({ properties }) => asText(properties.Targets[0].Arn) === arnOf(tick),
      ),
    );
    expect(rule.properties.ScheduleExpression).toBe('rate(1 minute)');
    expect(first(alarmsOn(cloud, 'Invocations', tick)).properties.TreatMissingData).toBe('breaching');
  });
});

describe('lanes', () => {
  const queues = resourcesOf(cloud, 'AWS::SQS::Queue');
  const sets = resourcesOf(cloud, 'AWS::SES::ConfigurationSet');
  const laneOfSet = ({ id }: Resource) =>
    /^Mail(Marketing|Mandatory|Letters|Tests)/.exec(id)?.[1]?.toLowerCase() ?? id;

  /** The lanes (and the letters and tests, which are none) whose queues or configuration set a function may touch in any way. */
  function lanesOf(found: Resource): string[] {
    const allowed = statementsOf(cloud, found).flatMap(({ effect, resources }) =>
      effect === 'Allow' ? resources : [],
    );
    const touches = ({ id }: Resource) => allowed.some((resource) => resource.includes(`<${id}`));
    const ofQueues = queues
      .filter(touches)
      .flatMap(
        (queue) => /^xperia-notify-prod-(marketing|mandatory|letters)\b/.exec(nameOf(queue))?.[1] ?? [],
      );
    return [...new Set([...ofQueues, ...sets.filter(touches).map(laneOfSet)])].sort();
  }

  it('are closed to each other: no marketing function reaches the way of the notices, nor the reverse (promises 2 and 6, P-19)', () => {
    const lanes = Object.fromEntries(
      [...functionsByName(cloud)].map(([name, found]) => [name, lanesOf(found)]),
    );
    expect(lanes).toEqual({
      account: [],
      'api-docs': [],
      campaigns: ['marketing', 'tests'],
      console: [],
      'deliver-email-mandatory': ['mandatory'],
      'deliver-email-marketing': ['marketing'],
      'deliver-letters': ['letters'],
      'deliver-push-mandatory': ['mandatory'],
      'deliver-push-marketing': ['marketing'],
      'deliver-sms': ['mandatory'],
      devices: [],
      'expand-audience-mandatory': ['mandatory'],
      'expand-audience-marketing': ['marketing'],
      'import-people': [],
      notices: ['mandatory'],
      pages: ['letters'],
      people: ['letters'],
      'platform-application': [],
      'publish-changes': [],
      // It asks for a turn of a notice after a bounce; what is sent, and to whom, is decided where the notice is read.
      'record-feedback': ['mandatory'],
      tick: ['letters', 'mandatory', 'marketing'],
    });
  });

  it('know a send rate only where there is one: marketing waits for its time, notices take it and wait for nobody (promise 6, N-07)', () => {
    for (const [stage, template] of everywhere) {
      const rates = [...functionsByName(template)].flatMap(([name, { properties }]) => {
        const percent = properties.Environment.Variables.SEND_RATE_PERCENT;
        return percent === undefined ? [] : [[name, percent]];
      });
      const percent = stage === 'local' ? '10000' : '100';
      expect(Object.fromEntries(rates)).toEqual({
        campaigns: percent,
        'deliver-email-mandatory': percent,
        'deliver-email-marketing': percent,
        'deliver-push-mandatory': percent,
        'deliver-push-marketing': percent,
      });
    }
  });

  it('have concurrency set aside for notices in production', () => {
    for (const [name, { properties }] of functionsByName(cloud)) {
      const isMandatory = name.endsWith('-mandatory') || name === 'deliver-sms';
      expect(properties.ReservedConcurrentExecutions).toBe(isMandatory ? 20 : undefined);
    }
  });
});

describe('permissions', () => {
  /** X-Ray has no resources to name; a phone number is not an ARN. */
  const mayNameNoResource: Readonly<Record<string, readonly string[]>> = { 'deliver-sms': ['sns:Publish'] };
  const tracing = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];

  it.each([...functionsByName(cloud)])('of %s name their actions and resources (P-20)', (name, found) => {
    const allowed = statementsOf(cloud, found).filter(({ effect }) => effect === 'Allow');
    const everywhereActions = allowed
      .filter(({ resources }) => resources.includes('*'))
      .flatMap(({ actions }) => actions);
    expect(everywhereActions.sort()).toEqual([...(mayNameNoResource[name] ?? []), ...tracing]);
    const actions = allowed.flatMap((statement) => statement.actions);
    expect(actions.filter((action) => /^(\*|\w+:\*)$/.test(action))).toEqual([]);
    expect(actions).not.toContain('dynamodb:Scan');
  });

  it('include the key of the cell wherever a function works on encrypted data (P-20)', () => {
    const needsKey = /^(dynamodb|sqs|s3|secretsmanager):/;
    for (const [name, found] of functionsByName(cloud)) {
      // The credential of FCM is made by hand, and encrypted with the key that Secrets Manager brings.
      if (name === 'platform-application') continue;
      const actions = statementsOf(cloud, found).flatMap((statement) => statement.actions);
      expect([name, actions.includes('kms:Decrypt')]).toEqual([
        name,
        actions.some((action) => needsKey.test(action)),
      ]);
    }
  });

  it('come from no policy of AWS, which would be wider', () => {
    for (const { properties } of resourcesOf(cloud, 'AWS::IAM::Role')) {
      expect(properties.ManagedPolicyArns).toBeUndefined();
    }
  });

  it('to publish to phone numbers do not open topics and endpoints', () => {
    const sms = functionsByName(cloud).get('deliver-sms');
    const denied = sms && statementsOf(cloud, sms).filter(({ effect }) => effect === 'Deny');
    expect(denied).toEqual([{ effect: 'Deny', actions: ['sns:Publish'], resources: ['arn:*:sns:*:*:*'] }]);
  });

  it('of the campaign API reach staff and no list: one configuration set of its own, and endpoints that are made but not changed', () => {
    const api = functionsByName(cloud).get('campaigns');
    const allowed = api ? statementsOf(cloud, api).filter(({ effect }) => effect === 'Allow') : [];
    const actions = allowed.flatMap((statement) => statement.actions);
    expect(actions.filter((action) => /^(ses|sns):/.test(action)).sort()).toEqual([
      'ses:SendRawEmail',
      'sns:CreatePlatformEndpoint',
      'sns:Publish',
    ]);
    const sending = first(allowed.filter((statement) => statement.actions.includes('ses:SendRawEmail')));
    const sets = sending.resources.filter((resource) => resource.includes(':configuration-set/'));
    expect(sets).toEqual([expect.stringMatching(/<MailTests\w+>$/)]);
  });

  it('to send mail name the domains of the offices (N-14)', () => {
    const sender = functionsByName(cloud).get('deliver-email-marketing');
    const statement =
      sender && statementsOf(cloud, sender).find(({ actions }) => actions.includes('ses:SendRawEmail'));
    const identities = statement?.resources.filter((resource) => resource.includes(':identity/'));
    expect(identities).toHaveLength(deployableOffices.filter(({ cell }) => cell === 'eu-west-1').length);
    expect(identities?.join()).toContain('identity/news-de.xperia.test');
  });
});

describe('every alarm', () => {
  it('reaches the alarm topic of the cell', () => {
    const alarms = resourcesOf(cloud, 'AWS::CloudWatch::Alarm');
    const targets = new Set(
      alarms.map(({ properties }: { properties: Properties }) => asText(properties.AlarmActions[0])),
    );
    expect(targets.size).toBe(1);
    expect([...targets][0]).toMatch(/^<AlarmsTopic/);
  });
});
