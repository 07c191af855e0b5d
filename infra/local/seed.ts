/** Loads the sample data of a fresh start through the public API, as anybody would. */
import type { Identity } from './identity.ts';
import { LocalProblem } from './problem.ts';
import { samplePeopleCsv } from './sample-people.ts';

/** Imports the sample people; a `LocalProblem` where the service does not take them. */
export async function seedSampleData(url: string, identity: Identity, now: Date): Promise<void> {
  const answer = await fetch(`${url}/people/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await identity.tokenFor('admin')}`, 'content-type': 'text/csv' },
    body: samplePeopleCsv(now),
  });
  const body = await answer.text();
  if (answer.ok) return;
  throw new LocalProblem(
    `The service did not take the sample people: ${answer.status} ${body.slice(0, 500)}`,
    'Look into logs/functions.log of the state folder, or start without sample data: npm start -- --empty',
  );
}
