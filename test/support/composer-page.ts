/** The composer as a test sees it in the browser: its parts, what has the focus, and people for its estimate. */
import type { Page } from 'playwright-core';

/** A step that has not come by then will not come. */
export const patienceMs = 8000;

/** The refusals that these tests provoke: the browser notes every answer of 400 and above. */
export const provoked = /status of (400|412|422)|ERR_FAILED/;

const grant = '2026-06-05T10:00:00Z';
/** Somebody of Germany who has agreed to mail, and to profiling or not. */
export const mailReader = (name: string, profiling: boolean) => ({
  externalId: name,
  country: 'DE',
  language: 'de',
  timezone: 'Europe/Berlin',
  email: `${name}@example.com`,
  emailSource: 'direct',
  emailMarketing: 'granted',
  emailMarketingAt: grant,
  emailBasis: 'express',
  evidence: 'form 1',
  interests: 'camera',
  ...(profiling ? { profiling: 'granted', profilingAt: grant } : {}),
});

/** The button of one of its parts. */
export const step = (on: Page, name: string) =>
  on
    .getByRole('navigation', { name: 'Parts of the campaign' })
    .getByRole('button', { name: new RegExp(name) });

export const emailCard = (on: Page) => on.getByRole('region', { name: 'Email', exact: true });
export const pushCard = (on: Page) => on.getByRole('region', { name: 'Push', exact: true });

/** The mail in the sandbox of its preview. */
export const mailIn = (on: Page, variant = 'Generic') =>
  on.frameLocator(`iframe[title="Preview of the email – ${variant}"]`);

/** Presses Tab until something with these words has the focus. */
export async function tabTo(on: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await on.keyboard.press('Tab');
    if ((await focused(on)).includes(words)) return;
  }
  throw new Error(`The focus never came to "${words}"; it is on "${await focused(on)}".`);
}

/** What a screen reader would say first of what has the focus. */
export function focused(on: Page): Promise<string> {
  return on.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
  });
}
