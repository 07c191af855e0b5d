/** The page of a notice over the local run: from mail, phone and text message, with and without script, in every language, light and dark. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { locales } from '../../shared/i18n/catalog.ts';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(180_000);

let service: LocalClient;
let browser: Browser;

const grant = '2026-06-05T10:00:00Z';
const rows: CsvRow[] = [
  {
    externalId: 'gwen',
    country: 'GB',
    language: 'en',
    timezone: 'Europe/London',
    email: 'gwen@example.com',
    emailSource: 'direct',
    emailMarketing: 'granted',
    emailMarketingAt: grant,
    emailBasis: 'express',
    evidence: 'form 1',
    phone: '+447700900001',
    deviceToken: 'tok-gwen',
    deviceModel: 'XQ-EC54',
    profiling: 'granted',
    profilingAt: grant,
  },
  {
    externalId: 'amal',
    country: 'AE',
    language: 'ar',
    timezone: 'Asia/Dubai',
    email: 'amal@example.com',
    emailSource: 'direct',
    emailMarketing: 'denied',
    emailMarketingAt: grant,
    deviceModel: 'XQ-EC54',
  },
];

const version = '2026-12';
const longWord = 'Aufbewahrungsbehältnisbeschaffenheitsprüfung'.repeat(2);
const english = {
  email: {
    subject: 'New terms for {{deviceModel}}',
    html: `<h1>What changes</h1><p>The terms for your {{deviceModel}} change. <a href="https://www.sony.com/terms">Read them</a>.</p><table width="600"><tr><td>Clause 4</td><td>${longWord}</td></tr></table><ul><li>One</li><li>Two</li></ul>`,
  },
  push: { title: 'New terms', body: 'Please read and accept them.' },
  sms: { text: 'New terms for your phone.' },
};
const common = { audience: { deviceModels: ['XQ-EC54'] }, channels: ['push', 'email', 'sms'] };
const termsNotice = {
  ...common,
  kind: 'terms',
  legalReason: 'terms-change',
  reference: 'T-1',
  acceptance: { version, renewConsents: true },
  content: { defaultLocale: 'en', locales: { en: english } },
};
const safetyNotice = {
  ...common,
  channels: ['email'],
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'S-1',
  acknowledge: true,
  content: {
    defaultLocale: 'en',
    locales: {
      en: { email: { subject: 'Stop charging', html: '<p>Stop charging.</p>' } },
      ar: { email: { subject: 'أوقف الشحن', html: '<p>أوقف شحن الهاتف.</p>' } },
    },
  },
};

const ids = { terms: '', safety: '' };

async function release(notice: object): Promise<string> {
  const created = await service.call('notice-author', 'POST', '/notices', notice);
  if (created.status !== 201) throw new Error(`notice: ${created.status} ${created.text}`);
  const { id } = created.body;
  for (const [user, step] of [
    ['notice-author', 'submit'],
    ['notice-releaser', 'release'],
  ] as const) {
    const answer = await service.call(user, 'POST', `/notices/${id}/${step}`);
    if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${answer.text}`);
  }
  return id;
}

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const answer = await service.call('admin', 'POST', '/people/import', toCsv(rows));
  expect(answer.body).toMatchObject({ accepted: rows.length, rejected: [] });
  ids.terms = await release(termsNotice);
  ids.safety = await release(safetyNotice);
  await service.until(service.mails, (mails) => mails.length >= 4);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function mailOf(name: string, id: string) {
  const found = (await service.mails()).find(
    ({ to, tags }) => to[0]?.startsWith(name) && tags['message'] === id,
  );
  if (!found) throw new Error(`${name} has no mail of ${id}`);
  return found;
}

async function linkOf(name: string, id: string): Promise<string> {
  const { html } = await mailOf(name, id);
  return /href="(http[^"]*\/n\/[^"]*)"/.exec(html)?.[1]?.replaceAll('&#61;', '=') ?? '';
}

async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const close = (page: Page) => page.context().close();

describe('the way to the page of a notice', () => {
  it('is in the mail, with a button where an answer is asked for, and no way to unsubscribe (P-19)', async () => {
    const { html, text } = await mailOf('gwen', ids.terms);
    expect(html).toContain('>Read and accept</a>');
    expect(html).toContain('>Read this notice online</a>');
    expect(text).toMatch(/Read and accept: http\S+\/n\//);
    expect(html).not.toContain('/u/');
    expect((await mailOf('gwen', ids.safety)).html).toContain('>Confirm that you have read this</a>');
  });

  it('is in the data of the push, for the app', async () => {
    const [push] = await service.until(
      async () =>
        (await service.pushes()).filter(
          ({ payload }) => payload.GCM.fcmV1Message.message.data['messageId'] === ids.terms,
        ),
      (pushes) => pushes.length > 0,
    );
    const data = push?.payload.GCM.fcmV1Message.message.data;
    expect(data).toMatchObject({ answer: 'accept', noticeUrl: expect.stringContaining('/n/') });
    const page = await open(data?.['noticeUrl'] ?? '');
    expect(await page.locator('h1').textContent()).toBe('New terms for XQ-EC54');
    await close(page);
  });

  it('is in the text message where an answer is asked for (P-05)', async () => {
    const messages = await service.until(
      () => service.lines<{ message: string }>('/local/outbox/sms'),
      (all) => all.some(({ message }) => message.includes('T-1')),
    );
    const found = messages.find(({ message }) => message.includes('T-1'));
    expect(found?.message).toMatch(/Read and accept: http\S+\/n\/\S+\n/);
  });
});

describe('the page of a notice', () => {
  it.each(locales)('in %s: axe finds nothing, and it fits a phone', async (locale) => {
    const page = await open('about:blank', { colorScheme: 'dark' });
    for (const id of [ids.terms, ids.safety]) {
      await page.goto(`${await linkOf('gwen', id)}?lang=${locale}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      expect(await findViolations(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    }
    await close(page);
  });

  it('speaks Arabic from right to left, and says where the text is in another language', async () => {
    const page = await open(await linkOf('amal', ids.terms));
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('article').getAttribute('dir')).toBe('ltr');
    await page.getByRole('note').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.goto(await linkOf('amal', ids.safety));
    expect(await page.locator('article').getAttribute('dir')).toBe('rtl');
    expect(await page.getByRole('note').count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await close(page);
  });

  it('asks nothing of any other place, runs no script and sets no cookie', async () => {
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.goto(await linkOf('gwen', ids.terms));
    expect(new Set(asked)).toEqual(new Set([new URL(service.url).host]));
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    await close(page);
  });
});

describe('an answer on the page', () => {
  it('in Arabic, by keyboard and without script: it was read, once (N-10)', async () => {
    const page = await open(await linkOf('amal', ids.safety), { javaScriptEnabled: false });
    await page.reload();
    const ask = async () => (await service.call('person-amal', 'GET', '/me/messages?cursor=1.')).body.items;
    expect((await ask()).filter(({ answeredAt }: { answeredAt?: string }) => answeredAt)).toEqual([]);
    await page.locator('button[value="acknowledge"]').focus();
    await Promise.all([page.waitForLoadState(), page.keyboard.press('Enter')]);
    await page.getByRole('status').waitFor();
    expect(await page.locator('button').count()).toBe(0);
    const [first] = (await ask()).filter(({ message }: { message: string }) => message === ids.safety);
    expect(first.answeredAt).toBeDefined();
    await close(page);
  });

  it('in English, with script: terms are accepted, and one consent of two is renewed (P-24)', async () => {
    const page = await open(await linkOf('gwen', ids.terms));
    const boxes = page.getByRole('checkbox');
    expect(await boxes.count()).toBe(2);
    for (const box of await boxes.all()) expect(await box.isChecked()).toBe(false);
    await page.getByLabel('Emails', { exact: true }).check();
    await page.getByRole('button', { name: 'I accept' }).click();
    await page.getByRole('status').waitFor();
    expect(await page.locator('main').textContent()).toContain(`you accepted version ${version}`);
    expect(await findViolations(page)).toEqual([]);
    const { body } = await service.call('person-gwen', 'GET', '/me/history');
    const renewed = body.items.filter((entry: { policyVersion?: string }) => entry.policyVersion === version);
    expect(
      renewed.map(({ purpose, channel }: { purpose: string; channel?: string }) => [purpose, channel]),
    ).toEqual([
      ['marketing', 'email'],
      ['terms', undefined],
    ]);
    await close(page);
  });

  it('sent again says so, and so does the account; another version is refused', async () => {
    const answer = await fetch(await linkOf('gwen', ids.terms), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'act=accept&renew.profiling=granted',
    });
    expect(await answer.text()).toContain('You have already answered.');
    const path = `/me/notices/${ids.terms}/acknowledge`;
    expect((await service.call('person-gwen', 'POST', path)).body).toMatchObject({ accepted: version });
    expect((await service.call('person-gwen', 'POST', path, { accept: '1' })).status).toBe(400);
    expect((await service.call('person-gwen', 'POST', '/me/notices/ntc_0/acknowledge')).status).toBe(404);
    const { body } = await service.call('person-gwen', 'GET', '/me/receipt');
    expect(body.xn_chain).toMatchObject({ valid: true });
  });
});
