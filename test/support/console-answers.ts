/** Answers of the API that pages of the console are shown with. */
import type { ConsoleTab } from './console-session.ts';

/** Settings of an office as the API gives them. */
export const settings = {
  settings: {
    sendWindow: { days: [1, 2, 3, 4, 5], start: '09:00', end: '20:00' },
    frequencyCap: { max: 2, days: 7 },
    twoApproversAbove: 50_000,
    testContacts: [{ name: 'Desk', email: 'desk@example.com' }],
  },
  version: 3,
};

/** A mail that tries everything. */
const hostileMail = `<!doctype html><html lang="de"><head><style>
body { background: rgb(255, 255, 255) }
@media (prefers-color-scheme: dark) { body { background: rgb(1, 2, 3) } }
</style><meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
<script>parent.hacked = true; document.title = 'hacked'</script></head>
<body onload="document.title = 'hacked'"><h1 onclick="document.title = 'hacked'">Angebote</h1>
<img src="data:," onerror="document.title = 'hacked'"><img src="/console">
<svg onload="document.title = 'hacked'"></svg>
<iframe src="https://evil.example/"></iframe><form action="https://evil.example/"><button>Send</button></form>
<p><a href="https://evil.example/" target="_top">Zum Angebot</a> <a href="javascript:document.title='hacked'">x</a></p></body></html>`;
const template = {
  id: 'tpl_de_1',
  office: 'de',
  name: 'Offers of the week',
  updatedAt: '2026-11-20T10:00:00.000Z',
  content: { defaultLocale: 'de', locales: { de: { email: { subject: 'Angebote', html: hostileMail } } } },
};

/** Answers of routes that these pages need and that are tested elsewhere: the same at every run. */
export async function withFixedAnswers({ page }: ConsoleTab): Promise<void> {
  await page.route(/\/offices\/\w+\/settings$/, (route) =>
    route.fulfill({ json: settings, headers: { etag: '"3"' } }),
  );
  await page.route(/\/templates(\?|$)/, (route) => route.fulfill({ json: { items: [template] } }));
  await page.route(/\/templates\/tpl/, (route) =>
    route.fulfill({ json: template, headers: { etag: '"1"' } }),
  );
}
