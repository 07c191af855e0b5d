/** A function of the service: one runtime, one architecture, its own role and log group, and an environment typed by its schema. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { CellContext } from './cell-context.ts';

/** A zod schema over environment variables, which are text. */
export type EnvSchema = z.ZodType<unknown, Record<string, string>>;

export interface ServiceFunctionProps<Env extends EnvSchema> {
  context: CellContext;
  /** Ends the physical name: `deliver-email-marketing`. */
  name: string;
  /** Directory with `index.mjs`. */
  bundle: string;
  env: Env;
  /** Every variable of the schema: one that is missing does not compile. */
  environment: z.input<NoInfer<Env>>;
  timeout: Duration;
  memoryMegabytes: number;
  /** Flags of the runtime, as in `NODE_OPTIONS`. */
  nodeOptions?: string;
  /** What an error of this function means for people: the text of its alarm. */
  errorImpact: string;
  /** Heading of `docs/runbook.md` as an anchor, without `#`. */
  runbook: string;
  /** The function wakes itself through its queue; Lambda would stop such a loop after 16 rounds. */
  wakesItself?: boolean;
  /** Concurrency set aside for this function alone. */
  reservedConcurrency?: number | undefined;
}

export class ServiceFunction<Env extends EnvSchema = EnvSchema> extends Construct {
  readonly function: lambda.Function;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Env>) {
    super(scope, id);
    const { settings, prefix, key, alarms } = props.context;
    const functionName = `${prefix}-${props.name}`;
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new logs.LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: settings.logRetentionDays,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(role);
    this.timeout = props.timeout;
    this.function = new lambda.Function(this, 'Function', {
      functionName,
      role,
      logGroup,
      code: lambda.Code.fromAsset(props.bundle),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes,
      tracing: lambda.Tracing.ACTIVE,
      environmentEncryption: key,
      environment: { ...libraryEnvironment(props), ...nodeEnvironment(props), ...props.environment },
      recursiveLoop: props.wakesItself ? lambda.RecursiveLoop.ALLOW : lambda.RecursiveLoop.TERMINATE,
      reservedConcurrentExecutions: props.reservedConcurrency,
    });
    alarms.add(this, 'Errors', {
      metric: this.function.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      errorImpact: props.errorImpact,
      runbook: props.runbook,
    });
  }
}

function nodeEnvironment({ nodeOptions }: { nodeOptions?: string }): Record<string, string> {
  return nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions };
}

/** Variables that the logging and metrics library reads by itself. */
function libraryEnvironment(props: { context: CellContext; name: string }): Record<string, string> {
  return {
    POWERTOOLS_SERVICE_NAME: props.name,
    POWERTOOLS_METRICS_NAMESPACE: 'XperiaNotify',
    POWERTOOLS_LOG_LEVEL: props.context.settings.logLevel,
  };
}
