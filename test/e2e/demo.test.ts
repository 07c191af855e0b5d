/** `npm run demo` as its user starts it: a process that ends by itself, with all of it holding. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const main = fileURLToPath(new URL('../../infra/local/demo/main.ts', import.meta.url));
const limitMs = 240_000;

async function runDemo(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { text: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.errors += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, ...output };
}

const sumOf = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('npm run demo', () => {
  it(
    'ends with 0, and with the figures on its last line: what arrived is what was decided, opt-outs hold, and the recall reaches or names everybody (P-15, P-19)',
    async () => {
      const { code, text, errors } = await runDemo('--json');
      const figures = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
      expect({ code, findings: figures.findings, errors }).toEqual({ code: 0, findings: [], errors: '' });
      expect(figures).toMatchObject({ ok: true, people: 2000 });
      expect(figures.countries).toBeGreaterThanOrEqual(14);
      expect(figures.campaigns.map(({ office }: { office: string }) => office)).toEqual(['de', 'jp', 'de']);
      for (const { plan, report, arrived } of [...figures.campaigns, figures.notice]) {
        expect(plan.audience).toBe(plan.willSend + sumOf(plan.excluded));
        expect(sumOf(arrived)).toBe(report.outcomes.accepted);
        expect(report).toMatchObject({ state: 'completed', handOversAfterOptOut: 0 });
      }
      expect(figures.optOuts.map(({ how }: { how: string }) => how)).toEqual([
        'one-click',
        'device',
        'import',
      ]);
      const { affected, reached, unreachable, unreached } = figures.recall;
      expect(reached + unreachable).toBe(affected);
      expect(unreached).toHaveLength(unreachable);
      expect(affected).toBeGreaterThan(200);
      for (const { afterwards } of figures.optOuts) {
        expect(afterwards.marketing).toBe(0);
        expect(afterwards.notice).toBeGreaterThan(0);
      }
    },
    limitMs,
  );

  it('says in words what it does not understand, and ends with 1', async () => {
    const { code, errors } = await runDemo('--jason');
    expect(code).toBe(1);
    expect(errors).toContain('--jason');
    expect(errors).toContain('npm run demo');
    expect(errors).not.toContain('    at ');
  });
});
