/** The pages of a campaign in a real browser: submitted by one, seen and approved by others, watched, paused, and its report, which reconciles. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { type ConsoleTab, openConsole } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(240_000);

let service: LocalClient;
let browser: Browser;
let id: string;

const people = 1400;
const answered = '2026-06-05T10:00:00Z';

function person(number: number): CsvRow {
  const refuses = number % 10 === 0;
  return {
    externalId: `p-${number}`,
    country: number % 4 === 0 ? 'AT' : 'DE',
    language: number % 3 === 0 ? 'en' : 'de',
    timezone: 'Europe/Berlin',
    birthYear: '1985',
    email: number % 50 === 1 ? `bounce+${number}@simulator.amazonses.com` : `p${number}@mail.example`,
    emailSource: 'direct',
    emailMarketing: refuses ? 'denied' : 'granted',
    emailMarketingAt: answered,
    ...(refuses ? {} : { emailBasis: 'express' }),
    ...(number % 2 === 0 ? { profiling: 'granted', profilingAt: answered } : {}),
    evidence: 'form 1',
  };
}

const contentOf = (subject: string) => ({
  defaultLocale: 'de',
  locales: {
    de: {
      email: { subject, html: `<h1>${subject}</h1><p>Guten Tag</p>` },
      push: { title: subject, body: 'Angebote' },
    },
    en: { email: { subject: 'Autumn', html: '<h1>Autumn</h1><p>Hello</p>' } },
  },
});
const draft = {
  office: 'de',
  name: 'Autumn offers',
  topic: 'offers',
  channels: ['email'],
  audience: { countries: ['DE', 'AT'] },
  content: contentOf('Angebote bis Sonntag'),
  arms: [{ name: 'B', percent: 40, content: contentOf('Nur noch heute') }],
  holdoutPercent: 10,
};

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const rows = Array.from({ length: people }, (_, number) => person(number));
  const imported = await service.call('admin', 'POST', '/people/import', toCsv(rows));
  expect(imported.body).toMatchObject({ accepted: people, rejected: [] });
  const { headers } = await service.call('admin', 'GET', '/offices/de/settings');
  // So slow that somebody can watch it: a hundred mails a second on this stage.
  const sendRates = { emailPerSecond: 1, pushPerSecond: 1 };
  const settings = { twoApproversAbove: 1000, sendRates, testContacts: [] };
  const changed = await service.call('admin', 'PUT', '/offices/de/settings', settings, {
    'if-match': headers.get('etag') ?? '',
  });
  expect(changed.status).toBe(200);
  id = (await service.call('marketer-de', 'POST', '/campaigns', draft)).body.id;
  await service.call('marketer-de', 'POST', `/campaigns/${id}/submit`);
  const reason = 'Which Sunday?';
  await service.call('approver-de', 'POST', `/campaigns/${id}/reject`, { reason });
  const better = { ...draft, content: contentOf('Angebote bis Dienstag') };
  expect((await service.call('marketer-de', 'PUT', `/campaigns/${id}`, better)).status).toBe(200);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** Signs in and opens a page of a campaign; it is there when its state is. */
async function open(user: string, path: string, more: object = {}): Promise<ConsoleTab> {
  const tab = await openConsole(browser, { url: service.url, user, ...more });
  await tab.page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await badge(tab.page).waitFor();
  return tab;
}

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });
const badge = (page: Page) => page.locator('.page-heading .badge');

/** Takes a step and says yes to the question. */
async function take(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

async function shows(page: Page, state: string): Promise<void> {
  await badge(page).filter({ hasText: state }).waitFor({ timeout: 90_000 });
}

async function call(user: string, step: string) {
  return service.call(user, 'POST', `/campaigns/${id}/${step}`);
}

/** Numbers of a table by the words of their rows; `− 1,234` is 1234. */
async function figures(page: Page, caption: string): Promise<Record<string, number>> {
  const rows = await page
    .getByRole('table', { name: caption })
    .locator('tbody tr:has(td)')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('th')?.firstChild?.textContent,
        row.querySelector('td')?.textContent,
      ]),
    );
  return Object.fromEntries(rows.map(([name, text]) => [name, Number(text?.replace(/\D/g, ''))]));
}

