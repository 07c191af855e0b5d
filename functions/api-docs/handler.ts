/** `GET /openapi.json` and `GET /docs`. */
import { docsContracts } from '../../shared/api/docs.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { buildDocument } from './build-document.ts';
import { env } from './env.ts';
import { pagePolicy, renderPage } from './render-page.ts';

const cacheControl = 'public, max-age=300';

export const handler = httpHandler(env, docsContracts, ({ PUBLIC_URL }) => {
  const document = buildDocument(PUBLIC_URL);
  const page = renderPage(document);
  return {
    'GET /openapi.json': async () => ({
      status: 200,
      body: document,
      headers: { 'Cache-Control': cacheControl },
    }),
    'GET /docs': async () => ({
      status: 200,
      html: page,
      headers: { 'Cache-Control': cacheControl, 'Content-Security-Policy': pagePolicy },
    }),
  };
});
