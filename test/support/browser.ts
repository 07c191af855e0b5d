/// <reference lib="dom" />
/** A real browser for page tests: Chromium from an npm package, with the libraries that a bare machine lacks. */
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Starts the browser. The package brings the libraries of a bare machine only where it believes to be in Lambda, so it is told so. */
export async function startBrowser(): Promise<Browser> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const args = packaged.args.filter(
    (argument) => argument !== '--single-process' && argument !== '--no-zygote',
  );
  return chromium.launch({ executablePath, args, headless: true, env: { ...process.env } });
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
