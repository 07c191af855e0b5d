/// <reference lib="dom" />
/** A real browser for page tests: Chromium from an npm package, with the libraries that a bare machine lacks. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The package unpacks itself into the temporary folder; the project's own keeps it between runs. */
const home = fileURLToPath(new URL('../../build/browser', import.meta.url));

/** Starts the browser. The package brings its libraries only where it believes to be in Lambda, so it is told so. */
export async function startBrowser(): Promise<Browser> {
  mkdirSync(home, { recursive: true });
  process.env['TMPDIR'] = home;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: packaged.args,
    headless: true,
  });
}

/** What axe finds wrong with a page: rule and place of each violation. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: loaded } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await loaded.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
  });
  return violations;
}

/** Whether the page can be read without scrolling sideways. */
export async function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}
