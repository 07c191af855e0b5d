/** `npm run demo`: plays the sample story against a fresh start in memory, and ends by itself. Exit 0 only if all of it holds. */
import { parseArgs } from 'node:util';
import { projectRoot } from '../options.ts';
import { LocalProblem, wordsOf } from '../problem.ts';
import { type LocalService, startLocal } from '../start-local.ts';
import { createClient } from './client.ts';
import { type Figures, figuresOf } from './figures.ts';
import { createScreen } from './screen.ts';
import { showOutcome, showVerdict } from './show-outcome.ts';
import { storySteps, tellStory } from './story.ts';

const people = 2000;
const interrupted = 130;

const screen = createScreen(process.stdout, storySteps + 2);

function wantsJson(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (error) {
    throw new LocalProblem(wordsOf(error), 'Use: npm run demo -- [--json]', { cause: error });
  }
}

async function startService(): Promise<LocalService> {
  screen.step('A fresh start in memory');
  const say = (text: string) => screen.say(text);
  return startLocal({ port: 0, empty: true, memory: true, state: projectRoot, say });
}

async function play(service: LocalService, signal: AbortSignal): Promise<Figures> {
  screen.say(`The service is ready: ${service.url}`);
  const story = await tellStory(
    { client: createClient(service.url, signal), screen, signal },
    people,
    new Date(),
  );
  screen.step('Who got what');
  showOutcome(screen, story);
  const figures = figuresOf(story);
  showVerdict(screen, figures);
  return figures;
}

/** The first Ctrl-C ends the story and stops the service, a second one ends the process. */
function abortOnSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(interrupted);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

function printProblem(error: unknown): void {
  console.error(`\n${wordsOf(error)}`);
  if (error instanceof LocalProblem) console.error(error.advice);
}

/** Plays and stops, whatever happens. @returns undefined where the story could not be told to its end */
async function playOnce(signal: AbortSignal): Promise<Figures | undefined> {
  let service: LocalService | undefined;
  try {
    service = await startService();
    return await play(service, signal);
  } catch (error) {
    if (signal.aborted) screen.show(['', 'Stopping …']);
    else printProblem(error);
    return undefined;
  } finally {
    await service?.stop().catch(printProblem);
  }
}

/** @returns the exit code */
async function main(signal: AbortSignal): Promise<number> {
  // The functions run in UTC, as in Lambda.
  process.env['TZ'] = 'UTC';
  const isJson = wantsJson(process.argv.slice(2));
  const figures = await playOnce(signal);
  const seconds = Math.round(performance.now() / 100) / 10;
  screen.say(`${seconds} seconds`);
  if (isJson) console.log(JSON.stringify({ ok: false, ...figures, seconds }));
  if (signal.aborted) return interrupted;
  return figures?.ok ? 0 : 1;
}

function fail(error: unknown): number {
  printProblem(error);
  return 1;
}

process.exitCode = await main(abortOnSignal()).catch(fail);
