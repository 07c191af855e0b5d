/** Environment and routes of the people API: look-up, change on request, imports. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  FILES_BUCKET: text,
  KEYS_SECRET: text,
  LETTERS_QUEUE: text,
});

export const routes = [
  { key: 'POST /people/import', auth: 'staff' },
  { key: 'POST /people/imports', auth: 'staff' },
  { key: 'GET /people/imports/{id}', auth: 'staff' },
  { key: 'GET /people', auth: 'staff' },
  { key: 'GET /people/{id}', auth: 'staff' },
  { key: 'GET /people/{id}/ledger', auth: 'staff' },
  { key: 'GET /people/{id}/messages', auth: 'staff' },
  { key: 'GET /people/{id}/receipt', auth: 'staff' },
  { key: 'GET /people/{id}/page', auth: 'staff' },
  { key: 'PUT /people/{id}/preferences', auth: 'staff' },
  { key: 'POST /people/{id}/restrict', auth: 'staff' },
  { key: 'POST /people/{id}/hold', auth: 'staff' },
] as const satisfies readonly Route[];
