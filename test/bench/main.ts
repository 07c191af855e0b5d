/**
 * `npm run bench`: prints what this machine does. Figures are for comparing one run with itself; nothing is asserted.
 * It runs with the young generation of the import function (infra/constructs/background.ts), so that its memory is comparable.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../support/local-process.ts';
import { benchConsole } from './console.ts';
import { benchImport } from './import.ts';
import { benchNotices } from './notices.ts';
import { benchPages } from './pages.ts';
import { benchPlans } from './plans.ts';

const people = Number(process.argv[2] ?? 100_000);

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round((performance.now() - began) / 100) / 10;
}

/** First start with sample data, and the second one on the same state. */
async function benchStart(): Promise<{ firstStartSeconds: number; secondStartSeconds: number }> {
  const state = mkdtempSync(join(tmpdir(), 'xperia-notify-bench-'));
  const start = () =>
    secondsOf(async () => {
      const service = await startProcess(['--port', '0', '--state', state]);
      await service.stop();
    });
  try {
    return { firstStartSeconds: await start(), secondStartSeconds: await start() };
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

function benchDemo(): { demoSeconds: number } {
  const began = performance.now();
  const { status } = spawnSync('npm', ['run', 'demo', '--silent'], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`The demo ended with ${status}`);
  return { demoSeconds: Math.round((performance.now() - began) / 100) / 10 };
}

console.log(`Importing ${people} people …`);
console.table(await benchImport(people));
console.log('Planning and estimating campaigns …');
console.table(await benchPlans([10_000, people]));
console.log(`Releasing notices, alone and while ${people} pushes are sent …`);
const notices = await benchNotices(people);
console.table(notices.figures);
console.log(`At the end the campaign is ${notices.campaignState}.`);
console.log('Opening pages …');
console.table(await benchPages());
console.log('Opening the console …');
console.table(await benchConsole());
console.log('Starting twice …');
console.table(await benchStart());
console.log('Playing the demo …');
console.table(benchDemo());
