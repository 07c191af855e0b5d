/** The campaigns of one office, newest first. */
import { type Actor, requireOffice } from '../../shared/domain/actor.ts';
import { InvalidInput } from '../../shared/domain/faults.ts';
import type { CampaignState } from '../../shared/domain/lifecycle.ts';
import { readCursor } from '../../shared/use-cases/list-cursor.ts';
import type { CampaignDeps } from './deps.ts';
import { viewOf } from './load-campaign.ts';

interface ListQuery {
  office?: string | undefined;
  state?: CampaignState | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** One page. Staff of an office see its own; headquarters names one. @throws InvalidInput, Forbidden */
export async function listCampaigns(
  { messages }: Pick<CampaignDeps, 'messages'>,
  actor: Actor,
  query: ListQuery,
) {
  const office = query.office ?? (actor.kind === 'staff' ? actor.office : undefined);
  if (office === undefined) {
    throw new InvalidInput('Name an office.', { errors: [{ field: 'office', message: 'is required' }] });
  }
  requireOffice(actor, office);
  const page = await messages.listByOffice(office, 'campaign', {
    limit: query.limit,
    cursor: readCursor(query.cursor),
  });
  const campaigns = page.messages.flatMap((message) => (message.type === 'campaign' ? [message] : []));
  const wanted = campaigns.filter(({ state }) => query.state === undefined || state === query.state);
  return { items: wanted.map(viewOf), cursor: page.cursor };
}
