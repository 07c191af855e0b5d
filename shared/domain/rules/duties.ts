/**
 * What the law of a place asks of whoever keeps consents, beside the sending itself: notices of what became of a choice, and signals of browsers.
 * Data with sources, like the country rules; it decides no message, so it is not part of their versions.
 */
import { normaliseSubdivision } from './rule-book.ts';

interface Place {
  country: string;
  subdivision?: string | undefined;
}

/**
 * Days within which a person is told what became of their consent, refusal or withdrawal, by ISO 3166-1 code.
 * KR: Network Act, article 50(7); Enforcement Decree, article 62-2 (https://www.law.go.kr/법령/정보통신망이용촉진및정보보호등에관한법률).
 */
const resultNoticeDays: Readonly<Record<string, number>> = { KR: 14 };

/** Days for the notice of the result of a choice; undefined where no law asks for one. */
export function resultNoticeWithin({ country }: Place): number | undefined {
  return resultNoticeDays[country];
}

/**
 * States of the US whose law makes Global Privacy Control an opt-out of profiling for marketing: California (Civil Code 1798.135(e); 11 CCR 7025),
 * Colorado (which lists it), and those of https://cookiebeam.com/guides/universal-opt-out-mechanisms-us-state-laws-2026 (a secondary source).
 */
const gpcStates: ReadonlySet<string> = new Set(
  ['CA', 'CO', 'CT', 'DE', 'MD', 'MN', 'MT', 'NE', 'NH', 'NJ', 'OR', 'TX'].map((state) => `US-${state}`),
);

/** Whether `Sec-GPC: 1` is a refusal of profiling there (policy P-26). A state that is not known counts as one of those: closed, not open. */
export function honoursPrivacyControl({ country, subdivision }: Place): boolean {
  if (country !== 'US') return false;
  const state = normaliseSubdivision(country, subdivision);
  return state === undefined || gpcStates.has(state);
}
