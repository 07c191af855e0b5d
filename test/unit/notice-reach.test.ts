/** The next turn of one person, and how far a notice has come with them (point 10 of docs/pains.md; P-19). */
import { describe, expect, it } from '@jest/globals';
import { addSeconds } from '../../shared/domain/local-time.ts';
import {
  type Attempt,
  type Candidate,
  nextTurn,
  openUntil,
  type ReachRules,
  reachOf,
  type Standing,
} from '../../shared/domain/notice-reach.ts';
import { askAt, hasTurn, isRoundDue, openFor, roundInstant } from '../../shared/domain/notice-round.ts';
import type { Channel } from '../../shared/domain/vocabulary.ts';
import { createWorld } from '../support/world.ts';

const now = '2026-11-23T12:00:00.000Z';
const ago = (seconds: number) => addSeconds(now, -seconds);
const rules: ReachRules = { channels: ['push', 'email', 'sms'], escalateAfter: 'PT1H', acknowledge: false };

const live = (channel: Channel, contactId: string = channel): Candidate => ({
  channel,
  contactId,
  isLive: true,
});
const dead = (channel: Channel): Candidate => ({ ...live(channel), isLive: false });
const tried = (channel: Channel, fate: Attempt['fate'], at = now): Attempt => ({
  channel,
  contactId: `tried ${channel}`,
  fate,
  at,
});

function turn(
  candidates: readonly Candidate[],
  attempts: Attempt[] = [],
  more: Partial<Standing & ReachRules> = {},
) {
  const { acknowledgedAt, ...own } = more;
  const next = nextTurn({ ...rules, ...own }, candidates, { attempts, acknowledgedAt }, now);
  return { ...next, decide: next.decide.map(({ contactId }) => contactId) };
}

describe('the next turn', () => {
  it('is the first channel that may work, with all of its contacts, and the next one an hour later', () => {
    expect(turn([live('push', 'one'), live('push', 'two'), live('email'), live('sms')])).toEqual({
      decide: ['one', 'two'],
      isReached: false,
      lookAgainAt: addSeconds(now, 3600),
    });
  });

  it('passes over channels on which nobody can be reached, at once and in the same turn', () => {
    expect(turn([dead('push'), live('email'), live('sms')])).toMatchObject({
      decide: ['push', 'email'],
      lookAgainAt: addSeconds(now, 3600),
    });
    expect(turn([live('sms')])).toEqual({ decide: ['sms'], isReached: false });
    expect(turn([dead('push'), dead('email'), dead('sms')])).toMatchObject({
      decide: ['push', 'email', 'sms'],
    });
  });

  it.each([
    ['has missed', [tried('push', 'missed', ago(60))], ['email']],
    ['is under way', [tried('push', 'open', ago(60))], []],
    ['was taken, and its time is not over', [tried('push', 'accepted', ago(3599))], []],
    ['was taken, and its time is over', [tried('push', 'accepted', ago(3600))], ['email']],
    [
      'has missed on one phone and not on the other',
      [tried('push', 'missed'), tried('push', 'accepted')],
      [],
    ],
    [
      'and the one after it have missed',
      [tried('push', 'accepted'), tried('email', 'missed')],
      ['email', 'sms'],
    ],
    ['was left out', [tried('push', 'skipped')], ['email']],
  ])('where the first channel %s', (_case, attempts, decided) => {
    expect(turn([live('email'), live('sms')], attempts).decide).toEqual(decided);
  });

  it('counts the time of a channel from its first contact: a phone that registers late does not put off the mail', () => {
    const attempts = [tried('push', 'accepted', ago(3600)), tried('push', 'accepted', ago(10))];
    expect(turn([live('email')], attempts).decide).toEqual(['email']);
  });

  it('is at once for a contact that appears late on a channel that has had its turn', () => {
    const attempts = [tried('push', 'accepted', ago(60))];
    expect(turn([live('push', 'late'), live('email')], attempts)).toMatchObject({
      decide: ['late'],
      lookAgainAt: addSeconds(ago(60), 3600),
    });
  });

  it('is on all channels together where no time lies between them', () => {
    const candidates = [live('push'), live('email'), live('sms')];
    expect(turn(candidates, [], { escalateAfter: undefined })).toEqual({
      decide: ['push', 'email', 'sms'],
      isReached: false,
    });
  });

  it('is the last one for whoever has it: delivered, or answered where an answer is asked for', () => {
    const delivered = [tried('push', 'delivered', ago(10))];
    expect(turn([live('email')], delivered)).toMatchObject({ decide: ['email'], isReached: true });
    expect(turn([live('email')], delivered, { acknowledge: true })).toMatchObject({
      decide: [],
      isReached: false,
    });
    const acceptance = { version: '2026-12', renewConsents: false };
    expect(turn([live('email')], delivered, { acceptance })).toMatchObject({ isReached: false });
    const answered = { acknowledge: true, acknowledgedAt: now };
    expect(turn([live('email')], delivered, answered)).toMatchObject({ decide: ['email'], isReached: true });
  });
});

