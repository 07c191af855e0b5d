/** The settings as a form holds them: parts that are off keep their values, and a number may be missing while somebody types. */
import type { OfficeSettings } from '../api/settings.ts';

export interface TestContactDraft {
  readonly name: string;
  readonly email: string;
  readonly deviceToken: string;
}

export interface SettingsDraft {
  readonly window: {
    readonly on: boolean;
    readonly days: readonly number[];
    readonly start: string;
    readonly end: string;
  };
  readonly cap: { readonly on: boolean; readonly max: number | undefined; readonly days: number | undefined };
  readonly approval: { readonly on: boolean; readonly above: number | undefined };
  readonly rates: {
    readonly on: boolean;
    readonly email: number | undefined;
    readonly push: number | undefined;
  };
  readonly testContacts: readonly TestContactDraft[];
}

/** What a part that has never been on begins with. */
const first = {
  window: { days: [1, 2, 3, 4, 5], start: '09:00', end: '20:00' },
  cap: { max: 2, days: 7 },
  above: 100_000,
  rates: { email: 10, push: 50 },
} as const;

export function draftOf(settings: OfficeSettings): SettingsDraft {
  const { sendWindow, frequencyCap, twoApproversAbove, sendRates, testContacts } = settings;
  return {
    window: { on: sendWindow !== undefined, ...first.window, ...sendWindow },
    cap: { on: frequencyCap !== undefined, ...first.cap, ...frequencyCap },
    approval: { on: twoApproversAbove !== undefined, above: twoApproversAbove ?? first.above },
    rates: {
      on: sendRates !== undefined,
      email: sendRates?.emailPerSecond ?? first.rates.email,
      push: sendRates?.pushPerSecond ?? first.rates.push,
    },
    testContacts: testContacts.map(({ name, email = '', deviceToken = '' }) => ({
      name,
      email,
      deviceToken,
    })),
  };
}

/** What is sent. A missing number goes as one that the API refuses with words at its field. */
export function settingsOf({ window, cap, approval, rates, testContacts }: SettingsDraft): OfficeSettings {
  return {
    ...(window.on
      ? { sendWindow: { days: window.days.toSorted((a, b) => a - b), start: window.start, end: window.end } }
      : {}),
    ...(cap.on ? { frequencyCap: { max: cap.max ?? 0, days: cap.days ?? 0 } } : {}),
    ...(approval.on ? { twoApproversAbove: approval.above ?? -1 } : {}),
    ...(rates.on ? { sendRates: { emailPerSecond: rates.email ?? 0, pushPerSecond: rates.push ?? 0 } } : {}),
    testContacts: testContacts.map(({ name, email, deviceToken }) => ({
      name,
      ...(email.trim() ? { email: email.trim() } : {}),
      ...(deviceToken.trim() ? { deviceToken: deviceToken.trim() } : {}),
    })),
  };
}
