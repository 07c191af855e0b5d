/** Notices in the console, in a real browser: written with a finding in view, released by another, followed as they reach people, stopped by two, and replaced. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Download, Page } from 'playwright-core';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { type ConsoleTab, openConsole } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(240_000);

const patienceMs = 30_000;
const people = 30;
/** What these tests provoke: the browser notes every answer of 400 and above. */
const provoked = /status of (409|412|422)/;

let service: LocalClient;
let browser: Browser;
let author: ConsoleTab;
let releaser: ConsoleTab;

/** Every third has refused marketing, every tenth has an address that bounces and nothing else. */
function person(number: number): CsvRow {
  const refuses = number % 3 === 0;
  const bounces = number % 10 === 1;
  return {
    externalId: `reader-${number}`,
    country: number % 2 ? 'DE' : 'GB',
    language: number % 2 ? 'de' : 'en',
    timezone: 'Europe/London',
    birthYear: '1985',
    email: bounces ? `bounce+${number}@simulator.amazonses.com` : `reader-${number}@example.com`,
    emailSource: 'direct',
    emailMarketing: refuses ? 'denied' : 'granted',
    emailMarketingAt: '2026-06-05T10:00:00Z',
    ...(refuses ? {} : { emailBasis: 'express' }),
    evidence: 'form 1',
  };
}

const main = (page: Page) => page.locator('main');
const badge = (page: Page) => page.locator('.page-heading .badge');
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true });
const channel = (page: Page, name: string) => main(page).getByRole('region', { name, exact: true });

async function shows(page: Page, state: string): Promise<void> {
  await badge(page).filter({ hasText: state }).waitFor({ timeout: 90_000 });
}

/** Presses a button of the page and says yes to the question that comes. */
async function take(page: Page, name: string, reason?: string): Promise<void> {
  await button(page, name).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
}

async function isFine({ page }: ConsoleTab): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

const noticeId = (page: Page) => page.evaluate(() => /ntc_\w+/.exec(location.hash)?.[0] ?? '');

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const rows = Array.from({ length: people }, (_, number) => person(number));
  const imported = await service.call('admin', 'POST', '/people/import', toCsv(rows));
  expect(imported.body).toMatchObject({ accepted: people, rejected: [] });
  const open = async (user: string) => {
    const tab = await openConsole(browser, { url: service.url, user });
    tab.page.setDefaultTimeout(patienceMs);
    return tab;
  };
  author = await open('notice-author');
  releaser = await open('notice-releaser');
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('a safety notice', () => {
  it('begins with nobody affected: it is not saved before somebody has said who is', async () => {
    const { page } = author;
    await page.getByRole('heading', { level: 1, name: 'Notices' }).waitFor();
    await isFine(author);
    await main(page).getByRole('link', { name: 'Write a notice' }).click();
    await page.getByRole('heading', { level: 1, name: 'New notice' }).waitFor();
    await page.getByLabel('Reference').fill('SN-2026-11');
    await button(page, 'Save draft').click();
    await page.getByText('Say who is affected: everybody, or these people.').waitFor();
    await page.getByRole('radio', { name: 'Everybody' }).check();
    await isFine(author);
  });

  it('has its channels put in order by keyboard, and the focus stays on what was moved', async () => {
    const { page } = author;
    await page.getByRole('checkbox', { name: /Push/ }).uncheck();
    await page.getByRole('button', { name: 'SMS earlier' }).press('Enter');
    await page.getByText('SMS is now number 1.').waitFor();
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(focused).toBe('SMS later');
    await page.keyboard.press('Enter');
    await page.getByText('SMS is now number 2.').waitFor();
  });

  it('shows promotion at its place while it is written, and does not save it (N-20)', async () => {
    const { page } = author;
    const email = channel(page, 'Email');
    await email.getByRole('textbox', { name: 'Subject', exact: true }).fill('Battery safety notice');
    await email
      .getByLabel('HTML')
      .fill('<p>Stop charging your phone until it has been checked. 20 % off a new one!</p>');
    await channel(page, 'SMS')
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('Battery safety notice: stop charging your phone.');
    const mark = email.locator('mark.refused');
    await mark.filter({ hasText: '20 % off' }).waitFor();
    await email.getByText('reads as an offer or a discount').first().waitFor();
    await isFine(author);
    await button(page, 'Save draft').click();
    await page.getByRole('alert').getByText('Not saved.').waitFor();
    expect((await service.call('notice-author', 'GET', '/notices')).body.items).toEqual([]);
  });

  it('is mended, seen as its readers get it, saved, and planned with the choices that do not stop it (N-22)', async () => {
    const { page } = author;
    const email = channel(page, 'Email');
    await email
      .getByRole('textbox', { name: 'HTML', exact: true })
      .fill('<p>Stop charging your phone until it has been checked.</p>');
    await email.locator('mark.refused').waitFor({ state: 'detached' });
    await email.frameLocator('iframe').getByText('Stop charging your phone').waitFor();
    await channel(page, 'SMS').getByText('Segments:').waitFor();
    await button(page, 'Save and see who gets it').click();
    await shows(page, 'Draft');
    await page.getByText('It adds up').waitFor();
    const refused = page.getByRole('row', { name: /Said no to marketing/ });
    await refused.getByText(String(people / 3), { exact: true }).waitFor();
    await isFine(author);
  });

  it('is submitted, and not for its author to release', async () => {
    const { page } = author;
    await take(page, 'Submit for release');
    await shows(page, 'Awaiting release');
    await page.getByText('somebody else has to release it').waitFor();
    expect(await button(page, 'Release').count()).toBe(0);
  });

  it('is compared by a releaser, who looks at every finding of the second pass before it can go', async () => {
    const { page } = releaser;
    await page.reload();
    await main(page).getByRole('link', { name: 'SN-2026-11' }).click();
    await shows(page, 'Awaiting release');
    await page.getByText('It is submitted for the first time').waitFor();
    await page.getByText('It adds up').waitFor();
    const boxes = page.getByRole('checkbox', { name: /I have looked at this/ });
    await page.getByRole('heading', { name: 'Second look' }).waitFor();
    const findings = await boxes.count();
    if (findings > 0) {
      await button(page, 'Release').click();
      await page.getByText('Look at every finding first.').waitFor();
      for (let index = 0; index < findings; index += 1) await boxes.nth(index).check();
    }
    await isFine(releaser);
    await button(page, 'Release').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`${people} contacts get it at once by Email`).waitFor();
    await dialog.getByText('what is on a phone cannot be called back').waitFor();
    await isFine(releaser);
    await dialog.getByRole('button', { name: 'Release', exact: true }).click();
    await shows(page, 'Running');
  });
});

