/** One notice, for staff of headquarters or of the office that wrote it. */
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import { type Actor, requireOffice, type StaffActor } from '../../shared/domain/actor.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { noSuchMessage } from '../../shared/use-cases/step-message.ts';

/** Partition of notices that no office but headquarters wrote. */
export const headquarters = 'hq';

/** @throws NotFound, Forbidden */
export async function loadNotice(
  messages: Pick<MessageStore, 'load'>,
  id: string,
  actor: Actor,
): Promise<Notice> {
  const record = await messages.load(id);
  if (record?.type !== 'notice') throw noSuchMessage('notice');
  requireOffice(actor, record.office ?? headquarters);
  return record;
}

/**
 * The same for the list of people to write letters to: who guards the data of an office writes to its people also where headquarters wrote the notice.
 * @throws NotFound, Forbidden
 */
export async function loadForLetters(
  messages: Pick<MessageStore, 'load'>,
  id: string,
  actor: StaffActor,
): Promise<Notice> {
  const record = await messages.load(id);
  if (record?.type !== 'notice') throw noSuchMessage('notice');
  const isOfTheirOffice = actor.office !== undefined && actor.roles.includes('privacy-officer');
  if (record.office !== undefined || !isOfTheirOffice) requireOffice(actor, record.office ?? headquarters);
  return record;
}

/** A notice as the API shows it. */
export function viewOf({ draft, type: _type, ...record }: Notice) {
  return { ...record, ...draft };
}
