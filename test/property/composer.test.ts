/** The form of the composer loses nothing of a draft: what was saved comes back as it was, whoever wrote it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOf } from '../../functions/console/client/api/draft-body.ts';
import { toDraft, toForm } from '../../functions/console/client/composer/campaign-form.ts';
import {
  localesOf,
  withDefaultLocale,
  withLocale,
  withNewArm,
  withoutArm,
  withoutLocale,
} from '../../functions/console/client/composer/change-texts.ts';
import { instantAt, wallTime } from '../../functions/console/client/composer/zoned-time.ts';
import { compareDrafts } from '../../functions/console/client/ui/compare-drafts.ts';
import { CampaignDraft } from '../../shared/domain/message.ts';

const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const tag = fc.constantFrom('de', 'en', 'fr', 'pt-BR', 'zh-Hant');
const link = fc.constantFrom('https://www.example.com/', 'https://www.example.com/de?a=1');
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const email = fc.record({ subject: words, html: words, text: optional(words) });
const push = fc.record({ title: words, body: words, link: optional(link), image: optional(link) });

/** @param least members that a language has at least */
const content = (least: 0 | 1) =>
  fc
    .dictionary(
      tag,
      fc
        .record({ email: optional(email), push: optional(push) })
        .filter(({ email: mail, push: note }) => least === 0 || mail !== undefined || note !== undefined),
      { minKeys: 1 },
    )
    .chain((locales) =>
      fc.record({ defaultLocale: fc.constantFrom(...Object.keys(locales)), locales: fc.constant(locales) }),
    );
const texts = { content: content(0), personalised: optional(content(1)) };
const list = (item: fc.Arbitrary<string>) => optional(fc.uniqueArray(item, { minLength: 1, maxLength: 3 }));

const draft = fc
  .record({
    office: fc.constant('de'),
    name: words,
    topic: fc.constantFrom('news', 'offers', 'articles', 'recommendations'),
    channels: fc.constantFrom(['email'], ['push'], ['email', 'push'], ['push', 'email']),
    deliver: fc.constantFrom('each', 'first'),
    audience: fc.record({
      countries: list(fc.constantFrom('DE', 'AT', 'US-CA')),
      languages: list(tag),
      deviceModels: list(words),
      osVersions: list(words),
      interests: list(words),
      consentEndsWithinDays: optional(fc.integer({ min: 1, max: 120 })),
    }),
    ...texts,
    schedule: fc.record({
      at: fc.constantFrom('now', '2026-11-30T10:00', '2026-11-30T10:00:30'),
      timezone: fc.constantFrom('recipient', 'Europe/Berlin', 'Asia/Tokyo'),
    }),
    expiresAt: optional(fc.constantFrom('2026-12-24T18:00:00+01:00', '2026-12-24T17:00:07.123Z')),
    frequencyCap: optional(
      fc.record({ max: fc.integer({ min: 1, max: 100 }), days: fc.integer({ min: 1, max: 90 }) }),
    ),
    holdoutPercent: optional(fc.integer({ min: 0, max: 50 })),
    arms: optional(
      fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('B', 'C', 'D'),
          percent: fc.integer({ min: 1, max: 99 }),
          ...texts,
        }),
        { minLength: 1, maxLength: 3, selector: ({ name }) => name },
      ),
    ),
  })
  .map((given) => CampaignDraft.parse(JSON.parse(JSON.stringify(given))));

describe('a draft in the form of the composer', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(draft, (given) => {
        expect(toDraft(toForm(given))).toEqual(given);
      }),
    );
  });

  it('differs in nothing from itself, also when a store has turned its members around', () => {
    const turned = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, part]) => [name, turned(part)]),
      );
    };
    fc.assert(
      fc.property(draft, (given) => {
        const again = toDraft(toForm(CampaignDraft.parse(turned(given))));
        expect(textOf(again)).toBe(textOf(toDraft(toForm(given))));
        expect(compareDrafts(again, toDraft(toForm(given)))).toEqual([]);
      }),
    );
  });

  it('has every language in every arm after one was added, and is as before when it is taken out again', () => {
    fc.assert(
      fc.property(draft, (given) => {
        const form = withDefaultLocale(toForm(given), given.content.defaultLocale);
        const more = withLocale(form, 'sv');
        expect(more.arms.every(({ content: { locales } }) => locales['sv'] !== undefined)).toBe(true);
        expect(localesOf(more)[0]).toBe(given.content.defaultLocale);
        expect(toDraft(withoutLocale(more, 'sv'))).toEqual(toDraft(form));
        expect(withoutLocale(form, given.content.defaultLocale)).toBe(form);
      }),
    );
  });

  it('begins a new arm as a copy of A, and loses no other when it goes', () => {
    fc.assert(
      fc.property(draft, (given) => {
        const form = toForm(given);
        const more = withNewArm(form, 10);
        if (form.arms.length === 4) return expect(more).toBe(form);
        expect(more.arms.at(-1)).toMatchObject({ percent: 10, content: form.arms[0].content });
        expect(withoutArm(more, more.arms.length - 1)).toEqual(form);
        expect(new Set(more.arms.map(({ name }) => name)).size).toBe(more.arms.length);
      }),
    );
  });
});

describe('a time on the clock of a zone', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/Sao_Paulo', 'Asia/Kathmandu', 'UTC');

  it('names the same instant on the way back, but for the hour that a clock shows twice', () => {
    const minute = fc
      .integer({ min: 0, max: 60 * 24 * 365 * 3 })
      .map((at) => Date.UTC(2026, 0, 1) + at * 60_000);
    fc.assert(
      fc.property(minute, zone, (at, timezone) => {
        const wall = wallTime(new Date(at).toISOString(), timezone);
        expect(wallTime(instantAt(wall, timezone), timezone)).toBe(wall);
        expect(Math.abs(Date.parse(instantAt(wall, timezone)) - at)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});
