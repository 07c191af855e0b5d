/** Where the people of the demo live, what they speak, and how many of a hundred there are. */
import type { Weighted } from './random.ts';

export interface Place {
  country: string;
  /** Of a hundred people; all shares together are a hundred. */
  share: number;
  languages: readonly [Weighted<string>, ...Weighted<string>[]];
  timezone: string;
  /** ISO 3166-2; about half of the people are known to live there. */
  subdivision?: string;
  /** Of the country's phone numbers. */
  dialling: string;
}

/** Half of the people belong to the two offices that send campaigns: Germany (with Austria) and Japan. */
export const places: readonly Place[] = [
  {
    country: 'DE',
    share: 28,
    languages: [
      ['de', 84],
      ['en', 12],
      ['tr', 4],
    ],
    timezone: 'Europe/Berlin',
    dialling: '+4915',
  },
  {
    country: 'AT',
    share: 4,
    languages: [
      ['de-AT', 90],
      ['en', 10],
    ],
    timezone: 'Europe/Vienna',
    dialling: '+4366',
  },
  {
    country: 'JP',
    share: 20,
    languages: [
      ['ja', 95],
      ['en', 5],
    ],
    timezone: 'Asia/Tokyo',
    dialling: '+8190',
  },
  { country: 'FR', share: 6, languages: [['fr', 100]], timezone: 'Europe/Paris', dialling: '+336' },
  { country: 'KR', share: 6, languages: [['ko', 100]], timezone: 'Asia/Seoul', dialling: '+8210' },
  { country: 'GB', share: 6, languages: [['en-GB', 100]], timezone: 'Europe/London', dialling: '+447' },
  { country: 'IT', share: 4, languages: [['it', 100]], timezone: 'Europe/Rome', dialling: '+393' },
  {
    country: 'US',
    share: 4,
    languages: [
      ['en-US', 80],
      ['es', 20],
    ],
    timezone: 'America/Los_Angeles',
    subdivision: 'US-CA',
    dialling: '+1415',
  },
  { country: 'ES', share: 3, languages: [['es', 100]], timezone: 'Europe/Madrid', dialling: '+346' },
  {
    country: 'CA',
    share: 3,
    languages: [
      ['fr-CA', 50],
      ['en-CA', 50],
    ],
    timezone: 'America/Toronto',
    subdivision: 'CA-QC',
    dialling: '+1514',
  },
  { country: 'NL', share: 2, languages: [['nl', 100]], timezone: 'Europe/Amsterdam', dialling: '+316' },
  { country: 'PL', share: 2, languages: [['pl', 100]], timezone: 'Europe/Warsaw', dialling: '+485' },
  { country: 'SE', share: 2, languages: [['sv', 100]], timezone: 'Europe/Stockholm', dialling: '+467' },
  {
    country: 'CH',
    share: 2,
    languages: [
      ['de-CH', 60],
      ['fr-CH', 30],
      ['it-CH', 10],
    ],
    timezone: 'Europe/Zurich',
    dialling: '+417',
  },
  { country: 'TR', share: 2, languages: [['tr', 100]], timezone: 'Europe/Istanbul', dialling: '+905' },
  { country: 'BR', share: 2, languages: [['pt-BR', 100]], timezone: 'America/Sao_Paulo', dialling: '+5511' },
  { country: 'AU', share: 1, languages: [['en-AU', 100]], timezone: 'Australia/Sydney', dialling: '+614' },
  {
    country: 'IN',
    share: 1,
    languages: [
      ['en', 70],
      ['hi', 30],
    ],
    timezone: 'Asia/Kolkata',
    dialling: '+919',
  },
  { country: 'TW', share: 1, languages: [['zh-TW', 100]], timezone: 'Asia/Taipei', dialling: '+8869' },
  {
    country: 'HK',
    share: 1,
    languages: [
      ['zh-HK', 80],
      ['en', 20],
    ],
    timezone: 'Asia/Hong_Kong',
    dialling: '+8525',
  },
];

const slots = places.flatMap((place) => Array.from({ length: place.share }, () => place));
/** Has no factor in common with a hundred, so that each hundred people in a row hold every share exactly. */
const stride = 37;

/** The place of person `number`, from 0. */
export function placeOf(number: number): Place {
  const place = slots[(number * stride) % slots.length];
  if (!place) throw new Error(`There is no place for person ${number}`);
  return place;
}
