/** The folder that keeps the state between two starts, and the lock that lets one process at a time use it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { LocalProblem } from './problem.ts';

const format = 1;
const State = z.object({ format: z.number(), seeded: z.boolean() });
const Lock = z.object({ pid: z.int(), since: z.string() });

export interface StateFolder {
  path(name: string): string;
  /** True from the moment the sample data is in, or was not wanted. */
  seeded: boolean;
  markSeeded(): void;
  release(): void;
}

/** When a process started, so that another process with the same number is not taken for it; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return fields?.[19] ?? '';
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function readLock(path: string): z.infer<typeof Lock> | undefined {
  try {
    return readJsonFile(path, Lock);
  } catch {
    return undefined;
  }
}

function takeLock(directory: string): () => void {
  const path = join(directory, 'lock.json');
  const holder = readLock(path);
  if (holder && isRunning(holder.pid) && startOf(holder.pid) === holder.since) {
    throw new LocalProblem(
      `The state folder ${directory} is in use by process ${holder.pid}.`,
      'Stop that process, or use another folder and port: npm start -- --state DIR --port N',
    );
  }
  writeJsonFile(path, { pid: process.pid, since: startOf(process.pid) });
  return () => rmSync(path, { force: true });
}

/** A folder that holds other files is left alone. */
function refuseForeign(directory: string, known: boolean): void {
  if (known || readdirSync(directory).every((name) => name === 'lock.json')) return;
  throw new LocalProblem(
    `${directory} is not empty and is not a state folder: state.json is missing.`,
    'Move the folder away, or use another one: npm start -- --state DIR',
  );
}

function refuseOtherFormat(directory: string, found: number): void {
  if (found === format) return;
  throw new LocalProblem(
    `The state folder ${directory} was written by another version (format ${found}, this one reads ${format}).`,
    'Move the folder away to start afresh, or use another one: npm start -- --state DIR',
  );
}

function makeDirectory(directory: string): void {
  try {
    for (const part of ['', 'outbox', 'files', 'logs']) mkdirSync(join(directory, part), { recursive: true });
  } catch (error) {
    throw new LocalProblem(
      `The state folder ${directory} cannot be made.`,
      'Check the path and its permissions, or use another folder: npm start -- --state DIR',
      { cause: error },
    );
  }
}

/** Opens or makes the folder and takes its lock; a `LocalProblem` if it is in use, foreign or damaged. */
export function openStateFolder(directory: string): StateFolder {
  const isNew = !existsSync(directory);
  const statePath = join(directory, 'state.json');
  if (!isNew) refuseForeign(directory, existsSync(statePath));
  const state = readJsonFile(statePath, State) ?? { format, seeded: false };
  refuseOtherFormat(directory, state.format);
  makeDirectory(directory);
  const unlock = takeLock(directory);
  writeJsonFile(statePath, state);
  return {
    path: (name) => join(directory, name),
    seeded: state.seeded,
    markSeeded: () => writeJsonFile(statePath, { format, seeded: true }),
    release: unlock,
  };
}

/** A folder that is gone after `release`. */
export function openTemporaryState(): StateFolder {
  const directory = mkdtempSync(join(tmpdir(), 'xperia-notify-'));
  const folder = openStateFolder(directory);
  return { ...folder, release: () => rmSync(directory, { recursive: true, force: true }) };
}
