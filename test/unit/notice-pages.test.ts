/** The pages of a notice in their pure parts: marks in a text, the curve, who may take which step, and what a release says of itself. */
import { describe, expect, it } from '@jest/globals';
import { readFile } from '../../functions/console/client/api/read-file.ts';
import { pathOf, pointsOf, reachedOf } from '../../functions/console/client/notice/curve.ts';
import { markText, shortenMarked } from '../../functions/console/client/notice/marks.ts';
import { isOwnWork, stepsFor, stopAsked } from '../../functions/console/client/notice/notice-steps.ts';
import { subjectOf } from '../../functions/console/client/notice/views.ts';
import { toPlan } from '../../shared/domain/waterfall.ts';

describe('marks in a text', () => {
  const offer = { start: 9, end: 17, code: 'offer' };
  const text = 'Charge: “20 % off” until Sunday';

  it('cut it where findings begin and end, and leave every character of it', () => {
    const pieces = markText(text, [offer]);
    expect(pieces.map((piece) => piece.text)).toEqual(['Charge: “', '20 % off', '” until Sunday']);
    expect(pieces.map(({ findings }) => findings.length)).toEqual([0, 1, 0]);
  });

  it('show both findings where two lie over one another', () => {
    const pieces = markText('20 % off', [
      { start: 0, end: 4 },
      { start: 2, end: 8 },
    ]);
    expect(pieces.map((piece) => [piece.text, piece.findings.length])).toEqual([
      ['20', 1],
      [' %', 2],
      [' off', 1],
    ]);
  });

  it('leave out what lies beyond the text, or is nothing', () => {
    expect(
      markText('short', [
        { start: 3, end: 99 },
        { start: 50, end: 60 },
        { start: 2, end: 2 },
      ]),
    ).toEqual([
      { text: 'sho', findings: [] },
      { text: 'rt', findings: [{ start: 3, end: 99 }] },
    ]);
    expect(markText('', [{ start: 0, end: 5 }])).toEqual([]);
  });

  it('are seen together in a long text, and never shortened themselves', () => {
    const long = `${'a'.repeat(500)}20 % off${'b'.repeat(500)}`;
    const pieces = shortenMarked(markText(long, [{ start: 500, end: 508 }]));
    expect(pieces[1]?.text).toBe('20 % off');
    expect(pieces[0]?.text.endsWith('aaa')).toBe(true);
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(200);
  });
});

describe('the curve', () => {
  const releasedAt = '2026-11-25T10:30:00.000Z';
  const reach = {
    at: '2026-11-25T12:10:00.000Z',
    curve: [
      { at: '2026-11-25T11:00:00.000Z', handedOver: 40, delivered: 10, acknowledged: 0 },
      { at: '2026-11-25T12:00:00.000Z', handedOver: 80, delivered: 50, acknowledged: 5 },
      // The hour that is not over yet.
      { at: '2026-11-25T12:10:00.000Z', handedOver: 90, delivered: 60, acknowledged: 9 },
    ],
  };

  it('begins with nothing at the release and ends with what is known now', () => {
    const points = pointsOf(reach, releasedAt);
    expect(points.map(({ at }) => at.slice(11, 16))).toEqual(['10:30', '11:00', '12:00', '12:10']);
    expect(points.map(({ handedOver }) => handedOver)).toEqual([0, 40, 80, 90]);
  });

  it('goes flat to the moment of the count where nothing has happened since', () => {
    const points = pointsOf({ ...reach, curve: reach.curve.slice(0, 1) }, releasedAt);
    expect(points.map(({ at, handedOver }) => [at.slice(11, 16), handedOver])).toEqual([
      ['10:30', 0],
      ['11:00', 40],
      ['12:10', 40],
    ]);
  });

  it('is a path from the lower left towards the target at the upper edge, and never above it', () => {
    const scale = { width: 100, height: 50, most: 80 };
    expect(pathOf(pointsOf(reach, releasedAt), 'handedOver', scale)).toBe('M0 50 L30 25 L90 0 L100 0');
    expect(pathOf(pointsOf({ ...reach, at: releasedAt, curve: [] }, releasedAt), 'delivered', scale)).toBe(
      '',
    );
    expect(pathOf(pointsOf(reach, releasedAt), 'delivered', { ...scale, most: 0 })).not.toContain('NaN');
  });

  it('counts as reached who answered, got it, or whose provider took it', () => {
    expect(reachedOf({ acknowledged: 3, delivered: 4, handedOver: 5 })).toBe(12);
  });
});

