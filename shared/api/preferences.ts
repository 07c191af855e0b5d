/** Preferences as devices, accounts and staff see and change them. */
import * as z from 'zod';
import { Choice, Topic } from '../domain/vocabulary.ts';
import { Language } from './fields.ts';

/** `unset`: never asked; `pending`: waits for the confirmation of a double opt-in. */
const ConsentState = z.enum(['unset', 'pending', 'granted', 'denied']);

export const Preferences = z
  .object({
    marketing: z.object({ push: ConsentState.optional(), email: ConsentState.optional() }),
    topics: z.partialRecord(Topic, Choice),
    profiling: ConsentState,
    diagnostics: ConsentState.optional(),
  })
  .meta({ id: 'Preferences', description: 'A channel that the person has no contact for is left out.' });

const changes = {
  marketing: z.strictObject({ push: Choice.optional(), email: Choice.optional() }).optional(),
  topics: z.partialRecord(Topic, Choice).optional(),
  profiling: Choice.optional(),
  diagnostics: Choice.optional(),
};

/** Which words the person was shown, for the ledger (policy P-24). */
export const Wording = z
  .strictObject({
    id: z.string().trim().min(1).max(100),
    language: Language,
    policyVersion: z.string().trim().min(1).max(50).optional(),
  })
  .meta({ id: 'Wording', description: '`id`: the text and its version, as the caller names them.' });

/** What is left out stays as it is. A body with a grant needs `If-Match`. */
export const PreferenceChange = z.strictObject(changes).meta({ id: 'PreferenceChange' });
export type PreferenceChange = z.infer<typeof PreferenceChange>;

/** A change on request, by staff (policy P-16). */
export const StaffPreferenceChange = z
  .strictObject({
    ...changes,
    evidence: z.string().trim().min(1).max(500).optional(),
    wording: Wording.optional(),
  })
  .meta({
    id: 'StaffPreferenceChange',
    description: '`evidence`: where the request of the person is on file.',
  });

export const preferenceExample = {
  marketing: { push: 'denied' },
  topics: { offers: 'denied' },
  profiling: 'denied',
};

/** Preferences as an answer. */
export const shownPreferences = {
  description: 'The preferences as they are now',
  body: Preferences,
  headers: { ETag: 'The version, for `If-Match` of the next grant' },
} as const;
