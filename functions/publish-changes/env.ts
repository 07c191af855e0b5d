/** Environment of the publisher: the one function that may put events on the bus. REFUSED_QUEUE keeps events that the bus will never take. */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  EVENT_BUS: text,
  REFUSED_QUEUE: text,
});
