/** The command line of `npm start`. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LocalProblem, wordsOf } from './problem.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface LocalOptions {
  /** 0 takes a free port. */
  port: number;
  /** No sample data. */
  empty: boolean;
  /** Absolute path of the folder that keeps everything between two starts. */
  state: string;
  /** Nothing is kept: the state is in memory and in a temporary folder. */
  memory: boolean;
}

const usage = 'Use: npm start -- [--port N] [--empty] [--state DIR] [--memory]';

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new LocalProblem(
    `"${text}" is not a port.`,
    `Give a number from 0 (any free port) to 65535. ${usage}`,
  );
}

/** Options from the arguments after the script's name; a `LocalProblem` for what is not an option. */
export function parseOptions(args: string[]): LocalOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '3000' },
        empty: { type: 'boolean', default: false },
        state: { type: 'string' },
        memory: { type: 'boolean', default: false },
      },
    });
    const state = values.state ? resolve(values.state) : join(projectRoot, '.local');
    return { port: parsePort(values.port), empty: values.empty, state, memory: values.memory };
  } catch (error) {
    if (error instanceof LocalProblem) throw error;
    throw new LocalProblem(wordsOf(error), usage, { cause: error });
  }
}
