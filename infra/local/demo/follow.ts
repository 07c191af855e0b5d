/** Follows a message: asks for its plan until it is made, and for its report until everything is sent. */
import { setTimeout as wait } from 'node:timers/promises';
import type * as z from 'zod';
import { DecisionLine, Plan, PlanProgress, Report } from '../../../shared/api/reports.ts';
import type { Client } from './client.ts';
import type { Screen } from './screen.ts';

export type PlanView = z.infer<typeof Plan>;
export type ReportView = z.infer<typeof Report>;
export type Line = z.infer<typeof DecisionLine>;

/** Where to ask, and as whom. */
export interface Source {
  /** Such as `/campaigns/cmp_…`. */
  path: string;
  user: string;
}

export interface Follow {
  client: Client;
  screen: Screen;
  signal: AbortSignal;
}

const pollMs = 400;
/** Without any change for this long, something hangs. */
const patienceMs = 90_000;
/** From any other state nothing goes on by itself. */
const movingStates = new Set(['submitted', 'approved', 'scheduled', 'running']);

/** What workers count over a large audience: 202 with the progress until it is there. */
export async function awaitCount<T extends z.ZodType>(
  { client, screen, signal }: Follow,
  { path, user }: Source,
  { label, schema }: { label: string; schema: T },
): Promise<z.output<T>> {
  for (;;) {
    const { status, text } = await client.send({ path, user });
    const body: unknown = JSON.parse(text);
    if (status === 200) {
      screen.progress(label, 1);
      return schema.parse(body);
    }
    screen.progress(label, PlanProgress.parse(body).progress);
    await wait(pollMs, undefined, { signal });
  }
}

/** The plan of a message. */
export async function awaitPlan(follow: Follow, { path, user }: Source): Promise<PlanView> {
  return awaitCount(follow, { path: `${path}/plan`, user }, { label: 'Planning', schema: Plan });
}

function settledOf({ outcomes }: ReportView): number {
  const { accepted, disabled, failed, inDoubt, stopped } = outcomes;
  return accepted + disabled + failed + inDoubt + stopped;
}

/** The share of the work that is done: half for deciding, half for handing over; below 1 until the state says so. */
function shareOf(report: ReportView): number {
  const { send } = report.decisions;
  const sent = send === 0 ? report.progress : settledOf(report) / send;
  return Math.min(0.99, (report.progress + sent * report.progress) / 2);
}

/** The report of a message that has ended. Throws when nothing moves any more. */
export async function awaitCompletion(follow: Follow, { path, user }: Source): Promise<ReportView> {
  const { client, screen, signal } = follow;
  let last = '';
  let movedAt = performance.now();
  for (;;) {
    const report = await client.read(Report, { path: `${path}/report`, user });
    if (report.state === 'completed') {
      screen.progress('Sending', 1);
      return report;
    }
    const shown = JSON.stringify(report);
    if (shown !== last) movedAt = performance.now();
    last = shown;
    if (!movingStates.has(report.state) || performance.now() - movedAt > patienceMs) {
      throw new Error(`${path} is ${report.state} and does not move any more: ${shown}`);
    }
    screen.progress('Sending', shareOf(report));
    await wait(pollMs, undefined, { signal });
  }
}

/** Every decision, sent or not. */
export async function readDecisions({ client }: Follow, { path, user }: Source): Promise<Line[]> {
  return client.readLines(DecisionLine, { path: `${path}/decisions`, user });
}
