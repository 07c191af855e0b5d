import { startBrowser } from './browser.ts';
import { openConsole } from './console-session.ts';

const url = 'http://localhost:3100';
const [user = 'marketer-de', ...args] = process.argv.slice(2);
const browser = await startBrowser();
for (const arg of args) {
  const [path = '/', name = 'x', w = '1280', scheme = 'light', locale = 'en-GB', h = '900'] = arg.split('|');
  const tab = await openConsole(browser, {
    url,
    user,
    viewport: { width: Number(w), height: Number(h) },
    colorScheme: scheme as 'light',
    locale,
  });
  await tab.goTo(path).catch((e) => console.log('goTo', e.message.slice(0, 100)));
  await new Promise((r) => setTimeout(r, 2500));
  await tab.page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true });
  console.log(name, tab.complaints);
  await tab.close();
}
await browser.close();
