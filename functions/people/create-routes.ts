/** Routes of the people API, each with its use case. */
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import { etagOf } from '../../shared/api/etag.ts';
import type { peopleContracts } from '../../shared/api/people.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { receiptReply } from '../../shared/use-cases/consent-receipt.ts';
import { listMessages } from '../../shared/use-cases/list-messages.ts';
import { changePreferences } from './change-preferences.ts';
import type { PeopleDeps } from './deps.ts';
import { importText } from './import-text.ts';
import { findRecord, openExactly, openRecord, type StaffRequest } from './open-record.ts';
import { readLedger } from './read-ledger.ts';
import { restrictPerson } from './restrict-person.ts';
import { showImport, startImport } from './start-import.ts';
import { viewPage } from './view-page.ts';
import { viewLetter, viewPerson, viewPreferences } from './view-person.ts';

type PersonRequest = StaffRequest & { params: { id: string } };

/** @param loadDeps called once per request */
export function createRoutes(loadDeps: () => Promise<PeopleDeps>): Handlers<typeof peopleContracts> {
  async function open(request: PersonRequest, action: string): Promise<[PeopleDeps, PersonRecord]> {
    const deps = await loadDeps();
    return [deps, await openRecord(deps, request.params.id, action, request)];
  }

  return {
    'POST /people/import': async ({ body: csv, query: { dryRun }, ...request }) => ({
      status: 200,
      body: await importText(await loadDeps(), { ...request, csv, dryRun }),
    }),
    'POST /people/imports': async ({ body: { dryRun }, ...request }) => ({
      status: 201,
      body: await startImport(await loadDeps(), { ...request, dryRun }),
    }),
    'GET /people/imports/{id}': async ({ params, actor }) => ({
      status: 200,
      body: await showImport(await loadDeps(), params.id, actor),
    }),
    'GET /people': async (request) => {
      const deps = await loadDeps();
      const record = await findRecord(deps, request.query, request);
      return { status: 200, body: { items: record ? [await viewOf(deps, record, request)] : [] } };
    },
    'GET /people/{id}': async (request) => {
      const [deps, record] = await open(request, 'read');
      return personReply(deps, record, request);
    },
    'GET /people/{id}/ledger': async (request) => {
      const deps = await loadDeps();
      const record = await openExactly(deps, request.params.id, 'ledger', request);
      return { status: 200, body: await readLedger(deps, record) };
    },
    'GET /people/{id}/messages': async (request) => {
      const [deps, record] = await open(request, 'messages');
      return { status: 200, body: await listMessages(deps, record, request.query) };
    },
    'GET /people/{id}/receipt': async (request) => {
      const [deps, record] = await open(request, 'receipt');
      const { query, headers, now } = request;
      return receiptReply(deps, record, { format: query.format, accept: headers['accept'], now });
    },
    'GET /people/{id}/page': async (request) => {
      const [deps, record] = await open(request, 'page');
      return viewPage(deps, record, request.now);
    },
    'PUT /people/{id}/preferences': async (request) => {
      const [deps, { person }] = await open(request, 'change-preferences');
      const changed = await changePreferences(deps, person.id, request.body, request);
      return { status: 200, body: viewPreferences(changed), headers: etagHeader(changed) };
    },
    'POST /people/{id}/restrict': async (request) => {
      const [deps, { person }] = await open(request, 'restrict');
      const change = { kind: 'restriction', active: request.body.restricted } as const;
      return personReply(deps, await restrictPerson(deps, person.id, change, request), request);
    },
    'POST /people/{id}/hold': async (request) => {
      const [deps, { person }] = await open(request, 'hold');
      const { held, reference } = request.body;
      const change = { kind: 'hold', active: held, reference } as const;
      return personReply(deps, await restrictPerson(deps, person.id, change, request), request);
    },
  };
}

async function viewOf(deps: PeopleDeps, record: PersonRecord, { actor }: StaffRequest) {
  const { id } = record.person;
  const [restrictions, letters] = await Promise.all([
    deps.restrictions.listActive(id),
    deps.letters.listOf(id),
  ]);
  return { ...viewPerson(record, restrictions, actor), letters: letters.map(viewLetter) };
}

async function personReply(deps: PeopleDeps, record: PersonRecord, request: StaffRequest): Promise<Reply> {
  return { status: 200, body: await viewOf(deps, record, request), headers: etagHeader(record) };
}

/** The version that a grant starts from. */
function etagHeader({ person }: PersonRecord): Record<string, string> {
  return { etag: etagOf(person.version) };
}
