/** What a campaign has shown: figures that reconcile to the last contact, arms compared, and a table for a spreadsheet. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { armOf } from '../../shared/domain/experiment.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { createCampaignWorld, draft } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

/** The HTTP bundle reads the clock of the machine, so the world starts there. */
const now = new Date().toISOString();
const inDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
const people = 240;
let world: ReturnType<typeof createCampaignWorld>;

const arms = [
  {
    name: 'B',
    percent: 40,
    content: { defaultLocale: 'de', locales: { de: { email: { subject: 'B', html: '<p>B</p>' } } } },
  },
];

beforeEach(async () => {
  quietTelemetry();
  world = createCampaignWorld(now);
  for (let index = 0; index < people; index++) {
    const id = `per_${index}`;
    await world.givenPerson({
      id,
      country: index % 2 ? 'DE' : 'AT',
      email: `${id}@example.com`,
      answers: [
        { purpose: 'marketing', channel: 'email', state: index % 8 ? 'granted' : 'denied' },
        { purpose: 'profiling', state: index % 3 ? 'granted' : 'denied' },
      ],
    });
  }
});

const on = (id: string) => ({ params: { id } });

/** A campaign that has run to its end. */
async function run(change: object): Promise<string> {
  const body = { ...draft, name: '=Autumn, "all"', ...change };
  const { id } = (await world.call('marketer-de', 'POST /campaigns', { body })).body;
  await world.call('marketer-de', 'POST /campaigns/{id}/submit', on(id));
  await world.call('approver-de', 'POST /campaigns/{id}/approve', on(id));
  world.setNow(inDays(0.01));
  await world.drain();
  return id;
}

const reportOf = async (id: string) =>
  (await world.call('marketer-de', 'GET /campaigns/{id}/report', on(id))).body;

