/** `npm start`: the service on this machine. Ctrl-C stops it; the next start goes on with its state. */
import { parseOptions } from './options.ts';
import { LocalProblem } from './problem.ts';
import { type LocalService, startLocal } from './start-local.ts';

function fail(error: unknown): never {
  if (error instanceof LocalProblem) console.error(`\n${error.message}\n${error.advice}`);
  else console.error(error);
  process.exit(1);
}

/** The first signal stops in order, a second one at once. */
function stopOnSignal(service: LocalService): void {
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) process.exit(code);
    stopping = true;
    console.log('Stopping …');
    service.stop().then(() => process.disconnect?.(), fail);
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  // A parent that started this process with a channel has gone.
  process.on('disconnect', () => stop(0));
}

async function main(): Promise<void> {
  // The functions run in UTC, as in Lambda.
  process.env.TZ = 'UTC';
  process.on('unhandledRejection', (error) => console.error('Unexpected:', error));
  const options = parseOptions(process.argv.slice(2));
  const service = await startLocal({ ...options, say: (text) => console.log(text) });
  stopOnSignal(service);
  console.log(`Xperia Notify is ready: ${service.url}`);
}

await main().catch(fail);
