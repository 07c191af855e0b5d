/** The functions of the template: where their bundles are, and the environment that each gets on this machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { EnvironmentOptions } from './function-environment.ts';
import { LocalProblem } from './problem.ts';
import { attributeOf, type Resolve, readProperties, refOf } from './read-properties.ts';
import { resourcesOf, type Template } from './template.ts';

const FunctionProperties = z.object({
  Handler: z.string(),
  Code: z.looseObject({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).default({ Variables: {} }),
  MemorySize: z.coerce.number().default(128),
  Timeout: z.coerce.number().default(3),
  Layers: z.undefined({ error: 'layers are not supported' }).optional(),
});

/** Addresses of the services of AWS, under the standard names that every SDK reads. */
export interface Endpoints {
  dynamodb: string;
  awsUrl: string;
  publicUrl: string;
  /** Where S3 is under the public address. */
  s3Path: string;
}

/** What the Lambda runtime and the SDK read; the service's own variables come from the template. */
function runtimeVariables(endpoints: Endpoints, region: string): Record<string, string> {
  const { dynamodb, awsUrl, publicUrl, s3Path } = endpoints;
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'LOCALACCESSKEY',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: `${awsUrl}/sqs`,
    AWS_ENDPOINT_URL_SES: `${awsUrl}/ses`,
    AWS_ENDPOINT_URL_SNS: `${awsUrl}/sns`,
    AWS_ENDPOINT_URL_EVENTBRIDGE: `${awsUrl}/events`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `${awsUrl}/secrets`,
    // An IP address, so that the SDK puts the bucket into the path; on the public port, so that presigned links work.
    AWS_ENDPOINT_URL_S3: `${publicUrl.replace('//localhost:', '//127.0.0.1:')}${s3Path}`,
    POWERTOOLS_TRACE_ENABLED: 'false',
    NODE_ENV: 'production',
    TZ: ':UTC',
  };
}

/** `index.handler` of a bundle in `directory`: the file and the name of its export. */
function locate(
  directory: string | undefined,
  handler: string,
): { file: string; handler: string } | undefined {
  if (!directory) return undefined;
  const [module = '', name = ''] = handler.split('.');
  const file = ['mjs', 'js', 'cjs']
    .map((end) => join(directory, `${module}.${end}`))
    .find((path) => existsSync(path));
  return file ? { file, handler: name } : undefined;
}

/** Custom resources run at deployment only: their functions have no part in the local run. */
function serviceTokens(template: Template, resolve: Resolve): Set<unknown> {
  const custom = Object.values(template.Resources).filter(({ Type }) => Type.startsWith('Custom::'));
  return new Set(custom.map(({ Properties }) => resolve(Properties.ServiceToken)));
}

/** A machine with few cores has no use for more: what a queue feeds can wait, somebody who calls should not. */
const environmentsOf = { queue: 1, caller: 2 } as const;

/** Names or ARNs of the functions that queues feed. */
function listQueueFed(template: Template, resolve: Resolve): Set<unknown> {
  const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping');
  return new Set(mappings.map(([, { FunctionName }]) => resolve(FunctionName)));
}

/** Reads every function of the template; a bundle that is missing is a `LocalProblem`. */
export function readFunctions(options: {
  template: Template;
  resolve: Resolve;
  /** Absolute directory of each asset by its hash. */
  assets: Record<string, string>;
  endpoints: Endpoints;
  region: string;
  clock: SharedArrayBuffer;
  log(text: string): void;
}): EnvironmentOptions[] {
  const atDeployment = serviceTokens(options.template, options.resolve);
  const queueFed = listQueueFed(options.template, options.resolve);
  const runtime = runtimeVariables(options.endpoints, options.region);
  return resourcesOf(options.template, 'AWS::Lambda::Function').flatMap((resource) => {
    const functionArn = attributeOf(resource[0], 'Arn', options.resolve);
    if (atDeployment.has(functionArn)) return [];
    const properties = readProperties(FunctionProperties, resource, options.resolve);
    const located = locate(options.assets[properties.Code.S3Key.replace(/\.zip$/, '')], properties.Handler);
    if (!located) {
      throw new LocalProblem(
        `The bundle of function ${resource[0]} was not found.`,
        'Remove the build folder and start again; if it stays, infra/synthesize.ts does not give its asset.',
      );
    }
    const functionName = refOf(resource[0], options.resolve);
    return [
      {
        ...located,
        functionName,
        functionArn,
        memoryMegabytes: properties.MemorySize,
        clock: options.clock,
        timeoutMs: properties.Timeout * 1000,
        mostEnvironments:
          queueFed.has(functionName) || queueFed.has(functionArn)
            ? environmentsOf.queue
            : environmentsOf.caller,
        variables: {
          ...runtime,
          ...properties.Environment.Variables,
          AWS_LAMBDA_FUNCTION_NAME: functionName,
          AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
        },
        log: options.log,
      },
    ];
  });
}
