/**
 * Imports parsed lines. The same line again changes nothing, so that a resumed import is harmless; a refusal on record beats
 * every grant (pain N-09), and the keys of erased people are refused (pain N-13).
 */
import { newId } from '../adapters/identifiers.ts';
import type { Keyring } from '../adapters/keyring.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import { maxDevices } from '../domain/device.ts';
import type { ImportLine } from '../domain/import-line.ts';
import { type MergedLine, mergeLine, type NewIds, withoutLeftDevice } from '../domain/import-merge.ts';
import type { PersonRecord } from '../domain/person.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { buildChange, type ChangeContext } from './change-person.ts';
import { findClaim, isHeldBy } from './find-claim.ts';
import { hasLeft, keysOf, type Lookups, matchPerson, objectionTo } from './import-matching.ts';
import { groupsOf, type KeyedLine, type NumberedLine, type Plan, splitIndependent } from './import-rounds.ts';
import { mapLimited } from './map-limited.ts';

export interface ImportDeps {
  people: Pick<PeopleStore, 'findByHashes' | 'load' | 'save'>;
  keyring: Pick<Keyring, 'hashAddress'>;
}

export interface ImportContext {
  now: Instant;
  /** Id of the import, for the ledger. */
  importId: string;
  /** Where the proof of the answers lies, for lines that do not say. */
  evidence?: string | undefined;
  /** Judges each line against what is stored, and stores nothing. */
  dryRun: boolean;
  /** The only office whose people may be imported; absent: all. */
  office?: string | undefined;
}

export interface RejectedLine {
  line: number;
  reason: string;
}

/** Every line is accepted (it changed something), unchanged or rejected. */
export interface ImportResult {
  accepted: number;
  unchanged: number;
  rejected: readonly RejectedLine[];
  /** Grants left out because the person had refused. */
  refusalsKept: number;
}

type Outcome =
  | { kind: 'accepted' | 'unchanged'; refusalsKept: number }
  | { kind: 'rejected'; reason: string };

type Judged = { kind: 'done'; outcome: Outcome } | { kind: 'save'; plan: Plan };

/** Lines that are judged together: their people fill a few transactions. */
const sliceLines = 40;
const parallelSlices = 3;
/** People read at a time, per slice: more of them only fill the memory. */
const parallelLoads = 8;
const attemptsAlone = 10;

const ids: NewIds = { person: () => newId('per'), contact: () => newId('con'), device: () => newId('dev') };

/** Imports some lines, best a few hundred at a time, in their order as far as they speak of one person. */
export async function importPeople(
  deps: ImportDeps,
  lines: readonly NumberedLine[],
  context: ImportContext,
): Promise<ImportResult> {
  const outcomes = new Map<number, Outcome>();
  let waiting: readonly KeyedLine[] = lines.map((line) => ({
    ...line,
    keys: keysOf(line.parsed, deps.keyring),
  }));
  while (waiting.length > 0) {
    waiting = await importRound(deps, waiting, context, (line, outcome) => outcomes.set(line.line, outcome));
  }
  return summarise(outcomes);
}

type Report = (line: KeyedLine, outcome: Outcome) => void;

/** Works on lines that have nothing to do with each other. Gives back those that have to wait for an earlier one. */
async function importRound(
  deps: ImportDeps,
  lines: readonly KeyedLine[],
  context: ImportContext,
  report: Report,
): Promise<KeyedLine[]> {
  const lookups = await deps.people.findByHashes(lines.flatMap(({ keys }) => keys.map(({ hash }) => hash)));
  const { first, later } = splitIndependent(lines, lookups);
  const slices: KeyedLine[][] = [];
  for (let start = 0; start < first.length; start += sliceLines)
    slices.push(first.slice(start, start + sliceLines));
  await mapLimited(slices, parallelSlices, (slice) => importSlice(deps, slice, lookups, context, report));
  return later;
}

/** Lines of different people: while one slice is being saved, the next is judged. */
async function importSlice(
  deps: ImportDeps,
  lines: readonly KeyedLine[],
  lookups: Lookups,
  context: ImportContext,
  report: Report,
): Promise<void> {
  const plans: Plan[] = [];
  await mapLimited(lines, parallelLoads, async (line) => {
    const result = await judge(deps, line, lookups, context);
    if (result.kind === 'save') plans.push(result.plan);
    else report(line, result.outcome);
  });
  for (const group of groupsOf(plans)) await saveGroup(deps, group, context, report);
}

