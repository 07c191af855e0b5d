/** Starts everything: the synthesized template of the stage `local`, with a stand-in for each service of AWS that it uses. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type AwsServer, startAwsServer } from './aws-server.ts';
import { type LocalClock, openClock } from './clock.ts';
import { type Closers, createClosers } from './closers.ts';
import { type Engine, startEngine } from './engine.ts';
import { startEventSources } from './event-sources.ts';
import type { WorkerFigures } from './function-environment.ts';
import { createFunctionHost, type FunctionHost } from './function-host.ts';
import { type FunctionLog, openFunctionLog } from './function-log.ts';
import { readFunctions } from './functions.ts';
import { createGateway, readRoutes } from './gateway.ts';
import { type Identity, openIdentity, readUserPools } from './identity.ts';
import { createAsyncInvoker } from './invoke-later.ts';
import { createLocalRoutes } from './local-routes.ts';
import { type LocalStack, openStack, type Synthesize, synthesizeLocal } from './local-stack.ts';
import type { LocalOptions } from './options.ts';
import { type Outboxes, openOutboxes } from './outboxes.ts';
import { openPublicServer, type PublicHandler, type PublicServer } from './public-server.ts';
import { createQueues } from './queues.ts';
import { createRouter } from './routes.ts';
import { createSchedules, type Schedules } from './schedules.ts';
import { seedSampleData } from './seed.ts';
import { readBuckets } from './stand-ins/mail-and-push.ts';
import { openObjectStore } from './stand-ins/object-store.ts';
import { createS3 } from './stand-ins/s3.ts';
import { createNotifications } from './stand-ins/s3-notifications.ts';
import { openServices } from './stand-ins/services.ts';
import type { MailReader } from './stand-ins/ses-reader.ts';
import { openStateFolder, openTemporaryState, type StateFolder } from './state-folder.ts';
import { ensureTables } from './tables.ts';

export interface StartOptions extends LocalOptions {
  /** Hears what is being done, a sentence a step. */
  say?: (text: string) => void;
  /** Another source of the template, for tests of the local run itself. */
  synthesize?: Synthesize;
}

export interface LocalService {
  url: string;
  port: number;
  /** Memory and processor time of each function's worker. */
  memory(): Promise<WorkerFigures[]>;
  /** Lets running work end for a moment, then stops everything. */
  stop(): Promise<void>;
}

/** Running invocations get this long at the end; what they do not finish is repaired at the next start. */
const graceMs = 5000;
const s3Path = '/local/s3';

/** What is there before the template is read. */
interface Ground {
  folder: StateFolder;
  log: FunctionLog;
  clock: LocalClock;
  server: PublicServer;
  aws: AwsServer;
  engine: Engine;
  outboxes: Outboxes;
  closers: Closers;
}

async function layGround(options: StartOptions, closers: Closers): Promise<Ground> {
  const server = await openPublicServer(options.port);
  closers.add(server.close);
  const folder = options.memory ? openTemporaryState() : openStateFolder(options.state);
  closers.add(folder.release);
  const log = openFunctionLog(folder.path('logs/functions.log'));
  closers.add(log.close);
  const clock = openClock(folder.path('clock.json'));
  const outboxes = openOutboxes(folder.path, closers);
  const engine = await startEngine(options.memory ? undefined : folder.path('dynamodb.sqlite'));
  closers.add(engine.stop);
  let isStopping = false;
  closers.add(() => {
    isStopping = true;
  });
  void engine.ended.then(() => {
    if (!isStopping)
      options.say?.('The database engine has ended by itself. Stop with Ctrl-C and start again.');
  });
  const aws = await startAwsServer();
  closers.add(aws.close);
  return { folder, log, clock, server, aws, engine, outboxes, closers };
}

function createFunctions(ground: Ground, stack: LocalStack, assets: Record<string, string>): FunctionHost {
  const { engine, aws, server, clock, log } = ground;
  const functions = createFunctionHost(
    readFunctions({
      ...stack,
      assets,
      endpoints: { dynamodb: engine.endpoint, awsUrl: aws.url, publicUrl: server.url, s3Path },
      clock: clock.shared,
      log: log.write,
    }),
  );
  ground.closers.add(functions.stop);
  return functions;
}

