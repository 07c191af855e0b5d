/** Environment of the audience expander: deployed once per lane, each with the queues of its own lane only. */
import * as z from 'zod';

const text = z.string().min(1);

const common = {
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
};

export const env = z.discriminatedUnion('LANE', [
  z.object({
    LANE: z.literal('marketing'),
    ...common,
    MARKETING_EXPAND_QUEUE: text,
    MARKETING_EMAIL_QUEUE: text,
    MARKETING_PUSH_QUEUE: text,
  }),
  z.object({
    LANE: z.literal('mandatory'),
    ...common,
    MANDATORY_EXPAND_QUEUE: text,
    MANDATORY_EMAIL_QUEUE: text,
    MANDATORY_PUSH_QUEUE: text,
    MANDATORY_SMS_QUEUE: text,
  }),
]);
