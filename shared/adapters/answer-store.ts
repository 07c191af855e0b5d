/** What people answer to a notice: that they have read it, or that they accept what it asks them to. One answer per person. */
import { NoticeAnswer } from '../domain/answer.ts';
import { answerKey, answerPartition } from './campaign-keys.ts';
import { queryAll, type Table } from './table.ts';

const schemaVersion = 1;

export type AnswerStore = ReturnType<typeof createAnswerStore>;

/** The store over the table `campaigns`. */
export function createAnswerStore(table: Table) {
  return {
    /** AP-40: keeps the first answer of a person; one acceptance may follow an acknowledgement. False: there was one that says as much. */
    async record(messageId: string, answer: NoticeAnswer): Promise<boolean> {
      const key = answerKey(messageId, answer.personId);
      const item = { ...key, ...answer, schemaVersion };
      if ((await table.write([{ kind: 'put', item, if: { absent: true } }])).ok) return true;
      const { accepted, acceptedAt } = answer;
      if (accepted === undefined) return false;
      const first = { exists: true, equals: { accepted: undefined } } as const;
      return (await table.write([{ kind: 'update', key, set: { accepted, acceptedAt }, if: first }])).ok;
    },

    /** AP-40: the answer of one person. */
    async load(messageId: string, personId: string): Promise<NoticeAnswer | undefined> {
      const item = await table.get(answerKey(messageId, personId));
      return item && NoticeAnswer.parse(item);
    },

    /** AP-40: the answers of one shard, by person. */
    async listShard(messageId: string, shard: number): Promise<Map<string, NoticeAnswer>> {
      const answers = new Map<string, NoticeAnswer>();
      const partition = answerPartition(messageId, shard);
      for await (const item of queryAll(table, { partition, consistent: true })) {
        const answer = NoticeAnswer.parse(item);
        answers.set(answer.personId, answer);
      }
      return answers;
    },
  };
}
