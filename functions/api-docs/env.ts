/** Environment and routes of the API document. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';

export const env = z.object({
  PUBLIC_URL: z.url(),
});

export const routes = [
  { key: 'GET /openapi.json', auth: 'public' },
  { key: 'GET /docs', auth: 'public' },
] as const satisfies readonly Route[];
