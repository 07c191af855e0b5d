/** The account API: each route opens the record of whoever is signed in and calls one use case. */
import type { accountContracts } from '../../shared/api/account.ts';
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import { etagOf } from '../../shared/api/etag.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { receiptReply } from '../../shared/use-cases/consent-receipt.ts';
import { listMessages } from '../../shared/use-cases/list-messages.ts';
import { answerOwn } from './answer-own-notice.ts';
import type { AccountDeps } from './deps.ts';
import { pageOfHistory } from './list-history.ts';
import { openOwnRecord } from './open-own-record.ts';
import { changeOwn, describeOwn } from './own-preferences.ts';

/** @param loadDeps called once per request */
export function accountRoutes(loadDeps: () => Promise<AccountDeps>): Handlers<typeof accountContracts> {
  return {
    'GET /me/preferences': async ({ actor, now }) =>
      preferencesReply(await openOwnRecord(await loadDeps(), actor), now),

    'PUT /me/preferences': async ({ actor, body, headers, now }) => {
      const given = { ifMatch: headers['if-match'], now };
      return preferencesReply(await changeOwn(await loadDeps(), actor, body, given), now);
    },

    'GET /me/history': async ({ actor, query }) => {
      const deps = await loadDeps();
      const { person } = await openOwnRecord(deps, actor);
      return { status: 200, body: pageOfHistory(await deps.people.readLedger(person.id), query) };
    },

    'GET /me/messages': async ({ actor, query }) => {
      const deps = await loadDeps();
      return { status: 200, body: await listMessages(deps, await openOwnRecord(deps, actor), query) };
    },

    'POST /me/notices/{id}/acknowledge': async ({ actor, params, body, now }) => {
      const { at, accepted, acceptedAt } = await answerOwn(await loadDeps(), actor, params.id, {
        ...body,
        now,
      });
      return { status: 200, body: { at, accepted, acceptedAt } };
    },

    'GET /me/receipt': async ({ actor, query, headers, now }) => {
      const deps = await loadDeps();
      const record = await openOwnRecord(deps, actor);
      return receiptReply(deps, record, { format: query.format, accept: headers['accept'], now });
    },
  };
}

function preferencesReply(record: PersonRecord, now: Instant): Reply {
  return {
    status: 200,
    body: describeOwn(record, now),
    headers: { etag: etagOf(record.person.version) },
  };
}
