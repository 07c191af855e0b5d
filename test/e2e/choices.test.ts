/** The people's side over the local run: preference centre, double opt-in, account and device, in a real browser, with and without script, in every language. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { locales } from '../../shared/i18n/catalog.ts';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { type LocalClient, type Mail, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(180_000);

let service: LocalClient;
let browser: Browser;

const grant = '2026-06-05T10:00:00Z';
const express = {
  emailMarketing: 'granted',
  emailMarketingAt: grant,
  emailBasis: 'express',
  evidence: 'form 1',
};
const reader = (name: string, country: string, language: string): CsvRow => ({
  externalId: name,
  country,
  language,
  email: `${name}@example.com`,
  emailSource: 'direct',
  ...express,
});
const rows: CsvRow[] = [
  {
    ...reader('gwen', 'GB', 'en'),
    timezone: 'Europe/London',
    deviceToken: 'tok-gwen',
    deviceModel: 'XQ-EC54',
  },
  { ...reader('greta', 'DE', 'de'), timezone: 'Europe/Berlin' },
  { ...reader('amal', 'AE', 'ar'), timezone: 'Asia/Dubai', deviceToken: 'tok-amal', deviceModel: 'XQ-EC54' },
  { ...reader('cal', 'US', 'en'), subdivision: 'US-CA', profiling: 'granted', profilingAt: grant },
  { ...reader('kim', 'KR', 'ko'), timezone: 'Asia/Seoul' },
];

const campaign = {
  name: 'Choices',
  topic: 'offers',
  channels: ['email'],
  content: { defaultLocale: 'en', locales: { en: { email: { subject: 'News', html: '<p>News</p>' } } } },
};

/** The link of a confirmation mail. */
let confirmation: string;

/** The first mail of a campaign to each reader, by name. */
const mails = new Map<string, Mail>();

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const answer = await service.call('admin', 'POST', '/people/import', toCsv(rows));
  expect(answer.body).toMatchObject({ accepted: rows.length, rejected: [] });
  for (const office of new Set(await Promise.all(rows.map(officeOf)))) {
    const id = await service.runCampaign(office, campaign);
    await service.completed(office, id);
  }
  for (const mail of await service.mails()) mails.set(mail.to[0]?.split('@')[0] ?? '', mail);
  expect([...mails.keys()].toSorted()).toEqual(rows.map(({ externalId }) => externalId).toSorted());
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function officeOf({ country }: CsvRow): Promise<string> {
  const { body } = await service.call('auditor', 'GET', '/offices');
  const found = body.items.find(({ countries }: { countries: string[] }) =>
    countries.includes(country ?? ''),
  );
  return found.id;
}

function linkOf(name: string, page: 'u' | 'p'): string {
  const mail = mails.get(name);
  const link = new RegExp(`href="(http[^"]*/${page}/[^"]*)"`).exec(mail?.html ?? '')?.[1];
  if (!link) throw new Error(`The mail of ${name} has no link to /${page}`);
  return link.replaceAll('&#61;', '=');
}

async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const close = (page: Page) => page.context().close();

async function preferencesOf(name: string) {
  return (await service.call(`person-${name}`, 'GET', '/me/preferences')).body;
}

async function confirmationTo(name: string, after: number): Promise<string> {
  const found = await service.until(
    async () =>
      (await service.mails())
        .slice(after)
        .find(({ to, html }) => to[0]?.startsWith(name) && html.includes('/c/')),
    (mail) => mail !== undefined,
  );
  return /href="(http[^"]*\/c\/[^"]*)"/.exec(found?.html ?? '')?.[1] ?? '';
}

