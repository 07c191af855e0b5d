/** Whatever is done to a sealed history afterwards is seen, and at the right place: changed, added, removed, exchanged or repeated (N-12, P-24). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../shared/adapters/keyring.ts';
import {
  canonicalText,
  type Finding,
  genesisHash,
  inspectChain,
  type LedgerEntry,
  seal,
  verifyChain,
} from '../../shared/domain/ledger.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { givenRecord, histories, type Step } from '../support/histories.ts';

interface History {
  entries: LedgerEntry[];
  head: string;
}

/** The ledger that the service writes when a person gives these answers one after another. */
function writtenBy(steps: readonly Step[]): History {
  let record = givenRecord({ country: 'US', office: 'us' });
  const entries: LedgerEntry[] = [];
  for (const { at, source, answers } of steps) {
    const shown = { wording: 'centre.email.detail@1', wordingLanguage: 'en', policyVersion: '2022-08' };
    const context = { now: at, source, actor: { kind: 'person', id: 'per_1' }, ...shown } as const;
    const { change } = buildChange(record, record, answers, context);
    if (!change) continue;
    record = change.after;
    entries.push(...change.entries);
  }
  return { entries, head: record.person.ledgerHead?.hash ?? genesisHash };
}

const written = histories.map(writtenBy).filter(({ entries }) => entries.length > 0);

/** A history, and two positions in it, the first not after the second. */
const withPlaces = written.chain((history) => {
  const place = fc.nat(history.entries.length - 1);
  return fc.tuple(fc.constant(history), place, place).map(([same, one, other]) => ({
    ...same,
    first: Math.min(one, other),
    second: Math.max(one, other),
  }));
});

const inspect = (entries: readonly LedgerEntry[], head: string) => inspectChain(entries, head, sha256);

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no item ${index}`);
  return item;
}

/** The place as both ways of asking tell it. */
function expectFinding(entries: readonly LedgerEntry[], head: string, finding: Finding): void {
  expect(inspect(entries, head)).toEqual(finding);
  const brokenAt = entries[finding.index]?.id ?? 'head';
  expect(verifyChain(entries, head, sha256)).toEqual({ valid: false, brokenAt });
}

/** Every way to change one member of an entry: another value, none, or one where there was none. */
function changesOf(entry: LedgerEntry): LedgerEntry[] {
  const { hash: _hash, previousHash: _previous, ...event } = entry;
  const names = ['basis', 'topic', 'channel', 'contactId', 'wordingLanguage', 'note', ...Object.keys(event)];
  const other = names.map((name) => ({ ...entry, [name]: `${name} of somebody else` }));
  const without = Object.keys(event).map((name) => ({ ...entry, [name]: undefined }));
  const actors = [{ id: undefined }, { id: 'per_2' }, { kind: 'staff' }, { evidence: 'a letter' }];
  const otherActor = actors.map((change) => ({ ...entry, actor: { ...entry.actor, ...change } }));
  const all = [...other, ...without, ...otherActor] as LedgerEntry[];
  return all.filter((changed) => canonicalText(changed) !== canonicalText(entry));
}

/** The entry with its state turned round, and a seal that fits it. */
function forged(entry: LedgerEntry): LedgerEntry {
  const { hash: _hash, previousHash, ...event } = entry;
  return seal({ ...event, state: event.state === 'denied' ? 'granted' : 'denied' }, previousHash, sha256);
}

describe('a history of choices as the service wrote it (N-12)', () => {
  it('is whole, also after it was saved to a file', () => {
    fc.assert(
      fc.property(written, ({ entries, head }) => {
        expect(verifyChain(entries, head, sha256)).toEqual({ valid: true });
        const read: LedgerEntry[] = JSON.parse(JSON.stringify(entries));
        expect(inspect(read, head)).toBeUndefined();
        expect(inspect(read, at(entries, entries.length - 1).hash)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it('shows a change of any member of any entry, at that entry (P-24)', () => {
    fc.assert(
      fc.property(withPlaces, ({ entries, head, first: index }) => {
        for (const changed of changesOf(at(entries, index)))
          expectFinding(entries.with(index, changed), head, { kind: 'changed', index });
      }),
      { numRuns: 60 },
    );
  });

  it('shows a changed hash at its entry, and a changed predecessor as a wrong order', () => {
    fc.assert(
      fc.property(withPlaces, ({ entries, head, first: index }) => {
        const entry = at(entries, index);
        const rehashed = entries.with(index, { ...entry, hash: sha256(entry.hash) });
        expectFinding(rehashed, head, { kind: 'changed', index });
        const moved = entries.with(index, { ...entry, previousHash: sha256(entry.hash) });
        expectFinding(moved, head, { kind: 'out-of-order', index });
      }),
      { numRuns: 100 },
    );
  });

  it('shows a change with a new seal at the next entry, or at the end when there is none', () => {
    fc.assert(
      fc.property(withPlaces, ({ entries, head, first: index }) => {
        const isLast = index === entries.length - 1;
        const kind = isLast ? 'end-missing' : 'out-of-order';
        expectFinding(entries.with(index, forged(at(entries, index))), head, { kind, index: index + 1 });
      }),
      { numRuns: 100 },
    );
  });

  it('shows that one or more entries are gone, where they were or at the end', () => {
    fc.assert(
      fc.property(withPlaces, ({ entries, head, first, second }) => {
        const left = entries.toSpliced(first, second - first + 1);
        const kind = first === left.length ? 'end-missing' : 'out-of-order';
        expectFinding(left, head, { kind, index: first });
      }),
      { numRuns: 200 },
    );
  });

  it('shows each single removal: the first, one in the middle, the last', () => {
    fc.assert(
      fc.property(written, ({ entries, head }) => {
        for (const index of entries.keys()) {
          const kind = index === entries.length - 1 ? 'end-missing' : 'out-of-order';
          expectFinding(entries.toSpliced(index, 1), head, { kind, index });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows two entries in each other’s place at the first of them', () => {
    fc.assert(
      fc.property(withPlaces, ({ entries, head, first, second }) => {
        fc.pre(first < second);
        const exchanged = entries.with(first, at(entries, second)).with(second, at(entries, first));
        expectFinding(exchanged, head, { kind: 'out-of-order', index: first });
      }),
      { numRuns: 200 },
    );
  });

  it('shows a copy of an entry wherever it was put in', () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ entries, head }, pick) => {
        const source = pick % entries.length;
        for (const place of [...entries.keys(), entries.length]) {
          const doubled = entries.toSpliced(place, 0, at(entries, source));
          // A copy in the place of its original fits; the original after it then does not.
          const index = place === source ? place + 1 : place;
          expectFinding(doubled, head, { kind: 'out-of-order', index });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows an entry that was added with a fitting seal, and a history written anew, by the head kept elsewhere', () => {
    fc.assert(
      fc.property(written, ({ entries, head }) => {
        const { hash, previousHash: _previous, ...event } = at(entries, entries.length - 1);
        const added = seal({ ...event, id: 'zz' }, hash, sha256);
        const index = entries.length + 1;
        expectFinding([...entries, added], head, { kind: 'end-missing', index });
        const anew: LedgerEntry[] = [];
        for (const { hash: _hash, previousHash: _before, ...each } of entries)
          anew.push(seal({ ...each, office: 'fr' }, anew.at(-1)?.hash ?? genesisHash, sha256));
        expectFinding(anew, head, { kind: 'end-missing', index: entries.length });
      }),
      { numRuns: 100 },
    );
  });
});
