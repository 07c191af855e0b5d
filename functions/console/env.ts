/** Environment and routes of the console. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';

export const env = z.object({
  /** Where the console answers, without its path. */
  PUBLIC_URL: z.url(),
  /** Who signs the tokens of staff. */
  SIGN_IN_ISSUER: z.url(),
  /** Base of the sign-in pages: `/oauth2/authorize`, `/oauth2/token` and `/logout` are under it. */
  SIGN_IN_URL: z.url(),
  SIGN_IN_CLIENT: z.string().min(1),
});

export const routes = [
  { key: 'GET /console', auth: 'public' },
  { key: 'GET /console/mail-frame', auth: 'public' },
  { key: 'GET /console/{asset}', auth: 'public' },
] as const satisfies readonly Route[];
