/** Takes a message through its life as two people of the staff do: write, look at the plan, submit, approve or release, wait. */
import * as z from 'zod';
import type { Sent } from './checks.ts';
import { awaitCompletion, awaitPlan, type Follow, readDecisions } from './follow.ts';
import { formatWaterfall } from './tables.ts';

const Created = z.object({ id: z.string() });

export interface Sending {
  collection: 'campaigns' | 'notices';
  body: object;
  name: string;
  office?: string;
  /** Sample users: the second is never the first. */
  writer: string;
  checker: string;
}

/** Sends it to the end, and prints what was planned. */
export async function sendMessage(follow: Follow, sending: Sending): Promise<Sent> {
  const { client, screen } = follow;
  const { collection, body, name, office, writer, checker } = sending;
  const { id } = await client.read(Created, {
    method: 'POST',
    path: `/${collection}`,
    user: writer,
    json: body,
  });
  const source = { path: `/${collection}/${id}`, user: writer };
  const plan = await awaitPlan(follow, source);
  screen.show(formatWaterfall(plan));
  const step = collection === 'campaigns' ? 'approve' : 'release';
  await client.send({ method: 'POST', path: `${source.path}/submit`, user: writer });
  screen.say(`${writer} submits, ${checker} ${step}s`);
  await client.send({ method: 'POST', path: `${source.path}/${step}`, user: checker });
  const report = await awaitCompletion(follow, source);
  return { id, name, office, plan, report, lines: await readDecisions(follow, source) };
}
