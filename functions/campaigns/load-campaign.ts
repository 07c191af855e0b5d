/** One campaign, for staff who may act for its office. */
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import { type Actor, requireOffice } from '../../shared/domain/actor.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import { noSuchMessage } from '../../shared/use-cases/step-message.ts';

/** @throws NotFound, Forbidden */
export async function loadCampaign(
  messages: Pick<MessageStore, 'load'>,
  id: string,
  actor: Actor,
): Promise<Campaign> {
  const record = await messages.load(id);
  if (record?.type !== 'campaign') throw noSuchMessage('campaign');
  requireOffice(actor, record.office);
  return record;
}

/** A campaign as the API shows it. */
export function viewOf({ draft, type: _type, ...record }: Campaign) {
  return { ...record, ...draft };
}
