/** In which language a page speaks: explicit choice, the person's, the browser's, that of the country the network edge reports, the office's (policy P-07). */
import { type Office, officeOf } from '../../shared/domain/offices.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { type Catalog, catalogFor } from '../../shared/i18n/catalog.ts';
import { readAcceptLanguage } from './accept-language.ts';

export interface Wish {
  /** On the page itself. */
  picked: string | undefined;
  /** `Accept-Language` */
  browser: string | undefined;
  /** ISO 3166-1 code, where a CDN adds it: `CloudFront-Viewer-Country`. The IP address itself is neither read nor stored. */
  country: string | undefined;
}

export function wishOf(headers: Readonly<Record<string, string | undefined>>, picked?: string): Wish {
  return { picked, browser: headers['accept-language'], country: headers['cloudfront-viewer-country'] };
}

export function chooseCatalog(wish: Wish, record?: PersonRecord, office?: Office): Catalog {
  const { picked, browser, country } = wish;
  const local = country && officeOf(country)?.languages[0];
  return catalogFor([
    picked,
    record?.person.language,
    ...readAcceptLanguage(browser),
    local,
    office?.languages[0],
  ]);
}