describe('the preference centre', () => {
  it.each([true, false])(
    'can be used by keyboard alone, at 320 px (script: %s)',
    async (javaScriptEnabled) => {
      const page = await open(linkOf('gwen', 'p'), { javaScriptEnabled, locale: 'en-GB' });
      const push = page.getByLabel('Notifications', { exact: true });
      const wasOn = await push.isChecked();
      await push.focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Save choices' }).focus();
      await Promise.all([page.waitForLoadState(), page.keyboard.press('Enter')]);
      await page.getByRole('status').waitFor();
      expect(await page.getByLabel('Notifications', { exact: true }).isChecked()).toBe(!wasOn);
      expect((await preferencesOf('gwen')).marketing.push).toBe(wasOn ? 'denied' : 'granted');
      if (javaScriptEnabled) {
        expect(await findViolations(page)).toEqual([]);
        expect(await fitsWidth(page)).toBe(true);
      }
      await close(page);
    },
  );

  it('is in Arabic from right to left, light and dark, and refuses all with one button (P-07, P-15)', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(linkOf('amal', 'p'), { colorScheme });
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await findViolations(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
      await close(page);
    }
    const page = await open(linkOf('amal', 'p'), { javaScriptEnabled: false });
    await page.locator('button[value="refuse"]').click();
    await page.getByRole('status').waitFor();
    expect((await preferencesOf('amal')).marketing).toEqual({ email: 'denied', push: 'denied' });
    await close(page);
  });

  it('asks nothing of any other place, runs no script and sets no cookie', async () => {
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await page.goto(linkOf('gwen', 'p'));
    expect(new Set(asked)).toEqual(new Set([new URL(service.url).host]));
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    await close(page);
  });

  it('shows and records the browser’s Global Privacy Control (P-26)', async () => {
    expect((await preferencesOf('cal')).profiling).toBe('granted');
    const page = await open(linkOf('cal', 'p'), { extraHTTPHeaders: { 'Sec-GPC': '1' } });
    await page.getByRole('note').waitFor();
    expect(await page.locator('#profiling').isDisabled()).toBe(true);
    expect((await preferencesOf('cal')).profiling).toBe('denied');
    const { body } = await service.call('person-cal', 'GET', '/me/history');
    expect(body.items[0]).toMatchObject({ purpose: 'profiling', state: 'denied', source: 'gpc' });
    await close(page);
  });
});

describe('double opt-in in Germany', () => {
  it('from unsubscribe over undo to the button of the confirmation mail (P-15)', async () => {
    const before = (await service.mails()).length;
    const page = await open(linkOf('greta', 'u'), { javaScriptEnabled: false, locale: 'de-DE' });
    await page.locator('button[value="unsubscribe"]').click();
    expect((await preferencesOf('greta')).marketing.email).toBe('denied');
    await page.locator('button[value="undo"]').click();
    await page.getByRole('status').waitFor();
    expect(await preferencesOf('greta')).toMatchObject({
      marketing: { email: 'denied' },
      pending: ['marketing.email'],
    });
    confirmation = await confirmationTo('greta', before);
    await page.goto(confirmation);
    expect((await preferencesOf('greta')).marketing.email).toBe('denied');
    await page.locator('button[value="confirm"]').click();
    await page.getByRole('status').waitFor();
    expect((await preferencesOf('greta')).marketing.email).toBe('granted');
    await page.reload();
    await close(page);
  });
});

