/**
 * Published event: a person's answer to one question changed (policy P-11). Ids, purpose and state only: no address, no token, no name.
 * It may come more than once and, rarely, out of order: `id` tells repeats, and the ids of one person sort in the order of the changes.
 */
import * as z from 'zod';
import { Channel, Instant, Purpose, Source, Topic } from '../shared/domain/vocabulary.ts';

export const preferenceChangedName = 'preference-changed';

export const PreferenceChanged = z.object({
  name: z.literal(preferenceChangedName),
  version: z.literal(1),
  /** Of the entry in the person's ledger. */
  id: z.string(),
  /** When the ledger took it in. */
  at: Instant,
  personId: z.string(),
  /** The number of the person's account. */
  externalId: z.string().optional(),
  office: z.string(),
  country: z.string().optional(),
  purpose: Purpose,
  /** These three narrow the purpose: a channel, a topic, one address or device (by its id). */
  channel: Channel.optional(),
  topic: Topic.optional(),
  contactId: z.string().optional(),
  state: z.enum(['pending', 'granted', 'denied']),
  source: Source,
});
export type PreferenceChanged = z.infer<typeof PreferenceChanged>;
