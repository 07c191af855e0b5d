/** Every page of the console: its address, who may see it, and whether it stands in the navigation. */
import type { ComponentType } from 'preact';
import type { Role } from '../../../shared/domain/vocabulary.ts';
import type { Catalog } from './i18n/catalog.ts';
import { CampaignEditPage } from './pages/campaign-edit.tsx';
import { CampaignListPage } from './pages/campaign-list.tsx';
import { CampaignReportPage } from './pages/campaign-report.tsx';
import { CampaignPage } from './pages/campaign-show.tsx';

export interface PageProps {
  /** From the address: `/campaigns/:id` gives `id`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export interface ConsoleRoute {
  readonly pattern: string;
  readonly page: ComponentType<PageProps>;
  /** Absent: all staff. */
  readonly roles?: readonly Role[];
  /** The entry of the navigation that leads here. */
  readonly nav?: keyof Catalog['frame']['nav'];
  /** The entry that is marked while this page is shown, where that is another one. */
  readonly under?: keyof Catalog['frame']['nav'];
}

const campaignReaders: readonly Role[] = ['marketer', 'approver', 'auditor'];
const campaignWriters: readonly Role[] = ['marketer', 'approver'];

/** The first that fits is shown; the order is that of the navigation. */
export const consoleRoutes: readonly ConsoleRoute[] = [
  { pattern: '/campaigns', page: CampaignListPage, roles: campaignReaders, nav: 'campaigns' },
  { pattern: '/campaigns/new', page: CampaignEditPage, roles: campaignWriters, under: 'campaigns' },
  { pattern: '/campaigns/:id', page: CampaignPage, roles: campaignReaders, under: 'campaigns' },
  { pattern: '/campaigns/:id/report', page: CampaignReportPage, roles: campaignReaders, under: 'campaigns' },
  { pattern: '/campaigns/:id/edit', page: CampaignEditPage, roles: campaignWriters, under: 'campaigns' },
];
