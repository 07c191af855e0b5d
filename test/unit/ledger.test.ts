/** The hash chain of one person's consent events: what was written cannot be changed without being seen, and where (N-12). */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ConsentEvent,
  canonicalText,
  genesisHash,
  LedgerEntry,
  seal,
  verifyChain,
} from '../../shared/domain/ledger.ts';
import { givenRecord, histories, replay } from '../support/histories.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function chainOf(events: readonly ConsentEvent[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const event of events) entries.push(seal(event, entries.at(-1)?.hash ?? genesisHash, sha256));
  return entries;
}

const verify = (entries: readonly LedgerEntry[], head = whole.at(-1)?.hash) =>
  verifyChain(entries, head, sha256);

const answers = (['granted', 'denied', 'granted'] as const).map((state, index) => ({
  at: `2027-0${index + 1}-01T00:00:00.000Z`,
  source: 'account' as const,
  answers: [{ purpose: 'marketing' as const, channel: 'email' as const, state }],
}));
const { events } = replay(givenRecord({ country: 'DE', office: 'de' }), answers);
const whole = chainOf(events);
const [first, second, third] = whole as [LedgerEntry, LedgerEntry, LedgerEntry];
const [, , lastEvent] = events as [ConsentEvent, ConsentEvent, ConsentEvent];

describe('the ledger of a person', () => {
  it('is whole as it was written, and empty when nothing was', () => {
    expect(whole).toHaveLength(3);
    expect(verify(whole)).toEqual({ valid: true });
    expect(verifyChain([], undefined, sha256)).toEqual({ valid: true });
  });

  it('begins with the first hash and hashes the event after the hash before it', () => {
    expect(first.previousHash).toBe('0'.repeat(64));
    const { previousHash, hash, ...event } = second;
    expect(previousHash).toBe(first.hash);
    expect(hash).toBe(sha256(`${first.hash}\n${canonicalText(event)}`));
  });

  it.each([
    ['a changed answer', [first, { ...second, state: 'granted' as const }, third], second.id],
    ['a changed time', [{ ...first, givenAt: '2020-01-01T00:00:00.000Z' }, second, third], first.id],
    ['an added wording', [first, second, { ...third, wording: 'Yes, please' }], third.id],
    ['another actor', [{ ...first, actor: { kind: 'staff' as const, id: 'x' } }, second, third], first.id],
    ['another predecessor', [first, { ...second, previousHash: third.hash }, third], second.id],
    ['a removed first entry', [second, third], second.id],
    ['a removed refusal', [first, third], third.id],
    ['a removed last entry', [first, second], 'head'],
    ['a removed history', [], 'head'],
    ['two entries in another order', [first, third, second], third.id],
    ['a repeated entry', [first, second, second, third], second.id],
    [
      'a new last entry that the profile does not know',
      [...whole, seal({ ...lastEvent, id: 'e9' }, third.hash, sha256)],
      'head',
    ],
  ])('shows %s, and where (N-12)', (_, entries, brokenAt) => {
    expect(verify(entries)).toEqual({ valid: false, brokenAt });
  });

  it('shows an entry that was changed and sealed anew, by the next one', () => {
    const { hash: _hash, previousHash, ...event } = second;
    const forged = seal({ ...event, state: 'granted' }, previousHash, sha256);
    expect(verify([first, forged, third])).toEqual({ valid: false, brokenAt: third.id });
  });

  it('shows a history that was written anew from the start, by the head that the profile keeps', () => {
    const forged = chainOf(events.map((event) => ({ ...event, state: 'granted' as const })));
    expect(verify(forged)).toEqual({ valid: false, brokenAt: 'head' });
  });

  it('shows any one change, removal or exchange in any history', () => {
    const hurt = fc.constantFrom('change', 'remove', 'exchange');
    fc.assert(
      fc.property(histories, hurt, fc.nat(), (steps, how, pick) => {
        const entries = chainOf(replay(givenRecord({ country: 'US', office: 'us' }), steps).events);
        const head = entries.at(-1)?.hash;
        expect(verifyChain(entries, head, sha256)).toEqual({ valid: true });
        fc.pre(entries.length > 1);
        const at = pick % (entries.length - 1);
        expect(verifyChain(damaged(entries, how, at), head, sha256).valid).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('survives storage: an entry read back has the same bytes to hash', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const entries = chainOf(replay(givenRecord({ country: 'US', office: 'us' }), steps).events);
        const read = entries.map((entry) => LedgerEntry.parse(JSON.parse(JSON.stringify(entry))));
        expect(verifyChain(read, entries.at(-1)?.hash, sha256)).toEqual({ valid: true });
      }),
      { numRuns: 100 },
    );
  });
});

function damaged(entries: readonly LedgerEntry[], how: string, at: number): LedgerEntry[] {
  const [one, two] = [entries[at], entries[at + 1]];
  if (!one || !two) throw new Error('There are not two entries');
  switch (how) {
    case 'change':
      return entries.with(at, { ...one, office: 'elsewhere' });
    case 'remove':
      return entries.toSpliced(at, 1);
    default:
      return entries.with(at, two).with(at + 1, one);
  }
}

describe('the text that is hashed', () => {
  it('does not depend on the order of the keys, nor on members that are undefined', () => {
    expect(canonicalText({ b: 1, a: { d: undefined, c: [true, null, 'x'] } })).toBe(
      '{"a":{"c":[true,null,"x"]},"b":1}',
    );
    expect(canonicalText({ a: 1, b: 2 })).toBe(canonicalText({ b: 2, a: 1 }));
  });

  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });
});
