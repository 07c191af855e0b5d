/** Starts everything: the synthesized template of the stage `local`, with a stand-in for each service of AWS that it uses. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AwsServer, readForm, startAwsServer } from './aws-server.ts';
import { type LocalClock, openClock } from './clock.ts';
import { startEngine } from './engine.ts';
import { startEventSources } from './event-sources.ts';
import type { WorkerFigures } from './function-environment.ts';
import { createFunctionHost } from './function-host.ts';
import { type FunctionLog, openFunctionLog } from './function-log.ts';
import { readFunctions } from './functions.ts';
import { createGateway, readRoutes } from './gateway.ts';
import { openIdentity, readUserPools } from './identity.ts';
import { createResolver } from './intrinsics.ts';
import { createAsyncInvoker } from './invoke-later.ts';
import { openJournal } from './journal.ts';
import { createLocalRoutes } from './local-routes.ts';
import type { LocalOptions } from './options.ts';
import { PushEntry, SmsEntry } from './outbox/entries.ts';
import { openMailOutbox } from './outbox/mail-outbox.ts';
import { openPublicServer, type PublicServer } from './public-server.ts';
import { createQueues } from './queues.ts';
import { createReferences } from './references.ts';
import { readBody, sendJson } from './respond.ts';
import { createRouter } from './routes.ts';
import { createSchedules } from './schedules.ts';
import { seedSampleData } from './seed.ts';
import {
  readBuckets,
  readConfigurationSets,
  readEventDestinations,
  readPlatformApplications,
} from './stand-ins/mail-and-push.ts';
import { openObjectStore } from './stand-ins/object-store.ts';
import { answerQuery } from './stand-ins/query-protocol.ts';
import { createS3 } from './stand-ins/s3.ts';
import { createNotifications } from './stand-ins/s3-notifications.ts';
import { answerSecrets, openSecrets } from './stand-ins/secrets.ts';
import { createSes } from './stand-ins/ses.ts';
import { createSns } from './stand-ins/sns.ts';
import { openEndpoints } from './stand-ins/sns-endpoints.ts';
import { createTopics } from './stand-ins/sns-topics.ts';
import { openStateFolder, openTemporaryState, type StateFolder } from './state-folder.ts';
import { ensureTables } from './tables.ts';
import { parseTemplate } from './template.ts';
