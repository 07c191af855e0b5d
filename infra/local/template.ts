/** What a CloudFormation template is made of, and which resource types mean something on one machine. */
import * as z from 'zod';
import { LocalProblem } from './problem.ts';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

export const Template = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown().optional() })).default({}),
  Resources: z.record(z.string(), Resource),
});
export type Template = z.infer<typeof Template>;

/** Types that the local run brings to life. */
const runsLocally = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
  'Custom::PlatformApplication',
]);

/** Types that need nothing on one machine: permissions, logs, alarms, keys, and what only a deployment uses. */
const needsNothing = new Set([
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Events::Archive',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SES::EmailIdentity',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::ResourcePolicy',
  'Custom::LogRetention',
  'Custom::S3AutoDeleteObjects',
]);

/** Parses a synthesized template; a resource type of neither list is a `LocalProblem`, never silently left out. */
export function parseTemplate(json: unknown): Template {
  const template = Template.parse(json);
  const unknown = Object.entries(template.Resources).filter(
    ([, { Type }]) => !runsLocally.has(Type) && !needsNothing.has(Type),
  );
  if (unknown.length === 0) return template;
  const listed = unknown.map(([id, { Type }]) => `${id} (${Type})`).join(', ');
  throw new LocalProblem(
    `The template has resources that the local run does not know: ${listed}.`,
    'Teach infra/local to run them, or list their types in infra/local/template.ts as needing nothing locally.',
  );
}

/** Logical ids and properties, still with intrinsics, of all resources of the given types. */
export function resourcesOf(
  template: Template,
  ...types: string[]
): [id: string, properties: Record<string, unknown>][] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => types.includes(resource.Type))
    .map(([id, resource]) => [id, resource.Properties]);
}
