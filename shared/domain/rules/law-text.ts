/** The shape of the prose beside a country's rule: what the law says, for people to read. */
import * as z from 'zod';

export const LawText = z.object({
  /** The law's own model for email in one word; what is enforced can be stricter. */
  emailStatus: z.string(),
  email: z.string(),
  /** Whether the law reaches app push, in one word. */
  pushStatus: z.string(),
  push: z.string(),
  doubleOptIn: z.string(),
  consentExpiry: z.string(),
  reconfirmBasis: z.string().optional(),
  softOptIn: z.string(),
  quietHours: z.string(),
  mandatoryContent: z.string(),
  label: z.string().optional(),
  unsubscribeDeadline: z.string(),
  profiling: z.string(),
  childAge: z.string(),
  access: z.string(),
  deletion: z.string(),
  regulator: z.string(),
  notVerified: z.string(),
});
export type LawText = z.infer<typeof LawText>;
