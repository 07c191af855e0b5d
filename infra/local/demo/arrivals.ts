/** What really arrived: read from the mail, push and SMS stand-ins, and traced to people by their addresses. */
import * as z from 'zod';
import { MailEntry, PushEntry, SmsEntry } from '../outbox/entries.ts';
import type { Client } from './client.ts';
import type { Delivery } from './delivery.ts';
import type { DemoPerson } from './people.ts';

/** The part of a push that the app reads (FCM v1, data of the message). */
const PushPayload = z.object({
  GCM: z.object({
    fcmV1Message: z.object({ message: z.object({ data: z.object({ messageId: z.string() }) }) }),
  }),
});

export interface Arrivals {
  mails: readonly MailEntry[];
  deliveries: readonly Delivery[];
}

/** Whose address, token or number it is. */
export type Directory = ReadonlyMap<string, string>;

export function createDirectory(people: readonly DemoPerson[]): Directory {
  return new Map(
    people.flatMap(({ externalId, email, phone, devices }) =>
      [email?.address, phone, ...devices.map(({ token }) => token)].flatMap((address): [string, string][] =>
        address === undefined ? [] : [[address, externalId]],
      ),
    ),
  );
}

/** Reads all three outboxes. @param notice an SMS has no place for an id: the notice is found by its reference */
export async function readArrivals(
  client: Client,
  directory: Directory,
  notice: { id: string; reference: string } | undefined,
): Promise<Arrivals> {
  const mails = await client.readLines(MailEntry, { path: '/local/outbox/email' });
  const pushes = await client.readLines(PushEntry, { path: '/local/outbox/push' });
  const texts = await client.readLines(SmsEntry, { path: '/local/outbox/sms' });
  const whose = (address: string) => directory.get(address) ?? address;
  const isNotice = ({ message }: SmsEntry) => notice !== undefined && message.includes(notice.reference);
  const deliveries: Delivery[] = [
    ...mails.flatMap(({ tags, to, messageId }) =>
      to.map((address) => ({
        message: tags['message'] ?? '',
        person: whose(address),
        channel: 'email' as const,
        providerId: messageId,
      })),
    ),
    ...pushes.map(({ payload, token, messageId }) => ({
      message: PushPayload.parse(payload).GCM.fcmV1Message.message.data.messageId,
      person: whose(token),
      channel: 'push' as const,
      providerId: messageId,
    })),
    ...texts.map((text) => ({
      message: isNotice(text) ? (notice?.id ?? '') : '',
      person: whose(text.phoneNumber),
      channel: 'sms' as const,
      providerId: text.messageId,
    })),
  ];
  return { mails, deliveries };
}
