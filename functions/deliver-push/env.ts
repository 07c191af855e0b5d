/** Environment of the push sender: deployed once per lane. */
import * as z from 'zod';
import { SendRatePercent } from '../../shared/middleware/env.ts';

const text = z.string().min(1);

const common = {
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  /** The function's own queue, to come back to a batch later. */
  QUEUE: text,
  KEYS_SECRET: text,
  PLATFORM_APPLICATION_ARN: text,
};

export const env = z.discriminatedUnion('LANE', [
  z.object({
    LANE: z.literal('marketing'),
    ...common,
    SEND_RATE_PERCENT: SendRatePercent,
  }),
  z.object({
    LANE: z.literal('mandatory'),
    ...common,
    /** Where the next turn of people whom a batch did not reach is asked for. */
    MANDATORY_EXPAND_QUEUE: text,
    SEND_RATE_PERCENT: SendRatePercent,
    /** Where the page of a notice is. */
    PUBLIC_URL: z.url(),
  }),
]);