describe('the steps of a notice', () => {
  const notice = {
    state: 'submitted' as const,
    createdBy: 'author',
    submittedBy: 'author',
    history: [{ action: 'create', at: '2026-11-25T10:00:00.000Z', by: 'author' }],
  };
  const releaser = { user: 'releaser', roles: ['notice-releaser' as const] };
  const offered = (known: Parameters<typeof stepsFor>[0], who: Parameters<typeof stepsFor>[1]) => [
    ...stepsFor(known, who),
  ];

  it('are a release and a rejection for a releaser, and neither for an author', () => {
    expect(offered(notice, releaser)).toEqual(['release', 'edit', 'reject']);
    expect(offered(notice, { user: 'other', roles: ['notice-author'] })).toEqual(['edit']);
    expect(offered(notice, { user: 'other', roles: ['auditor'] })).toEqual([]);
  });

  it.each([
    ['wrote', { createdBy: 'releaser' }],
    ['submitted', { submittedBy: 'releaser' }],
    ['changed', { history: [{ action: 'edit', at: '2026-11-25T10:00:00.000Z', by: 'releaser' }] }],
  ])('are no release for somebody who %s it', (_, change) => {
    const own = { ...notice, ...change };
    expect(isOwnWork(own, 'releaser')).toBe(true);
    expect(offered(own, releaser)).not.toContain('release');
  });

  it('are a stop for a second person only, who is told by whom and why', () => {
    const step = { action: 'stop', at: '2026-11-25T11:00:00.000Z', by: 'releaser', reason: 'Wrong models' };
    const asked = { ...notice, state: 'running' as const, stopAskedBy: 'releaser', history: [step] };
    expect(offered(asked, releaser)).not.toContain('stop');
    expect(offered(asked, { user: 'other', roles: ['notice-author'] })).toContain('stop');
    expect(stopAsked(asked)).toEqual({ by: 'releaser', at: step.at, reason: 'Wrong models' });
    expect(stopAsked({ ...asked, state: 'stopped' })).toBeUndefined();
  });

  it('are a replacement while nothing has replaced it', () => {
    const running = { ...notice, state: 'running' as const };
    expect(offered(running, releaser)).toEqual(['stop', 'replace', 'follow']);
    expect(offered({ ...running, supersededBy: 'ntc_2' }, releaser)).not.toContain('replace');
  });
});

it('is named in the language of the page, or in its default one', () => {
  const content = {
    defaultLocale: 'en',
    locales: {
      en: { email: { subject: 'Battery', html: '<p>x</p>' } },
      'pt-BR': { push: { title: 'Bateria', body: 'x' } },
      ko: { sms: { text: '배터리' } },
    },
  };
  const notice = { content, channels: ['push', 'email', 'sms'] as ('push' | 'email' | 'sms')[] };
  expect(subjectOf(notice, 'de')).toEqual({ text: 'Battery', locale: 'en' });
  expect(subjectOf(notice, 'pt')).toEqual({ text: 'Bateria', locale: 'pt-BR' });
  expect(subjectOf(notice, 'ko')).toEqual({ text: '배터리', locale: 'ko' });
});

it('reads a file to its last part, and keeps one line of heads', async () => {
  const parts = new Map([
    ['', { body: 'id\n1\n', next: 'b' }],
    ['b', { body: 'id\n2\n', next: undefined }],
  ]);
  const api = {
    getText: async (_path: string, { query = {} }: { query?: Readonly<Record<string, unknown>> } = {}) => {
      const part = parts.get(String(query['cursor'] ?? ''));
      const headers = new Headers(part?.next ? { 'x-next-cursor': part.next } : {});
      return { status: 200, body: part?.body ?? '', etag: undefined, headers };
    },
  };
  expect(await readFile(api, '/notices/1/unreached', { hasHead: true })).toBe('id\n1\n2\n');
  expect(await readFile(api, '/notices/1/decisions')).toBe('id\n1\nid\n2\n');
});

it('plans with the choices that do not stop it, over all channels (N-22)', () => {
  const parts = [
    { 'n#push#send': 3, 'b#push#opt-out': 2 },
    { 'n#email#send': 2, 'b#email#opt-out': 1, 'b#email#minor': 1 },
  ];
  expect(toPlan(parts)).toMatchObject({ willSend: 5, bypassed: { 'opt-out': 3, minor: 1 } });
  expect(toPlan([{ 'n#email#send': 1 }])).not.toHaveProperty('bypassed');
});
