/** The document of a notice in a real browser: for everybody to read, on a narrow screen and on paper. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findViolations, fitsWidth, startBrowser } from '../support/browser.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createNoticeWorld } from '../support/notice-world.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  quietTelemetry();
  const world = createNoticeWorld('2026-11-23T12:10:00.000Z');
  for (let index = 0; index < 12; index++)
    await world.givenPerson({ id: `per_${index}`, country: 'DE', email: `${index}@example.com` });
  const locales = {
    en: { email: { subject: 'Battery', html: '<p>Stop charging your phone.</p>' } },
    ar: { sms: { text: 'إشعار سلامة البطارية' } },
  };
  const content = { defaultLocale: 'en', locales };
  await world.start(world.notice({ audience: { countries: ['DE'] }, content }));
  await world.drain();
  const { text } = await world.call('auditor', 'GET /notices/{id}/document');
  browser = await startBrowser();
  page = await browser.newPage();
  await page.setContent(text);
});

afterAll(async () => {
  await browser.close();
});

it.each([1280, 320])('is accessible and fits a window of %i pixels', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  expect(await page.title()).toBe('Notice R-1 – Sony Corporation');
  expect(await findViolations(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
});

it('is black on white also where the reader likes it dark, and loses nothing on paper', async () => {
  // A4 between its margins, at 96 pixels an inch.
  await page.setViewportSize({ width: 673, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { background, hidden } = await page.evaluate(() => ({
    background: getComputedStyle(document.body).backgroundColor,
    hidden: [...document.querySelectorAll('.wide')].filter(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    ).length,
  }));
  expect(background).toBe('rgb(255, 255, 255)');
  expect(hidden).toBe(0);
});
