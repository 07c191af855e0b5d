/** Asynchronous invocations: nobody waits for the result, an error is tried again, and what fails for good goes to a queue. */
import * as z from 'zod';
import type { LocalClock } from './clock.ts';
import type { FunctionHost } from './function-host.ts';
import type { LocalQueues } from './queues.ts';
import { type Resolve, readProperties } from './read-properties.ts';
import { account } from './references.ts';
import { resourcesOf, type Template } from './template.ts';
import type { InvocationResult } from './worker-messages.ts';

export interface AsyncInvoker {
  has(functionArn: string): boolean;
  invokeLater(functionArn: string, event: unknown): void;
}

/** AWS waits one and two minutes. */
const retryDelaysMs = [1000, 2000];

const ConfigProperties = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().max(retryDelaysMs.length).default(retryDelaysMs.length),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).default({}),
});

interface AsyncRule {
  retries: number;
  failureQueueArn?: string | undefined;
}

function readRules(template: Template, resolve: Resolve, region: string): Map<string, AsyncRule> {
  return new Map(
    resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').map((resource): [string, AsyncRule] => {
      const config = readProperties(ConfigProperties, resource, resolve);
      const functionArn = `arn:aws:lambda:${region}:${account}:function:${config.FunctionName}`;
      const failureQueueArn = config.DestinationConfig.OnFailure?.Destination;
      return [functionArn, { retries: config.MaximumRetryAttempts, failureQueueArn }];
    }),
  );
}

/** What Lambda sends to a destination for failures (Lambda guide, invocation-async-retain-records). */
function failureRecord(functionArn: string, event: unknown, result: InvocationResult, timestamp: string) {
  const error = result.kind === 'error' ? { errorType: result.type, errorMessage: result.message } : {};
  return {
    version: '1.0',
    timestamp,
    requestContext: { functionArn: `${functionArn}:$LATEST`, condition: 'RetriesExhausted' },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: error,
  };
}

export function createAsyncInvoker(options: {
  template: Template;
  resolve: Resolve;
  region: string;
  functions: FunctionHost;
  queues: LocalQueues;
  clock: LocalClock;
}): AsyncInvoker {
  const { functions, queues, clock } = options;
  const rules = readRules(options.template, options.resolve, options.region);

  const attempt = async (functionArn: string, event: unknown, failures: number) => {
    const result = await functions.invoke(functionArn, event);
    if (result.kind === 'ok') return;
    const rule = rules.get(functionArn);
    const delay = retryDelaysMs[failures];
    if (delay !== undefined && failures < (rule?.retries ?? retryDelaysMs.length)) {
      setTimeout(() => void attempt(functionArn, event, failures + 1), delay).unref();
      return;
    }
    const record = failureRecord(functionArn, event, result, clock.iso());
    queues.byArn(rule?.failureQueueArn ?? '')?.send(JSON.stringify(record));
  };
  return {
    has: functions.has,
    invokeLater: (functionArn, event) => void attempt(functionArn, event, 0),
  };
}
