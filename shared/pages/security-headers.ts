/** What every page of this service tells the browser: no script, nothing from elsewhere, not in a frame, not kept, not indexed. */
import { styleSource } from './style.ts';

function policyFor(source: string): string {
  return [
    "default-src 'none'",
    `style-src ${source}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * Headers of a page, names in lower case. The link token must not leave by the `Referer` header.
 * @param source source expression of the page's own style sheet
 */
export function securityHeaders(source: string = styleSource): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyFor(source),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  };
}