describe('how far it has come', () => {
  it.each([
    ['acknowledged', [tried('push', 'missed')], now, false],
    ['delivered', [tried('push', 'missed'), tried('email', 'delivered')], undefined, false],
    ['handed-over', [tried('push', 'accepted'), tried('email', 'missed')], undefined, true],
    ['in-progress', [tried('push', 'missed'), tried('email', 'open')], undefined, false],
    ['in-progress', [tried('push', 'missed')], undefined, true],
    ['unreachable', [tried('push', 'missed'), tried('email', 'skipped')], undefined, false],
    ['unreachable', [], undefined, false],
  ])('%s', (reach, attempts, acknowledgedAt, isWaiting) => {
    expect(reachOf({ attempts, acknowledgedAt }, isWaiting)).toBe(reach);
  });
});

describe('a round', () => {
  it('is due when somebody has their turn, when something happened, and once an hour', () => {
    const roundAt = ago(60);
    expect(isRoundDue({ roundAt }, now)).toBe(false);
    expect(isRoundDue({ roundAt, nextAt: now }, now)).toBe(true);
    expect(isRoundDue({ roundAt, nextAt: addSeconds(now, 1) }, now)).toBe(false);
    expect(isRoundDue({ roundAt, askedAt: ago(61) }, now)).toBe(false);
    expect(isRoundDue({ roundAt, askedAt: ago(59) }, now)).toBe(true);
    expect(isRoundDue({ roundAt: ago(3599) }, now)).toBe(false);
    expect(isRoundDue({ roundAt: ago(3600) }, now)).toBe(true);
  });

  it('that is asked for in the very moment in which one begins is another one', () => {
    expect(hasTurn({ roundAt: now, askedAt: askAt({ roundAt: now }, now) }, now)).toBe(true);
    expect(askAt({ roundAt: ago(5) }, now)).toBe(now);
    expect(askAt({}, now)).toBe(now);
  });

  it('decides for the minute in which it began, so that slices share their waves; the first one for the release', () => {
    const notice = createWorld('2026-11-23T11:22:33.444Z').notice();
    expect(roundInstant(notice, { roundAt: now })).toBe('2026-11-23T11:22:33.444Z');
    expect(roundInstant(notice, { round: 2, roundAt: '2026-11-23T12:34:56.789Z' })).toBe(
      '2026-11-23T12:34:00.000Z',
    );
  });
});

describe('the hour of a notice', () => {
  const { draft } = createWorld(now).notice();
  const routine = { draft: { ...draft, urgency: 'routine' as const } };
  const reader = (country: string, timezone?: string) => ({ country, timezone, channel: 'push' as const });

  it.each([
    ['waits for the morning', 'JP', 'Asia/Tokyo', '2026-11-23T13:00:00.000Z', '2026-11-23T23:00:00.000Z'],
    ['is now by day', 'JP', 'Asia/Tokyo', '2026-11-23T03:00:00.000Z', '2026-11-23T03:00:00.000Z'],
    ['is now on a Sunday too', 'DE', 'Europe/Berlin', '2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00.000Z'],
    // Los Angeles opens at 16:00 UTC and New York closes at 02:00; Honolulu opens at 18:00.
    [
      'is day everywhere in a country where the zone is not known',
      'US',
      undefined,
      '2026-11-23T12:00:00.000Z',
      '2026-11-23T18:00:00.000Z',
    ],
  ])('that is routine %s', (_case, country, timezone, at, due) => {
    expect(openFor(routine, reader(country, timezone), at)).toBe(due);
  });

  it('that is immediate is now, also at night (P-19)', () => {
    expect(openFor({ draft }, reader('JP', 'Asia/Tokyo'), '2026-11-23T18:00:00.000Z')).toBe(
      '2026-11-23T18:00:00.000Z',
    );
  });
});

it('a notice is open for as many days as its author sets, else as long as its kind needs', () => {
  const days = (until: string) => (Date.parse(until) - Date.parse(now)) / 86_400_000;
  expect(days(openUntil({ kind: 'terms', openDays: 3 }, now))).toBe(3);
  const kinds = (['safety', 'security', 'terms', 'service'] as const).map((kind) =>
    days(openUntil({ kind }, now)),
  );
  expect(kinds).toEqual([730, 365, 90, 30]);
});
