/** The frame of every page of the local run. */
import type { ServerResponse } from 'node:http';
import { type Html, html } from '../../../shared/pages/html.ts';

const style = html`
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5c5c66; --line: #d9d9df; --page: #f6f6f8; --card: #fff; --accent: #0a4fa3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --soft: #a5a5b0; --line: #3a3a43; --page: #17171b; --card: #202026; --accent: #8ab8f5; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--page); }
header, main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header strong { margin-right: auto; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .75rem 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
p.note, .soft { color: var(--soft); }
ul.plain { list-style: none; padding: 0; margin: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .9rem; padding: 0; list-style: none; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; }
.card h2, .card h3 { margin: 0 0 .3rem; font-size: 1rem; overflow-wrap: anywhere; }
.card p { margin: 0; }
.lines { white-space: pre-line; }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); }
th, td { text-align: start; padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; color: var(--soft); }
form { margin: 0 0 .75rem; }
iframe { width: 100%; height: 34rem; border: 1px solid var(--line); border-radius: .4rem; background: #fff; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; }
.staff h2 { margin: 1rem 0 .4rem; }
.search label { display: block; margin: 0 0 .3rem; font-weight: 600; }
input[type=search] { font: inherit; flex: 1 1 14rem; min-width: 0; max-width: 30rem; padding: .45rem .7rem; border: 1px solid var(--soft); border-radius: .4rem; background: var(--card); color: var(--ink); }
input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
pre { overflow: auto; padding: .8rem; background: var(--card); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
button { font: inherit; padding: .45rem 1rem; border: 1px solid var(--accent); border-radius: .4rem; background: var(--card); color: var(--accent); cursor: pointer; }
`;

const securityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; form-action 'self'; base-uri 'none'";

/** A complete page with the links that every page has. */
export function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Xperia Notify</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><strong>Xperia Notify, local</strong>
<a href="/">Start</a> <a href="/local/inbox">Inbox</a> <a href="/local/phones">Phones</a> <a href="/local/sign-in">Sign-in</a></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}

export function sendPage(response: ServerResponse, content: Html, status = 200): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': securityPolicy,
    'cache-control': 'no-store',
  });
  response.end(content.text);
}