describe('every page in every language', () => {
  it.each(locales)('%s: axe finds nothing, and it fits a phone', async (locale) => {
    const page = await open('about:blank');
    for (const url of [linkOf('gwen', 'p'), linkOf('greta', 'u'), confirmation, `${service.url}/u/broken`]) {
      await page.goto(`${url}?lang=${locale}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      expect(await findViolations(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    }
    await close(page);
  });

  it('a reader picks another language on the page, and stays in it', async () => {
    const page = await open(linkOf('gwen', 'u'), { javaScriptEnabled: false });
    await page.locator('.languages summary').click();
    await page.locator('.languages a[lang="ja"]').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await close(page);
  });
});

describe('the one-click POST exactly as mail programs send it (RFC 8058, N-28)', () => {
  const boundary = 'Apple-Mail-5C0FFEE5-BEEF';
  it.each<[string, Record<string, string>, string]>([
    [
      'Gmail',
      { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Google-Mail-Unsubscribe' },
      'List-Unsubscribe=One-Click',
    ],
    [
      'Apple Mail',
      { 'content-type': `multipart/form-data; boundary=${boundary}`, 'user-agent': 'Mail/3774.600.62' },
      `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`,
    ],
  ])('%s: 200, no redirect, no cookie, and it holds', async (_, headers, body) => {
    const link = /<([^>]+)>/.exec(mails.get('kim')?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const answer = await fetch(link, { method: 'POST', redirect: 'manual', headers, body });
    expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('location')]).toEqual([
      200,
      null,
      null,
    ]);
    expect((await preferencesOf('kim')).marketing.email).toBe('denied');
  });

  it('in Korea the result is written to the address within the day (Network Act, article 50(7))', async () => {
    await service.call(undefined, 'POST', '/local/time', {
      now: new Date(Date.now() + 120_000).toISOString(),
    });
    const told = await service.until(
      async () =>
        (await service.mails()).filter(
          ({ to, tags }) => to[0] === 'kim@example.com' && tags['wave'] === 'letter',
        ),
      (letters) => letters.length > 0,
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.headers).not.toHaveProperty('list-unsubscribe');
  });
});

describe('account and device', () => {
  const registration = {
    token: 'tok-new',
    platform: 'fcm',
    country: 'GB',
    language: 'en',
    timezone: 'Europe/London',
    model: 'XQ-DE54',
    osVersion: '16',
    source: 'setup-wizard',
  };

  it('a phone joins its account with the more restrictive choice, on the record (P-10)', async () => {
    const { headers } = await service.call('person-gwen', 'GET', '/me/preferences');
    const granted = await service.call(
      'person-gwen',
      'PUT',
      '/me/preferences',
      { profiling: 'granted' },
      {
        'if-match': headers.get('etag') ?? '',
      },
    );
    expect(granted.body.profiling).toBe('granted');
    const alone = { ...registration, marketing: 'granted', profiling: 'denied' };
    expect((await service.call(undefined, 'POST', '/devices', alone)).status).toBe(201);
    const linked = await service.call(undefined, 'POST', '/devices', {
      ...registration,
      accountToken: await service.token('person-gwen'),
    });
    expect(linked.body.preferences).toMatchObject({ profiling: 'denied', marketing: { email: 'granted' } });
    expect((await preferencesOf('gwen')).profiling).toBe('denied');
    const { body } = await service.call('person-gwen', 'GET', '/me/history');
    expect(body.items).toContainEqual(
      expect.objectContaining({ purpose: 'profiling', state: 'denied', source: 'merge' }),
    );
  });

  it.each(['no.token.atall', 'x'])('the account token %j is refused by its field', async (accountToken) => {
    const refused = await service.call(undefined, 'POST', '/devices', { ...registration, accountToken });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'accountToken' }] } });
  });

  it('a token of staff is no account token (P-20)', async () => {
    const accountToken = await service.token('marketer-gb');
    const refused = await service.call(undefined, 'POST', '/devices', { ...registration, accountToken });
    expect(refused.status).toBe(400);
    expect((await service.call('marketer-gb', 'GET', '/me/preferences')).status).toBe(401);
  });

  it('the account shows preferences, history and messages with the reason for each (N-31)', async () => {
    const { body: messages } = await service.call('person-gwen', 'GET', '/me/messages');
    expect(messages.items[0]).toMatchObject({ type: 'campaign', channel: 'email', decision: 'send' });
    const { body: history } = await service.call('person-gwen', 'GET', '/me/history');
    expect(history.items.length).toBeGreaterThan(0);
    expect((await service.call('person-nobody', 'GET', '/me/preferences')).status).toBe(404);
    expect((await service.call(undefined, 'GET', '/me/preferences')).status).toBe(401);
  });

  it('a consent receipt is there as JSON and as a page that axe finds nothing on (N-12)', async () => {
    const { body } = await service.call('person-gwen', 'GET', '/me/receipt');
    expect(body).toMatchObject({ xn_chain: { valid: true } });
    expect(JSON.stringify(body)).not.toContain('gwen@');
    const page = await open('about:blank', {
      extraHTTPHeaders: { authorization: `Bearer ${await service.token('person-gwen')}` },
    });
    await page.goto(`${service.url}/me/receipt?format=html`);
    expect(await findViolations(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await close(page);
  });

  it('staff see the page of a person without buttons, and the look is logged with its purpose (N-27, P-16, P-20)', async () => {
    const purpose = { 'x-purpose': 'ticket 1' };
    const found = await service.call('support-gb', 'GET', '/people?externalId=gwen', undefined, purpose);
    const { id } = found.body.items[0];
    const view = await service.call('support-gb', 'GET', `/people/${id}/page`, undefined, purpose);
    expect(view.status).toBe(200);
    expect(view.text).not.toContain('<button');
    expect((await service.call('support-gb', 'GET', `/people/${id}/page`)).status).toBe(400);
    expect((await service.call('support-fr', 'GET', `/people/${id}/page`, undefined, purpose)).status).toBe(
      403,
    );
    const { body } = await service.call('privacy-gb', 'GET', `/people/${id}/ledger`, undefined, purpose);
    expect(body.valid).toBe(true);
  });
});