describe('its reach', () => {
  it('moves while it is watched, and adds up to everybody who is affected', async () => {
    const { page } = releaser;
    await page.getByRole('link', { name: 'Reach', exact: true }).click();
    await page.getByText(`every one of the ${people} affected people is in one row`).waitFor();
    const delivered = page
      .getByRole('table', { name: 'Affected people' })
      .getByRole('row', { name: /^Delivered/ });
    const reached = String(people - people / 10);
    await delivered.getByText(reached, { exact: true }).waitFor({ timeout: 90_000 });
    const chart = page.getByRole('img', { name: /^Lines over time, up to the 30 affected people/ });
    await chart.waitFor();
    expect(await chart.locator('path.line').first().getAttribute('d')).toMatch(/^M0 220 L/);
    await isFine(releaser);
  });

  it('names whom no channel has reached, and gives the list, the document and the decisions', async () => {
    const { page } = releaser;
    await button(page, 'Show the list').click();
    const unreached = page.getByRole('table', { name: 'People who have not been reached' });
    await unreached.getByText('reader-1', { exact: true }).waitFor();
    await unreached.getByText('Came back').first().waitFor();
    const save = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
      return textOf(download);
    };
    expect((await save('List as CSV')).trim().split(/\r?\n/)).toHaveLength(1 + people / 10);
    expect(await save('Document as CSV')).toContain('SN-2026-11');
    const decisions = (await save('All decisions (NDJSON)')).trim().split('\n');
    expect(decisions.map((line) => JSON.parse(line).decision)).toContain('send');
    await button(page, 'Document for a regulator').click();
    const shown = page.getByRole('dialog').frameLocator('iframe');
    await shown.getByRole('heading', { name: 'Notice SN-2026-11' }).waitFor();
    await isFine(releaser);
    await page.keyboard.press('Escape');
  });
});

