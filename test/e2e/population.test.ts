/** A population that the service has not seen, imported over the API: each decision equals a calculation straight from the published table. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { noFacts } from '../../shared/domain/decide.ts';
import type { MarketingMessage } from '../../shared/domain/message.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { Contact } from '../../shared/domain/person.ts';
import { expectedOfCampaign } from '../support/expected-reason.ts';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

const perCountry = 14;
const seed = Number(process.env['SEED'] ?? 20261123);

/** Mulberry32. */
function createRandom(state: number): () => number {
  let next = state;
  return () => {
    next = (next + 0x6d2b79f5) | 0;
    let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const countries = ['DE', 'AT', 'PT', 'FR', 'PL', 'KR', 'CA', 'US', 'TR', 'SG', 'IN', 'BR', 'MX', 'AR', 'AU'];
const subdivisions: Record<string, string> = { CA: 'CA-QC', US: 'CA' };
const ages = ['', '1975', '2000', '2007', '2009', '2010', '2015'];
const states = ['granted', 'granted', 'denied', ''];
const bases = ['', '', 'express', 'soft-opt-in', 'implied-purchase', 'implied-inquiry'];
const sources = ['direct', 'direct', 'direct', 'google', 'facebook'];
const dates = [
  '2021-02-28T08:00:00Z',
  '2023-06-01',
  '2024-12-24T12:00:00+09:00',
  '2026-03-01',
  '2026-08-30',
  '2026-11-01T00:00:00Z',
];

function createPopulation(): CsvRow[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return countries.flatMap((country) =>
    Array.from({ length: perCountry }, (_, index) => {
      const name = `${country.toLowerCase()}-${index}`;
      const emailMarketing = pick(states);
      const emailBasis = emailMarketing === 'denied' ? '' : pick(bases);
      const pushMarketing = pick(states);
      return {
        externalId: name,
        country,
        subdivision: random() < 0.3 ? (subdivisions[country] ?? '') : '',
        language: pick(['de', 'en', 'ja', '']),
        birthYear: pick(ages),
        email: `${name}@people.example`,
        emailSource: pick(sources),
        deviceToken: `token-${name}`,
        deviceModel: pick(['XQ-A', 'XQ-B']),
        emailMarketing,
        emailMarketingAt: emailMarketing || emailBasis ? pick(dates) : '',
        emailBasis,
        pushMarketing,
        pushMarketingAt: pushMarketing ? pick(dates) : '',
      };
    }),
  );
}

const dated = (date = '') => ({ at: new Date(date).toISOString(), eventId: 'e' });

function emailConsent({ emailMarketing, emailBasis, emailMarketingAt }: CsvRow): Contact['marketing'] {
  if (emailMarketing === 'denied') return { state: 'denied', ...dated(emailMarketingAt) };
  const basis = emailBasis || (emailMarketing === 'granted' ? 'express' : '');
  if (basis === 'express') return { state: 'granted', ...dated(emailMarketingAt) };
  return { state: 'unset', ...(basis ? { implied: { [basis]: dated(emailMarketingAt) } } : {}) };
}

function pushConsent({ pushMarketing, pushMarketingAt }: CsvRow): Contact['marketing'] {
  const answered = pushMarketing === 'granted' || pushMarketing === 'denied';
  return answered ? { state: pushMarketing, ...dated(pushMarketingAt) } : { state: 'unset' };
}

function regionOf({ country = '', subdivision }: CsvRow) {
  return subdivision ? { subdivision: `${country}-${subdivision.replace(`${country}-`, '')}` } : {};
}

/** The contacts that a line means, read from the columns alone. */
function contactsOf(row: CsvRow): Contact[] {
  const country = row.country ?? '';
  const common = {
    personId: row.externalId ?? '',
    office: officeOf(country)?.id ?? '',
    country,
    ...regionOf(row),
    ...(row.language ? { language: row.language } : {}),
    ...(row.birthYear ? { birthYear: Number(row.birthYear) } : {}),
    interests: [],
    profiling: { state: 'unset' } as const,
    topics: {},
    restricted: false,
    devices: [{ model: row.deviceModel ?? '' }],
    version: 1,
  };
  const emailSource =
    row.emailSource === 'google' || row.emailSource === 'facebook' ? row.emailSource : 'direct';
  const diagnostics = { state: 'unset' } as const;
  return [
    {
      ...common,
      channel: 'email',
      id: 'mail',
      marketing: emailConsent(row),
      address: row.email ?? '',
      emailSource,
    },
    { ...common, channel: 'push', id: 'push', marketing: pushConsent(row), token: '', diagnostics },
  ];
}

let service: LocalClient;
const population = createPopulation();

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
}, 120_000);

afterAll(async () => {
  await service?.stop();
});

it(`decides for every contact as the table says (seed ${seed})`, async () => {
  const imported = await service.call('admin', 'POST', '/people/import', toCsv(population));
  expect(imported.body).toMatchObject({ accepted: population.length, rejected: [] });
  const words = { email: { subject: 'Hi', html: '<p>Hi</p>' }, push: { title: 'Hi', body: 'Hi' } };
  const audience = { deviceModels: ['XQ-A'] };
  const content = { defaultLocale: 'en', locales: { en: words } };
  const draft = { name: 'All', topic: 'news', channels: ['email', 'push'], audience, content } as const;
  const offices = [...new Set(countries.map((country) => officeOf(country)?.id ?? ''))];
  const runs = await Promise.all(
    offices.map(async (office) => ({
      office,
      id: await service.runCampaign(office, { ...draft, schedule: { at: 'now', timezone: 'recipient' } }),
    })),
  );
  const wrong: string[] = [];
  for (const { office, id } of runs) {
    const decided = async () =>
      (await service.call(`marketer-${office}`, 'GET', `/campaigns/${id}/report`)).body;
    await service.until(decided, (report) => report.progress === 1, 120_000);
    const lines = await service.lines<{
      externalId: string;
      channel: string;
      decision: string;
      reason?: string;
    }>(`/campaigns/${id}/decisions`, `marketer-${office}`);
    const found = new Map(
      lines.map((line) => [`${line.externalId} ${line.channel}`, line.reason ?? line.decision]),
    );
    const message: MarketingMessage = {
      ...draft,
      channels: ['email', 'push'],
      audience: { deviceModels: ['XQ-A'] },
      type: 'marketing',
      id,
      office,
      deliver: 'each',
      content: { defaultLocale: 'en', locales: {} },
    };
    for (const contact of population.flatMap(contactsOf).filter((known) => known.office === office)) {
      const key = `${contact.personId} ${contact.channel}`;
      const wanted = expectedOfCampaign({ message, contact, facts: noFacts, now: new Date().toISOString() });
      const got = found.get(key) ?? 'not-in-audience';
      if (got !== wanted) wrong.push(`${key}: ${got} instead of ${wanted}`);
      found.delete(key);
    }
    wrong.push(...[...found.keys()].map((key) => `${key}: nobody expected it`));
  }
  expect(wrong).toEqual([]);
}, 240_000);
