/** The environment of a function and its schema are one contract: what is missing does not compile (checked by `npm run check:types`). */
import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { Duration, Stack } from 'aws-cdk-lib';
import * as z from 'zod';
import { stages } from '../../infra/config.ts';
import { Alarms } from '../../infra/constructs/alarms.ts';
import { QueueWorker } from '../../infra/constructs/queue-worker.ts';
import { ServiceFunction, type ServiceFunctionProps } from '../../infra/constructs/service-function.ts';
import { createApp } from '../../infra/define-stage.ts';

const env = z.object({ PEOPLE_TABLE: z.string(), PUBLIC_URL: z.url() });
type Props = ServiceFunctionProps<typeof env>;
const common = {
  bundle: import.meta.dirname,
  env,
  timeout: Duration.seconds(30),
  memoryMegabytes: 128,
  runbook: 'nothing',
};

function createContext() {
  const stack = new Stack(createApp({ outdir: `${tmpdir()}/service-function` }), 'Test');
  const context = {
    settings: stages.local,
    prefix: 'test',
    key: undefined,
    alarms: new Alarms(stack, 'Alarms', undefined),
  };
  return { stack, context };
}

describe('a service function', () => {
  it('takes exactly the variables of its schema', () => {
    const { stack, context } = createContext();
    const create = (id: string, props: Pick<Props, 'environment' | 'errorImpact'>) =>
      new ServiceFunction(stack, id, { ...common, ...props, context, name: id });
    const errorImpact = 'Nothing works.';
    create('Complete', {
      environment: { PEOPLE_TABLE: 'people', PUBLIC_URL: 'https://notify.test' },
      errorImpact,
    });
    // @ts-expect-error PUBLIC_URL is missing
    create('Missing', { environment: { PEOPLE_TABLE: 'people' }, errorImpact });
    // @ts-expect-error An alarm that does not say what it means helps nobody
    create('Silent', { environment: { PEOPLE_TABLE: 'people', PUBLIC_URL: 'https://notify.test' } });
    expect(stack.node.children).toHaveLength(4);
  });
});

describe('a queue worker', () => {
  const createQueue = (stack: Stack, context: ReturnType<typeof createContext>['context']) =>
    new QueueWorker(stack, 'Queue', {
      context,
      name: 'queue',
      workerTimeout: Duration.seconds(10),
      errorImpact: 'Nothing works.',
      runbook: 'nothing',
    });

  it('refuses a function that may run longer than its messages are hidden for', () => {
    const { stack, context } = createContext();
    const worker = new ServiceFunction(stack, 'Slow', {
      ...common,
      context,
      name: 'slow',
      errorImpact: 'Nothing works.',
      environment: { PEOPLE_TABLE: 'people', PUBLIC_URL: 'https://notify.test' },
    });
    expect(() => createQueue(stack, context).feed(worker, { batchSize: 1, maxConcurrency: 2 })).toThrow(
      'Slow may run longer than the queue Queue hides its messages for.',
    );
  });

  it('without a function does not synthesize', () => {
    const { stack, context } = createContext();
    createQueue(stack, context);
    expect(stack.node.findChild('Queue').node.validate()).toEqual(['No function works on the queue queue.']);
  });
});
