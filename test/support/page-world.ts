/** The pages behind links over a memory table, driven through the real HTTP bundle. */
import * as z from 'zod';
import type { PageDeps } from '../../functions/pages/deps.ts';
import { pageRoutes } from '../../functions/pages/routes.ts';
import { showProblem } from '../../functions/pages/show-problem.ts';
import { createKeyring, type LinkClaim } from '../../shared/adapters/keyring.ts';
import { createLetterStore } from '../../shared/adapters/letter-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { pageContracts } from '../../shared/api/pages.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { EmailContact, PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import type { Source } from '../../shared/domain/vocabulary.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createMemoryTable } from './memory-table.ts';
import { createNoticeStores } from './sent-notice.ts';

export const keyring = createKeyring({ seed: 'a seed that is long enough for every test here' });
export const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

export interface GivenReader {
  country: string;
  subdivision?: string;
  language?: string | undefined;
  timezone?: string;
  emailSource?: EmailContact['emailSource'];
  /** One address when absent. */
  emails?: readonly string[];
  phones?: number;
  answers?: readonly Answer[];
  source?: Source;
  at?: string;
}

type Route = keyof typeof pageContracts;
type Page = 'u' | 'p' | 'c' | 'n';

export interface PageAnswer {
  status: number | undefined;
  headers: Record<string, string>;
  text: string;
}

/** A fresh world; `latency` lets operations on the table interleave. */
export function createPageWorld(latency?: () => Promise<void>) {
  const table = createMemoryTable(latency);
  const notices = createNoticeStores(latency);
  const people = createPeopleStore(table);
  const letters = createLetterStore(table);
  const woken: Letter[] = [];
  const deps: PageDeps = {
    people,
    ...notices,
    keyring,
    wakeLetters: async (all) => {
      woken.push(...all);
    },
  };
  const handler = httpHandler(z.object({}), pageContracts, () => pageRoutes(async () => deps), showProblem);

  /** The person `per_1` with addresses `con_1`, `con_2`, … and phones `dev_1`, … */
  async function givePerson(given: GivenReader): Promise<PersonRecord> {
    const { country, subdivision, language, timezone, emailSource = 'direct' } = given;
    const { emails = ['one@example.com'], phones = 0, answers = [], source = 'account' } = given;
    const at = given.at ?? '2026-11-01T00:00:00.000Z';
    const office = officeOf(country)?.id ?? 'none';
    const place = { office, country, subdivision, language, timezone, interests: [], devices: [] };
    let record = createPerson('per_1', place, at);
    for (const [index, address] of emails.entries())
      record = addEmail(record, { id: `con_${index + 1}`, address, emailSource });
    for (let phone = 1; phone <= phones; phone++)
      record = addDevice(record, { id: `dev_${phone}`, token: `t${phone}`, device: { model: 'XQ-EC54' } });
    const { change } = buildChange(undefined, record, answers, {
      now: at,
      source,
      actor: { kind: 'person' },
    });
    if (!change || !(await people.save([change]))) throw new Error('The person could not be saved');
    return change.after;
  }

  async function load(): Promise<PersonRecord> {
    const record = await people.load('per_1');
    if (!record) throw new Error('The person has gone');
    return record;
  }

  function tokenOf(claim: Partial<LinkClaim> = {}): string {
    const whole = {
      purpose: 'preferences',
      personId: 'per_1',
      contactId: 'con_1',
      messageId: 'cmp_1',
      ...claim,
    } as LinkClaim;
    return keyring.signLink(whole);
  }

  async function ask(
    route: Route | `HEAD /${Page}/{token}`,
    token: string,
    parts: EventParts = {},
  ): Promise<PageAnswer> {
    const event = httpEvent(route, { params: { token }, ...parts });
    const { statusCode, headers, body } = await handler(event, lambdaContext);
    return { status: statusCode, headers, text: body ?? '' };
  }

  const get = (page: Page, token = tokenOf(), parts: EventParts = {}) =>
    ask(`GET /${page}/{token}`, token, parts);

  /** Posts a form, with the fields as they are. */
  const post = (page: Page, form: Record<string, string>, token = tokenOf(), parts: EventParts = {}) =>
    ask(`POST /${page}/{token}`, token, {
      ...parts,
      body: new URLSearchParams(form).toString(),
      headers: { ...urlencoded, ...parts.headers },
    });

  /** What the form of the preference centre holds when nobody touches it. */
  async function formOf(token = tokenOf(), parts: EventParts = {}): Promise<Record<string, string>> {
    return readForm((await get('p', token, parts)).text);
  }

  return {
    table,
    people,
    notices,
    letters,
    woken,
    deps,
    handler,
    givePerson,
    load,
    tokenOf,
    ask,
    get,
    post,
    formOf,
  };
}

export type PageWorld = ReturnType<typeof createPageWorld>;

/** The fields that a browser would send of the first form: hidden ones, checked boxes and the chosen option. */
export function readForm(page: string): Record<string, string> {
  const plain = page.replaceAll('&#61;', '=');
  const form = plain.slice(plain.indexOf('<form'), plain.indexOf('</form>'));
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const isSent = !/type="checkbox"/.test(tag) || (/ checked/.test(tag) && !/ disabled/.test(tag));
    if (name && isSent) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  const language = /<option value="([^"]*)"[^>]* selected>/.exec(form)?.[1];
  return language === undefined ? fields : { ...fields, language };
}
