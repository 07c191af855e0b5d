/** The console over the local run, in a real browser: every page in light, dark and narrow, languages, the sandbox for mails, and the policy that holds all of it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { settings, withFixedAnswers } from '../support/console-answers.ts';
import { openConsole } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { toCsv } from '../support/people-csv.ts';

jest.setTimeout(180_000);

let service: LocalClient;
let browser: Browser;
let draftId: string;

const content = {
  defaultLocale: 'de',
  locales: {
    de: {
      email: { subject: 'Herbst', html: '<p>Guten Tag</p>' },
      push: { title: 'Herbst', body: 'Angebote' },
    },
  },
};
const campaign = { topic: 'offers', channels: ['email'], content };

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const greta = {
    externalId: 'greta',
    country: 'DE',
    language: 'de',
    timezone: 'Europe/Berlin',
    email: 'greta@example.com',
    emailSource: 'direct',
    emailMarketing: 'granted',
    emailMarketingAt: '2026-06-05T10:00:00Z',
    emailBasis: 'express',
    evidence: 'form 1',
  };
  const imported = await service.call('admin', 'POST', '/people/import', toCsv([greta]));
  expect(imported.body).toMatchObject({ accepted: 1, rejected: [] });
  const sent = await service.runCampaign('de', { ...campaign, name: 'Autumn offers' });
  await service.completed('de', sent);
  const draft = {
    office: 'de',
    ...campaign,
    name: 'A draft with a name that is so long that it needs a second line',
  };
  draftId = (await service.call('marketer-de', 'POST', '/campaigns', draft)).body.id;
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('a page', () => {
  it('lists the campaigns of the own office, with their states; the filter is in the address', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    const { page } = tab;
    const rows = page.getByRole('table').getByRole('row');
    await page.getByRole('link', { name: 'Autumn offers' }).waitFor();
    expect(await rows.count()).toBe(3);
    expect(await rows.filter({ hasText: 'Autumn offers' }).textContent()).toContain('Completed');
    await page.getByLabel('State').selectOption('draft');
    await page.waitForURL(/#\/campaigns\?state=draft$/);
    await page.getByRole('link', { name: 'Autumn offers' }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(2);
    await page.reload();
    await page.getByRole('link', { name: /^A draft/ }).waitFor();
    expect(await page.getByLabel('State').inputValue()).toBe('draft');
    await tab.close();
  });

  it('is for the office that headquarters chooses', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'auditor' });
    const { page } = tab;
    await page.getByText('No campaigns yet').waitFor();
    await page.getByLabel('Office', { exact: true }).selectOption('de');
    await page.getByRole('link', { name: 'Autumn offers' }).waitFor();
    expect(await page.getByRole('link', { name: 'New campaign' }).count()).toBe(0);
    await tab.close();
  });

  it('is not there for a role that the API would refuse', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    expect(await tab.page.getByRole('link', { name: 'People' }).count()).toBe(0);
    await tab.goTo('/people');
    await tab.page.getByRole('heading', { level: 1, name: 'This page is not for your role' }).waitFor();
    await tab.goTo('/nowhere');
    await tab.page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
    await tab.close();
    const auditor = await openConsole(browser, { url: service.url, user: 'auditor' });
    await auditor.goTo('/campaigns/new');
    await auditor.page.getByText('It is for these roles: Marketer and Approver.').waitFor();
    await auditor.close();
  });

  it('speaks English, German and Japanese, and remembers which', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de', locale: 'fr-FR' });
    const { page } = tab;
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.textContent()).toBe('Campaigns');
    for (const [code, words] of [
      ['de', 'Kampagnen'],
      ['ja', 'キャンペーン'],
    ] as const) {
      await page.locator('header select').last().selectOption(code);
      await page.waitForFunction((text) => document.querySelector('h1')?.textContent === text, words);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(code);
      expect(await page.title()).toBe(`${words} – Xperia Notify`);
    }
    await page.reload();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'キャンペーン');
    await tab.close();
  });

  it('shows a person with choices, history and the reason of every message, once a purpose is given (P-20)', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'privacy-de' });
    const { page } = tab;
    await page.getByLabel('Email address').last().fill('greta@example.com');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await page.getByLabel('Purpose').fill('照会 4711');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByText('The history is whole').waitFor();
    expect(page.url()).not.toContain('greta');
    const messages = page.getByRole('table', { name: 'Messages and why' });
    expect(await messages.textContent()).toMatch(/Sent.*Every check passed.*DE@1/);
    await messages.getByRole('button', { name: /Consent event/ }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Marketing, Email/);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});

const pages: [user: string, path: string][] = [
  ['marketer-de', '/campaigns'],
  ['marketer-de', '/campaigns/draft'],
  ['marketer-de', '/campaigns/new'],
  ['marketer-de', '/templates'],
  ['marketer-de', '/templates/new'],
  ['marketer-de', '/templates/tpl_de_1'],
  ['marketer-de', '/settings'],
  ['marketer-de', '/rules'],
  ['marketer-de', '/rules/DE'],
  ['marketer-de', '/nowhere'],
  ['admin', '/settings'],
  ['support-de', '/people'],
];

describe('the frame', () => {
  it('lets the keyboard skip to the content, and on a phone opens and closes its menu', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    const { page } = tab;
    const focused = () => page.evaluate(() => document.activeElement?.tagName);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('H1');
    await page.setViewportSize({ width: 320, height: 700 });
    const menu = page.getByRole('button', { name: 'Menu' });
    const link = page.getByRole('link', { name: 'Country rules' });
    expect([await menu.getAttribute('aria-expanded'), await link.isVisible()]).toEqual(['false', false]);
    await menu.click();
    expect([await menu.getAttribute('aria-expanded'), await link.isVisible()]).toEqual(['true', true]);
    expect([await findViolations(page), await fitsWidth(page)]).toEqual([[], true]);
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'Country rules' }).waitFor();
    await link.waitFor({ state: 'hidden' });
    expect(await focused()).toBe('H1');
    await tab.close();
  });

  it('says what was done, and asks before a campaign leaves the list', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    const { page } = tab;
    const sent: string[] = [];
    await page.route(/\/campaigns\/\w+\/archive$/, (route) => {
      sent.push(route.request().method());
      return route.fulfill({ json: {} });
    });
    const archive = page.getByRole('button', { name: 'Archive Autumn offers' });
    await archive.click();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(sent).toEqual([]);
    await archive.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('status').filter({ hasText: 'The campaign is archived.' }).waitFor();
    expect(await page.getByRole('link', { name: 'Autumn offers' }).count()).toBe(0);
    expect(sent).toEqual(['POST']);
    await tab.close();
  });
});

describe.each(['light', 'dark'] as const)('every page, %s', (colorScheme) => {
  it.each([...new Set(pages.map(([user]) => user))])(
    'of %s is accessible, fits 320 pixels and keeps to the policy',
    async (user) => {
      const tab = await openConsole(browser, { url: service.url, user, colorScheme });
      const { page } = tab;
      await withFixedAnswers(tab);
      for (const path of pages.filter(([one]) => one === user).map(([, one]) => one)) {
        await tab.goTo(path.replace('draft', draftId));
        await page.setViewportSize({ width: 1280, height: 900 });
        expect([path, await findViolations(page)]).toEqual([path, []]);
        await page.setViewportSize({ width: 320, height: 700 });
        expect([path, await findViolations(page)]).toEqual([path, []]);
        expect([path, await fitsWidth(page)]).toEqual([path, true]);
      }
      expect(tab.complaints).toEqual([]);
      await tab.close();
    },
  );
});

describe('the settings', () => {
  it('are saved from the version that was read, and a clash is said (N-22)', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'admin' });
    const { page } = tab;
    await withFixedAnswers(tab);
    const sent: { match: string | undefined; body: unknown }[] = [];
    await page.route(/\/offices\/\w+\/settings$/, async (route) => {
      if (route.request().method() !== 'PUT') return route.fallback();
      const body = route.request().postDataJSON();
      sent.push({ match: route.request().headers()['if-match'], body });
      const clash = { title: 'Changed in the meantime', detail: 'Read again.', errors: [] };
      if (sent.length === 1) return route.fulfill({ status: 412, json: clash });
      return route.fulfill({ json: { settings: body, version: 4 }, headers: { etag: '"4"' } });
    });
    await tab.goTo('/settings');
    await page.getByLabel('Messages at most').fill('5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else has changed this').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The settings are saved.').waitFor();
    const wanted = { ...settings.settings, frequencyCap: { max: 5, days: 7 } };
    expect(sent).toEqual([
      { match: '"3"', body: wanted },
      { match: '"3"', body: wanted },
    ]);
    await tab.close();
  });

  it('are not lost by a wrong click', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'admin' });
    const { page } = tab;
    await withFixedAnswers(tab);
    await tab.goTo('/settings');
    await page.getByLabel('Messages at most').fill('5');
    await page.getByRole('link', { name: 'Country rules' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByLabel('Messages at most').inputValue()).toBe('5');
    expect(page.url()).toMatch(/#\/settings$/);
    const office = page.getByLabel('Office', { exact: true });
    const before = await office.inputValue();
    await office.selectOption('jp');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.waitForFunction(() => !document.querySelector('dialog'));
    expect(await office.inputValue()).toBe(before);
    await page.getByRole('link', { name: 'Country rules' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { level: 1, name: 'Country rules' }).waitFor();
    await tab.close();
  });
});

describe('the sandbox for mails', () => {
  it('shows a mail, runs nothing of it, reaches nothing, and has the scheme that the console asks for', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de', colorScheme: 'light' });
    const { page } = tab;
    await withFixedAnswers(tab);
    await tab.goTo('/templates/tpl_de_1');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Angebote' }).click();
    await frame.getByRole('link', { name: 'Zum Angebot' }).click();
    await frame.getByRole('link', { name: 'x' }).click();
    const background = () => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.getByLabel('Dark mode').check();
    await page.waitForTimeout(300);
    expect(await background()).toBe('rgb(1, 2, 3)');
    const inside = page.frames().find((one) => one.url().endsWith('/console/mail-frame'));
    expect(
      await inside?.evaluate(() => [
        document.title,
        window.origin,
        document.querySelectorAll('script, iframe, form').length,
      ]),
    ).toEqual(['', 'null', 0]);
    expect(page.frames()).toHaveLength(2);
    expect(page.context().pages()).toHaveLength(1);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
