/** Environment and routes of the device API. Open routes: the function checks the credential of the device. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  KEYS_SECRET: text,
  PLATFORM_APPLICATION_ARN: text,
  /** Whose tokens name an account, for whom, and where the public keys are. */
  ACCOUNT_ISSUER: text,
  ACCOUNT_CLIENT: text,
  ACCOUNT_KEYS_URL: z.url(),
  /** Where receipts are counted. */
  FEEDBACK_QUEUE: text,
});

export const routes = [
  { key: 'POST /devices', auth: 'public' },
  { key: 'PUT /devices/{id}/token', auth: 'public' },
  { key: 'GET /devices/{id}/preferences', auth: 'public' },
  { key: 'PUT /devices/{id}/preferences', auth: 'public' },
  { key: 'POST /devices/{id}/receipts', auth: 'public' },
  { key: 'DELETE /devices/{id}', auth: 'public' },
] as const satisfies readonly Route[];
