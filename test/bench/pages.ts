/** How long the pages of a link take inside their function when it is warm, and against the one read that each needs at least. Prints, asserts nothing. */
import * as z from 'zod';
import { pageRoutes } from '../../functions/pages/routes.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore, type PeopleStore } from '../../shared/adapters/people-store.ts';
import { pageContracts } from '../../shared/api/pages.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { logger, metrics } from '../../shared/middleware/telemetry.ts';
import { buildChange, changePerson } from '../../shared/use-cases/change-person.ts';
import { httpEvent, lambdaContext } from '../support/http-event.ts';
import { createNoticeStores } from '../support/sent-notice.ts';
import { withBenchTable } from './bench-table.ts';

interface PageFigures {
  medianMs: number;
  worstOfTenMs: number;
  /** Against reading the person alone, in the same run. */
  timesOneRead: number;
}

const rounds = 200;
const warmUp = 20;
const answersOnRecord = 30;
const keyring = createKeyring({ seed: 'b'.repeat(32) });
const token = keyring.signLink({
  purpose: 'preferences',
  personId: 'per_1',
  contactId: 'con_1',
  messageId: 'cmp_1',
});

const context = () =>
  ({ now: new Date().toISOString(), source: 'account', actor: { kind: 'person' } }) as const;

/** A person with an address, two phones and a history. */
async function givePerson(people: PeopleStore): Promise<void> {
  const now = new Date().toISOString();
  const place = { office: 'de', country: 'DE', language: 'de', interests: [], devices: [] };
  let record = createPerson('per_1', place, now);
  record = addEmail(record, { id: 'con_1', address: 'a@example.com', emailSource: 'direct' });
  for (const id of ['dev_1', 'dev_2'])
    record = addDevice(record, { id, token: id, device: { model: 'XQ-EC54' } });
  const { change } = buildChange(undefined, record, [], context());
  if (!change || !(await people.save([change]))) throw new Error('The person could not be saved');
  for (let count = 0; count < answersOnRecord; count++) {
    const state = count % 2 === 0 ? 'granted' : 'denied';
    await changePerson(people, 'per_1', context(), (edited) => ({
      edited,
      answers: [{ purpose: 'topic', topic: 'news', state: state === 'granted' ? 'denied' : 'granted' }],
    }));
  }
}

/** Sorted times of `work`, in ms, without those of `prepare` before each and without the first rounds. */
async function timesOf(
  work: () => Promise<unknown>,
  prepare: () => Promise<unknown> = async () => {},
): Promise<number[]> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    await prepare();
    const began = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other);
}

const round2 = (value: number) => Math.round(value * 100) / 100;

/** GET of each page, and the one-click POST. */
export async function benchPages(): Promise<Record<string, PageFigures>> {
  logger.info = () => {};
  metrics.publishStoredMetrics = () => {
    metrics.clearMetrics();
    return metrics;
  };
  return withBenchTable(async (table) => {
    const people = createPeopleStore(table);
    await givePerson(people);
    const deps = { ...createNoticeStores(), people, keyring, wakeLetters: async () => {} };
    const handler = httpHandler(z.object({}), pageContracts, () => pageRoutes(async () => deps));
    const open = (page: string) => async () => {
      const { statusCode } = await handler(
        httpEvent(`GET /${page}/{token}`, { params: { token } }),
        lambdaContext,
      );
      if (statusCode !== 200) throw new Error(`GET /${page} answered ${statusCode}`);
    };
    const oneClick = async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const parts = { params: { token }, headers, body: 'List-Unsubscribe=One-Click' };
      await handler(httpEvent('POST /u/{token}', parts), lambdaContext);
    };
    const allow = () =>
      changePerson(people, 'per_1', context(), (edited) => ({
        edited,
        answers: [{ purpose: 'marketing', channel: 'email', state: 'granted' }],
      }));
    const read = await timesOf(() => people.load('per_1'));
    const base = read[rounds / 2] ?? 1;
    const figures = async (work: () => Promise<unknown>, prepare?: typeof allow): Promise<PageFigures> => {
      const times = await timesOf(work, prepare);
      const medianMs = times[rounds / 2] ?? 0;
      return {
        medianMs: round2(medianMs),
        worstOfTenMs: round2(times[Math.floor(rounds * 0.9)] ?? 0),
        timesOneRead: round2(medianMs / base),
      };
    };
    return {
      'GET /u (unsubscribe)': await figures(open('u')),
      'GET /p (preference centre)': await figures(open('p')),
      'POST /u (one click)': await figures(oneClick, allow),
    };
  });
}
