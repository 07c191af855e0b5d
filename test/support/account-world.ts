/** The account API over memory tables, driven through the real HTTP bundle. */
import * as z from 'zod';
import { accountRoutes } from '../../functions/account/routes.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { accountContracts } from '../../shared/api/account.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import type { Source } from '../../shared/domain/vocabulary.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createWorld, type GivenPerson } from './world.ts';

const keyring = createKeyring({ seed: 'a seed that is long enough for every test here' });

/** A world with accounts at an instant. */
export function createAccountWorld(start: string) {
  const world = createWorld(start);
  const { people, messages, batches, answers } = world;
  const deps = { people, messages, batches, answers, keyring };
  const handler = httpHandler(z.object({}), accountContracts, () => accountRoutes(async () => deps));

  /** A person whose account has the number of their id. */
  async function giveAccount(given: GivenPerson): Promise<void> {
    await world.givenPerson({ externalId: given.id, ...given });
    const before = await people.load(given.id);
    if (!before) throw new Error('The person could not be saved');
    const after = { ...before, person: { ...before.person, version: before.person.version + 1 } };
    const claims = [{ hash: keyring.hashAddress('external', given.id) }];
    const none = { entries: [], releases: [], optOuts: [], letters: [] };
    if (!(await people.save([{ before, after, claims, ...none }])))
      throw new Error('The account could not be saved');
  }

  /** A request of an account; without one, of nobody. */
  async function call(
    account: string | undefined,
    routeKey: keyof typeof accountContracts,
    parts: EventParts = {},
  ) {
    const claims = account === undefined ? {} : { claims: { sub: account } };
    const { statusCode, headers, body } = await handler(
      httpEvent(routeKey, { ...claims, ...parts }),
      lambdaContext,
    );
    const isJson = /json/.test(String(headers['content-type']));
    return {
      status: statusCode,
      headers,
      text: body ?? '',
      body: isJson && body ? JSON.parse(body) : undefined,
    };
  }

  async function say(
    id: string,
    answers: readonly Answer[],
    source: Source,
    actor: object = {},
  ): Promise<void> {
    const context = { now: world.clock(), source, actor: { kind: 'person', ...actor } } as const;
    await changePerson(people, id, context, (record) => ({ edited: record, answers }));
  }

  return { ...world, giveAccount, call, say };
}
