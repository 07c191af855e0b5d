/** Drafts as they were submitted: what an approver compares with. */
import * as z from 'zod';
import { CampaignDraft, NoticeDraft } from '../domain/message.ts';
import { Instant } from '../domain/vocabulary.ts';
import { messagePartition, submittedKey, submittedPrefix } from './campaign-keys.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';

const schemaVersion = 1;

const Stored = z.object({ version: z.int(), at: Instant, by: z.string(), contentHash: z.string() });
type Submission<Draft> = z.infer<typeof Stored> & { draft: Draft };

export interface SubmissionStore<Draft> {
  save(messageId: string, submission: Submission<Draft>): Promise<void>;
  listNewest(messageId: string, limit: number): Promise<Submission<Draft>[]>;
}

/** Submissions of campaigns, over the table `campaigns`. */
export function createSubmissionStore(table: Table): SubmissionStore<CampaignDraft> {
  return submissionStore(table, CampaignDraft);
}

/** Submissions of notices, over the table `campaigns`. */
export function createNoticeSubmissionStore(table: Table): SubmissionStore<NoticeDraft> {
  return submissionStore(table, NoticeDraft);
}

function submissionStore<Draft>(table: Table, schema: z.ZodType<Draft>): SubmissionStore<Draft> {
  return {
    /** AP-34: keeps a draft as it was submitted; repeating it changes nothing. */
    async save(messageId: string, { draft, ...submission }: Submission<Draft>): Promise<void> {
      const item = {
        ...submittedKey(messageId, submission.version),
        ...submission,
        draft: pack(draft),
        schemaVersion,
      };
      await table.write([{ kind: 'put', item }]);
    },

    /** AP-34: the last submissions, newest first. */
    async listNewest(messageId: string, limit: number): Promise<Submission<Draft>[]> {
      const { items } = await table.query({
        partition: messagePartition(messageId),
        range: { prefix: submittedPrefix },
        reverse: true,
        limit,
        consistent: true,
      });
      return items.map((item) => ({
        ...Stored.parse(item),
        draft: schema.parse(unpack(item['draft'])),
      }));
    },
  };
}
