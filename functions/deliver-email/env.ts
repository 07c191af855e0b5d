/** Environment of the email sender: deployed once per lane, each with its own configuration sets. */
import * as z from 'zod';
import { SendRatePercent } from '../../shared/middleware/env.ts';

const text = z.string().min(1);

const common = {
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  /** The function's own queue, to come back to a batch later. */
  QUEUE: text,
  KEYS_SECRET: text,
  PUBLIC_URL: z.url(),
};

export const env = z.discriminatedUnion('LANE', [
  z.object({
    LANE: z.literal('marketing'),
    ...common,
    MARKETING_CONFIGURATION_SET: text,
    /** Counts opens and clicks too. */
    MARKETING_MEASURED_CONFIGURATION_SET: text,
    SEND_RATE_PERCENT: SendRatePercent,
  }),
  z.object({
    LANE: z.literal('mandatory'),
    ...common,
    /** Where the next turn of people whom a batch did not reach is asked for. */
    MANDATORY_EXPAND_QUEUE: text,
    SEND_RATE_PERCENT: SendRatePercent,
    MANDATORY_CONFIGURATION_SET: text,
  }),
]);
