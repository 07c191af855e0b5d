/** The queues of the lane that this deployment works for. */
import type * as z from 'zod';
import type { SenderQueues } from '../../shared/use-cases/wake-senders.ts';
import type { env } from './env.ts';

/** Own queue and the senders' queues. */
export function queuesOf(values: z.output<typeof env>): { expanders: string; senders: SenderQueues } {
  switch (values.LANE) {
    case 'marketing':
      return {
        expanders: values.MARKETING_EXPAND_QUEUE,
        senders: { email: values.MARKETING_EMAIL_QUEUE, push: values.MARKETING_PUSH_QUEUE },
      };
    case 'mandatory':
      return {
        expanders: values.MANDATORY_EXPAND_QUEUE,
        senders: {
          email: values.MANDATORY_EMAIL_QUEUE,
          push: values.MANDATORY_PUSH_QUEUE,
          sms: values.MANDATORY_SMS_QUEUE,
        },
      };
  }
}
