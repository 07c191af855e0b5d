/** The steps that people take in the demo: their phones register, and three of them opt out, each in a way of their own. */
import * as z from 'zod';
import type { MailEntry } from '../outbox/entries.ts';
import { oneClickAddress } from '../pages/inbox.ts';
import type { Leavers, Registrant } from './choose-people.ts';
import type { Client } from './client.ts';
import { refusalLine, toCsv } from './import-file.ts';
import { type DemoPerson, recalledModel } from './people.ts';

const Registered = z.object({ deviceId: z.string(), credential: z.string() });
type Registered = z.infer<typeof Registered>;

const ImportResult = z.object({
  accepted: z.int(),
  rejected: z.array(z.object({ line: z.int(), reason: z.string() })),
  unchanged: z.int(),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** Imports a file; a line that is refused is an error. */
export async function importCsv(client: Client, body: string): Promise<ImportResult> {
  const call = {
    method: 'POST',
    path: '/people/import',
    user: 'admin',
    text: { type: 'text/csv', body },
  } as const;
  const result = await client.read(ImportResult, call);
  const [first] = result.rejected;
  if (!first) return result;
  throw new Error(`The import refused ${result.rejected.length} lines; line ${first.line}: ${first.reason}`);
}

/** The set-up of a phone, on which its owner agrees to marketing. */
export async function registerDevice(
  client: Client,
  { person, token, osVersion }: Registrant,
): Promise<Registered> {
  return client.read(Registered, {
    method: 'POST',
    path: '/devices',
    json: {
      token,
      platform: 'fcm',
      country: person.place.country,
      language: person.language,
      timezone: person.place.timezone,
      model: recalledModel,
      osVersion,
      marketing: { push: 'granted' },
      source: 'setup-wizard',
    },
  });
}

/** As a mail program does it: the one field is posted to the address in the header (RFC 8058, 3.2). */
async function pressUnsubscribe(client: Client, mail: MailEntry | undefined): Promise<void> {
  const address = mail && oneClickAddress(mail);
  if (address === undefined) throw new Error('The mail that arrived has no one-click unsubscribe.');
  const text = { type: 'application/x-www-form-urlencoded', body: 'List-Unsubscribe=One-Click' };
  await client.send({ method: 'POST', path: address, text });
}

export interface OptOutOptions {
  leavers: Leavers;
  /** What the campaign's mails look like in the mailboxes. */
  mails: readonly MailEntry[];
  /** The registration of the phone of `leavers.device`. */
  registered: Registered;
}

/** All three, one after the other. */
export async function optOut(client: Client, { leavers, mails, registered }: OptOutOptions): Promise<void> {
  await pressUnsubscribe(client, mailTo(mails, leavers.oneClick));
  await client.send({
    method: 'PUT',
    path: `/devices/${registered.deviceId}/preferences`,
    credential: registered.credential,
    json: { marketing: { push: 'denied', email: 'denied' } },
  });
  await importCsv(client, toCsv([refusalLine(leavers.letter)]));
}

function mailTo(mails: readonly MailEntry[], { email }: DemoPerson): MailEntry | undefined {
  return mails.find(({ to }) => email !== undefined && to.includes(email.address));
}
