/** The sandbox for mails: a page of its own origin, whose one script puts a mail in and lets nothing of the mail run. */
import { createHash } from 'node:crypto';

/** The document around the script. */
export function renderMailFrame(script: string): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>Mail</title>
<script>${script}</script>
</head>
<body></body>
</html>
`;
}

/** Only this very script runs; of the mail, styles and pictures show. @param script as it stands in the element */
export function mailFramePolicy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src https: data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
