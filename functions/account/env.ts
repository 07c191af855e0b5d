/** Environment and routes of the account API: a person's own preferences, history and messages. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  KEYS_SECRET: text,
});

export const routes = [
  { key: 'GET /me/preferences', auth: 'account' },
  { key: 'PUT /me/preferences', auth: 'account' },
  { key: 'GET /me/history', auth: 'account' },
  { key: 'GET /me/messages', auth: 'account' },
  { key: 'POST /me/notices/{id}/acknowledge', auth: 'account' },
  { key: 'GET /me/receipt', auth: 'account' },
] as const satisfies readonly Route[];
