/** A marketer's whole journey in a real browser: from an idea through writing, plan and approval to the mails in the inboxes and the report. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { type ConsoleTab, openConsole } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { toCsv } from '../support/people-csv.ts';

jest.setTimeout(180_000);

const patienceMs = 20_000;
const people = 40;

let service: LocalClient;
let browser: Browser;
let marketer: ConsoleTab;
let approver: ConsoleTab;

function person(number: number) {
  const refuses = number % 4 === 0;
  return {
    externalId: `reader-${number}`,
    country: 'KR',
    language: number % 2 ? 'ko' : 'en',
    timezone: 'Asia/Seoul',
    birthYear: '1985',
    email: `reader-${number}@example.com`,
    emailSource: 'direct',
    emailMarketing: refuses ? 'denied' : 'granted',
    emailMarketingAt: '2026-06-05T10:00:00Z',
    ...(refuses ? {} : { emailBasis: 'express' }),
    evidence: 'form 1',
  };
}

const card = (page: Page) => page.getByRole('region', { name: 'Email', exact: true });
const step = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Parts of the campaign' })
    .getByRole('button', { name: new RegExp(name) });

/** Presses a button of the page, and the same in the question that comes. */
async function take(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const rows = Array.from({ length: people }, (_, number) => person(number));
  expect((await service.call('admin', 'POST', '/people/import', toCsv(rows))).body).toMatchObject({
    accepted: people,
    rejected: [],
  });
  const open = async (user: string) => {
    const tab = await openConsole(browser, { url: service.url, user });
    tab.page.setDefaultTimeout(patienceMs);
    return tab;
  };
  marketer = await open('marketer-kr');
  approver = await open('approver-kr');
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('a campaign for Korea', () => {
  it('is written in two languages, with the label that the law asks for in view', async () => {
    const { page } = marketer;
    await page.getByRole('link', { name: 'New campaign' }).click();
    // The list has a field for names too.
    await page.getByRole('heading', { level: 1, name: 'New campaign' }).waitFor();
    await page.getByLabel('Name').fill('Spring in Seoul');
    await step(page, 'Content').click();
    await card(page).getByLabel('Subject').fill('봄 소식');
    await card(page).getByLabel('HTML').fill('<h1>봄 소식</h1><p>{{officeName}}</p>');
    await card(page).getByText('(광고) 봄 소식').waitFor();
    await page.getByRole('button', { name: '+ Another language' }).click();
    await page.getByLabel('Language tag').fill('en');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'English', selected: true }).waitFor();
    await card(page).getByLabel('Subject').fill('Spring news');
    await card(page).getByLabel('HTML').fill('<h1>Spring news</h1>');
    await step(page, 'Review').click();
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('All changes saved').waitFor();
  });

  it('is planned to the last contact, and submitted', async () => {
    const { page } = marketer;
    await page.getByRole('button', { name: 'Plan and submit' }).click();
    await page.getByText('It adds up').waitFor();
    await page
      .getByRole('row', { name: /^Audience/ })
      .getByText(String(people))
      .waitFor();
    await take(page, 'Submit for approval');
    await page.locator('.page-heading .badge').filter({ hasText: 'In review' }).waitFor();
  });

  it('is approved by somebody else, who finds it in the list', async () => {
    const { page } = approver;
    await page.getByRole('link', { name: 'Campaigns' }).first().click();
    await page.reload();
    await page.getByRole('link', { name: 'Spring in Seoul' }).click();
    await page.getByText('It adds up').waitFor();
    await take(page, 'Approve');
  });

  it('reaches the inboxes of those who agreed, in their language, while the marketer watches', async () => {
    const badge = marketer.page.locator('.page-heading .badge');
    await badge.filter({ hasText: 'Completed' }).waitFor({ timeout: 90_000 });
    const wanted = people - people / 4;
    const mails = await service.until(service.mails, (sent) => sent.length >= wanted);
    expect(mails).toHaveLength(wanted);
    const subjects = Map.groupBy(mails, ({ subject }) => subject);
    expect([...subjects.keys()].sort()).toEqual(['(광고) Spring news', '(광고) 봄 소식']);
  });

  it('is reported to the last contact', async () => {
    const { page } = marketer;
    await page.getByRole('link', { name: 'Report', exact: true }).click();
    await page.getByText('every one of the 30 planned sends has exactly one outcome').waitFor();
    await page.getByText('Nobody who had said no was sent to.').waitFor();
  });

  it('and nothing on the way broke the policy of the pages or threw an error', () => {
    expect([marketer.complaints, approver.complaints]).toEqual([[], []]);
  });
});
