/**
 * How long after its release a notice is first handed over: while nothing else runs, and while a campaign is being sent (promise 6). Prints, asserts
 * nothing.
 */
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

interface NoticeFigures {
  medianMs: number;
  worstMs: number;
  /** Against the idle median of the same run. */
  timesIdle: number;
}

const rounds = 7;
const affected = 40;
const model = 'XQ-RECALLED';
const linesPerImport = 10_000;
const grant = { pushMarketing: 'granted', pushMarketingAt: '2026-05-04T09:30:00Z' };

/** @param campaign pushes that are being sent meanwhile */
export async function benchNotices(
  campaign: number,
): Promise<{ figures: Record<string, NoticeFigures>; campaignState: string }> {
  const service = await startProcess(['--port', '0', '--empty', '--memory']);
  try {
    for (let start = 0; start < campaign; start += linesPerImport)
      await importRows(service, peopleFrom(start, Math.min(start + linesPerImport, campaign)));
    await importRows(
      service,
      Array.from({ length: affected }, (_, index) => ({
        ...personOf(`recalled-${index}`),
        deviceModel: model,
      })),
    );
    // The first one warms the functions up.
    await firstHandOverMs(service);
    const idle = await measure(service);
    const id = await service.runCampaign('de', {
      name: 'Autumn',
      topic: 'news',
      channels: ['push'],
      content: {
        defaultLocale: 'de',
        locales: { de: { push: { title: 'Herbst', body: 'Neues im Herbst' } } },
      },
    });
    await service.until(
      async () => (await service.call('marketer-de', 'GET', `/campaigns/${id}/report`)).body,
      ({ outcomes }) => outcomes.accepted > 0,
    );
    const loaded = await measure(service);
    const { body } = await service.call('marketer-de', 'GET', `/campaigns/${id}`);
    const figures = (times: readonly number[]): NoticeFigures => ({
      medianMs: medianOf(times),
      worstMs: times.at(-1) ?? 0,
      timesIdle: Math.round((medianOf(times) / medianOf(idle)) * 100) / 100,
    });
    return {
      figures: { idle: figures(idle), [`while ${campaign} pushes are sent`]: figures(loaded) },
      campaignState: body.state,
    };
  } finally {
    await service.stop();
  }
}

function personOf(externalId: string): CsvRow {
  return {
    externalId,
    country: 'DE',
    language: 'de',
    timezone: 'Europe/Berlin',
    deviceToken: `token-${externalId}`,
    deviceModel: 'XQ-OTHER',
    osVersion: '15',
    ...grant,
  };
}

function peopleFrom(start: number, end: number): CsvRow[] {
  return Array.from({ length: end - start }, (_, index) => personOf(`crm-${start + index}`));
}

async function importRows(service: LocalClient, rows: readonly CsvRow[]): Promise<void> {
  const answer = await service.call('admin', 'POST', '/people/import', toCsv(rows));
  if (answer.status !== 200 || answer.body.rejected.length > 0) throw new Error(`import: ${answer.text}`);
}

async function measure(service: LocalClient): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await firstHandOverMs(service));
  return times.sort((one, other) => one - other);
}

/** From the release to the first hand-over, on the clock of the service. */
async function firstHandOverMs(service: LocalClient): Promise<number> {
  const created = await service.call('notice-author', 'POST', '/notices', {
    kind: 'safety',
    legalReason: 'product-safety',
    reference: 'SN-2026-11',
    audience: { deviceModels: [model] },
    channels: ['push'],
    content: {
      defaultLocale: 'en',
      locales: { en: { push: { title: 'Battery safety notice', body: 'Stop charging your phone.' } } },
    },
  });
  if (created.status !== 201) throw new Error(`notice: ${created.text}`);
  const path = `/notices/${created.body.id}`;
  await service.call('notice-author', 'POST', `${path}/submit`);
  const released = await service.call('notice-releaser', 'POST', `${path}/release`);
  if (released.status !== 200) throw new Error(`release: ${released.text}`);
  await service.until(
    async () => (await service.call('notice-author', 'GET', path)).body,
    ({ state }) => state === 'completed',
    120_000,
  );
  const lines = await service.lines<{ at: string; messageId?: string }>(`${path}/decisions`, 'notice-author');
  const first = lines
    .filter(({ messageId }) => messageId !== undefined)
    .map(({ at }) => at)
    .sort()[0];
  return Date.parse(first ?? '') - Date.parse(released.body.startedAt);
}

function medianOf(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? 0;
}