/** The order of answers: files, what the local run knows, then the routes of the template. */
function createHandler(
  ground: Ground,
  stack: LocalStack,
  parts: {
    functions: FunctionHost;
    identity: Identity;
    schedules: Schedules;
    reader: MailReader;
    s3: PublicHandler;
  },
): PublicHandler {
  const { functions, identity, schedules, reader } = parts;
  const routes = readRoutes(stack.template, stack.resolve);
  const findRoute = createRouter(routes);
  const gateway = createGateway({ routes, functions, identity, clock: ground.clock });
  const isServed = (path: string) => findRoute('GET', path) !== undefined;
  const findLocal = createRouter(
    createLocalRoutes({
      ...ground.outboxes,
      identity,
      clock: ground.clock,
      schedules,
      functions,
      reader,
      isServed,
      url: ground.server.url,
    }),
  );
  return async (request, response, url) => {
    if (url.pathname.startsWith(`${s3Path}/`)) return parts.s3(request, response, url);
    const local = findLocal(request.method ?? 'GET', url.pathname);
    if (local) return local.target({ request, response, url, pathParameters: local.pathParameters });
    await gateway(request, response, url);
  };
}

/** Brings the template to life. */
async function runStack(
  ground: Ground,
  stack: LocalStack,
  assets: Record<string, string>,
): Promise<{ identity: Identity; functions: FunctionHost }> {
  const { clock, closers, folder, server, aws, outboxes } = ground;
  await ensureTables({ ...stack, endpoint: ground.engine.endpoint });
  const queues = createQueues({ ...stack, awsUrl: aws.url });
  const functions = createFunctions(ground, stack, assets);
  const later = createAsyncInvoker({ ...stack, functions, queues, clock });
  const reader = await openServices({
    stack,
    server: aws,
    queues,
    functions: later,
    outboxes,
    clock,
    path: folder.path,
    closers,
  });
  const s3 = createS3({
    buckets: readBuckets(stack.template, stack.resolve),
    store: openObjectStore(folder.path('files')),
    created: createNotifications({ ...stack, functions: later }),
    clock,
    basePath: s3Path,
  });
  const pools = readUserPools(stack.template, stack.resolve, stack.region);
  const identity = await openIdentity(pools, folder.path('identity.json'), clock);
  const schedules = createSchedules({ ...stack, functions, clock });
  server.serve(
    createHandler(ground, stack, { functions, identity, schedules, reader, s3 }),
    ground.log.write,
  );
  const sources = startEventSources({ ...stack, queues, functions });
  closers.add(() => Promise.race([sources.stop(), sleep(graceMs, undefined, { ref: false })]));
  schedules.start();
  closers.add(schedules.stop);
  closers.add(server.pause);
  return { identity, functions };
}

async function start(options: StartOptions, closers: Closers): Promise<LocalService> {
  const { say = () => {}, synthesize = synthesizeLocal } = options;
  say('Opening the state and the database …');
  const ground = await layGround(options, closers);
  const { folder, server, clock } = ground;
  say('Bundling the functions and synthesizing the template …');
  const { template, assets } = await synthesize(server.url);
  const stack = openStack(template, { publicUrl: server.url, awsUrl: ground.aws.url });
  say('Starting tables, queues, functions and routes …');
  const { identity, functions } = await runStack(ground, stack, assets);
  if (!folder.seeded) {
    if (!options.empty) {
      say('Loading the sample data …');
      await seedSampleData(server.url, identity, new Date(clock.now()));
    }
    folder.markSeeded();
  }
  return { url: server.url, port: server.port, memory: functions.figures, stop: closers.closeAll };
}

/** Starts the service on this machine; a `LocalProblem` says what the person at the keyboard can do. */
export async function startLocal(options: StartOptions): Promise<LocalService> {
  const closers = createClosers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.closeAll().catch(() => {});
    throw error;
  }
}
