/** The people API over memory tables, driven through the real HTTP bundle. */
import * as z from 'zod';
import { createRoutes } from '../../functions/people/create-routes.ts';
import { createAccessLog } from '../../shared/adapters/access-log.ts';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createLetterStore } from '../../shared/adapters/letter-store.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createRestrictionStore } from '../../shared/adapters/restriction-store.ts';
import { peopleContracts } from '../../shared/api/people.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createImportWorld } from './import-world.ts';
import { createMemoryTable } from './memory-table.ts';

const claimsOf = (role: string, office?: string) => ({
  sub: office === undefined ? role : `${role}-${office}`,
  'cognito:groups': `[${role}]`,
  ...(office === undefined ? {} : { 'custom:office': office }),
});

export const officer = claimsOf('privacy-officer', 'de');
export const support = claimsOf('support', 'de');
export const admin = claimsOf('admin');
export const frenchOfficer = claimsOf('privacy-officer', 'fr');
export const officerWithoutOffice = claimsOf('privacy-officer');
export const marketer = claimsOf('marketer', 'de');

export function createPeopleWorld() {
  const world = createImportWorld();
  const campaigns = createMemoryTable();
  const accesses = createAccessLog(world.table);
  const woken: Letter[] = [];
  const deps = {
    ...world,
    accesses,
    restrictions: createRestrictionStore(world.table),
    files: {
      presignUpload: async (key: string) => ({
        url: `https://files.example/${key}`,
        headers: { 'content-type': 'text/csv' },
      }),
      presignDownload: async (key: string) => `https://files.example/${key}`,
    },
    letters: createLetterStore(world.table),
    wakeLetters: async (letters: readonly Letter[]) => {
      woken.push(...letters);
    },
    messages: createMessageStore(campaigns),
    batches: createBatchStore(campaigns),
    answers: createAnswerStore(campaigns),
  };
  const handler = httpHandler(z.object({}), peopleContracts, () => createRoutes(async () => deps));

  /** A request with a purpose, unless `headers` says otherwise. */
  async function call(routeKey: keyof typeof peopleContracts, parts: EventParts) {
    const headers = { 'x-purpose': 'ticket 1', ...parts.headers };
    const answer = await handler(httpEvent(routeKey, { ...parts, headers }), lambdaContext);
    const isJson = /json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body ?? '',
      body: isJson && answer.body ? JSON.parse(answer.body) : undefined,
    };
  }

  return { ...world, accesses, call, woken };
}
