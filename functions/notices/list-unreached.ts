/** Affected people whom a notice has not reached so far, for letters: shard by shard and in order of person, so that pages are stable. */
import type { Clock } from '../../shared/adapters/clock.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { Lacking, UnreachedPerson } from '../../shared/api/notice-reach.ts';
import { type CsvLine, csvLine, writeCsv } from '../../shared/content/write-csv.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { type Fate, type Reach, reachOf } from '../../shared/domain/notice-reach.ts';
import { reasonsOf } from '../../shared/domain/reach-report.ts';
import {
  type AffectedDeps,
  type AffectedPerson,
  readAffected,
} from '../../shared/use-cases/affected-people.ts';
import { foreignCursor, readPlace, writePlace } from '../../shared/use-cases/list-cursor.ts';
import { mapLimited } from '../../shared/use-cases/map-limited.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';

export interface UnreachedDeps extends Omit<AffectedDeps, 'now'> {
  people: AffectedDeps['people'] & Pick<PeopleStore, 'load'>;
  clock: Clock;
}

export interface UnreachedRequest {
  lacking: Lacking;
  cursor?: string | undefined;
  actor: StaffActor;
}

export interface UnreachedPage {
  items: UnreachedPerson[];
  cursor?: string | undefined;
}

/** One page. Staff of an office see its own people only. @throws InvalidInput for a cursor that this service did not give */
export async function listUnreached(
  deps: UnreachedDeps,
  notice: Notice,
  { limit, ...request }: UnreachedRequest & { limit: number },
): Promise<UnreachedPage> {
  let left = limit;
  return fillPage(deps, notice, request, () => left-- > 0);
}

const header: CsvLine = ['personId', 'externalId', 'country', 'channels', 'why'];

/** The whole list, or as much of it as an answer holds. */
export async function listUnreachedCsv(
  deps: UnreachedDeps,
  notice: Notice,
  { maxBytes, ...request }: UnreachedRequest & { maxBytes: number },
): Promise<{ csv: string; cursor?: string | undefined }> {
  let left = maxBytes;
  const { items, cursor } = await fillPage(deps, notice, request, (person) => {
    left -= Buffer.byteLength(csvLine(lineOf(person)));
    return left >= 0;
  });
  return { csv: writeCsv([header, ...items.map(lineOf)]), cursor };
}

function lineOf({ personId, externalId = '', country = '', channels, why }: UnreachedPerson): CsvLine {
  return [personId, externalId, country, channels.join(' '), why.join(' ')];
}

/** A page ends before API Gateway gives up (30 seconds), also where it has found few: then its cursor goes on. */
const pageSeconds = 12;
/** Shards that are read side by side: few of a large office fit into the memory of a function. */
const parallelShards = 8;
const parallelReads = 8;

async function fillPage(
  deps: UnreachedDeps,
  notice: Notice,
  { lacking, cursor, actor }: UnreachedRequest,
  fits: (person: UnreachedPerson) => boolean,
): Promise<UnreachedPage> {
  const begun = deps.clock();
  const slices = await deps.messages.listSlices(notice.id);
  const places = placesIn(notice, actor);
  const find = async ({ office, firstShard, shard }: Place): Promise<UnreachedPerson[]> => {
    const slice = slices.find((known) => known.office === office && known.firstShard === firstShard);
    const people = await readAffected({ ...deps, now: begun }, notice, slice, { office, shard });
    const unreached = people.filter((person) => lacks[lacking].has(reachOf(person, person.isWaiting)));
    return (await withoutErased(deps, unreached)).map(viewOf);
  };
  const [start, after] = parsePlace(readPlace(cursor), places.length);
  const items: UnreachedPerson[] = [];
  let last = after;
  for (let index = start; index < places.length; index += parallelShards) {
    if (deps.clock() > addSeconds(begun, pageSeconds)) return { items, cursor: placeAt(index, last) };
    const found = await Promise.all(places.slice(index, index + parallelShards).map(find));
    for (const [offset, people] of found.entries()) {
      for (const person of people.filter(({ personId }) => personId > last)) {
        if (!fits(person)) return { items, cursor: placeAt(index + offset, last) };
        items.push(person);
        last = person.personId;
      }
      last = '';
    }
  }
  return { items };
}

/** Of somebody who was erased since, nothing is left to write to. */
async function withoutErased(
  { people }: UnreachedDeps,
  unreached: readonly AffectedPerson[],
): Promise<AffectedPerson[]> {
  const known = new Set<string>();
  await mapLimited(unreached, parallelReads, async ({ personId }) => {
    if (await people.load(personId)) known.add(personId);
  });
  return unreached.filter(({ personId }) => known.has(personId));
}

interface Place {
  office: string;
  firstShard: number;
  shard: number;
}

/** All shards of the audience, in an order that does not change. */
function placesIn(notice: Notice, { office: own }: StaffActor): Place[] {
  return slicesOf(notice)
    .filter(({ office }) => own === undefined || own === office)
    .flatMap(({ office, firstShard, lastShard }) =>
      Array.from({ length: lastShard - firstShard + 1 }, (_, index) => ({
        office,
        firstShard,
        shard: firstShard + index,
      })),
    );
}

/** @throws InvalidInput for a place that this list does not have */
function parsePlace(place: string | undefined, places: number): [index: number, after: string] {
  if (place === undefined) return [0, ''];
  const [, index = '', after = ''] = /^(\d{1,9})#(.*)$/.exec(place) ?? [];
  if (index === '' || Number(index) >= places) throw foreignCursor();
  return [Number(index), after];
}

function placeAt(index: number, after: string): string | undefined {
  return writePlace(`${index}#${after}`);
}

/** Who counts as not reached. */
const lacks: Readonly<Record<Lacking, ReadonlySet<Reach>>> = {
  'hand-over': new Set(['in-progress', 'unreachable']),
  delivery: new Set(['handed-over', 'in-progress', 'unreachable']),
  answer: new Set(['delivered', 'handed-over', 'in-progress', 'unreachable']),
};

const fateWords: Readonly<Record<Fate, string>> = {
  open: 'pending',
  accepted: 'accepted',
  delivered: 'delivered',
  missed: 'missed',
  skipped: 'skipped',
};

/** Channels that were tried or left out, each once, and what became of each attempt. */
function viewOf(person: AffectedPerson): UnreachedPerson {
  const { personId, externalId, country, attempts, isWaiting } = person;
  const why = attempts.map((attempt) => attempt.why ?? fateWords[attempt.fate]);
  return {
    personId,
    externalId,
    country,
    channels: [...new Set(attempts.map(({ channel }) => channel))],
    why: why.length > 0 ? why : isWaiting ? ['pending'] : reasonsOf(person),
  };
}
