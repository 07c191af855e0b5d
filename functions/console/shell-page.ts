/** The page of the console: a head, an empty place for the application, and what the browser may do. */
import { html, raw } from '../../shared/pages/html.ts';
import { securityHeaders } from '../../shared/pages/security-headers.ts';
import type { ConsoleConfig } from './console-config.ts';

const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E%3Crect width=%2232%22 height=%2232%22 rx=%228%22 fill=%22%233a4ad9%22/%3E%3Cpath d=%22M9 21V11l7 6 7-6v10%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%223%22 stroke-linecap=%22round%22 stroke-linejoin=%22round%22/%3E%3C/svg%3E';

/** JSON that cannot end the element it stands in. */
function embeddable(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The document. A block of JSON is data and not script, so the policy need not allow it. */
export function renderShell(config: ConsoleConfig, files: { script: string; style: string }): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Xperia Notify</title>
${raw(`<link rel="icon" href="${icon}">`)}
<link rel="stylesheet" href="/console/${files.style}">
${raw(`<script type="application/json" id="config">${embeddable(config)}</script>`)}
<script type="module" src="/console/${files.script}"></script>
</head>
<body>
<div id="app"></div>
<noscript><p>The console of Xperia Notify needs JavaScript.</p></noscript>
</body>
</html>
`.text;
}

/** Nothing inline, nothing evaluated, and no other place to talk to than the API and the sign-in. */
export function shellPolicy({ tokenUrl }: Pick<ConsoleConfig, 'tokenUrl'>): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https: data:",
    `connect-src 'self' ${new URL(tokenUrl).origin}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of a page of the console with its own policy. */
export function pageHeaders(policy: string): Record<string, string> {
  return { ...securityHeaders(), 'content-security-policy': policy };
}
