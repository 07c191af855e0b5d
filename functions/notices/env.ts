/** Environment and routes of the notice API. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  MANDATORY_EXPAND_QUEUE: text,
  PUBLIC_URL: z.url(),
});

export const routes = [
  { key: 'POST /notices', auth: 'staff' },
  { key: 'GET /notices', auth: 'staff' },
  { key: 'GET /notices/{id}', auth: 'staff' },
  { key: 'PUT /notices/{id}', auth: 'staff' },
  { key: 'POST /notices/checks', auth: 'staff' },
  { key: 'POST /notices/previews', auth: 'staff' },
  { key: 'GET /notices/{id}/review', auth: 'staff' },
  { key: 'POST /notices/{id}/submit', auth: 'staff' },
  { key: 'POST /notices/{id}/release', auth: 'staff' },
  { key: 'POST /notices/{id}/reject', auth: 'staff' },
  { key: 'POST /notices/{id}/stop', auth: 'staff' },
  { key: 'GET /notices/{id}/plan', auth: 'staff' },
  { key: 'GET /notices/{id}/report', auth: 'staff' },
  { key: 'GET /notices/{id}/decisions', auth: 'staff' },
  { key: 'GET /notices/{id}/reach', auth: 'staff' },
  { key: 'GET /notices/{id}/unreached', auth: 'staff' },
  { key: 'GET /notices/{id}/document', auth: 'staff' },
] as const satisfies readonly Route[];
