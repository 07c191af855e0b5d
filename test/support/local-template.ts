/** A small template with one of each kind of resource that the local run brings to life, and one function behind all of them. */
import { fileURLToPath } from 'node:url';
import type { Synthesis } from '../../infra/local/local-stack.ts';

const Ref = (id: string) => ({ Ref: id });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const directory = fileURLToPath(new URL('local-function', import.meta.url));

const worker = {
  Type: 'AWS::Lambda::Function',
  Properties: {
    Handler: 'index.handler',
    Code: { S3Bucket: 'assets', S3Key: 'fixture.zip' },
    Role: arnOf('NobodyReadsThis'),
    MemorySize: 128,
    Timeout: 2,
    Environment: {
      Variables: {
        TABLE: Ref('Table'),
        QUEUE: Ref('Queue'),
        BUCKET: Ref('Bucket'),
        SECRET: Ref('Secret'),
        SET: Ref('Set'),
      },
    },
  },
};

const pool = (name: string) => ({ Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: name } });
const client = (poolId: string) => ({
  Type: 'AWS::Cognito::UserPoolClient',
  Properties: { UserPoolId: Ref(poolId) },
});
const route = (key: string, authorization: object) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    RouteKey: key,
    Target: { 'Fn::Join': ['/', ['integrations', Ref('Integration')]] },
    ...authorization,
  },
});

const resources = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    },
  },
  DeadLetters: { Type: 'AWS::SQS::Queue' },
  Queue: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      VisibilityTimeout: 1,
      RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetters'), maxReceiveCount: 2 },
    },
  },
  Worker: worker,
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: arnOf('Queue'),
      FunctionName: Ref('Worker'),
      BatchSize: 2,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      NotificationConfiguration: {
        LambdaConfigurations: [
          {
            Event: 's3:ObjectCreated:*',
            Function: arnOf('Worker'),
            Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'imports/' }] } },
          },
        ],
      },
    },
  },
  Secret: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: {
      GenerateSecretString: {
        SecretStringTemplate: '{}',
        GenerateStringKey: 'seed',
        PasswordLength: 64,
        ExcludePunctuation: true,
      },
    },
  },
  Set: { Type: 'AWS::SES::ConfigurationSet' },
  Events: { Type: 'AWS::SNS::Topic' },
  Destination: {
    Type: 'AWS::SES::ConfigurationSetEventDestination',
    Properties: {
      ConfigurationSetName: Ref('Set'),
      EventDestination: {
        MatchingEventTypes: ['bounce', 'complaint'],
        SnsDestination: { TopicARN: Ref('Events') },
      },
    },
  },
  Subscription: {
    Type: 'AWS::SNS::Subscription',
    Properties: {
      TopicArn: Ref('Events'),
      Protocol: 'sqs',
      Endpoint: arnOf('Queue'),
      RawMessageDelivery: true,
    },
  },
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: { ScheduleExpression: 'rate(1 minute)', Targets: [{ Id: 'tick', Arn: arnOf('Worker') }] },
  },
  StaffPool: pool('staff'),
  StaffClient: client('StaffPool'),
  AccountPool: pool('account'),
  AccountClient: client('AccountPool'),
  Api: { Type: 'AWS::ApiGatewayV2::Api' },
  StaffAuthorizer: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [Ref('StaffClient')],
        Issuer: { 'Fn::GetAtt': ['StaffPool', 'ProviderURL'] },
      },
    },
  },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arnOf('Worker'),
      PayloadFormatVersion: '2.0',
    },
  },
  OpenRoute: route('ANY /open/{name}', { AuthorizationType: 'NONE' }),
  StaffRoute: route('GET /staff', { AuthorizationType: 'JWT', AuthorizerId: Ref('StaffAuthorizer') }),
};

/** The template and its one bundle; `more` adds or replaces resources. */
export function fixtureSynthesis(more: Record<string, unknown> = {}): Synthesis {
  return { template: { Resources: { ...resources, ...more } }, assets: { fixture: directory } };
}
