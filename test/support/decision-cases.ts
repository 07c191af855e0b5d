/** Generators of people, consents, clocks and messages: mostly ordinary, with every obstacle and every boundary often enough. */
import fc from 'fast-check';
import type { Consent } from '../../shared/domain/consent.ts';
import type { PersonFacts } from '../../shared/domain/decide.ts';
import {
  type MandatoryMessage,
  type MarketingMessage,
  profileVariables,
} from '../../shared/domain/message.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { Contact } from '../../shared/domain/person.ts';
import type { MandatoryCase, MarketingCase } from './expected-reason.ts';
import { fallBackCountries, monthsLater, newYearOffsets, publishedPlaces } from './oracle.ts';

const dayMs = 86_400_000;

function shifted(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** True about once in so many. */
const rarely = (times: number) => fc.nat(times - 1).map((pick) => pick === 0);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const seldom = <T>(times: number, value: fc.Arbitrary<T>) =>
  rarely(times).chain((present) =>
    present ? value.map((some): T | undefined => some) : fc.constant(undefined),
  );

const anyTime = fc
  .date({ min: new Date('2026-11-23'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const turnOfYear = fc
  .tuple(
    fc.integer({ min: 2027, max: 2031 }),
    fc.integer({ min: -30, max: 30 }),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([year, halfHours, ms]) => shifted(`${year}-01-01T00:00:00.000Z`, halfHours * 1_800_000 + ms));
const monthEnd = fc.constantFrom('2028-02-29', '2027-02-28', '2028-08-31', '2027-03-31', '2030-12-31');

/** Clocks, with many at the turn of a year and at the ends of months. */
const clocks = fc.oneof(
  { weight: 3, arbitrary: anyTime },
  { weight: 2, arbitrary: turnOfYear },
  { weight: 1, arbitrary: monthEnd.map((day) => `${day}T12:00:00.000Z`) },
);

/** Instants that lie a whole number of months before `now`, to the millisecond or just beside. */
const pastOf = (now: string) =>
  fc
    .tuple(
      fc.constantFrom(0, 1, 5, 6, 6, 7, 23, 24, 24, 25, 35, 36, 36, 37, 120),
      fc.constantFrom(-dayMs, -1, 0, 0, 1, dayMs),
    )
    .map(([months, ms]) => shifted(monthsLater(now, -months), months === 0 ? 0 : ms));

/** Any consent, with grants the most common. */
export function consentsAt(now: string): fc.Arbitrary<Consent> {
  const evidence = pastOf(now).map((at) => ({ at, eventId: `event at ${at}` }));
  const implied = maybe(
    fc.record(
      { 'soft-opt-in': evidence, 'implied-purchase': evidence, 'implied-inquiry': evidence },
      { requiredKeys: [] },
    ),
  );
  const expiresAt = seldom(
    6,
    fc.constantFrom(-1, 0, 1, dayMs).map((ms) => shifted(now, ms)),
  );
  const granted = fc
    .tuple(evidence, implied, expiresAt)
    .map(
      ([given, basis, ends]): Consent => ({ state: 'granted', ...given, implied: basis, expiresAt: ends }),
    );
  return fc.oneof(
    { weight: 6, arbitrary: granted },
    { weight: 3, arbitrary: implied.map((basis): Consent => ({ state: 'unset', implied: basis })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(evidence, implied)
        .map(([given, basis]): Consent => ({ state: 'pending', ...given, implied: basis })),
    },
    { weight: 2, arbitrary: evidence.map((given): Consent => ({ state: 'denied', ...given })) },
  );
}

interface Place {
  country: string;
  subdivision: string | undefined;
}

/** The place of a row, its subdivision written with or without the country. */
function placeOfRow(iso: string): fc.Arbitrary<Place> {
  const [country = '', code] = iso.split('-');
  return fc
    .constantFrom(...(code ? [iso, code] : [undefined]))
    .map((subdivision) => ({ country, subdivision }));
}

const subdivisions = maybe(fc.constantFrom('CA', 'QC', 'US-NY', 'CA-QC', 'US-CA'));

/** Places with a row, places that fall back on `EU`, and a few without any rule. */
export const places: fc.Arbitrary<Place> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...publishedPlaces.filter((iso) => iso !== 'EU')).chain(placeOfRow),
  },
  { weight: 2, arbitrary: fc.constantFrom('TR', 'KR', 'CA', 'US', 'FR').chain(placeOfRow) },
  {
    weight: 3,
    arbitrary: fc.record({ country: fc.constantFrom(...fallBackCountries), subdivision: subdivisions }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      country: fc.constantFrom('AR', 'XK', 'GP', 'EG', 'ZZ', 'EU', 'de', ''),
      subdivision: subdivisions,
    }),
  },
);

const interests = fc.subarray(['camera', 'gaming', 'music']);
const devices = fc.uniqueArray(
  fc.record({ model: fc.constantFrom('XQ-EC54', 'XQ-DC54'), osVersion: maybe(fc.constantFrom('14', '15')) }),
  { maxLength: 2, selector: ({ model }) => model },
);
const choices = fc.constantFrom('granted' as const, 'granted' as const, 'denied' as const);

/** Contacts of every channel as they may stand at `now`. */
export function contactsAt(now: string): fc.Arbitrary<Contact> {
  const year = Number(now.slice(0, 4));
  const common = fc.record({
    place: places,
    foreignOffice: rarely(20),
    language: maybe(fc.constantFrom('de', 'de-AT', 'en', 'pt-BR', 'zh-Hant-TW')),
    timezone: maybe(fc.constantFrom(...Object.keys(newYearOffsets))),
    birthYear: maybe(
      fc.oneof(
        fc.integer({ min: year - 60, max: year - 20 }),
        fc.integer({ min: year - 20, max: year - 14 }),
      ),
    ),
    interests,
    profiling: consentsAt(now),
    topics: fc.record({ news: choices, offers: choices }, { requiredKeys: [] }),
    restricted: rarely(20),
    marketing: consentsAt(now),
    undeliverable: seldom(20, fc.constantFrom('hard-bounce', 'suppressed')),
    complainedAt: seldom(20, fc.constant('2026-01-01T00:00:00.000Z')),
    erased: seldom(20, fc.boolean()),
    devices,
  });
  const means = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        channel: fc.constant('email' as const),
        address: fc.constant('a@example.com'),
        emailSource: fc.constantFrom(
          'direct' as const,
          'direct' as const,
          'facebook' as const,
          'google' as const,
        ),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        channel: fc.constant('push' as const),
        token: fc.constant('t'),
        diagnostics: consentsAt(now),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ channel: fc.constant('sms' as const), phone: fc.constant('+81312345678') }),
    },
  );
  return fc.tuple(common, means).map(([{ place, foreignOffice, ...rest }, way]): Contact => {
    const office = foreignOffice ? 'elsewhere' : (officeOf(place.country)?.id ?? 'none');
    return { personId: 'per_1', id: 'con_1', version: 1, office, ...place, ...rest, ...way };
  });
}

