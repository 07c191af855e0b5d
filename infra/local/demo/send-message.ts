/** Takes a message through its life as two people of the staff do: write, submit, approve or release, wait for the end. */
import * as z from 'zod';
import type { Sent } from './checks.ts';
import {
  awaitCompletion,
  awaitPlan,
  type Follow,
  type PlanView,
  readDecisions,
  type Source,
} from './follow.ts';
import { formatSummary, formatWaterfall } from './tables.ts';

const Created = z.object({ id: z.string() });

export interface Sending {
  body: object;
  name: string;
  /** Sample users: the second is never the first. */
  writer: string;
  checker: string;
}

interface Step extends Sending {
  collection: 'campaigns' | 'notices';
  /** The last step before it runs. */
  start: 'approve' | 'release';
}

async function write(
  { client }: Follow,
  { collection, body, writer }: Step,
): Promise<{ id: string } & Source> {
  const { id } = await client.read(Created, {
    method: 'POST',
    path: `/${collection}`,
    user: writer,
    json: body,
  });
  return { id, path: `/${collection}/${id}`, user: writer };
}

async function run(follow: Follow, { path, user }: Source, { start, checker }: Step) {
  const { client, screen } = follow;
  await client.send({ method: 'POST', path: `${path}/submit`, user });
  await client.send({ method: 'POST', path: `${path}/${start}`, user: checker });
  screen.say(`${user} submits it, ${checker} ${start}s it`);
  return awaitCompletion(follow, { path, user });
}

async function showPlan(follow: Follow, source: Source): Promise<PlanView> {
  const plan = await awaitPlan(follow, source);
  follow.screen.show(formatWaterfall(plan));
  return plan;
}

/** Whoever approves a campaign sees first who would get it, and why others would not. */
export async function sendCampaign(
  follow: Follow,
  office: string,
  body: Sending['body'],
  name: string,
): Promise<Sent> {
  const step: Step = {
    body,
    name,
    writer: `marketer-${office}`,
    checker: `approver-${office}`,
    collection: 'campaigns',
    start: 'approve',
  };
  const { id, ...source } = await write(follow, step);
  const plan = await showPlan(follow, source);
  const report = await run(follow, source, step);
  const lines = await readDecisions(follow, source);
  follow.screen.say(formatSummary(report, lines));
  return { id, name, office, plan, report, lines };
}

/** A notice is urgent: it runs first, and its plan then tells what was decided. */
export async function sendNotice(follow: Follow, body: Sending['body'], name: string): Promise<Sent> {
  const step: Step = {
    body,
    name,
    writer: 'notice-author',
    checker: 'notice-releaser',
    collection: 'notices',
    start: 'release',
  };
  const { id, ...source } = await write(follow, step);
  const report = await run(follow, source, step);
  const plan = await showPlan(follow, source);
  const lines = await readDecisions(follow, source);
  follow.screen.say(formatSummary(report, lines));
  return { id, name, plan, report, lines };
}