/** What is to be done about one line, as things stand. */
async function judge(
  deps: ImportDeps,
  line: KeyedLine,
  lookups: Lookups,
  context: ImportContext,
): Promise<Judged> {
  const { parsed, keys } = line;
  if (context.office !== undefined && parsed.office !== context.office) {
    return rejected(`country ${parsed.country} belongs to another office than yours`);
  }
  const match = matchPerson(keys, lookups);
  if (!match.ok) return rejected(match.reason);
  const before = match.personId === undefined ? undefined : await deps.people.load(match.personId);
  if (match.personId !== undefined && !before) return rejected('this person is being erased');
  if (before?.person.mergedInto !== undefined)
    return rejected('this phone has just joined an account: import the line again');
  const objection = before && objectionTo(before, parsed, context.office);
  if (objection) return rejected(objection);
  const { change, refusalsKept } = await changeOf(deps, line, before, lookups, context);
  if (!change) return { kind: 'done', outcome: { kind: 'unchanged', refusalsKept } };
  if (hasTooManyDevices(before, change.after))
    return rejected(`this person has ${maxDevices} devices already: one more does not fit`);
  if (context.dryRun) return { kind: 'done', outcome: { kind: 'accepted', refusalsKept } };
  return { kind: 'save', plan: { line, change, refusalsKept } };
}

function hasTooManyDevices(before: PersonRecord | undefined, after: PersonRecord): boolean {
  const count = (record: PersonRecord | undefined) =>
    record?.contacts.filter(({ channel }) => channel === 'push').length ?? 0;
  return count(after) > maxDevices && count(after) > count(before);
}

function rejected(reason: string): Judged {
  return { kind: 'done', outcome: { kind: 'rejected', reason } };
}

async function changeOf(
  deps: ImportDeps,
  { parsed, keys }: KeyedLine,
  before: PersonRecord | undefined,
  lookups: Lookups,
  context: ImportContext,
) {
  const isGone = before !== undefined && hasLeft(before, parsed, keys, lookups);
  const { line, grantsLeftOut } = isGone ? withoutLeftDevice(parsed) : { line: parsed, grantsLeftOut: 0 };
  const { edited, answers, taken, dropped } = mergeLine(before, line, ids, context.now);
  const claims = taken.flatMap(({ kind, contactId }) => {
    const hash = keys.find((key) => key.kind === kind)?.hash;
    // Only a phone number may be another person's. Any other key is claimed also where the lookup knew it: its record has lost it since.
    const isShared = hash !== undefined && kind === 'phone' && lookups.has(hash);
    return hash === undefined || isShared ? [] : [{ hash, contactId }];
  });
  const releases = await heldHashes(deps, edited.person.id, dropped);
  const built = buildChange(before, edited, answers, changeContext(line, context), { claims, releases });
  return { change: built.change, refusalsKept: built.refusalsKept + grantsLeftOut };
}

async function heldHashes(
  deps: ImportDeps,
  personId: string,
  dropped: MergedLine['dropped'],
): Promise<string[]> {
  const hashes: string[] = [];
  for (const { kind, address, contactId } of dropped) {
    const claim = await findClaim(deps, kind, address);
    if (isHeldBy(claim, { personId, id: contactId })) hashes.push(claim.hash);
  }
  return hashes;
}

function changeContext({ evidence }: ImportLine, context: ImportContext): ChangeContext {
  const actor = { kind: 'import', id: context.importId, evidence: evidence ?? context.evidence } as const;
  return { now: context.now, source: 'import', actor };
}

/** A group is saved as one; when anybody came between, each of its lines is judged again and saved alone. */
async function saveGroup(
  deps: ImportDeps,
  group: readonly Plan[],
  context: ImportContext,
  report: Report,
): Promise<void> {
  const saved = await deps.people.save(group.map(({ change }) => change));
  for (const { line, refusalsKept } of group) {
    report(line, saved ? { kind: 'accepted', refusalsKept } : await importAlone(deps, line, context));
  }
}

async function importAlone(deps: ImportDeps, line: KeyedLine, context: ImportContext): Promise<Outcome> {
  for (let attempt = 1; attempt <= attemptsAlone; attempt++) {
    const lookups = await deps.people.findByHashes(line.keys.map(({ hash }) => hash));
    const judged = await judge(deps, line, lookups, context);
    if (judged.kind === 'done') return judged.outcome;
    const { change, refusalsKept } = judged.plan;
    if (await deps.people.save([change])) return { kind: 'accepted', refusalsKept };
  }
  return {
    kind: 'rejected',
    reason: 'the person kept changing while the line was being saved; import it again',
  };
}

function summarise(outcomes: ReadonlyMap<number, Outcome>): ImportResult {
  const all = [...outcomes];
  return {
    accepted: all.filter(([, { kind }]) => kind === 'accepted').length,
    unchanged: all.filter(([, { kind }]) => kind === 'unchanged').length,
    rejected: all.flatMap(([line, outcome]) =>
      outcome.kind === 'rejected' ? [{ line, reason: outcome.reason }] : [],
    ),
    refusalsKept: all.reduce(
      (sum, [, outcome]) => sum + (outcome.kind === 'rejected' ? 0 : outcome.refusalsKept),
      0,
    ),
  };
}
