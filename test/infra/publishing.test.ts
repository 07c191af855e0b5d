/** What leaves the service for others: one way out, one function on it, and nothing lost on the way (policy P-11, P-20; pain N-23). */
import { describe, expect, it } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { asText, first, functionsByName, resourcesOf, statementsOf } from '../support/read-template.ts';
import { deployableOffices, synthesizeTemplate } from '../support/synthesized.ts';

const cloud = synthesizeTemplate({ stage: 'prod', cell: 'eu-west-1', offices: deployableOffices });
const everywhere: [string, Template][] = [
  ['local', synthesizeTemplate({ stage: 'local' })],
  ['prod', cloud],
];

describe.each(everywhere)('the bus of stage %s', (_stage, template) => {
  const bus = first(resourcesOf(template, 'AWS::Events::EventBus'));
  const publisher = first(
    [...functionsByName(template)].flatMap(([name, found]) => (name === 'publish-changes' ? [found] : [])),
  );

  it('is the cell’s own, open to nobody by a resource policy (P-11)', () => {
    expect(resourcesOf(template, 'AWS::Events::EventBus')).toHaveLength(1);
    expect(resourcesOf(template, 'AWS::Events::EventBusPolicy')).toEqual([]);
    expect(bus.properties.Policy).toBeUndefined();
  });

  it('takes events from one function only: no sender and no HTTP function may put any (P-11, P-20)', () => {
    const mayPut = [...functionsByName(template)].flatMap(([name, found]) => {
      const puts = statementsOf(template, found).filter(({ actions }) =>
        actions.some((action) => action.startsWith('events:')),
      );
      return puts.map(({ actions, resources }) => ({ name, actions, resources }));
    });
    expect(mayPut).toEqual([
      { name: 'publish-changes', actions: ['events:PutEvents'], resources: [`<${bus.id}.Arn>`] },
    ]);
  });

  it('lets its publisher change no queue but the one for refused events', () => {
    const sends = statementsOf(template, publisher).filter(({ actions }) =>
      actions.includes('sqs:SendMessage'),
    );
    const refused = first(
      resourcesOf(template, 'AWS::SQS::Queue').filter(({ properties }) =>
        String(properties.QueueName).endsWith('-events-dead-letters'),
      ),
    );
    expect(sends.map(({ resources }) => resources)).toEqual([[`<${refused.id}.Arn>`]]);
  });

  it('keeps what the service published for 30 days, for replays', () => {
    const archive = first(resourcesOf(template, 'AWS::Events::Archive'));
    expect(archive.properties).toMatchObject({
      RetentionDays: 30,
      EventPattern: { source: ['xperia-notify'] },
    });
    expect(asText(archive.properties.SourceArn)).toBe(`<${bus.id}.Arn>`);
  });

  it('is served every minute by runs that end before the next begins, and its silence raises an alarm', () => {
    const rule = first(
      resourcesOf(template, 'AWS::Events::Rule').filter(
        ({ properties }) => asText(properties.Targets[0].Arn) === `<${publisher.id}.Arn>`,
      ),
    );
    expect(rule.properties.ScheduleExpression).toBe('rate(1 minute)');
    expect(rule.properties.Targets[0].RetryPolicy.MaximumRetryAttempts).toBe(0);
    expect(publisher.properties.Timeout).toBeLessThan(60);
    const silent = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(
      ({ properties }) =>
        properties.TreatMissingData === 'breaching' &&
        JSON.stringify(properties.Dimensions).includes(`"${publisher.id}"`),
    );
    expect(silent).toHaveLength(1);
  });
});

describe('the bus in the cloud', () => {
  const key = `<${first(resourcesOf(cloud, 'AWS::KMS::Key')).id}.Arn>`;
  const bus = first(resourcesOf(cloud, 'AWS::Events::EventBus'));

  it('is encrypted with the own key of the cell, and so is its archive (P-20)', () => {
    const archive = first(resourcesOf(cloud, 'AWS::Events::Archive'));
    expect(asText(bus.properties.KmsKeyIdentifier)).toBe(key);
    expect(asText(archive.properties.KmsKeyIdentifier)).toBe(key);
  });

  it('leaves what it cannot decrypt in the dead letters, which it may write to', () => {
    const target = asText(bus.properties.DeadLetterConfig.Arn);
    const policies = resourcesOf(cloud, 'AWS::SQS::QueuePolicy').flatMap(
      ({ properties }) => properties.PolicyDocument.Statement,
    );
    const allowed = policies.filter(
      ({ Effect, Principal }) => Effect === 'Allow' && Principal.Service === 'events.amazonaws.com',
    );
    expect(allowed.map(({ Action, Resource }) => [Action, asText(Resource)])).toEqual([
      ['sqs:SendMessage', target],
    ]);
    expect(JSON.stringify(first(allowed).Condition)).toContain(bus.id);
  });
});
