/** The schedules of the template: each runs at the start, then at its rate, and at once when the clock is moved. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalClock } from './clock.ts';
import type { FunctionHost } from './function-host.ts';
import { LocalProblem } from './problem.ts';
import { type Resolve, readProperties } from './read-properties.ts';
import { account } from './references.ts';
import { resourcesOf, type Template } from './template.ts';

export interface Schedules {
  /** Starts the timers with a first run. */
  start(): void;
  /** Runs everything once more and waits for the end. */
  runAll(): Promise<void>;
  stop(): void;
}

const Target = z.object({ Arn: z.string(), Input: z.string().optional() });
const RuleProperties = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Targets: z.array(Target).default([]),
});
const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Target,
});

interface Schedule {
  name: string;
  source: 'aws.events' | 'aws.scheduler';
  everyMs: number;
  targets: z.infer<typeof Target>[];
}

const units: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function rateOf(expression: string, name: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const everyMs = Number(count) * (units[unit] ?? 0);
  if (everyMs > 0) return everyMs;
  throw new LocalProblem(
    `Schedule ${name} has the expression ${expression}; the local run knows rate(...) only.`,
    'Use a rate, or teach infra/local/schedules.ts this expression.',
  );
}

function readSchedules(template: Template, resolve: Resolve): Schedule[] {
  const rules = resourcesOf(template, 'AWS::Events::Rule').map((resource) => {
    const { Targets, ...rule } = readProperties(RuleProperties, resource, resolve);
    return { ...rule, name: resource[0], source: 'aws.events' as const, targets: Targets };
  });
  const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule').map((resource) => {
    const { Target: target, ...schedule } = readProperties(ScheduleProperties, resource, resolve);
    return { ...schedule, name: resource[0], source: 'aws.scheduler' as const, targets: [target] };
  });
  return [...rules, ...schedules]
    .filter(({ State }) => State === 'ENABLED')
    .map(({ ScheduleExpression, State: _, ...rest }) => ({
      ...rest,
      everyMs: rateOf(ScheduleExpression, rest.name),
    }));
}

/** The event of a schedule without an input of its own. */
function scheduledEvent({ name, source }: Schedule, now: string, region: string) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source,
    account,
    time: now.replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
    detail: {},
  };
}

export function createSchedules(options: {
  template: Template;
  resolve: Resolve;
  region: string;
  functions: FunctionHost;
  clock: LocalClock;
}): Schedules {
  const { functions, clock, region } = options;
  const schedules = readSchedules(options.template, options.resolve);
  const timers: NodeJS.Timeout[] = [];
  /** The end of the latest run of each schedule: two runs of one never overlap. */
  const latest = new Map<Schedule, Promise<void>>();

  const runOnce = async (schedule: Schedule) => {
    for (const { Arn, Input } of schedule.targets) {
      const event: unknown =
        Input === undefined ? scheduledEvent(schedule, clock.iso(), region) : JSON.parse(Input);
      await functions.invoke(Arn, event);
    }
  };
  const run = (schedule: Schedule) => {
    const running = (latest.get(schedule) ?? Promise.resolve()).then(() => runOnce(schedule));
    const done = running.finally(() => {
      if (latest.get(schedule) === done) latest.delete(schedule);
    });
    latest.set(schedule, done);
    return done;
  };
  const runIfIdle = (schedule: Schedule) => {
    if (!latest.has(schedule)) void run(schedule);
  };
  return {
    start: () => {
      for (const schedule of schedules) {
        runIfIdle(schedule);
        timers.push(setInterval(() => runIfIdle(schedule), schedule.everyMs));
      }
    },
    runAll: async () => {
      await Promise.all(schedules.map(run));
    },
    stop: () => timers.forEach(clearInterval),
  };
}
