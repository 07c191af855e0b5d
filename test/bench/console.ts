/// <reference lib="dom" />
/** How long a marketer waits for the first view of the console with an empty cache, against a page that loads nothing. Prints, asserts nothing. */
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { openConsole } from '../support/console-session.ts';
import { startProcess } from '../support/local-process.ts';

interface ViewFigures {
  medianMs: number;
  worstMs: number;
  /** Against the start page of the local run, which has no script, in the same run. */
  timesPlainPage: number;
}

const rounds = 15;
const heading = 'main h1';

/** The sign-in page of the console, and the list of campaigns of somebody who has signed in. */
export async function benchConsole(): Promise<Record<string, ViewFigures>> {
  const service = await startProcess(['--port', '0', '--memory']);
  const browser = await startBrowser();
  try {
    const { page, close } = await openConsole(browser, { url: service.url, user: 'marketer-de' });
    const session = await page.evaluate(() => sessionStorage.getItem('console.session') ?? '');
    await close();
    const plain = await timesOf(browser, service.url, { shows: 'h1' });
    const base = medianOf(plain);
    const figures = (times: readonly number[]): ViewFigures => ({
      medianMs: Math.round(medianOf(times)),
      worstMs: Math.round(times.at(-1) ?? 0),
      timesPlainPage: Math.round((medianOf(times) / base) * 100) / 100,
    });
    const address = `${service.url}/console`;
    return {
      'Page without script': figures(plain),
      'Console, signed out': figures(await timesOf(browser, address, { shows: heading })),
      'Console, list of campaigns': figures(
        await timesOf(browser, address, { shows: 'main .state-title', session }),
      ),
    };
  } finally {
    await browser.close();
    await service.stop();
  }
}

/** Sorted times in ms from the address to what is waited for, each in a browser context of its own; the first is left out. */
async function timesOf(
  browser: Browser,
  address: string,
  { shows, session }: { shows: string; session?: string },
): Promise<number[]> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const context = await browser.newContext({ locale: 'en-GB' });
    if (session !== undefined)
      await context.addInitScript((text) => sessionStorage.setItem('console.session', text), session);
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(shows).first().waitFor();
    if (round >= 0) times.push(performance.now() - began);
    await context.close();
  }
  return times.sort((one, other) => one - other);
}

function medianOf(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? 0;
}
