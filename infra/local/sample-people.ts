/** Sample data for a fresh start: people of many countries with the answers that occur in practice. The same for the same `now`. */

const columns = [
  'externalId',
  'country',
  'subdivision',
  'language',
  'timezone',
  'birthYear',
  'email',
  'emailSource',
  'phone',
  'deviceToken',
  'deviceModel',
  'osVersion',
  'interests',
  'emailMarketing',
  'emailMarketingAt',
  'emailBasis',
  'pushMarketing',
  'pushMarketingAt',
  'profiling',
  'profilingAt',
  'evidence',
] as const;
type Line = Partial<Record<(typeof columns)[number], string>>;

/** Country, language, time zone, subdivision. */
const places = [
  ['DE', 'de', 'Europe/Berlin'],
  ['AT', 'de', 'Europe/Vienna'],
  ['FR', 'fr', 'Europe/Paris'],
  ['IT', 'it', 'Europe/Rome'],
  ['ES', 'es', 'Europe/Madrid'],
  ['GB', 'en', 'Europe/London'],
  ['NL', 'nl', 'Europe/Amsterdam'],
  ['PL', 'pl', 'Europe/Warsaw'],
  ['SE', 'sv', 'Europe/Stockholm'],
  ['CH', 'de', 'Europe/Zurich'],
  ['TR', 'tr', 'Europe/Istanbul'],
  ['JP', 'ja', 'Asia/Tokyo'],
  ['KR', 'ko', 'Asia/Seoul'],
  ['TW', 'zh-TW', 'Asia/Taipei'],
  ['HK', 'zh-HK', 'Asia/Hong_Kong'],
  ['IN', 'en', 'Asia/Kolkata'],
  ['US', 'en', 'America/Los_Angeles', 'US-CA'],
  ['CA', 'fr', 'America/Toronto', 'CA-QC'],
  ['BR', 'pt-BR', 'America/Sao_Paulo'],
  ['AU', 'en', 'Australia/Sydney'],
] as const;

const models = ['XQ-EC54', 'XQ-DE54', 'XQ-FS54'];
const systems = ['Android 15', 'Android 16'];
const interests = ['camera;music', 'gaming', 'camera', 'audio;gaming'];
const perPlace = 3;
const dayMs = 86_400_000;

/** The answers of a person: what the three people of each place gave, in turns. */
function answersOf(number: number, ago: (days: number) => string): Line {
  const marketing = ago(30 + number);
  const kinds: Line[] = [
    {
      emailMarketing: 'granted',
      emailMarketingAt: marketing,
      emailBasis: 'express',
      pushMarketing: 'granted',
      pushMarketingAt: marketing,
    },
    {
      emailMarketing: 'denied',
      emailMarketingAt: marketing,
      pushMarketing: 'granted',
      pushMarketingAt: marketing,
    },
    { emailMarketing: 'granted', emailMarketingAt: ago(1200), emailBasis: 'express' },
    { emailBasis: 'soft-opt-in', emailMarketingAt: marketing },
    { pushMarketing: 'denied', pushMarketingAt: marketing },
    {
      emailMarketing: 'granted',
      emailMarketingAt: marketing,
      emailBasis: 'express',
      profiling: 'granted',
      profilingAt: marketing,
    },
    {},
  ];
  return kinds[number % kinds.length] ?? {};
}

function deviceOf(number: number, place: number): Line {
  const model = {
    deviceModel: models[number % models.length] ?? '',
    osVersion: systems[number % systems.length] ?? '',
  };
  return place % perPlace === 2
    ? model
    : { ...model, deviceToken: `sample-token-${String(number).padStart(3, '0')}` };
}

function samplePerson(number: number, now: Date): Line {
  const [country, language, timezone, subdivision] = places[Math.floor(number / perPlace)] ?? places[0];
  const name = `sample-${country.toLowerCase()}-${(number % perPlace) + 1}`;
  const device = deviceOf(number, number % perPlace);
  const answers = answersOf(number, (days) => new Date(now.getTime() - days * dayMs).toISOString());
  // Every eleventh is too young for marketing.
  const age = number % 11 === 7 ? 14 : 20 + ((number * 7) % 50);
  return {
    externalId: name,
    country,
    subdivision: subdivision ?? '',
    language,
    timezone,
    birthYear: String(now.getUTCFullYear() - age),
    email: `${name}@mail.example`,
    emailSource: number % 9 === 4 ? 'facebook' : 'direct',
    interests: interests[number % interests.length] ?? '',
    evidence: 'sample data',
    ...device,
    ...(device.deviceToken ? answers : { ...answers, pushMarketing: '', pushMarketingAt: '' }),
  };
}

/** The people as an import file (design: Import CSV). @param now bounds ages and the times of answers */
export function samplePeopleCsv(now: Date): string {
  const people = Array.from({ length: places.length * perPlace }, (_, number) => samplePerson(number, now));
  const lines = people.map((person) => columns.map((column) => person[column] ?? '').join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
