/** The push application of a cell (Amazon SNS to FCM), for which CloudFormation has no resource, so a function of ours provides it. */
import { CustomResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { env } from '../../functions/platform-application/env.ts';
import type { CellContext } from './cell-context.ts';
import { ServiceFunction } from './service-function.ts';

export interface PushSendingProps {
  context: CellContext;
  /** Directory of the bundle of `platform-application`. */
  bundle: string;
}

export class PushSending extends Construct {
  readonly topic: sns.Topic;
  readonly applicationArn: string;
  readonly #name: string;

  constructor(scope: Construct, id: string, props: PushSendingProps) {
    super(scope, id);
    this.#name = props.context.prefix;
    this.topic = this.#createTopic(props.context);
    const provider = this.#createProvider(props);
    const application = new CustomResource(this, 'Application', {
      resourceType: 'Custom::PlatformApplication',
      serviceToken: provider.function.functionArn,
      removalPolicy: RemovalPolicy.RETAIN,
      properties: {
        Name: this.#name,
        PlatformApplicationArn: this.#arnOf('app'),
        EventDeliveryFailure: this.topic.topicArn,
        CredentialRevision: String(props.context.settings.pushCredentialRevision),
      },
    });
    this.applicationArn = application.getAttString('PlatformApplicationArn');
  }

  /** Lets a function keep the endpoints of devices. */
  grantEndpoints({ function: registrar }: ServiceFunction): void {
    registrar.addToRolePolicy(
      new iam.PolicyStatement({
        actions: [
          'sns:CreatePlatformEndpoint',
          'sns:GetEndpointAttributes',
          'sns:SetEndpointAttributes',
          'sns:DeleteEndpoint',
        ],
        resources: [this.#arnOf('app'), this.#arnOf('endpoint', '/*')],
      }),
    );
  }

  /** Lets a function make the endpoint of a token, and nothing else of it. */
  grantCreateEndpoint({ function: maker }: ServiceFunction): void {
    maker.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['sns:CreatePlatformEndpoint'],
        resources: [this.#arnOf('app')],
      }),
    );
  }

  /** Lets a function push to the endpoints of this application. */
  grantPublish({ function: sender }: ServiceFunction): void {
    sender.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['sns:Publish'], resources: [this.#arnOf('endpoint', '/*')] }),
    );
  }

  #arnOf(resource: 'app' | 'endpoint', end = ''): string {
    return Stack.of(this).formatArn({
      service: 'sns',
      resource,
      resourceName: `GCM/${this.#name}${end}`,
    });
  }

  /** Only permanent failures: the other application events are many, and come from our own calls. */
  #createTopic({ key }: CellContext): sns.Topic {
    const topic = new sns.Topic(this, 'Events', { masterKey: key, enforceSSL: true });
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('sns.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return topic;
  }

  #createProvider({ context, bundle }: PushSendingProps): ServiceFunction {
    const credential = secretsmanager.Secret.fromSecretNameV2(
      this,
      'Credential',
      `${context.prefix}/fcm-credential`,
    );
    const provider = new ServiceFunction(this, 'Provider', {
      context,
      name: 'platform-application',
      bundle,
      env,
      environment: { PLATFORM_CREDENTIAL_SECRET: credential.secretName },
      timeout: Duration.minutes(1),
      memoryMegabytes: 256,
      errorImpact: 'A deployment could not set up the push application.',
      runbook: 'platform-application',
    });
    credential.grantRead(provider.function);
    provider.function.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['sns:CreatePlatformApplication', 'sns:SetPlatformApplicationAttributes'],
        resources: [this.#arnOf('app')],
      }),
    );
    return provider;
  }
}
