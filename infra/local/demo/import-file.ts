/** The people of the demo as import files (API contract: Import CSV). */
import { type Cells, importColumns } from '../../../shared/domain/import-cells.ts';
import type { DemoDevice, DemoPerson } from './people.ts';

type Line = Partial<Cells>;

/** The cells that say who is meant: a line needs no more than these and what it brings. */
function whoIs({ externalId, place }: DemoPerson): Line {
  return { externalId, country: place.country };
}

function deviceCells({ token, model, osVersion, push }: DemoDevice): Line {
  return {
    deviceToken: token ?? '',
    deviceModel: model,
    osVersion,
    pushMarketing: push?.state ?? '',
    pushMarketingAt: push?.at ?? '',
  };
}

function emailCells({ email }: DemoPerson): Line {
  if (!email) return {};
  const { address, source, answer } = email;
  return {
    email: address,
    emailSource: source,
    emailMarketing: answer?.state ?? '',
    emailMarketingAt: answer?.at ?? '',
    emailBasis: answer?.basis ?? '',
  };
}

function personLine(person: DemoPerson): Line {
  const [device] = person.devices;
  return {
    ...whoIs(person),
    subdivision: person.subdivision ?? '',
    language: person.language,
    timezone: person.place.timezone,
    birthYear: person.birthYear === undefined ? '' : String(person.birthYear),
    phone: person.phone ?? '',
    interests: person.interests.join(';'),
    profiling: person.profiling?.state ?? '',
    profilingAt: person.profiling?.at ?? '',
    evidence: 'generated for the demo',
    ...emailCells(person),
    ...(device ? deviceCells(device) : {}),
  };
}

/** A line for each person, then one for each further device. */
export function importLines(people: readonly DemoPerson[]): Line[] {
  const further = people.flatMap((person) =>
    person.devices.slice(1).map((device) => ({ ...whoIs(person), ...deviceCells(device) })),
  );
  return [...people.map(personLine), ...further];
}

/** A line with which somebody refuses all marketing; an answer without an address holds for the person. */
export function refusalLine(person: DemoPerson): Line {
  return {
    ...whoIs(person),
    emailMarketing: 'denied',
    pushMarketing: 'denied',
    evidence: 'letter to the customer service',
  };
}

/** A file with a header row. The cells of the demo need no quotes. */
export function toCsv(lines: readonly Line[]): string {
  const rows = lines.map((line) => importColumns.map((column) => line[column] ?? '').join(','));
  return `${[importColumns.join(','), ...rows].join('\n')}\n`;
}
