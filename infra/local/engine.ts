/** The embedded DynamoDB-compatible engine: a child process that ends with this one, even if this one is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocalProblem, wordsOf } from './problem.ts';

export interface Engine {
  endpoint: string;
  /** Comes when the engine has ended, by `stop` or by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const startLimitMs = 10_000;

/**
 * The shell waits for the engine and for the end of its own input: the input is a pipe from this process, so it ends
 * with this process however that ends.
 */
const dieTogether =
  'exec 3<&0; "$@" 3<&- & engine=$!; (cat <&3 >/dev/null; kill $engine) 2>/dev/null & wait $engine';

/** The binary of the npm package for this platform, else the command on the PATH; undefined if there is neither. */
function findBinary(): string | undefined {
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  const folders = (process.env.PATH ?? '').split(delimiter);
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    folders.unshift(dirname(manifest));
  } catch {
    // The package is optional and made for some platforms only.
  }
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function refuseDamaged(databasePath: string): void {
  if (!existsSync(databasePath)) return;
  const head = Buffer.alloc(16);
  const file = openSync(databasePath, 'r');
  const bytes = readSync(file, head, 0, 16, 0);
  closeSync(file);
  if (bytes === 0 || head.toString('latin1') === 'SQLite format 3\0') return;
  throw damaged(databasePath, 'it is not a database');
}

function damaged(databasePath: string, why: string): LocalProblem {
  return new LocalProblem(
    `The database file ${databasePath} cannot be used: ${why}.`,
    'Move the state folder away to start afresh, or use another one: npm start -- --state DIR',
  );
}

function spawnEngine(binary: string, args: string[]): ChildProcess {
  if (process.platform === 'win32') return spawn(binary, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  const shellArgs = ['-c', dieTogether, 'sh', binary, ...args];
  // A process group of its own: Ctrl-C in the terminal reaches this process only, which then stops the engine in order.
  return spawn('sh', shellArgs, { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
}

async function waitUntilReady(child: ChildProcess, port: number, words: () => string): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline && child.exitCode === null) {
    if (await answers(port)) return;
    await sleep(15);
  }
  throw new Error(words().trim() || 'the database engine did not start');
}

/** Starts the process and waits until it answers; throws with its last words where it ends before. */
async function launch(binary: string, databasePath: string | undefined): Promise<Engine> {
  const port = await freePort();
  const file = databasePath ? ['--db-path', databasePath] : [];
  const child = spawnEngine(binary, ['--port', String(port), ...file]);
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve()).once('error', () => resolve());
  });
  const stop = async () => {
    child.stdin?.destroy();
    if (process.platform === 'win32') child.kill();
    await ended;
  };
  try {
    await waitUntilReady(child, port, () => words);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint: `http://127.0.0.1:${port}`, ended, stop };
}

/** Starts the engine over a file, or in memory where `databasePath` is undefined; a `LocalProblem` says what is missing or damaged. */
export async function startEngine(databasePath: string | undefined): Promise<Engine> {
  const external = process.env.DYNAMODB_LOCAL_ENDPOINT;
  if (external) return { endpoint: external, ended: new Promise(() => {}), stop: async () => {} };
  const binary = findBinary();
  if (!binary) {
    throw new LocalProblem(
      'The database engine "dynoxide" was not found.',
      'Run "npm ci" again without --omit=optional; or put the dynoxide command on the PATH (https://github.com/nubo-db/dynoxide); ' +
        'or name the address of any DynamoDB-compatible endpoint in DYNAMODB_LOCAL_ENDPOINT.',
    );
  }
  if (databasePath) refuseDamaged(databasePath);
  try {
    return await launch(binary, databasePath).catch((error: unknown) => {
      // Another program took the free port first: once more with another one.
      if (!/in use/i.test(wordsOf(error))) throw error;
      return launch(binary, databasePath);
    });
  } catch (error) {
    throw databasePath ? damaged(databasePath, wordsOf(error)) : error;
  }
}