/** What each person's entry says, read line by line. */
async function linesOf(id: string): Promise<Record<string, unknown>[]> {
  const answer = await world.call('marketer-de', 'GET /campaigns/{id}/decisions', on(id));
  return (answer.body as string)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Refuses email for a person. */
async function optOut(personId: string, at: string): Promise<void> {
  const record = await world.people.load(personId);
  if (!record) throw new Error('There is nobody');
  const answers = [{ purpose: 'marketing', channel: 'email', state: 'denied' }] as const;
  const { change } = buildChange(record, record, answers, {
    now: at,
    source: 'link',
    actor: { kind: 'person' },
  });
  if (!change || !(await world.people.save([change]))) throw new Error('not saved');
}

describe('a report', () => {
  it('breaks its figures down by country, language, variant and arm, and each adds up (N-05)', async () => {
    const personalised = {
      defaultLocale: 'de',
      locales: { de: { email: { subject: 'P', html: '<p>P</p>' } } },
    };
    const id = await run({ arms, personalised });
    const report = await reportOf(id);
    expect(report.state).toBe('completed');
    expect(report.outcomes).toMatchObject({ accepted: 210, measured: 140, pending: 0 });
    for (const cells of [report.byCountry, report.byLocale, report.byVariant, report.byArm]) {
      const sum = (what: string) =>
        Object.values<Record<string, number>>(cells).reduce((total, cell) => total + (cell[what] ?? 0), 0);
      expect({ sent: sum('sent'), accepted: sum('accepted') }).toEqual({ sent: 210, accepted: 210 });
    }
    const lines = await linesOf(id);
    const share = (arm: string) => lines.filter((line) => line['arm'] === arm && line['outcome']).length;
    expect(report.byArm).toMatchObject({ A: { accepted: share('A') }, B: { accepted: share('B') } });
    expect(Object.keys(report.byCountry)).toEqual(['AT', 'DE']);
  });

  it('puts each person into the arm of their hash, and sends that text', async () => {
    const id = await run({ arms });
    for (const { personId, arm, decision } of await linesOf(id))
      expect(arm).toBe(
        decision === 'send' ? armOf({ id, arms: arms as never }, String(personId)) : undefined,
      );
  });

  it('compares arms by opens, clicks and refusals, with the hold-out beside them', async () => {
    const id = await run({ arms, holdoutPercent: 30 });
    const lines = await linesOf(id);
    const sentOf = (arm: string) =>
      lines
        .filter((line) => line['arm'] === arm && line['decision'] === 'send')
        .map((line) => String(line['personId']));
    const heldOut = lines
      .filter(({ reason }) => reason === 'holdout')
      .map(({ personId }) => String(personId));
    for (const personId of [
      ...sentOf('A').slice(0, 12),
      ...sentOf('B').slice(0, 11),
      ...heldOut.slice(0, 10),
    ])
      await optOut(personId, inDays(1));
    const { experiment } = await reportOf(id);
    const refusals = experiment.arms.map(
      ({ name, metrics }: { name: string; metrics: { optOut?: { n: number; of: number } } }) => [
        name,
        metrics.optOut?.n,
        metrics.optOut?.of,
      ],
    );
    expect(refusals).toEqual([
      ['A', 12, sentOf('A').length],
      ['B', 11, sentOf('B').length],
      ['holdout', 10, heldOut.length],
    ]);
    expect(experiment.confidence).toBe(0.95);
    const compared = experiment.comparisons.map((each: { arm: string; with: string; metric: string }) => [
      each.arm,
      each.with,
      each.metric,
    ]);
    expect(compared).toEqual([
      ['B', 'A', 'optOut'],
      ['A', 'holdout', 'optOut'],
    ]);
  });

  it('does not put down to a campaign who refuses more than two weeks after it', async () => {
    const id = await run({ arms });
    const sent = (await linesOf(id)).filter(({ decision }) => decision === 'send');
    for (const { personId } of sent.slice(0, 30)) await optOut(String(personId), inDays(15));
    const { experiment } = await reportOf(id);
    for (const { metrics } of experiment.arms) expect(metrics.optOut.n).toBe(0);
  });

  it('has no experiment where nothing is compared', async () => {
    expect(await reportOf(await run({}))).not.toHaveProperty('experiment');
  });

  it('counts openings of people who agreed to profiling by arm too (P-17)', async () => {
    const id = await run({ arms });
    const wave = (await world.messages.listWaves(id))[0]?.wave ?? '';
    const measured = (await linesOf(id)).filter(
      ({ arm, personId }) => arm === 'B' && Number(String(personId).slice(4)) % 3 && arm,
    );
    for (const { personId } of measured.slice(0, 15)) {
      const series = {
        messageId: id,
        wave,
        channel: 'email',
        office: 'de',
        shard: shardOf(String(personId)),
      } as const;
      const batch = await world.batches.findEntries(series, `${personId}#${personId}-mail`);
      const position = batch?.entries.findIndex((entry) => entry.personId === personId) ?? -1;
      if (batch)
        await world.engagement.recordEngagement(batch, position, 'opened', {
          office: 'de',
          firstShard: series.shard,
        });
    }
    const report = await reportOf(id);
    expect(report.outcomes.opened).toBe(15);
    expect(report.byArm.B.opened).toBe(15);
    expect(report.byArm.A.opened).toBe(0);
  });
});

describe('the report as CSV', () => {
  it('has one figure a line, small ones empty, and no cell that a spreadsheet would run', async () => {
    const id = await run({});
    const answer = await world.call('marketer-de', 'GET /campaigns/{id}/report.csv', on(id));
    const lines = (answer.body as string).split('\r\n');
    expect(lines[0]).toBe('\uFEFFgroup,value,figure,count');
    expect(lines).toContain(`campaign,${id},name,"'=Autumn, ""all"""`);
    expect(lines).toContain('total,,accepted,210');
    expect(lines).toContain('total,,skip consent-withdrawn,30');
    expect(lines).toContain('total,,handOversAfterOptOut,0');
    expect(lines).toContain('country,AT,stopped,0');
    expect(lines.at(-1)).toBe('');
  });
});
