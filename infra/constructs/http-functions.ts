/** The functions behind the HTTP API: each brings its own routes. */
import type { Construct } from 'constructs';
import * as account from '../../functions/account/env.ts';
import * as apiDocs from '../../functions/api-docs/env.ts';
import * as campaigns from '../../functions/campaigns/env.ts';
import * as consolePage from '../../functions/console/env.ts';
import * as devices from '../../functions/devices/env.ts';
import * as notices from '../../functions/notices/env.ts';
import * as pages from '../../functions/pages/env.ts';
import * as people from '../../functions/people/env.ts';
import type { Route } from '../../shared/api/route.ts';
import type { FunctionFolder } from '../bundle.ts';
import { type CellParts, sendRatePercent, tableNames } from './cell-parts.ts';
import { type HttpFront, httpTimeout } from './http-front.ts';
import type { Lane } from './lane.ts';
import type { MandatoryLane } from './mandatory-lane.ts';
import type { QueueWorker } from './queue-worker.ts';
import { type EnvSchema, ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

interface HttpFunctionProps<Env extends EnvSchema>
  extends Pick<ServiceFunctionProps<Env>, 'env' | 'environment' | 'errorImpact'> {
  name: FunctionFolder;
  routes: readonly Route[];
}

export interface HttpFunctionsProps {
  scope: Construct;
  front: HttpFront;
  parts: CellParts;
  marketing: Lane;
  mandatory: MandatoryLane;
  letters: QueueWorker;
  feedback: QueueWorker;
}

/** Adds the functions that people and devices call. */
export function createPublicFunctions(props: HttpFunctionsProps): void {
  const { parts, letters, feedback } = props;
  const { storage, push, accounts } = parts;
  const keys = { KEYS_SECRET: storage.keys.secretArn };
  const device = createFunction(props, {
    ...devices,
    name: 'devices',
    environment: {
      ...tableNames(parts),
      ...keys,
      PLATFORM_APPLICATION_ARN: push.applicationArn,
      ACCOUNT_ISSUER: accounts.issuer,
      ACCOUNT_CLIENT: accounts.clientId,
      ACCOUNT_KEYS_URL: accounts.keysUrl,
      FEEDBACK_QUEUE: feedback.queue.queueUrl,
    },
    errorImpact: 'Devices cannot register, or change their choices.',
  });
  storage.grantChange(storage.people, device);
  storage.grantRead(storage.campaigns, device);
  storage.grantKeys(device);
  push.grantEndpoints(device);
  storage.grantAnswers(device);
  // A function that anybody can call says what a device reported; it may not count, nor change a campaign.
  feedback.queue.grantSendMessages(device.function);
  const page = createFunction(props, {
    ...pages,
    name: 'pages',
    environment: {
      ...tableNames(parts),
      LETTERS_QUEUE: letters.queue.queueUrl,
      ...keys,
    },
    errorImpact:
      'People cannot unsubscribe by the link in a mail, see and confirm their choices, or read and answer a notice.',
  });
  storage.grantChange(storage.people, page);
  storage.grantRead(storage.campaigns, page);
  storage.grantAnswers(page);
  storage.grantKeys(page);
  letters.queue.grantSendMessages(page.function);
  const own = createFunction(props, {
    ...account,
    name: 'account',
    environment: { ...tableNames(parts), ...keys },
    errorImpact: 'People cannot see or change their choices in their account.',
  });
  storage.grantChange(storage.people, own);
  storage.grantRead(storage.campaigns, own);
  storage.grantAnswers(own);
  storage.grantKeys(own);
  createFunction(props, {
    ...apiDocs,
    name: 'api-docs',
    environment: { PUBLIC_URL: parts.publicUrl },
    errorImpact: 'The document of the API cannot be read.',
  });
  addConsole(props);
}

/** The console is a page: what it shows comes from the API, with the token of whoever has signed in. */
function addConsole(props: HttpFunctionsProps): void {
  const { issuer, url, client } = props.front.signIn.console;
  createFunction(props, {
    ...consolePage,
    name: 'console',
    environment: {
      PUBLIC_URL: props.parts.publicUrl,
      SIGN_IN_ISSUER: issuer,
      SIGN_IN_URL: url,
      SIGN_IN_CLIENT: client.userPoolClientId,
    },
    errorImpact: 'Staff cannot open the console; the API works.',
  });
}

/** Adds the functions that staff call. */
export function createStaffFunctions(props: HttpFunctionsProps): void {
  addCampaigns(props);
  addNotices(props);
  const { parts, letters } = props;
  const { storage, files } = parts;
  const person = createFunction(props, {
    ...people,
    name: 'people',
    environment: {
      ...tableNames(parts),
      FILES_BUCKET: files.bucketName,
      KEYS_SECRET: storage.keys.secretArn,
      LETTERS_QUEUE: letters.queue.queueUrl,
    },
    errorImpact: 'Staff cannot look up a person, change a choice on request, or import.',
  });
  storage.grantChange(storage.people, person);
  storage.grantRead(storage.campaigns, person);
  storage.grantKeys(person);
  files.grantFiles(person);
  letters.queue.grantSendMessages(person.function);
}

/** A campaign that starts or resumes at once wakes its lane without waiting for the minute. Tests go out from here, past the lane. */
function addCampaigns(props: HttpFunctionsProps): void {
  const { parts, marketing } = props;
  const { storage, publicUrl, mail, push } = parts;
  const api = createFunction(props, {
    ...campaigns,
    name: 'campaigns',
    environment: {
      ...tableNames(parts),
      PUBLIC_URL: publicUrl,
      MARKETING_EXPAND_QUEUE: marketing.expand.queue.queueUrl,
      MARKETING_EMAIL_QUEUE: marketing.email.queue.queueUrl,
      MARKETING_PUSH_QUEUE: marketing.push.queue.queueUrl,
      TESTS_CONFIGURATION_SET: mail.tests.configurationSetName,
      PLATFORM_APPLICATION_ARN: push.applicationArn,
      ...sendRatePercent(parts),
    },
    errorImpact: 'Staff cannot prepare, stop or explain a campaign.',
  });
  storage.grantRead(storage.people, api);
  storage.grantChange(storage.campaigns, api);
  mail.grantSend([mail.tests], api);
  push.grantCreateEndpoint(api);
  push.grantPublish(api);
  for (const { queue } of [marketing.expand, marketing.email, marketing.push]) {
    queue.grantSendMessages(api.function);
  }
}

function addNotices(props: HttpFunctionsProps): void {
  const { parts, mandatory } = props;
  const { storage, publicUrl } = parts;
  const api = createFunction(props, {
    ...notices,
    name: 'notices',
    environment: {
      ...tableNames(parts),
      PUBLIC_URL: publicUrl,
      MANDATORY_EXPAND_QUEUE: mandatory.lane.expand.queue.queueUrl,
    },
    errorImpact: 'Staff cannot release a notice, perhaps about safety.',
  });
  storage.grantRead(storage.people, api);
  storage.grantChange(storage.campaigns, api);
  mandatory.lane.expand.queue.grantSendMessages(api.function);
}

function createFunction<Env extends EnvSchema>(
  { scope, front, parts }: HttpFunctionsProps,
  { routes, ...props }: HttpFunctionProps<Env>,
): ServiceFunction {
  const created = new ServiceFunction<Env>(scope, props.name, {
    ...props,
    context: parts.context,
    bundle: parts.bundleOf(props.name),
    timeout: httpTimeout,
    memoryMegabytes: 512,
    runbook: props.name,
  });
  front.addRoutes(routes, created);
  return created;
}
