/** The state folder of the local run: it survives a kill, and every fault in it is said in words. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { openClock } from '../../infra/local/clock.ts';
import { startEngine } from '../../infra/local/engine.ts';
import { collect, openJournal } from '../../infra/local/journal.ts';
import { parseOptions } from '../../infra/local/options.ts';
import { openPublicServer } from '../../infra/local/public-server.ts';
import { openStateFolder } from '../../infra/local/state-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xperia-notify-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const Entry = z.object({ n: z.number(), text: z.string() });

describe('a journal', () => {
  it('gives back what was appended, by position, also when it is long', async () => {
    const journal = openJournal(join(folder, 'j'), Entry);
    for (let n = 0; n < 300; n++) journal.append({ n, text: 'ü'.repeat(5000) });
    const entries = await collect(journal.entries(299));
    expect(entries.map(({ n }) => n)).toEqual([299]);
    expect((await collect(journal.lines())).map((line) => JSON.parse(line).n)).toEqual([
      ...Array(300).keys(),
    ]);
    journal.close();
  });

  it('cuts a torn last line off and goes on after it', async () => {
    const path = join(folder, 'j');
    const journal = openJournal(path, Entry);
    journal.append({ n: 1, text: 'a' });
    journal.close();
    appendFileSync(path, '{"n":2,"te');
    const again = openJournal(path, Entry);
    expect(again.length()).toBe(1);
    again.append({ n: 3, text: 'c' });
    expect((await collect(again.entries())).map(({ n }) => n)).toEqual([1, 3]);
    again.close();
  });

  it('names file and line of any other damage', async () => {
    const path = join(folder, 'j');
    writeFileSync(path, '{"n":1,"text":"a"}\nrubbish\n{"n":3,"text":"c"}\n');
    const journal = openJournal(path, Entry);
    await expect(collect(journal.entries())).rejects.toThrow(`Line 2 of ${path} is damaged`);
    journal.close();
  });
});

it('keeps the offset of the clock over a restart, and never goes back', () => {
  const path = join(folder, 'clock.json');
  const clock = openClock(path);
  const target = Date.now() + 86_400_000;
  expect(clock.moveTo(target)).toBe(true);
  expect(clock.moveTo(target - 1000)).toBe(false);
  expect(openClock(path).now()).toBeGreaterThanOrEqual(target);
});

describe('the folder', () => {
  it('is used by one process at a time, and free again after it ended or was killed', async () => {
    const path = join(folder, 'state');
    const first = openStateFolder(path);
    expect(() => openStateFolder(path)).toThrow(`is in use by process ${process.pid}`);
    first.release();
    const child = spawn('true');
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(join(path, 'lock.json'), JSON.stringify({ pid: child.pid, since: '1' }));
    openStateFolder(path).release();
  });

  it('remembers that the sample data is in', () => {
    const first = openStateFolder(join(folder, 'state'));
    expect(first.seeded).toBe(false);
    first.markSeeded();
    first.release();
    const second = openStateFolder(join(folder, 'state'));
    expect(second.seeded).toBe(true);
    second.release();
  });

  it('is not taken from other files, another version, or a damaged file', () => {
    writeFileSync(join(folder, 'thesis.txt'), 'mine');
    expect(() => openStateFolder(folder)).toThrow('is not a state folder');
    writeFileSync(join(folder, 'state.json'), '{"format":99,"seeded":true}');
    expect(() => openStateFolder(folder)).toThrow('written by another version');
    writeFileSync(join(folder, 'state.json'), '{"form');
    expect(() => openStateFolder(folder)).toThrow(`${join(folder, 'state.json')} is damaged`);
  });
});

it('says which database file is damaged instead of starting with it', async () => {
  const path = join(folder, 'dynamodb.sqlite');
  writeFileSync(path, 'this is not a database at all');
  await expect(startEngine(path)).rejects.toThrow(`The database file ${path} cannot be used`);
});

it('says what to do when the engine is missing', async () => {
  const { PATH } = process.env;
  const { platform } = process;
  process.env.PATH = folder;
  Object.defineProperty(process, 'platform', { value: 'sunos' });
  try {
    await expect(startEngine(undefined)).rejects.toMatchObject({
      message: expect.stringContaining('dynoxide'),
      advice: expect.stringContaining('DYNAMODB_LOCAL_ENDPOINT'),
    });
  } finally {
    process.env.PATH = PATH;
    Object.defineProperty(process, 'platform', { value: platform });
  }
});

it('names the port in use and suggests another', async () => {
  const server = await openPublicServer(0);
  await expect(openPublicServer(server.port)).rejects.toMatchObject({
    message: `Port ${server.port} is in use by another program.`,
    advice: expect.stringContaining('--port'),
  });
  await server.close();
});

describe('the command line', () => {
  it('has its defaults and takes its options', () => {
    expect(parseOptions([])).toMatchObject({ port: 3000, empty: false, memory: false });
    mkdirSync(join(folder, 'x'));
    const options = parseOptions(['--port', '8080', '--empty', '--state', join(folder, 'x'), '--memory']);
    expect(options).toEqual({ port: 8080, empty: true, memory: true, state: join(folder, 'x') });
  });

  it.each([[['--port', '70000']], [['--prt', '1']], [['--port']]])('refuses %j with the usage', (args) => {
    expect(() => parseOptions(args)).toThrow(
      expect.objectContaining({ advice: expect.stringContaining('npm start') }),
    );
  });
});
