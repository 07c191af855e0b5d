/** Published event: a campaign has ended, and nothing more is sent for it. It may come more than once: `id` tells repeats. */
import * as z from 'zod';
import { Instant } from '../shared/domain/vocabulary.ts';

export const campaignFinishedName = 'campaign-finished';

const count = z.int().min(0);

export const CampaignFinished = z.object({
  name: z.literal(campaignFinishedName),
  version: z.literal(1),
  /** One per campaign. */
  id: z.string(),
  /** When it ended. */
  at: Instant,
  campaignId: z.string(),
  office: z.string(),
  state: z.enum(['completed', 'cancelled', 'expired']),
  createdAt: Instant,
  /** Absent where it never started. */
  startedAt: Instant.optional(),
  /**
   * Exact numbers of contacts. audience = send + skipped; send = accepted + failed + disabled + inDoubt + stopped (by the end of the campaign).
   * What providers say later (delivered, bounced) is in the report only.
   */
  totals: z.object({
    audience: count,
    send: count,
    skipped: count,
    accepted: count,
    failed: count,
    disabled: count,
    inDoubt: count,
    stopped: count,
  }),
});
export type CampaignFinished = z.infer<typeof CampaignFinished>;
