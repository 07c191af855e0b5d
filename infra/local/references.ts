/** What `Ref` and `Fn::GetAtt` give for each resource on this machine: names, addresses and ARNs. */
import type { References } from './intrinsics.ts';
import type { Template } from './template.ts';

export const account = '000000000000';

export interface LocalPlace {
  region: string;
  /** Base address of the service, such as `http://localhost:3000`. */
  publicUrl: string;
  /** Base address of the stand-ins for AWS services. */
  awsUrl: string;
}

interface Named {
  ref: string;
  attributes?: Record<string, string>;
}
type Namer = (name: string, place: LocalPlace) => Named;

const arn = (service: string, place: LocalPlace, rest: string) =>
  `arn:aws:${service}:${place.region}:${account}:${rest}`;

const plain: Namer = (name) => ({ ref: name });
const withArn =
  (service: string, prefix = ''): Namer =>
  (name, place) => ({ ref: name, attributes: { Arn: arn(service, place, `${prefix}${name}`) } });

const table: Namer = (name, place) => ({
  ref: name,
  attributes: {
    Arn: arn('dynamodb', place, `table/${name}`),
    StreamArn: arn('dynamodb', place, `table/${name}/stream/local`),
  },
});

/** Resources that are not listed have their logical id as `Ref` and no attributes. */
const namers: Record<string, Namer> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': (name, place) => ({
    ref: `${place.awsUrl}/sqs/${account}/${name}`,
    attributes: {
      Arn: arn('sqs', place, name),
      QueueName: name,
      QueueUrl: `${place.awsUrl}/sqs/${account}/${name}`,
    },
  }),
  'AWS::S3::Bucket': (name) => ({ ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } }),
  'AWS::Lambda::Function': withArn('lambda', 'function:'),
  'AWS::SNS::Topic': (name, place) => ({
    ref: arn('sns', place, name),
    attributes: { TopicArn: arn('sns', place, name), TopicName: name },
  }),
  'Custom::PlatformApplication': (name, place) => {
    const application = arn('sns', place, `app/GCM/${name}`);
    return { ref: application, attributes: { PlatformApplicationArn: application, Arn: application } };
  },
  'AWS::SecretsManager::Secret': (name, place) => {
    const secret = arn('secretsmanager', place, `secret:${name}`);
    return { ref: secret, attributes: { Id: secret } };
  },
  'AWS::Cognito::UserPool': (name, place) => {
    const id = `${place.region}_${name}`;
    const provider = `cognito-idp.${place.region}.amazonaws.com/${id}`;
    return {
      ref: id,
      attributes: {
        UserPoolId: id,
        Arn: arn('cognito-idp', place, `userpool/${id}`),
        ProviderName: provider,
        ProviderURL: `https://${provider}`,
      },
    };
  },
  'AWS::Cognito::UserPoolClient': (name) => ({ ref: name, attributes: { ClientId: name } }),
  'AWS::ApiGatewayV2::Api': (name, place) => ({
    ref: name,
    attributes: { ApiId: name, ApiEndpoint: place.publicUrl },
  }),
  'AWS::IAM::Role': (name) => ({ ref: name, attributes: { Arn: `arn:aws:iam::${account}:role/${name}` } }),
  'AWS::KMS::Key': (name, place) => ({
    ref: name,
    attributes: { Arn: arn('kms', place, `key/${name}`), KeyId: name },
  }),
  'AWS::Logs::LogGroup': withArn('logs', 'log-group:'),
  'AWS::Events::EventBus': (name, place) => ({
    ref: name,
    attributes: { Arn: arn('events', place, `event-bus/${name}`), Name: name },
  }),
  'AWS::Events::Rule': withArn('events', 'rule/'),
  'AWS::Scheduler::Schedule': withArn('scheduler', 'schedule/default/'),
};

/** The property that gives a resource its own name, where a template sets one. */
const nameProperties: Record<string, string> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::Events::EventBus': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'Custom::PlatformApplication': 'Name',
};

/** The given name if it is plain text, else the logical id, which does not change between two starts. */
function nameOf(logicalId: string, type: string, properties: Record<string, unknown>): string {
  const property = nameProperties[type];
  const given = property ? properties[property] : undefined;
  if (typeof given === 'string') return given;
  return type === 'AWS::S3::Bucket' ? logicalId.toLowerCase() : logicalId;
}

/** Reads the names of a template; `parameters` override the defaults of its parameters. */
export function createReferences(
  template: Template,
  place: LocalPlace,
  parameters: Record<string, string> = {},
): References {
  const values = new Map<string, Named>([
    ['AWS::Region', { ref: place.region }],
    ['AWS::AccountId', { ref: account }],
    ['AWS::Partition', { ref: 'aws' }],
    ['AWS::URLSuffix', { ref: 'amazonaws.com' }],
    ['AWS::StackName', { ref: 'xperia-notify-local' }],
    [
      'AWS::StackId',
      { ref: `arn:aws:cloudformation:${place.region}:${account}:stack/xperia-notify-local/local` },
    ],
  ]);
  for (const [name, { Default }] of Object.entries(template.Parameters)) {
    const value = parameters[name] ?? Default;
    if (value !== undefined) values.set(name, { ref: String(value) });
  }
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    const namer = namers[Type] ?? plain;
    values.set(id, namer(nameOf(id, Type, Properties), place));
  }
  return {
    ref: (id) => values.get(id)?.ref,
    attribute: (id, name) => values.get(id)?.attributes?.[name],
  };
}
