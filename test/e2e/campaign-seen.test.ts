/** The pages of a campaign say what they know, in a real browser: nothing is approved that was not seen, times have their place, and a report of a part says so. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { mailReader } from '../support/composer-page.ts';
import { type ConsoleTab, openConsole } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { toCsv } from '../support/people-csv.ts';

jest.setTimeout(120_000);

let service: LocalClient;
let browser: Browser;

const email = { subject: 'Angebote', html: '<p>Guten Tag</p><img src="https://example.com/a.png">' };
const draft = {
  office: 'de',
  name: 'Autumn offers',
  topic: 'offers',
  channels: ['email'],
  audience: { languages: ['de'] },
  content: { defaultLocale: 'de', locales: { de: { email } } },
};

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const people = Array.from({ length: 20 }, (_, number) => mailReader(`seen-${number}`, true));
  await service.call('admin', 'POST', '/people/import', toCsv(people));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** A campaign that waits for its approval. */
async function submitted(): Promise<string> {
  const { id } = (await service.call('marketer-de', 'POST', '/campaigns', draft)).body;
  await service.call('marketer-de', 'POST', `/campaigns/${id}/submit`);
  return id;
}

async function open(path: string, more: object = {}): Promise<ConsoleTab> {
  const tab = await openConsole(browser, { url: service.url, user: 'approver-de', ...more });
  tab.page.setDefaultTimeout(20_000);
  await tab.goTo(path);
  await tab.page.locator('.page-heading .badge').waitFor();
  return tab;
}

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

describe('an approver', () => {
  it('approves only what was seen: a change behind the open question is said, and shown (N-22)', async () => {
    const id = await submitted();
    const { page, close } = await open(`/campaigns/${id}`);
    const seen = (await service.call('marketer-de', 'GET', `/campaigns/${id}`)).body.version;
    const asked: (string | undefined)[] = [];
    await page.route('**/approve', async (route) => {
      asked.push(route.request().headers()['if-match']);
      await route.fulfill({ status: 412, json: { title: 'Precondition Failed', detail: 'A newer version' } });
    });
    await button(page, 'Approve').click();
    await service.call('marketer-de', 'PUT', `/campaigns/${id}`, { ...draft, name: 'Winter offers' });
    await service.call('marketer-de', 'POST', `/campaigns/${id}/submit`);
    // The page behind the question has read the campaign again.
    await page.locator('h1', { hasText: 'Winter offers' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('alert').getByText('Somebody changed this campaign').waitFor();
    expect(asked).toEqual([`"${seen}"`]);
    await button(page, 'Show what has changed').click();
    await page.waitForFunction(() => document.activeElement?.textContent === 'What has changed');
    expect(await findViolations(page)).toEqual([]);
    await close();
  });

  it('reads the checks in the language of the page, and times on the clock of the office, wherever they are', async () => {
    const id = await submitted();
    const { page, close } = await open(`/campaigns/${id}`, { locale: 'de-DE', timezoneId: 'Asia/Tokyo' });
    await page.getByText('Zeile 1: Ein Bild ohne').waitFor();
    expect(await page.locator('.checks [lang="en"]').count()).toBe(0);
    const history = page.locator('.card', { has: page.locator('#history') });
    expect(await history.textContent()).toContain('Zeit in Berlin');
    const at = await history.locator('time').first().getAttribute('datetime');
    const berlin = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: 'Europe/Berlin' });
    expect(await history.locator('time').first().textContent()).toContain(berlin.format(new Date(at ?? '')));
    await close();
  });
});

it('a report of a part says of whom it speaks: cancelled after 40 % had been decided', async () => {
  const id = await submitted();
  // The plan says how many have to approve.
  for (let status = 202; status === 202; )
    ({ status } = await service.call('approver-de', 'GET', `/campaigns/${id}/plan`));
  expect((await service.call('approver-de', 'POST', `/campaigns/${id}/approve`)).status).toBe(200);
  for (let started: unknown; started === undefined; )
    started = (await service.call('approver-de', 'GET', `/campaigns/${id}`)).body.startedAt;
  const { page, close } = await open(`/campaigns/${id}`, { viewport: { width: 320, height: 640 } });
  await page.route(`**/campaigns/${id}/report`, async (route) => {
    const response = await route.fetch();
    const report = { ...(await response.json()), state: 'cancelled', progress: 0.4 };
    await route.fulfill({ response, json: report });
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/campaigns/${id}/report`);
  await page.getByText('cancelled after 40% of the audience had been decided').waitFor();
  const sums = await page.locator('.sum').allTextContents();
  expect(sums).toHaveLength(2);
  for (const words of sums) expect(words).toContain('of those decided');
  expect(await findViolations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  await close();
});
