/** Routes for a campaign that is being written: what is wrong with it, how it looks, whom it would reach. They keep nothing. */
import * as z from 'zod';
import { Reason } from '../domain/batch.ts';
import { EmailContent, FrequencyCap, MarketingAudience, PushContent } from '../domain/message.ts';
import { Channel, MarketingChannel, Topic } from '../domain/vocabulary.ts';
import type { Contracts } from './contract.ts';
import { Country, Language } from './fields.ts';

const count = z.int().min(0);
const Office = z.string().min(1).max(20);

/** Any JSON object: what is wrong with it is the answer. */
const UnfinishedDraft = z.looseObject({}).meta({ id: 'UnfinishedDraft' });

const warningCodes = [
  'missing-locale',
  'missing-text',
  'missing-alt',
  'link-not-https',
  'subject-length',
  'label',
  'everyone',
  'window-closed',
  'personalised-missing',
] as const;

export const Warning = z.object({
  /** Path into the draft. */
  field: z.string(),
  code: z.enum(warningCodes),
  message: z.string(),
});
export type Warning = z.infer<typeof Warning>;

const Variable = z.object({ name: z.string(), sample: z.string() });

const Checks = z
  .object({
    errors: z.array(z.object({ field: z.string(), message: z.string() })),
    warnings: z.array(Warning),
    variables: z.object({ generic: z.array(Variable), personalised: z.array(Variable) }),
  })
  .meta({ id: 'CampaignChecks', description: 'Errors keep a campaign from being saved; warnings do not.' });
export type Checks = z.infer<typeof Checks>;

export const PreviewQuestion = z
  .strictObject({
    office: Office,
    locale: Language,
    /** Where the reader is: its label goes in front. */
    country: Country.optional(),
    variant: z.enum(['generic', 'personalised']).default('generic'),
    email: EmailContent.optional(),
    push: PushContent.optional(),
  })
  .meta({ id: 'PreviewQuestion' });
export type PreviewQuestion = z.infer<typeof PreviewQuestion>;

const DraftPreview = z
  .looseObject({
    locale: z.string(),
    label: z.string().optional(),
    email: z.object({ subject: z.string(), html: z.string(), text: z.string() }).optional(),
    push: z
      .object({
        title: z.string(),
        body: z.string(),
        link: z.string().optional(),
        image: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'DraftPreview' });

export const AudienceQuestion = z
  .strictObject({
    office: Office,
    channels: z.array(MarketingChannel).min(1).max(2),
    topic: Topic.default('news'),
    deliver: z.enum(['each', 'first']).default('each'),
    audience: MarketingAudience.default({}),
    holdoutPercent: z.number().min(0).max(50).optional(),
    frequencyCap: FrequencyCap.optional(),
  })
  .meta({ id: 'AudienceQuestion' });
export type AudienceQuestion = z.infer<typeof AudienceQuestion>;

const waterfall = { audience: count, willSend: count, excluded: z.partialRecord(Reason, count) };

const Estimate = z
  .looseObject({
    ...waterfall,
    method: z.enum(['exact', 'sampled']),
    shardsRead: count,
    shards: count,
    scaledBy: z.enum(['shards', 'last-plan']).optional(),
    interval: z.object({ low: count, high: count }),
    byChannel: z.partialRecord(Channel, z.object(waterfall)),
  })
  .meta({
    id: 'Estimate',
    description:
      'An estimate from as many shards as 200 ms allow; `interval` holds the true `willSend` with 95 %. Frequency caps are not looked at: the plan does.',
  });

const writers = ['marketer', 'approver'] as const;

export const draftingContracts = {
  'POST /campaigns/checks': {
    auth: 'staff',
    roles: writers,
    summary: 'What is wrong with a campaign as it stands, finished or not',
    body: UnfinishedDraft,
    maxBodyBytes: 1024 * 1024,
    example: { office: 'de', name: 'Autumn offers', channels: ['email'] },
    responses: { 200: { description: 'Errors and warnings', body: Checks } },
  },
  'POST /campaigns/previews': {
    auth: 'staff',
    roles: writers,
    summary: 'One language of a campaign as a reader would see it',
    body: PreviewQuestion,
    maxBodyBytes: 512 * 1024,
    example: {
      office: 'de',
      locale: 'de',
      push: { title: 'Herbstangebote', body: 'Die Angebote dieser Woche' },
    },
    faults: [422],
    responses: { 200: { description: 'The rendered message', body: DraftPreview } },
  },
  'POST /campaigns/estimates': {
    auth: 'staff',
    roles: writers,
    summary: 'How many contacts a campaign would reach',
    body: AudienceQuestion,
    example: { office: 'de', channels: ['email', 'push'], audience: { countries: ['DE'] } },
    responses: { 200: { description: 'The estimate', body: Estimate } },
  },
} as const satisfies Contracts;
