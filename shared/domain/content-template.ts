/** Content that an office keeps for its next campaigns. Pure. */
import * as z from 'zod';
import { MarketingContent } from './message.ts';
import { Instant } from './vocabulary.ts';

/** What a marketer writes: the body of `POST /templates`. */
export const TemplateDraft = z.strictObject({
  office: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(200),
  content: MarketingContent,
  personalised: MarketingContent.optional(),
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

export const ContentTemplate = z.object({
  id: z.string(),
  ...TemplateDraft.shape,
  /** Counts the changes. */
  version: z.int(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedBy: z.string(),
  updatedAt: Instant,
});
export type ContentTemplate = z.infer<typeof ContentTemplate>;

/** The id of a new template: it names its office, so that one look-up finds it. */
export function templateId(office: string, unique: string): string {
  return `tpl_${office}_${unique}`;
}

/** The office in an id; undefined for what is no id of a template. */
export function officeOfTemplate(id: string): string | undefined {
  return /^tpl_([a-z][a-z0-9-]*)_[0-9A-Z]{26}$/.exec(id)?.[1];
}
