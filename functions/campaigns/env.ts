/** Environment and routes of the campaign API, with templates, office settings, the directory of offices and country rules. */
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';
import { SendRatePercent } from '../../shared/middleware/env.ts';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  MARKETING_EXPAND_QUEUE: text,
  MARKETING_EMAIL_QUEUE: text,
  MARKETING_PUSH_QUEUE: text,
  PUBLIC_URL: z.url(),
  /** A plan says how long a campaign takes. */
  SEND_RATE_PERCENT: SendRatePercent,
  /** Tests to staff: neither lane. */
  TESTS_CONFIGURATION_SET: text,
  PLATFORM_APPLICATION_ARN: text,
});

export const routes = [
  { key: 'POST /campaigns', auth: 'staff' },
  { key: 'GET /campaigns', auth: 'staff' },
  { key: 'GET /campaigns/{id}', auth: 'staff' },
  { key: 'PUT /campaigns/{id}', auth: 'staff' },
  { key: 'POST /campaigns/{id}/submit', auth: 'staff' },
  { key: 'POST /campaigns/{id}/approve', auth: 'staff' },
  { key: 'POST /campaigns/{id}/reject', auth: 'staff' },
  { key: 'POST /campaigns/{id}/pause', auth: 'staff' },
  { key: 'POST /campaigns/{id}/resume', auth: 'staff' },
  { key: 'POST /campaigns/{id}/cancel', auth: 'staff' },
  { key: 'POST /campaigns/{id}/clone', auth: 'staff' },
  { key: 'POST /campaigns/{id}/archive', auth: 'staff' },
  { key: 'POST /campaigns/{id}/unarchive', auth: 'staff' },
  { key: 'POST /campaigns/{id}/test-sends', auth: 'staff' },
  { key: 'GET /campaigns/{id}/plan', auth: 'staff' },
  { key: 'GET /campaigns/{id}/changes', auth: 'staff' },
  { key: 'POST /campaigns/checks', auth: 'staff' },
  { key: 'POST /campaigns/previews', auth: 'staff' },
  { key: 'POST /campaigns/estimates', auth: 'staff' },
  { key: 'GET /campaigns/{id}/preview', auth: 'staff' },
  { key: 'GET /campaigns/{id}/report', auth: 'staff' },
  { key: 'GET /campaigns/{id}/report.csv', auth: 'staff' },
  { key: 'GET /campaigns/{id}/decisions', auth: 'staff' },
  { key: 'GET /templates', auth: 'staff' },
  { key: 'POST /templates', auth: 'staff' },
  { key: 'GET /templates/{id}', auth: 'staff' },
  { key: 'PUT /templates/{id}', auth: 'staff' },
  { key: 'DELETE /templates/{id}', auth: 'staff' },
  { key: 'GET /offices/{id}/settings', auth: 'staff' },
  { key: 'PUT /offices/{id}/settings', auth: 'staff' },
  { key: 'GET /offices', auth: 'staff' },
  { key: 'GET /rules', auth: 'staff' },
  { key: 'GET /rules/{country}', auth: 'staff' },
] as const satisfies readonly Route[];
