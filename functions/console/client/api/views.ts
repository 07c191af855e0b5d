/** What the API shows, as types: from the domain where it is the same thing. */
import type { Campaign } from '../../../../shared/domain/lifecycle.ts';
import type { CampaignDraft } from '../../../../shared/domain/message.ts';
import type { Office } from '../../../../shared/domain/office.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

/** A campaign as every route of campaigns shows it. */
export type CampaignView = Omit<Campaign, 'type' | 'draft'> & CampaignDraft;

export type OfficeView = Omit<Office, 'sender'>;