describe('a correction', () => {
  it('stops it only when a second person confirms, who sees who asked and why', async () => {
    await releaser.page.getByRole('link', { name: 'Notice', exact: true }).click();
    await take(releaser.page, 'Stop', 'The model list is wrong.');
    await releaser.page.getByText('It goes on until a second person confirms.').waitFor();
    await releaser.page.getByText('You asked for it').waitFor();
    expect(await button(releaser.page, 'Confirm the stop').count()).toBe(0);
    const { page } = author;
    await page.reload();
    await page.getByText('notice-releaser asked on').waitFor();
    await page.getByRole('alert').getByText('The model list is wrong.').waitFor();
    await isFine(author);
    await take(page, 'Confirm the stop', 'It is.');
    await shows(page, 'Stopped');
  });

  it('is a replacement with the same texts, which the old notice leads to once it is released', async () => {
    const { page } = author;
    const old = await noticeId(page);
    await button(page, 'Write a replacement').click();
    await page.getByText(`This notice replaces ${old}`).waitFor();
    expect(
      await channel(page, 'Email').getByRole('textbox', { name: 'Subject', exact: true }).inputValue(),
    ).toBe('Battery safety notice');
    await page.getByLabel('Reference').fill('SN-2026-12');
    await button(page, 'Save and see who gets it').click();
    await shows(page, 'Draft');
    await take(page, 'Submit for release');
    await shows(page, 'Awaiting release');
    const replacement = await noticeId(page);
    const released = await service.call('notice-releaser', 'POST', `/notices/${replacement}/release`, {});
    expect(released.body).toMatchObject({ state: 'running', supersedes: old });
    await page.reload();
    await page.getByText('It replaces an earlier notice.').waitFor();
    await button(page, 'Follow up').waitFor();
  });

  it('is a follow-up for those who got it, with texts of its own', async () => {
    const { page } = author;
    const first = await noticeId(page);
    await button(page, 'Follow up').click();
    await page.getByText(`This notice follows up ${first}`).waitFor();
    expect(
      await channel(page, 'Email').getByRole('textbox', { name: 'Subject', exact: true }).inputValue(),
    ).toBe('');
    await page.getByLabel('Reference').fill('SN-2026-12a');
    await channel(page, 'Email')
      .getByRole('textbox', { name: 'Subject', exact: true })
      .fill('Battery safety notice: checks begin');
    await channel(page, 'Email')
      .getByRole('textbox', { name: 'HTML', exact: true })
      .fill('<p>Please bring your phone to be checked.</p>');
    await channel(page, 'SMS')
      .getByLabel('Text')
      .fill('Safety notice: please bring your phone to be checked.');
    await button(page, 'Save and see who gets it').click();
    await shows(page, 'Draft');
    await page.getByText('It follows up an earlier notice').waitFor();
    await author.goTo(`/notices/${first}`);
    await page.getByText('Follow-ups of this notice').waitFor();
    await page.getByRole('link', { name: 'SN-2026-12a' }).waitFor();
  });
});

describe('somebody else', () => {
  it('is told of a change that was made meanwhile, before anything is lost', async () => {
    const { page } = author;
    await page.getByRole('link', { name: 'SN-2026-12a' }).click();
    await shows(page, 'Draft');
    const id = await noticeId(page);
    await button(page, 'Change').click();
    await page.getByLabel('Reference').fill('SN-2026-12b');
    const theirs = await service.call('notice-releaser', 'GET', `/notices/${id}`);
    const { kind, legalReason, audience, channels, content, followUpOf } = theirs.body;
    const change = { kind, legalReason, audience, channels, content, followUpOf, reference: 'SN-2026-12c' };
    const changed = await service.call('notice-releaser', 'PUT', `/notices/${id}`, change, {
      'if-match': theirs.headers.get('etag') ?? '',
    });
    expect(changed.status).toBe(200);
    await button(page, 'Save draft').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('SN-2026-12c').waitFor();
    await isFine(author);
    await dialog.getByRole('button', { name: 'Load theirs', exact: true }).click();
    expect(await page.getByLabel('Reference').inputValue()).toBe('SN-2026-12c');
  });

  it('submits what nobody is affected by yet only after saying so', async () => {
    const { page } = author;
    await page.getByRole('radio', { name: 'Only some' }).check();
    await page.getByLabel('Models').fill('XQ-ZZ99');
    await page.keyboard.press('Enter');
    await page.getByLabel('Follows up the notice').fill('');
    await button(page, 'Save and see who gets it').click();
    await shows(page, 'Draft');
    await page.getByText('Nobody who is known is affected.').waitFor();
    await take(page, 'Submit for release');
    await page.getByRole('dialog').getByRole('button', { name: 'Submit anyway' }).click();
    await shows(page, 'Awaiting release');
  });

  it('reads as an auditor, in German, dark, on a small phone, and has no button', async () => {
    const auditor = await openConsole(browser, {
      url: service.url,
      user: 'auditor',
      locale: 'de-DE',
      colorScheme: 'dark',
      viewport: { width: 320, height: 700 },
    });
    auditor.page.setDefaultTimeout(patienceMs);
    await auditor.goTo('/notices');
    await auditor.page.getByRole('link', { name: 'SN-2026-12', exact: true }).click();
    await auditor.page.getByText('Was verschickt wird').waitFor();
    expect(await auditor.page.locator('.page-head .button').count()).toBe(0);
    await isFine(auditor);
    await auditor.page.getByRole('link', { name: 'Reichweite', exact: true }).click();
    await auditor.page.getByText('Es geht auf').waitFor();
    await isFine(auditor);
    expect(auditor.complaints).toEqual([]);
    await auditor.close();
  });

  it('and nothing on the way broke the policy of the pages or threw an error', () => {
    const complaints = [...author.complaints, ...releaser.complaints];
    expect(complaints.filter((words) => !provoked.test(words))).toEqual([]);
  });
});
