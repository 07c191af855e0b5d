/** The marketers' web console. */
import { consoleContracts } from '../../shared/api/console.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { describeConsole } from './console-config.ts';
import { createRoutes } from './create-routes.ts';
import { env as envSchema } from './env.ts';
import { loadAssets } from './load-assets.ts';

export const handler = httpHandler(envSchema, consoleContracts, (env) =>
  createRoutes(describeConsole(env), loadAssets(import.meta.dirname)),
);