const facts: fc.Arbitrary<PersonFacts> = fc.record({
  recentMarketing: fc.nat(3),
  alreadyReached: rarely(6),
  registryConsent: fc.constantFrom(undefined, true, true, false),
});
const content = { defaultLocale: 'en', locales: { en: {} } };

const listsOf = (...lists: string[][]) => fc.constantFrom(...lists);

/** Filters that hit often, for a contact of `country`. */
const filtersFor = (country: string) => ({
  countries: seldom(6, listsOf([country], ['US-CA', 'CA-QC'], ['CA', country], ['JP'])),
  deviceModels: seldom(8, listsOf(['XQ-EC54'], ['XQ-EC54', 'XQ-DC54'])),
  osVersions: seldom(10, listsOf(['15'], ['14', '15'])),
});

function campaignsFor({ country, office }: Contact, now: string): fc.Arbitrary<MarketingMessage> {
  return fc.record({
    type: fc.constant('marketing' as const),
    id: fc.constantFrom('cmp_1', 'cmp_2'),
    office: fc.constant(officeOf(country)?.id ?? office),
    topic: fc.constantFrom('news' as const, 'offers' as const, 'articles' as const),
    channels: fc.constantFrom<MarketingMessage['channels'][]>(['email', 'push'], ['push', 'email'], ['push']),
    deliver: fc.constantFrom('each' as const, 'first' as const),
    audience: fc.record({
      ...filtersFor(country),
      languages: seldom(8, listsOf(['de'], ['pt', 'de-AT'], ['zh-Hant', 'en'])),
      interests: seldom(3, listsOf(['camera'], ['camera', 'music'])),
    }),
    content: fc.constant(content),
    personalised: maybe(fc.constant(content)),
    needs: maybe(fc.subarray([...profileVariables])),
    expiresAt: seldom(
      5,
      fc.constantFrom(-1, 0, 1, dayMs).map((ms) => shifted(now, ms)),
    ),
    frequencyCap: seldom(3, fc.record({ max: fc.integer({ min: 1, max: 4 }), days: fc.constant(7) })),
    holdoutPercent: fc.constantFrom(undefined, 0, 0, 0, 0, 0, 100),
  });
}

/** A campaign, a contact and a clock. */
export const marketingCases: fc.Arbitrary<MarketingCase> = clocks.chain((now) =>
  contactsAt(now).chain((contact) =>
    fc.record({
      message: campaignsFor(contact, now),
      contact: fc.constant(contact),
      facts,
      now: fc.constant(now),
    }),
  ),
);

function noticesFor({ country }: Contact): fc.Arbitrary<MandatoryMessage> {
  return fc.record({
    type: fc.constant('mandatory' as const),
    id: fc.constant('ntc_1'),
    urgency: fc.constantFrom('immediate' as const, 'routine' as const),
    kind: fc.constantFrom('safety' as const, 'security' as const, 'terms' as const, 'service' as const),
    legalReason: fc.constant('legal-obligation' as const),
    reference: fc.constant('R-1'),
    audience: fc.record(filtersFor(country)),
    channels: fc.constantFrom<MandatoryMessage['channels'][]>(['push', 'email', 'sms'], ['push']),
    acknowledge: fc.boolean(),
    content: fc.constant(content),
  });
}

/** A notice, a contact and a clock. */
export const mandatoryCases: fc.Arbitrary<MandatoryCase> = clocks.chain((now) =>
  contactsAt(now).chain((contact) =>
    fc.record({ message: noticesFor(contact), contact: fc.constant(contact), facts, now: fc.constant(now) }),
  ),
);
