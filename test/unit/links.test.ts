/** Links in messages: they never expire, survive a change of keys, hold no personal data, and stand for one thing each (pain N-11, policy P-12). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createKeyring, type LinkClaim } from '../../shared/adapters/keyring.ts';

const seed = 'a seed that is long enough for every test here';
const second = 'another seed that is long enough for every test';
const keyring = createKeyring({ seed });
const rotated = createKeyring({ seed, links: { current: 'k1', seeds: { k1: second } } });

const id = fc.stringMatching(/^[a-z]{3}_[0-9A-Z]{26}$/);
const claims: fc.Arbitrary<LinkClaim> = fc.oneof(
  fc.record({
    purpose: fc.constant('preferences' as const),
    personId: id,
    contactId: id,
    messageId: id,
    topic: fc.constantFrom(undefined, 'news' as const, 'offers' as const),
  }),
  fc.record({ purpose: fc.constant('notice' as const), personId: id, contactId: id, messageId: id }),
  fc.record({
    purpose: fc.constantFrom('confirm' as const, 'reconfirm' as const),
    personId: id,
    contactId: id,
    eventId: id,
  }),
);

describe('a link', () => {
  it('says again what it was made for, with the key of its day and after any rotation', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        expect(keyring.verifyLink(keyring.signLink(claim))).toEqual(claim);
        expect(rotated.verifyLink(keyring.signLink(claim))).toEqual(claim);
        expect(rotated.verifyLink(rotated.signLink(claim))).toEqual(claim);
        expect(keyring.verifyLink(rotated.signLink(claim))).toBeUndefined();
      }),
    );
  });

  it('with any character changed, cut off or put in is none', () => {
    fc.assert(
      fc.property(
        claims,
        fc.nat(),
        fc.constantFrom('A', 'b', '9', '.', '_', '', 'zz'),
        (claim, place, put) => {
          const token = keyring.signLink(claim);
          const at = place % token.length;
          const changed = token.slice(0, at) + put + token.slice(at + 1);
          if (changed !== token) expect(keyring.verifyLink(changed)).toBeUndefined();
          expect(keyring.verifyLink(token.slice(0, at))).toBeUndefined();
        },
      ),
    );
  });

  it('of before topics still works (it is in mails that were sent)', () => {
    const old = 'u|per_1|con_1|cmp_1';
    const made = keyring.signLink({
      purpose: 'preferences',
      personId: 'per_1',
      contactId: 'con_1',
      messageId: 'cmp_1',
    });
    expect(Buffer.from(made.split('.')[1] ?? '', 'base64url').toString()).toBe(old);
    expect(keyring.verifyLink(made)).toMatchObject({ messageId: 'cmp_1', topic: undefined });
  });

  it('of one purpose is never read as one of another', () => {
    const whose = { personId: 'per_1', contactId: 'con_1' };
    const tokens = [
      keyring.signLink({ ...whose, purpose: 'preferences', messageId: 'e1' }),
      keyring.signLink({ ...whose, purpose: 'confirm', eventId: 'e1' }),
      keyring.signLink({ ...whose, purpose: 'reconfirm', eventId: 'e1' }),
    ];
    expect(new Set(tokens).size).toBe(3);
    expect(tokens.map((token) => keyring.verifyLink(token)?.purpose)).toEqual([
      'preferences',
      'confirm',
      'reconfirm',
    ]);
  });
});
