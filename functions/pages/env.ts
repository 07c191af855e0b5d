/** Environment and routes of the pages behind links. Open routes: the token in the link is signed. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  KEYS_SECRET: text,
  LETTERS_QUEUE: text,
});

export const routes = [
  { key: 'GET /u/{token}', auth: 'public' },
  { key: 'HEAD /u/{token}', auth: 'public' },
  { key: 'POST /u/{token}', auth: 'public' },
  { key: 'GET /p/{token}', auth: 'public' },
  { key: 'HEAD /p/{token}', auth: 'public' },
  { key: 'POST /p/{token}', auth: 'public' },
  { key: 'GET /c/{token}', auth: 'public' },
  { key: 'HEAD /c/{token}', auth: 'public' },
  { key: 'POST /c/{token}', auth: 'public' },
  { key: 'GET /n/{token}', auth: 'public' },
  { key: 'HEAD /n/{token}', auth: 'public' },
  { key: 'POST /n/{token}', auth: 'public' },
] as const satisfies readonly Route[];
