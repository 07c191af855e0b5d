/** Imports by presigned upload over the local run: the file wakes the function, and the report names what was left out. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(120_000);

let service: LocalClient;

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
}, 180_000);

afterAll(async () => {
  await service?.stop();
});

/** Uploads a file and waits until its import has ended. */
async function upload(file: string | Buffer, options: { dryRun?: boolean } = {}) {
  const begun = await service.call('privacy-de', 'POST', '/people/imports', options);
  expect(begun.status).toBe(201);
  const { url, headers } = begun.body.upload;
  expect(
    (await fetch(url, { method: 'PUT', headers, body: new Blob([new Uint8Array(Buffer.from(file))]) }))
      .status,
  ).toBe(200);
  const show = async () => (await service.call('privacy-de', 'GET', `/people/imports/${begun.body.id}`)).body;
  return service.until(show, ({ state }) => state === 'completed' || state === 'failed', 60_000);
}

const rows: CsvRow[] = Array.from({ length: 600 }, (_, index) => ({
  country: index === 300 ? 'XX' : 'DE',
  externalId: `upload-${index}`,
  email: `upload-${index}@example.com`,
  emailMarketing: index % 2 === 0 ? 'denied' : '',
}));

it('takes the good lines, reports the bad one, and changes nothing the second time (N-09)', async () => {
  expect(await upload(toCsv(rows), { dryRun: true })).toMatchObject({ accepted: 599, rejected: 1 });
  const first = await upload(toCsv(rows));
  expect(first).toMatchObject({ state: 'completed', lines: 600, accepted: 599, unchanged: 0, rejected: 1 });
  const report = await (await fetch(first.report)).text();
  expect(
    report
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).line),
  ).toEqual([302]);
  expect(await upload(toCsv(rows))).toMatchObject({ accepted: 0, unchanged: 599, rejected: 1 });
});

it('fails as a whole for a file that is not UTF-8, and stores nothing of it', async () => {
  const file = Buffer.from(
    toCsv([
      { country: 'DE', externalId: 'umlaut' },
      { country: 'DE', externalId: '\u00fc' },
    ]),
    'latin1',
  );
  expect(await upload(file)).toMatchObject({
    state: 'failed',
    lines: 0,
    error: { errors: [{ field: 'line 3' }] },
  });
  const headers = { 'x-purpose': 'test' };
  const found = await service.call('privacy-de', 'GET', '/people?externalId=umlaut', undefined, headers);
  expect(found.body).toEqual({ items: [] });
});
