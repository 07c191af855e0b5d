/** The console in a real browser: signing in as one of the sample staff, going to a page, and what the browser complains of. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface ConsoleTab {
  page: Page;
  /** Everything that the browser called an error or a warning: violations of the policy are among them. */
  complaints: string[];
  /** Opens a page of the console by its address behind the hash, and waits until it has loaded; a new page has the focus on its heading. */
  goTo(path: string): Promise<void>;
  close(): Promise<void>;
}

/** The test tool itself tries to talk to the sandbox, which has no origin that it could name. */
const ofTheTool = /Failed to execute 'postMessage' on 'DOMWindow': The target origin provided/;

/** Picks somebody on the sign-in page. */
export async function chooseStaff(page: Page, user: string): Promise<void> {
  await page.getByRole('searchbox').fill(user);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: user, exact: true }).click();
}

/** Opens the console in a context of its own, and signs in. */
export async function openConsole(
  browser: Browser,
  { url, user, ...context }: { url: string; user: string } & BrowserContextOptions,
): Promise<ConsoleTab> {
  const tab = await openTab(browser, context);
  await tab.page.goto(`${url}/console`);
  await tab.page.locator('main button.primary').click();
  await chooseStaff(tab.page, user);
  await tab.page.locator('header.top ~ main h1').waitFor();
  return tab;
}

/** A tab that keeps what the browser complains of. */
export async function openTab(browser: Browser, context: BrowserContextOptions = {}): Promise<ConsoleTab> {
  const opened = await browser.newContext({ locale: 'en-GB', ...context });
  const page = await opened.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !ofTheTool.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    page,
    complaints,
    goTo: async (path) => {
      const isThere = await page.evaluate((hash) => {
        const before = location.hash;
        location.hash = hash;
        return before === location.hash;
      }, path);
      await page.waitForFunction(
        (isFocused) =>
          (isFocused || document.activeElement?.tagName === 'H1') &&
          document.querySelector('h1') &&
          !document.querySelector('main .state .spinner'),
        isThere,
      );
    },
    close: () => opened.close(),
  };
}
