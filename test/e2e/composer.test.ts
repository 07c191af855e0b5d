/** The composer of campaigns over the local run, in a real browser: writing, checks, previews, estimate, saving, a conflict, and a test. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { findViolations, startBrowser } from '../support/browser.ts';
import {
  emailCard,
  mailIn,
  mailReader,
  patienceMs,
  provoked,
  pushCard,
  step,
} from '../support/composer-page.ts';
import { type ConsoleTab, openConsole } from '../support/console-session.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { toCsv } from '../support/people-csv.ts';

jest.setTimeout(180_000);

let service: LocalClient;
let browser: Browser;
let tab: ConsoleTab;
let page: Page;
let campaignId: string;

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  // So many that a part of the audience has some of each.
  const people = Array.from({ length: 60 }, (_, number) => mailReader(`reader-${number}`, number % 3 === 0));
  const imported = await service.call('admin', 'POST', '/people/import', toCsv(people));
  expect(imported.body).toMatchObject({ accepted: people.length, rejected: [] });
  const settings = { testContacts: [{ name: 'Desk', email: 'desk@example.com' }] };
  const { headers } = await service.call('admin', 'GET', '/offices/de/settings');
  const set = await service.call('admin', 'PUT', '/offices/de/settings', settings, {
    'if-match': headers.get('etag') ?? '',
  });
  expect(set.status).toBe(200);
  tab = await openConsole(browser, { url: service.url, user: 'marketer-de' });
  page = tab.page;
  page.setDefaultTimeout(patienceMs);
  await tab.goTo('/campaigns/new');
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('a campaign in two languages on two channels', () => {
  it('begins with its name, topic and channels', async () => {
    await page.getByLabel('Name').fill('Autumn offers');
    await page.getByLabel('Topic').selectOption({ label: 'Offers' });
    await page.getByLabel('Push', { exact: true }).check();
    await page.getByLabel('Push; email only for those without push').check();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Autumn offers');
  });

  it('says how many would get it, and how many can be chosen by interests (P-17)', async () => {
    await step(page, 'Audience').click();
    await page.getByLabel('Interests').fill('camera');
    await page.keyboard.press('Enter');
    const estimate = page.getByRole('region', { name: 'Estimate' });
    await estimate.getByText('No consent to profiling').waitFor();
    const words = await page.getByText(/\d+ of the \d+ contacts that could get it/).textContent();
    const [agreed, all] = (words?.match(/\d+/g) ?? []).map(Number);
    expect(agreed).toBeLessThan(all ?? 0);
    await page.getByRole('button', { name: 'Remove camera' }).click();
    await estimate.getByText('No consent to profiling').waitFor({ state: 'hidden' });
  });

  it('shows a mail as it will be, on a phone and in the dark too', async () => {
    await step(page, 'Content').click();
    await emailCard(page).getByLabel('Subject').fill('Herbstangebote für {{country}}');
    await emailCard(page).getByLabel('HTML').fill('<h1>Guten Tag</h1><p>Angebote in {{country}}</p>');
    await mailIn(page).getByText('Angebote in Deutschland').waitFor();
    await emailCard(page).getByText('Herbstangebote für Deutschland').waitFor();
    await page.getByRole('radio', { name: 'Phone' }).check();
    await page.getByRole('radio', { name: 'Dark' }).check();
    const frame = page.locator('iframe[title="Preview of the email – Generic"]');
    expect(await frame.evaluate((element) => element.clientWidth)).toBe(375);
    expect(await frame.getAttribute('class')).toBe('dark');
    await page.getByLabel('Reader in').selectOption({ label: 'Austria' });
    await mailIn(page).getByText('Angebote in Österreich').waitFor();
  });

  it('puts a variable where the cursor is', async () => {
    await pushCard(page).getByLabel('Title').fill('Neues');
    const body = pushCard(page).getByLabel('Text', { exact: true });
    await body.fill('Von  für Sie');
    await body.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 4));
    // At once: a cursor that comes later moves under what is written meanwhile.
    const button = pushCard(page).getByRole('button', { name: /officeName/ });
    const cursor = await button.evaluate((pressed: HTMLButtonElement) => {
      pressed.click();
      const field = document.activeElement;
      return field instanceof HTMLTextAreaElement ? field.selectionStart : undefined;
    });
    expect(cursor).toBe('Von {{officeName}}'.length);
    expect(await body.inputValue()).toBe('Von {{officeName}} für Sie');
    await pushCard(page).getByText('Von Xperia Germany für Sie').waitFor();
    expect(await body.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(cursor);
  });

  it('offers the link to renew a consent in mails only, and never puts it into the subject', async () => {
    const mail = emailCard(page);
    const before = await mail.getByLabel('HTML').inputValue();
    expect(await pushCard(page).getByRole('button', { name: 'reconfirmUrl' }).count()).toBe(0);
    await mail.getByLabel('Subject').focus();
    await mail.getByRole('button', { name: 'reconfirmUrl' }).click();
    expect(await mail.getByLabel('HTML').inputValue()).toContain('{{reconfirmUrl}}');
    expect(await mail.getByLabel('Subject').inputValue()).not.toContain('reconfirmUrl');
    await mail.getByLabel('HTML').fill(before);
  });

  it('reports an unknown variable at its field and on the tabs that lead there, and keeps the last good preview', async () => {
    await page.getByRole('button', { name: 'Add English' }).click();
    await page.getByRole('tab', { name: 'English', selected: true }).waitFor();
    await emailCard(page).getByLabel('Subject').fill('Autumn offers');
    await emailCard(page).getByLabel('HTML').fill('<p>Hello</p>');
    await mailIn(page).getByText('Hello').waitFor();
    await emailCard(page).getByLabel('HTML').fill('<p>Hello {{firstName}}</p>');
    const html = emailCard(page).getByLabel('HTML');
    await page.waitForFunction(() => document.querySelector('textarea[aria-invalid="true"]'));
    const described = (await html.getAttribute('aria-describedby')) ?? '';
    const words = await page.locator(`#${described.split(' ').at(-1)}`).textContent();
    expect(words).toContain('there is no variable {{firstName}}');
    await page.getByText('This preview shows an earlier text.').waitFor();
    await mailIn(page).getByText('Hello').waitFor();
    await page.getByRole('tab', { name: 'German default' }).click();
    await page.getByRole('tab', { name: 'English 1 thing to fix' }).waitFor();
    await step(page, 'Review').click();
    await page.getByRole('button', { name: 'Email: HTML – English' }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('<p>Hello again</p>');
    await mailIn(page).getByText('Hello again').waitFor();
  });

  it('gives variables of the profile to the personalised text only (P-17)', async () => {
    await page.getByRole('tab', { name: /German/ }).click();
    await page.getByRole('tab', { name: /German/, selected: true }).waitFor();
    expect(await page.getByRole('button', { name: /deviceModel/ }).count()).toBe(0);
    await page.getByLabel('Write a personalised text too').check();
    await page.getByRole('tab', { name: 'Personalised', selected: true }).waitFor();
    await emailCard(page).getByLabel('Subject').fill('Für Ihr {{deviceModel}}');
    await emailCard(page).getByLabel('HTML').fill('<p>Für Ihr {{deviceModel}}</p>');
    await mailIn(page, 'Personalised').getByText('Für Ihr XQ-EC54').waitFor();
    await page.getByRole('radio', { name: 'Side by side' }).check();
    await mailIn(page).getByText('Angebote in Österreich').waitFor();
    await mailIn(page, 'Personalised').getByText('Für Ihr XQ-EC54').waitFor();
    await page.getByRole('radio', { name: 'One at a time' }).check();
  });

  it('is saved as a draft, and has an address of its own', async () => {
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.waitForFunction(() => /^#\/campaigns\/cmp_\w+\/edit$/.test(location.hash));
    await page.getByText('All changes saved').waitFor();
    campaignId = page.url().split('/').at(-2) ?? '';
    const { body } = await service.call('marketer-de', 'GET', `/campaigns/${campaignId}`);
    expect(body).toMatchObject({
      state: 'draft',
      name: 'Autumn offers',
      topic: 'offers',
      channels: ['push', 'email'],
      deliver: 'first',
      audience: {},
      content: {
        defaultLocale: 'de',
        locales: {
          de: { email: { subject: 'Herbstangebote für {{country}}' }, push: { title: 'Neues' } },
          en: { email: { html: '<p>Hello again</p>' } },
        },
      },
      personalised: {
        defaultLocale: 'de',
        locales: { de: { email: { subject: 'Für Ihr {{deviceModel}}' } } },
      },
    });
    expect(await page.getByRole('tab', { name: /German/ }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('somebody else', () => {
  it('who was faster is not overwritten unseen: theirs can be loaded', async () => {
    await change({ name: 'Their name' });
    await step(page, 'Basics').click();
    await page.getByLabel('Name').fill('My name');
    await page.getByRole('button', { name: 'Save draft' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this campaign' });
    await dialog.getByText('marketer-de-2 saved it last').waitFor();
    expect(await dialog.getByRole('row', { name: /^Name/ }).textContent()).toBe('NameTheir nameMy name');
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Load theirs' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Name').inputValue()).toBe('Their name');
    await page.getByText('All changes saved').waitFor();
  });

  it('is overwritten when that is what one wants', async () => {
    await change({ name: 'Their second name' });
    await page.getByLabel('Name').fill('My second name');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('button', { name: 'Overwrite with mine' }).click();
    await page.getByText('All changes saved').waitFor();
    const { body } = await service.call('marketer-de', 'GET', `/campaigns/${campaignId}`);
    expect(body.name).toBe('My second name');
  });

  it('loses nothing of what was written: leaving the page asks first', async () => {
    await page.getByLabel('Name').fill('Not saved');
    await page.getByRole('link', { name: 'Campaigns' }).first().click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Not saved');
    await page.getByLabel('Name').fill('My second name');
    await page.getByText('All changes saved').waitFor();
  });
});

describe('before it is planned', () => {
  it('a test goes to a contact of the office, marked as one, and the next save goes through', async () => {
    await page.getByRole('button', { name: 'Send a test' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send a test' });
    await dialog.getByLabel('Desk').check();
    await dialog.getByLabel('Generic or personalised').selectOption({ label: 'Personalised' });
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await dialog.getByText('Desk · Email').waitFor();
    await dialog.getByText('Sent', { exact: true }).waitFor();
    await dialog.getByText('No address for this channel').waitFor();
    const mails = await service.until(service.mails, (sent) => sent.length > 0);
    expect(mails).toMatchObject([{ to: ['desk@example.com'], subject: expect.stringContaining('[TEST]') }]);
    expect(mails[0]?.subject).toContain('XQ-EC54');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Name').fill('Autumn offers');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('All changes saved').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('its texts become a template, from which another campaign begins', async () => {
    await page.getByRole('button', { name: 'Save as template' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as template' });
    await dialog.getByLabel('Name of the template').fill('Autumn texts');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await tab.goTo('/campaigns/new');
    await page.getByRole('button', { name: 'Use a template' }).click();
    await page.getByRole('button', { name: /Autumn texts/ }).click();
    await page.getByRole('heading', { name: 'What does it say?' }).waitFor();
    expect(await emailCard(page).getByLabel('Subject').inputValue()).toBe('Herbstangebote für {{country}}');
  });

  it('leads on to its plan', async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `/campaigns/${campaignId}/edit`);
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Autumn offers' }).waitFor();
    await step(page, 'Review').click();
    await page.getByRole('button', { name: 'Plan and submit' }).click();
    await page.waitForFunction((id) => location.hash === `#/campaigns/${id}`, campaignId);
  });
});

describe('a campaign that was never saved', () => {
  beforeEach(async () => {
    await tab.goTo('/campaigns');
    await tab.goTo('/campaigns/new');
    await page.getByLabel('Name').fill('In one step');
    await step(page, 'Content').click();
    await emailCard(page).getByLabel('Subject').fill('Neues');
    await emailCard(page).getByLabel('HTML').fill('<p>Neues</p>');
  });

  it('is saved and tested in one step', async () => {
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.waitForFunction(() => /\/edit$/.test(location.hash));
    await page.getByRole('dialog', { name: 'Send a test' }).getByRole('button', { name: 'Close' }).click();
    await page.getByText('All changes saved').waitFor();
  });

  it('is saved and planned in one step', async () => {
    await step(page, 'Review').click();
    await page.getByRole('button', { name: 'Plan and submit' }).click();
    await page.waitForFunction(() => /^#\/campaigns\/cmp_\w+$/.test(location.hash));
  });

  it('is one campaign, also when the answer was lost and its text is another by then', async () => {
    const count = async () => (await service.call('marketer-de', 'GET', '/campaigns')).body.items.length;
    const before = await count();
    const comesThrough = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await page.route(({ pathname }) => pathname === '/campaigns', comesThrough, { times: 1 });
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('alert').filter({ hasText: 'The service did not answer.' }).waitFor();
    await emailCard(page).getByLabel('Subject').fill('Ganz Neues');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('All changes saved').waitFor();
    expect(await count()).toBe(before + 1);
  });
});

it('breaks no rule of the policy on the way', () => {
  expect(tab.complaints.filter((words) => !provoked.test(words))).toEqual([]);
});

/** A colleague changes the campaign behind the back of the page. */
async function change(members: object): Promise<void> {
  const { body } = await service.call('marketer-de-2', 'GET', `/campaigns/${campaignId}`);
  const { name, office, topic, channels, deliver, audience, content, personalised, schedule } = body;
  const draft = {
    name,
    office,
    topic,
    channels,
    deliver,
    audience,
    content,
    personalised,
    schedule,
    ...members,
  };
  const answer = await service.call('marketer-de-2', 'PUT', `/campaigns/${campaignId}`, draft);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
}
