/** What an office sets for itself: its hours, caps and send rates, whom it asks for approval, and whom it sends tests to. Pure. */
import * as z from 'zod';
import { FrequencyCap } from './message.ts';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:00"');

/** Hours in the reader's own time, on days of the week (ISO 8601: 1 is Monday), in which the office sends marketing. An end before the start is on the next day. */
export const SendWindow = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    start: ClockTime,
    end: ClockTime,
  })
  .refine(({ start, end }) => start !== end, { path: ['end'], message: 'the window never opens' });
export type SendWindow = z.infer<typeof SendWindow>;

/** What of the settings a campaign keeps from its submission on: what was approved is what runs. */
export const Pacing = z.object({
  sendWindow: SendWindow.optional(),
  frequencyCap: FrequencyCap.optional(),
});
export type Pacing = z.infer<typeof Pacing>;

/** Somebody of the staff who gets tests, by mail, on a phone, or both. */
export const TestContact = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    email: z.email().max(254).optional(),
    deviceToken: z.string().min(1).max(4096).optional(),
  })
  .refine(({ email, deviceToken }) => email !== undefined || deviceToken !== undefined, {
    message: 'needs an email or a deviceToken',
  });
export type TestContact = z.infer<typeof TestContact>;

export const OfficeSettings = z.strictObject({
  sendWindow: SendWindow.optional(),
  /** For campaigns that name none of their own. */
  frequencyCap: FrequencyCap.optional(),
  /** A campaign that would reach more contacts than this needs a second approver. */
  twoApproversAbove: z.int().min(0).optional(),
  /** Instead of the rates in the directory of offices. */
  sendRates: z
    .strictObject({
      emailPerSecond: z.int().min(1).max(10_000),
      pushPerSecond: z.int().min(1).max(10_000),
    })
    .optional(),
  testContacts: z.array(TestContact).max(20).default([]),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

/** What holds for an office that has set nothing. */
export const defaultSettings: OfficeSettings = { testContacts: [] };

/** What a campaign that is submitted now keeps of the settings. */
export function pacingOf({ sendWindow, frequencyCap }: OfficeSettings): Pacing {
  return { sendWindow, frequencyCap };
}
