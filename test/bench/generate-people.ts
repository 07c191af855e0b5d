/** A CSV file of any number of made-up people, written while it is read. The same number gives the same file. */
import type { OpenFile } from '../../shared/adapters/csv-frames.ts';
import { stableHash } from '../../shared/domain/hash.ts';
import type { Cells } from '../../shared/domain/import-cells.ts';
import { importColumns } from '../../shared/domain/import-cells.ts';

const places = [
  ['DE', 'de-DE', 'Europe/Berlin'],
  ['FR', 'fr-FR', 'Europe/Paris'],
  ['JP', 'ja-JP', 'Asia/Tokyo'],
  ['US', 'en-US', 'America/New_York'],
  ['GB', 'en-GB', 'Europe/London'],
  ['IT', 'it-IT', 'Europe/Rome'],
] as const;
const models = ['XQ-EC54', 'XQ-DQ54', 'XQ-DC54', 'SO-51E'] as const;

/** Person `index`: most have an email address, every third a device, every fifth a refusal. */
function personLine(index: number): Partial<Cells> {
  const random = stableHash(`person ${index}`);
  const [country, language, timezone] = places[random % places.length] ?? places[0];
  const hasDevice = random % 3 === 0;
  const state = random % 5 === 0 ? 'denied' : 'granted';
  return {
    externalId: `crm-${index}`,
    country,
    language,
    timezone,
    birthYear: String(1950 + (random % 50)),
    email: `person.${index}@mail-${random % 100}.example`,
    emailSource: 'direct',
    deviceToken: hasDevice ? `token:${index}:${'x'.repeat(140)}` : '',
    deviceModel: models[random % models.length] ?? '',
    osVersion: '15',
    interests: random % 2 === 0 ? 'photo;music' : '',
    emailMarketing: state,
    emailMarketingAt: '2026-05-04T09:30:00Z',
    pushMarketing: hasDevice ? state : '',
    pushMarketingAt: hasDevice ? '2026-05-04T09:30:00Z' : '',
    profiling: random % 4 === 0 ? 'granted' : '',
    profilingAt: random % 4 === 0 ? '2026-05-04T09:30:00Z' : '',
    evidence: '"web form, wording 12"',
  };
}

const linesPerPart = 500;

/** The file as `readCsv` opens it; it can be opened at its start only. */
export function peopleFile(count: number): OpenFile {
  return async function* open(fromByte) {
    let skip = fromByte;
    for (const part of partsOf(count)) {
      const bytes = Buffer.from(part);
      if (skip < bytes.length) yield bytes.subarray(skip);
      skip = Math.max(0, skip - bytes.length);
    }
  };
}

function* partsOf(count: number): Generator<string> {
  yield `${importColumns.join(',')}\n`;
  for (let first = 0; first < count; first += linesPerPart) {
    const size = Math.min(linesPerPart, count - first);
    yield Array.from({ length: size }, (_, index) => rowOf(personLine(first + index))).join('');
  }
}

function rowOf(line: Partial<Cells>): string {
  return `${importColumns.map((column) => line[column] ?? '').join(',')}\n`;
}
