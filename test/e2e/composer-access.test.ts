/** The composer of campaigns for everybody: by keyboard alone, in light and dark, and on a narrow screen. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { focused, mailIn, patienceMs, provoked, step, tabTo } from '../support/composer-page.ts';
import { openConsole } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';

jest.setTimeout(180_000);

let service: LocalClient;
let browser: Browser;
let campaignId: string;

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const email = { subject: 'Herbstangebote', html: '<p>Guten Tag</p>' };
  const content = { defaultLocale: 'de', locales: { de: { email, push: { title: 'Neues', body: 'Da' } } } };
  const draft = {
    office: 'de',
    name: 'Autumn offers',
    topic: 'offers',
    channels: ['email', 'push'],
    content,
  };
  const made = await service.call('marketer-de', 'POST', '/campaigns', { ...draft, personalised: content });
  expect(made.status).toBe(201);
  campaignId = made.body.id;
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('everybody can use it', () => {
  it('writes and saves a campaign by keyboard alone, and is led to what is missing', async () => {
    const own = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    own.page.setDefaultTimeout(patienceMs);
    await own.goTo('/campaigns/new');
    const keys = own.page.keyboard;
    await own.page.getByRole('heading', { name: 'What is it about?' }).waitFor();
    await keys.press('Control+s');
    await own.page.getByText('Something is missing or wrong.').first().waitFor();
    await own.page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await keys.type('By keyboard');
    await tabTo(own.page, 'Next: Audience');
    await keys.press('Enter');
    await tabTo(own.page, 'Next: Content');
    await keys.press('Enter');
    await own.page.waitForFunction(() => document.activeElement?.id === 'step-title');
    await keys.press('Tab');
    expect(await focused(own.page)).toContain('German');
    await tabTo(own.page, 'Add English');
    await keys.press('Enter');
    await own.page.getByRole('tab', { name: /English/ }).waitFor();
    await keys.press('Shift+Tab');
    expect(await focused(own.page)).toContain('English');
    await keys.press('ArrowLeft');
    expect(await focused(own.page)).toContain('German');
    await tabTo(own.page, 'Subject');
    await keys.type('Hallo');
    await keys.press('Tab');
    await keys.type('<p>Hallo</p>');
    await keys.press('Control+s');
    await own.page.getByText('All changes saved').waitFor();
    expect(own.complaints.filter((words) => !provoked.test(words))).toEqual([]);
    await own.close();
  });

  it('says in the bar that it was not saved, wherever the page stands, also on a phone', async () => {
    const viewport = { width: 320, height: 640 };
    const own = await openConsole(browser, { url: service.url, user: 'marketer-de', viewport });
    await own.goTo('/campaigns/new');
    await own.page.getByRole('heading', { level: 1, name: 'New campaign' }).waitFor();
    await own.page.getByLabel('Name').fill('No network');
    await own.page.route(
      ({ pathname }) => pathname === '/campaigns',
      (route) => route.abort(),
    );
    await own.page.getByRole('button', { name: 'Save draft' }).click();
    const words = own.page.getByRole('alert').filter({ hasText: 'The service did not answer.' });
    await words.waitFor();
    expect(await words.count()).toBe(1);
    await own.page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    const box = await words.boundingBox();
    expect(box && box.y > 0 && box.y + box.height < viewport.height && box.width < viewport.width).toBe(true);
    expect(await findViolations(own.page)).toEqual([]);
    expect(await fitsWidth(own.page)).toBe(true);
    await own.close();
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 320 },
  ] as const)(
    'has no barrier that axe finds, $colorScheme, $width pixels wide',
    async ({ colorScheme, width }) => {
      const own = await openConsole(browser, {
        url: service.url,
        user: 'marketer-de',
        colorScheme,
        viewport: { width, height: 800 },
      });
      await own.goTo(`/campaigns/${campaignId}/edit`);
      for (const name of ['Basics', 'Audience', 'Content', 'Test', 'Schedule', 'Review']) {
        await step(own.page, name).click();
        await own.page.locator('#step-title').waitFor();
        if (name === 'Content') await mailIn(own.page).locator('body').waitFor();
        expect([name, await findViolations(own.page)]).toEqual([name, []]);
        expect([name, await fitsWidth(own.page)]).toEqual([name, true]);
      }
      expect(own.complaints).toEqual([]);
      await own.close();
    },
  );
});
