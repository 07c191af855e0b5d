/** The main job over the local run: choices in, a campaign and a notice out, opt-outs that hold, every decision on record. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { type LocalClient, type Mail, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(120_000);

let service: LocalClient;
let browser: Browser;

const grant = '2026-01-05T10:00:00Z';
const express = { emailMarketing: 'granted', emailMarketingAt: grant, emailBasis: 'express' };
const push = (name: string) => ({ deviceToken: `tok-${name}`, deviceModel: 'XQ-EC54' });
const german = (name: string) => ({
  externalId: name,
  country: 'DE',
  language: 'de',
  email: `${name}@example.com`,
  emailSource: 'direct',
});
const softOptIn = { emailBasis: 'soft-opt-in', emailMarketingAt: '2026-03-01T00:00:00Z' };
const pushGrant = { pushMarketing: 'granted', pushMarketingAt: grant };
const anna = { ...german('anna'), birthYear: '1980', ...push('anna'), ...express, ...pushGrant };
const rows: CsvRow[] = [
  anna,
  {
    ...german('ben'),
    language: 'en',
    birthYear: '1990',
    emailMarketing: 'granted',
    emailMarketingAt: '2026-02-01',
  },
  { ...german('carla'), birthYear: '2012', ...push('carla'), ...express, ...pushGrant },
  { ...german('dora'), country: 'AT', emailSource: 'google', ...softOptIn },
  { ...german('emil'), ...push('emil'), emailMarketing: 'denied', emailMarketingAt: grant },
  { ...german('finn'), ...softOptIn },
];

const content = (locale: string, words: string) => ({
  defaultLocale: locale,
  locales: {
    [locale]: { email: { subject: words, html: `<p>${words}</p>` }, push: { title: words, body: words } },
  },
});

const campaign = {
  name: 'Herbst',
  topic: 'news',
  channels: ['email', 'push'],
  content: {
    defaultLocale: 'de',
    locales: { ...content('de', 'Neues für Sie').locales, ...content('en', 'News for you').locales },
  },
};

const notice = {
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'SN-1',
  audience: { deviceModels: ['XQ-EC54'] },
  channels: ['push', 'email'],
  content: content('en', 'Stop charging your phone'),
};

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  browser = await startBrowser();
  const answer = await service.call('admin', 'POST', '/people/import', toCsv(rows));
  expect(answer.body).toMatchObject({ accepted: rows.length, rejected: [] });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function mailsOf(messageId: string): Promise<Mail[]> {
  return (await service.mails()).filter(({ tags }) => tags['message'] === messageId);
}

describe('the main job', () => {
  let first: string;
  let mail: Mail | undefined;

  it('sends a campaign to those who agreed, and each in their language, and says of everybody else why not (N-04, N-05, N-18, P-03, P-23)', async () => {
    const draft = { office: 'de', ...campaign };
    const created = await service.call('marketer-de', 'POST', '/campaigns', draft);
    const plan = await service.call('marketer-de', 'GET', `/campaigns/${created.body.id}/plan`);
    expect(plan.body).toMatchObject({
      audience: 9,
      willSend: 4,
      excluded: { minor: 2, 'consent-withdrawn': 1, 'no-consent': 2 },
    });
    first = await service.runCampaign('de', campaign);
    const report = await service.completed('de', first);
    expect(report).toMatchObject({ audience: 9, decisions: { send: 4 }, handOversAfterOptOut: 0 });
    const mails = await mailsOf(first);
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([
      'anna@example.com',
      'ben@example.com',
      'finn@example.com',
    ]);
    mail = mails.find(({ to }) => to.includes('anna@example.com'));
    expect(mails.find(({ to }) => to.includes('ben@example.com'))?.subject).toBe('News for you');
    const decisions = await service.lines<{
      externalId: string;
      channel: string;
      decision: string;
      reason?: string;
    }>(`/campaigns/${first}/decisions`, 'marketer-de');
    expect(
      decisions
        .map(({ externalId, channel, decision, reason }) =>
          [externalId, channel, reason ?? decision].join(' '),
        )
        .sort(),
    ).toEqual([
      'anna email send',
      'anna push send',
      'ben email send',
      'carla email minor',
      'carla push minor',
      'dora email no-consent',
      'emil email consent-withdrawn',
      'emil push no-consent',
      'finn email send',
    ]);
  });

  it('nobody approves their own campaign, and no office touches another (N-15, P-20)', async () => {
    const created = await service.call('approver-de', 'POST', '/campaigns', { office: 'de', ...campaign });
    await service.call('approver-de', 'POST', `/campaigns/${created.body.id}/submit`);
    expect((await service.call('approver-de', 'POST', `/campaigns/${created.body.id}/approve`)).status).toBe(
      403,
    );
    expect((await service.call('marketer-fr', 'GET', `/campaigns/${created.body.id}`)).status).toBe(403);
    expect((await service.call('marketer-de', 'POST', `/campaigns/${created.body.id}/approve`)).status).toBe(
      403,
    );
    expect((await service.call(undefined, 'GET', `/campaigns/${created.body.id}`)).status).toBe(401);
  });

  it('shows a page that a scanner cannot trip over, in German, accessible, without script (N-10, P-15)', async () => {
    const link = /<([^>]+)>/.exec(mail?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({
        javaScriptEnabled,
        locale: 'de-DE',
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      const answer = await page.goto(link);
      expect(answer?.status()).toBe(200);
      expect(await page.getAttribute('html', 'lang')).toBe('de');
      if (javaScriptEnabled) {
        expect(await findViolations(page)).toEqual([]);
        expect(await fitsWidth(page)).toBe(true);
      }
      expect(await page.content()).not.toContain('anna@');
      await context.close();
    }
    const person = await service.call('privacy-de', 'GET', '/people?externalId=anna', undefined, {
      'x-purpose': 'test',
    });
    expect(person.status).toBe(200);
    expect(JSON.stringify(person.body)).not.toContain('"denied"');
  });

  it.each(['/', '/local/inbox', '/local/phones', '/local/sign-in', '/docs'])(
    '%s is accessible and fits a phone',
    async (path) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
      const page = await context.newPage();
      await page.goto(`${service.url}${path}`);
      expect(await findViolations(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
      await context.close();
    },
  );

  it('takes the one-click POST as a mail program sends it, at once and for good (RFC 8058, N-28, P-15)', async () => {
    const link = /<([^>]+)>/.exec(mail?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const answer = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    const again = await service.runCampaign('de', campaign);
    await service.completed('de', again);
    expect((await mailsOf(again)).flatMap(({ to }) => to).sort()).toEqual([
      'ben@example.com',
      'finn@example.com',
    ]);
  });

  it('an import does not bring back who has left (N-09)', async () => {
    await service.call('admin', 'POST', '/people/import', toCsv([anna]));
    const again = await service.runCampaign('de', campaign);
    await service.completed('de', again);
    expect((await mailsOf(again)).flatMap(({ to }) => to)).not.toContain('anna@example.com');
  });

  it('a notice reaches every owner, whatever they refused, and promotion in it is refused (P-19, N-20, N-22)', async () => {
    const created = await service.call('notice-author', 'POST', '/notices', notice);
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect((await service.call('notice-author', 'POST', `/notices/${id}/submit`)).status).toBe(200);
    expect((await service.call('notice-author', 'POST', `/notices/${id}/release`)).status).toBe(403);
    expect((await service.call('notice-releaser', 'POST', `/notices/${id}/release`)).status).toBe(200);
    const ask = async () => (await service.call('notice-author', 'GET', `/notices/${id}/report`)).body;
    await service.until(ask, (report) => report.state === 'completed');
    const mails = await mailsOf(id);
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([
      'anna@example.com',
      'carla@example.com',
      'emil@example.com',
    ]);
    expect(mails.some(({ headers }) => 'list-unsubscribe' in headers)).toBe(false);
    const pushes = (await service.pushes()).filter(
      ({ payload }) => payload.GCM.fcmV1Message.message.data['messageId'] === id,
    );
    expect(pushes.map(({ token }) => token).sort()).toEqual(['tok-anna', 'tok-carla', 'tok-emil']);
    const promotion = { ...notice, content: content('en', 'Recall: now 20% off your next phone') };
    const refused = await service.call('notice-author', 'POST', '/notices', promotion);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.length).toBeGreaterThan(0);
  });
});
