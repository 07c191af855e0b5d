/** What people do with their messages: counted for those who agree to profiling, and of nobody else (policy P-17). What a device delivered says nothing of a person. */
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import { type DeliveryEvent, type Engagement, mayMeasure } from '../../shared/domain/delivery-event.ts';
import type { Contact } from '../../shared/domain/person.ts';
import type { Channel, Instant } from '../../shared/domain/vocabulary.ts';

export interface EngagementDeps {
  people: Pick<PeopleStore, 'readContacts'>;
  /** Counts an opening or a click of a mail, once. */
  recordEngagement: (pointer: OpenedMail['pointer'], engagement: Engagement) => Promise<void>;
  /** Counts what a device said of a push, once. */
  recordReceipt: (contact: Contact, receipt: Receipt, now: Instant) => Promise<void>;
}

type OpenedMail = Extract<DeliveryEvent, { kind: Engagement }>;
type Receipt = Extract<DeliveryEvent, { kind: 'receipt' }>;

const refused = 'the person does not agree to profiling';

/** An opening or a click of a mail. The consent may have gone since the mail was sent. @returns why nothing is kept */
export async function engageByMail(
  deps: EngagementDeps,
  { kind, pointer }: OpenedMail,
  now: Instant,
): Promise<string | undefined> {
  const contact = await findContact(deps, pointer, 'email');
  if (!mayMeasure(contact, now)) return refused;
  await deps.recordEngagement(pointer, kind);
  return undefined;
}

/** A receipt of a device. @returns why nothing is kept */
export async function engageByDevice(
  deps: EngagementDeps,
  receipt: Receipt,
  now: Instant,
): Promise<string | undefined> {
  const contact = await findContact(deps, receipt, 'push');
  if (!contact) return 'the device has left';
  if (receipt.said === 'opened' && !mayMeasure(contact, now)) return refused;
  await deps.recordReceipt(contact, receipt, now);
  return undefined;
}

async function findContact(
  { people }: EngagementDeps,
  { personId, contactId: id }: { personId: string; contactId: string },
  channel: Channel,
): Promise<Contact | undefined> {
  const found = await people.readContacts([{ personId, channel, id }]);
  return found.get(`${personId}#${id}`);
}
