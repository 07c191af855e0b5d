/** A power cut in the middle of a campaign: the next start finishes it, and nobody gets a second mail (N-01, N-02, N-23). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startProcess } from '../support/local-process.ts';
import { toCsv } from '../support/people-csv.ts';

const people = 1500;
let state: string;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'xperia-notify-kill-'));
});

afterAll(async () => {
  await rm(state, { recursive: true, force: true });
});

function csvOf(count: number): string {
  const consent = {
    emailMarketing: 'granted',
    emailMarketingAt: '2026-01-01T00:00:00Z',
    emailBasis: 'express',
  };
  const rows = Array.from({ length: count }, (_, index) => ({
    externalId: `k${index}`,
    country: 'DE',
    language: 'de',
    email: `k${index}@example.com`,
    emailSource: 'direct',
    ...consent,
  }));
  return toCsv(rows);
}

const draft = {
  name: 'Cut',
  topic: 'news',
  channels: ['email'],
  content: { defaultLocale: 'de', locales: { de: { email: { subject: 'Neues', html: '<p>Neues</p>' } } } },
};

it('finishes after SIGKILL without a second mail to anybody', async () => {
  const first = await startProcess(['--port', '0', '--empty', '--state', state]);
  let id: string;
  let before: number;
  try {
    const imported = await first.call('admin', 'POST', '/people/import', csvOf(people));
    expect(imported.body).toMatchObject({ accepted: people, rejected: [] });
    id = await first.runCampaign('de', draft);
    const mails = await first.until(first.mails, (all) => all.length >= 50, 30_000);
    before = mails.length;
  } finally {
    await first.kill();
  }
  const second = await startProcess(['--port', '0', '--empty', '--state', state]);
  try {
    const report = await second.completed('de', id, 180_000);
    const mails = await second.mails();
    const addresses = mails.flatMap(({ to }) => to);
    expect(before).toBeLessThan(people);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(report.audience).toBe(people);
    expect(report.outcomes.accepted + report.outcomes.inDoubt).toBe(people);
    expect(addresses.length).toBeGreaterThanOrEqual(report.outcomes.accepted);
    expect(addresses.length).toBeLessThanOrEqual(people);
  } finally {
    await second.stop();
  }
}, 400_000);
