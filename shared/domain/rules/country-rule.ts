/** The shape of one country's rule: what software enforces, since when, and where it is written. */
import * as z from 'zod';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const EmailRegime = z.enum(['opt_in', 'opt_in_soft', 'opt_in_implied', 'opt_out', 'opt_in_registry']);

export const CountryRule = z.object({
  /** ISO 3166-1 country, ISO 3166-2 subdivision with a row of its own, or `EU` for the fall-back of the EU and EEA. */
  iso: z.string(),
  name: z.string(),
  /** `<iso>@<n>`: stored with each decision. */
  version: z.string(),
  /** First day (UTC) on which this version holds. */
  effectiveFrom: z.iso.date(),
  /** First day on which it no longer does. */
  effectiveTo: z.iso.date().optional(),
  email: EmailRegime,
  /** What the law says of app push; marketing push needs a grant everywhere. */
  push: z.enum(['opt_in', 'opt_out', 'platform']),
  doubleOptIn: z.enum(['no', 'recommended', 'required']),
  /** A marketing grant older than this many months has lapsed; null: never. */
  reconfirmMonths: z.int().positive().nullable(),
  /** Life in months of consent implied by a purchase (soft opt-in included) or an inquiry; null: no limit. */
  impliedMonths: z.object({
    purchase: z.int().positive().nullable(),
    inquiry: z.int().positive().nullable(),
  }),
  /** Local hours in which marketing waits, by channel. */
  quietHours: z
    .object({ start: ClockTime, end: ClockTime, channels: z.array(z.enum(['email', 'push', 'sms', 'call'])) })
    .optional(),
  /** Goes in front of the subject and the push title. */
  label: z.object({ text: z.string(), when: z.enum(['always', 'without-express-grant']) }).optional(),
  /** Age in years from which marketing is allowed; the engine takes the higher of this and 16. */
  marketingAge: z.int().nullable(),
  consentAge: z.int().nullable(),
  postalAddress: z.boolean(),
  unsubscribe: z.object({ days: z.int().nullable(), unit: z.string() }),
  accessDays: z.int().nullable(),
  deletionDays: z.int().nullable(),
  confidence: z.string(),
  /** Names of fields above that no primary text confirms yet. */
  unverified: z.array(z.string()),
  sources: z.array(z.string()).min(1),
});
export type CountryRule = z.infer<typeof CountryRule>;
