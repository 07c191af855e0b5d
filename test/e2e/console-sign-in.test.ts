/** Signing in to the console over the local run, in a real browser: by keyboard, back to where one was, and out again. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findViolations, startBrowser } from '../support/browser.ts';
import { chooseStaff, openConsole, openTab } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';

jest.setTimeout(120_000);

let service: LocalClient;
let browser: Browser;

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('signing in', () => {
  it('works by keyboard alone, comes back to the page that was asked for, and leaves no code in the address (P-20)', async () => {
    const tab = await openTab(browser);
    const { page } = tab;
    await page.goto(`${service.url}/console#/rules`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const search = page.getByRole('searchbox');
    await search.waitFor();
    const isOn = async (text: string) =>
      page.evaluate((wanted) => document.activeElement?.textContent === wanted, text);
    while (!(await search.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.type('germany marketer');
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]q=germany/);
    while (!(await isOn('marketer-de'))) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Country rules' }).waitFor();
    expect(page.url()).toBe(`${service.url}/console#/rules`);
    expect(await page.getByRole('banner').textContent()).toContain('marketer-de');
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });

  it('takes no code that it has not asked for (RFC 6749, 10.12)', async () => {
    const tab = await openTab(browser);
    const { page } = tab;
    await page.goto(`${service.url}/console?code=stolen&state=other`);
    await page.getByRole('heading', { level: 1, name: 'The sign-in did not work' }).waitFor();
    expect(page.url()).toBe(`${service.url}/console`);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await tab.close();
  });

  it('happens again when the token is no longer taken, and comes back to the same page', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    const { page } = tab;
    await tab.goTo('/rules');
    await page.evaluate(() => {
      const session = JSON.parse(sessionStorage.getItem('console.session') ?? '{}');
      sessionStorage.setItem('console.session', JSON.stringify({ ...session, token: 'old', since: 0 }));
    });
    await page.reload();
    await chooseStaff(page, 'marketer-de');
    await page.getByRole('heading', { level: 1, name: 'Country rules' }).waitFor();
    await tab.close();
  });

  it('ends in this tab and at the provider, and going back shows nothing', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    const { page } = tab;
    await page.getByText('No campaigns yet').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('console.session'))).toBeNull();
    await page.goBack();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.textContent('body')).not.toContain('No campaigns yet');
    await tab.close();
  });
});

describe('a token that ends', () => {
  it('is renewed while the page is open, without a word; a page that is loaded again asks for the sign-in', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    const { page } = tab;
    const later = new Date(Date.now() + 2 * 3_600_000).toISOString();
    expect((await service.call(undefined, 'POST', '/local/time', { now: later })).status).toBe(200);
    await tab.goTo('/rules');
    await page.getByRole('link', { name: 'Germany' }).waitFor();
    const kept = await page.evaluate(() => Object.values({ ...sessionStorage, ...localStorage }).join());
    expect(kept).not.toMatch(/refresh/i);
    await page.evaluate(() => {
      const session = JSON.parse(sessionStorage.getItem('console.session') ?? '{}');
      sessionStorage.setItem('console.session', JSON.stringify({ ...session, expiresAt: 1 }));
    });
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await tab.close();
  });

  it('takes nothing of an unsaved campaign: it is kept, and there again after the sign-in, in the language of the page', async () => {
    const tab = await openConsole(browser, { url: service.url, user: 'marketer-de', locale: 'de-DE' });
    const { page } = tab;
    await tab.goTo('/campaigns/new');
    await page.evaluate(() => {
      const session = JSON.parse(sessionStorage.getItem('console.session') ?? '{}');
      sessionStorage.setItem('console.session', JSON.stringify({ ...session, since: 0 }));
    });
    await page.reload();
    await page.getByLabel('Name').fill('Herbst');
    const isOfCampaigns = ({ pathname }: URL) => pathname.startsWith('/campaigns');
    await page.route(isOfCampaigns, (route) =>
      route.fulfill({ status: 401, json: { title: 'Unauthorized' } }),
    );
    await page.getByRole('button', { name: 'Entwurf speichern' }).click();
    await page.getByRole('alert').getByText('Ihre Sitzung ist beendet').waitFor();
    expect(page.url()).toContain('#/campaigns/new');
    expect(await findViolations(page)).toEqual([]);
    await page.unroute(isOfCampaigns);
    await page.getByRole('button', { name: 'Neu anmelden' }).click();
    await chooseStaff(page, 'marketer-de');
    await page.getByText('Es gibt ungespeicherte Änderungen').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Wiederherstellen' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Herbst');
    await page.getByRole('button', { name: 'Entwurf speichern' }).click();
    await page.getByRole('alert').getByText('Nicht gespeichert').waitFor();
    await page.getByRole('button', { name: 'Abmelden' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('console.unsaved.new'))).toContain('Herbst');
    await tab.close();
  });
});
