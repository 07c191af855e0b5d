/** The campaigns and the templates of one office, newest first, by part of their name. */
import { placeOf } from '../../shared/adapters/message-item.ts';
import { type Actor, requireOffice } from '../../shared/domain/actor.ts';
import type { ContentTemplate } from '../../shared/domain/content-template.ts';
import { InvalidInput } from '../../shared/domain/faults.ts';
import type { CampaignState } from '../../shared/domain/lifecycle.ts';
import { fillPage } from '../../shared/use-cases/fill-page.ts';
import { readPlace, writePlace } from '../../shared/use-cases/list-cursor.ts';
import type { CampaignDeps } from './deps.ts';
import { viewOf } from './load-campaign.ts';

interface ListQuery {
  office?: string | undefined;
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface CampaignQuery extends ListQuery {
  state?: CampaignState | undefined;
  archived: 'false' | 'true' | 'all';
}

/** One page. Staff of an office see its own; headquarters names one. @throws InvalidInput, Forbidden */
export async function listCampaigns(
  { messages }: Pick<CampaignDeps, 'messages'>,
  actor: Actor,
  { state, archived, ...query }: CampaignQuery,
) {
  const pages = messages.pagesByOffice(officeOf(actor, query), 'campaign', readPlace(query.cursor));
  const { items, last } = await fillPage(pages, {
    limit: query.limit,
    placeOf,
    show: (message) => {
      if (message.type !== 'campaign') return undefined;
      const isArchived = String(message.archivedAt !== undefined);
      const isWanted = state === undefined || message.state === state;
      const isShown = archived === 'all' || archived === isArchived;
      return isWanted && isShown && isNamed(message.draft.name, query.q) ? viewOf(message) : undefined;
    },
  });
  return { items, cursor: writePlace(last) };
}

/** One page of templates, without their contents. @throws InvalidInput, Forbidden */
export async function listTemplates(
  { templates }: Pick<CampaignDeps, 'templates'>,
  actor: Actor,
  query: ListQuery,
) {
  const pages = templates.pages(officeOf(actor, query), readPlace(query.cursor));
  const { items, last } = await fillPage(pages, {
    limit: query.limit,
    placeOf: ({ id }: ContentTemplate) => id,
    show: ({ id, office, name, updatedAt }) =>
      isNamed(name, query.q) ? { id, office, name, updatedAt } : undefined,
  });
  return { items, cursor: writePlace(last) };
}

function officeOf(actor: Actor, query: ListQuery): string {
  const office = query.office ?? (actor.kind === 'staff' ? actor.office : undefined);
  if (office === undefined) {
    throw new InvalidInput('Name an office.', { errors: [{ field: 'office', message: 'is required' }] });
  }
  requireOffice(actor, office);
  return office;
}

function isNamed(name: string, part: string | undefined): boolean {
  return part === undefined || inOneCase(name).includes(inOneCase(part));
}

/** Full-width and half-width letters are the same, as are capitals and small ones. */
function inOneCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