describe('before it runs', () => {
  it('the marketer submits it once, however often the button is pressed, and cannot approve it', async () => {
    const tab = await open('marketer-de', `/campaigns/${id}`);
    const { page } = tab;
    await page.getByText('Which Sunday?').waitFor();
    await button(page, 'Submit for approval').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for approval' }).dblclick();
    await shows(page, 'In review');
    expect(await button(page, 'Approve').count()).toBe(0);
    const { body } = await service.call('marketer-de', 'GET', `/campaigns/${id}`);
    expect(body.history.filter(({ action }: { action: string }) => action === 'submit')).toHaveLength(2);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('an approver who wrote it is told that somebody else is needed (four-eyes)', async () => {
    const own = (await service.call('approver-de', 'POST', '/campaigns', draft)).body.id;
    await service.call('approver-de', 'POST', `/campaigns/${own}/submit`);
    const tab = await open('approver-de', `/campaigns/${own}`);
    await tab.page.getByText('somebody else has to approve it').waitFor();
    expect(await button(tab.page, 'Approve').count()).toBe(0);
    await tab.close();
  });

  it('the approver sees what has changed, word by word, and the plan, which adds up (P-13)', async () => {
    const tab = await open('approver-de', `/campaigns/${id}`);
    const { page } = tab;
    const subject = page.locator('.changes > div').filter({ hasText: 'Email › Subject' }).first();
    await subject.waitFor();
    expect(await subject.locator('del').textContent()).toContain('Sonntag');
    expect(await subject.locator('ins').textContent()).toContain('Dienstag');
    await page.getByText('It adds up').waitFor({ timeout: 60_000 });
    const {
      Audience: audience = 0,
      'Will get it': send,
      ...excluded
    } = await figures(page, 'Who will get it');
    const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
    expect(audience).toBe(people);
    expect(send).toBe(audience - left);
    expect(Object.keys(excluded)).toEqual(expect.arrayContaining(['Refused', 'Control group']));
    await page.getByText('two people').waitFor();
    await tab.close();
  });

  it('the approver sees every language and arm as its reader will, light and dark, wide and narrow', async () => {
    const tab = await open('approver-de', `/campaigns/${id}`);
    const { page } = tab;
    const mail = page.frameLocator('.mail-frame iframe');
    await mail.getByRole('heading', { name: 'Angebote bis Dienstag' }).waitFor();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.getByRole('radio', { name: 'Phone' }).check();
    expect(await mail.locator('html').evaluate(({ style }) => style.colorScheme)).toBe('dark');
    expect(await mail.locator('html').evaluate(({ clientWidth }) => clientWidth)).toBe(375);
    expect(await page.locator('.shown-push-title').textContent()).toBe('Angebote bis Dienstag');
    await page.getByLabel('Arm of the test').selectOption('B');
    await mail.getByRole('heading', { name: 'Nur noch heute' }).waitFor();
    await page.getByLabel('Language').last().selectOption('en');
    await mail.getByRole('heading', { name: 'Autumn' }).waitFor();
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('a page that is behind says so in words, and shows the campaign as it is', async () => {
    const other = (await service.call('marketer-de', 'POST', '/campaigns', draft)).body.id;
    await service.call('marketer-de', 'POST', `/campaigns/${other}/submit`);
    const tab = await open('approver-de', `/campaigns/${other}`);
    await button(tab.page, 'Approve').click();
    await service.call('marketer-de', 'POST', `/campaigns/${other}/cancel`);
    await tab.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await tab.page.getByRole('alert').filter({ hasText: 'now in the state “Cancelled”' }).waitFor();
    await shows(tab.page, 'Cancelled');
    await tab.close();
  });

  it('two people have to approve it: the first is told that one more is needed', async () => {
    const tab = await open('approver-de', `/campaigns/${id}`);
    await take(tab.page, 'Approve');
    await shows(tab.page, 'Approved once');
    await tab.page.getByText('1 of 2 approvals').waitFor();
    expect(await button(tab.page, 'Approve').count()).toBe(0);
    await tab.close();
  });
});

describe('while it runs and after', () => {
  it('the second approval, given elsewhere, starts it; it is watched, paused and resumed on the page', async () => {
    const tab = await open('approver-de', `/campaigns/${id}`);
    const { page } = tab;
    await shows(page, 'Approved once');
    expect((await call('approver-de-2', 'approve')).body.state).toBe('running');
    await shows(page, 'Running');
    await page.getByRole('heading', { name: 'Live', exact: true }).waitFor();
    const pending = page.locator('.live-card dl div').filter({ hasText: 'Still to be sent' }).locator('dd');
    await page.waitForFunction(() =>
      /[1-9]/.test(document.querySelector('.live-card dd')?.textContent ?? ''),
    );
    await take(page, 'Pause');
    await shows(page, 'Paused');
    expect((await service.call('auditor', 'GET', `/campaigns/${id}`)).body.state).toBe('paused');
    expect(Number((await pending.textContent())?.replace(/\D/g, ''))).toBeGreaterThan(0);
    await take(page, 'Resume');
    await shows(page, 'Completed');
    await page.getByText('approver-de resumed it').waitFor();
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('the report reconciles to the last contact, on the page and with the API', async () => {
    const tab = await open('marketer-de', `/campaigns/${id}/report`);
    const { page } = tab;
    await page.getByText(/has exactly one outcome/).waitFor({ timeout: 60_000 });
    const title = 'What became of the planned sends';
    const { 'Planned sends': planned, Delivered: _d, 'Came back': _b, ...fates } = await figures(page, title);
    const { body } = await service.call('marketer-de', 'GET', `/campaigns/${id}/report`);
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(planned);
    expect(fates).toMatchObject({ Accepted: body.outcomes.accepted, 'In doubt': 0 });
    expect(planned).toBe(body.audience - sumOf(body.decisions.skip));
    await page.getByText('Nobody who had said no was sent to.').waitFor();
    await page.getByText(/Only people who agreed to profiling are measured/).waitFor();
    await page
      .getByRole('img', { name: /^Opened \(of measured\)|^Opt-outs/ })
      .first()
      .waitFor();
    await tab.close();
  });

  it('the CSV is in the downloads, the same that the API gives', async () => {
    await service.until(
      async () => (await service.call('auditor', 'GET', `/campaigns/${id}/report`)).body.outcomes,
      ({ accepted, delivered, bounced }) => delivered + bounced === accepted,
    );
    const tab = await open('auditor', `/campaigns/${id}/report`);
    const [file] = await Promise.all([
      tab.page.waitForEvent('download'),
      button(tab.page, 'Download CSV').click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${id}.csv`);
    const text = await readFile((await file.path()) ?? '', 'utf8');
    const { text: wanted } = await service.call('auditor', 'GET', `/campaigns/${id}/report.csv`);
    expect(text.startsWith('\uFEFFgroup,value,figure,count')).toBe(true);
    const linesOf = (csv: string) =>
      csv
        .replace(/^\uFEFF/, '')
        .split('\r\n')
        .sort();
    expect(linesOf(text)).toEqual(linesOf(wanted));
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing in %s, and every page fits 320 px',
    async (colorScheme) => {
      const viewport = { width: 320, height: 640 };
      const locale = colorScheme === 'dark' ? 'de-DE' : 'en-GB';
      const tab = await open('marketer-de', `/campaigns/${id}`, { colorScheme, viewport, locale });
      for (const part of ['', '/report']) {
        await tab.goTo(`/campaigns/${id}${part}`);
        await tab.page.locator('.sum.good').first().waitFor({ timeout: 60_000 });
        expect(await findViolations(tab.page)).toEqual([]);
        expect(await fitsWidth(tab.page)).toBe(true);
      }
      expect(tab.complaints).toEqual([]);
      await tab.close();
    },
  );

  it('a step that comes too late is refused, and the record stays', async () => {
    expect((await call('marketer-de', 'cancel')).status).toBe(409);
  });
});

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
