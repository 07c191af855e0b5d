/** Queue of letters → SES and SNS. */
import { DeliverLetter } from '../../events/deliver-letter.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createLetterStore } from '../../shared/adapters/letter-store.ts';
import { createMailer } from '../../shared/adapters/mailer.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createPublisher } from '../../shared/adapters/pusher.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { deliverLetter } from '../../shared/use-cases/deliver-letter.ts';
import { env as envSchema } from './env.ts';

export const handler = queueHandler(envSchema, DeliverLetter, (env) => {
  const table = createDynamoTable(createDynamoClient(), env.PEOPLE_TABLE);
  const deps = {
    letters: createLetterStore(table),
    people: createPeopleStore(table),
    send: createMailer(),
    publish: createPublisher(),
    configurationSet: env.LETTERS_CONFIGURATION_SET,
    publicUrl: env.PUBLIC_URL,
    clock: systemClock,
  };
  const keyring = once(() => loadKeyring(env.KEYS_SECRET));
  return async ({ personId, letterId }) =>
    deliverLetter({ ...deps, keyring: await keyring() }, { personId, id: letterId });
});
