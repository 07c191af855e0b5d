/** Every page of the console: its address, who may see it, and whether it stands in the navigation. */
import type { ComponentType } from 'preact';
import type { Role } from '../../../shared/domain/vocabulary.ts';
import type { Session } from './auth/session.ts';
import type { Catalog } from './i18n/catalog.ts';
import { CampaignEditPage } from './pages/campaign-edit.tsx';
import { CampaignListPage } from './pages/campaign-list.tsx';
import { CampaignReportPage } from './pages/campaign-report.tsx';
import { CampaignPage } from './pages/campaign-show.tsx';
import { NoticeEditPage } from './pages/notice-edit.tsx';
import { NoticeListPage } from './pages/notice-list.tsx';
import { NoticeReachPage } from './pages/notice-reach.tsx';
import { NoticePage } from './pages/notice-show.tsx';
import { PersonFindPage } from './pages/person-find.tsx';
import { PersonPage } from './pages/person-show.tsx';
import { RuleListPage } from './pages/rule-list.tsx';
import { RulePage } from './pages/rule-show.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { NewTemplatePage, TemplatePage } from './pages/template-edit.tsx';
import { TemplateListPage } from './pages/template-list.tsx';
import { hasRole } from './ui/app-context.ts';
import type { PageProps } from './ui/page-props.ts';

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

const noticeReaders: readonly Role[] = ['notice-author', 'notice-releaser', 'auditor'];
const noticeWriters: readonly Role[] = ['notice-author', 'notice-releaser'];

const lookers: readonly Role[] = ['privacy-officer', 'support'];

/** The first that fits is shown; the order is that of the navigation. */
export const consoleRoutes: readonly ConsoleRoute[] = [
  { pattern: '/campaigns', page: CampaignListPage, roles: campaignReaders, nav: 'campaigns' },
  { pattern: '/campaigns/new', page: CampaignEditPage, roles: campaignWriters, under: 'campaigns' },
  { pattern: '/campaigns/:id', page: CampaignPage, roles: campaignReaders, under: 'campaigns' },
  { pattern: '/campaigns/:id/report', page: CampaignReportPage, roles: campaignReaders, under: 'campaigns' },
  { pattern: '/campaigns/:id/edit', page: CampaignEditPage, roles: campaignWriters, under: 'campaigns' },
  { pattern: '/templates', page: TemplateListPage, roles: campaignReaders, nav: 'templates' },
  { pattern: '/templates/new', page: NewTemplatePage, roles: campaignWriters, under: 'templates' },
  { pattern: '/templates/:id', page: TemplatePage, roles: campaignReaders, under: 'templates' },
  { pattern: '/notices', page: NoticeListPage, roles: noticeReaders, nav: 'notices' },
  { pattern: '/notices/new', page: NoticeEditPage, roles: noticeWriters, under: 'notices' },
  { pattern: '/notices/:id', page: NoticePage, roles: noticeReaders, under: 'notices' },
  { pattern: '/notices/:id/edit', page: NoticeEditPage, roles: noticeWriters, under: 'notices' },
  { pattern: '/notices/:id/reach', page: NoticeReachPage, roles: noticeReaders, under: 'notices' },
  { pattern: '/people', page: PersonFindPage, roles: lookers, nav: 'people' },
  { pattern: '/people/:id', page: PersonPage, roles: lookers, under: 'people' },
  { pattern: '/rules', page: RuleListPage, nav: 'rules' },
  { pattern: '/rules/:iso', page: RulePage, under: 'rules' },
  { pattern: '/settings', page: SettingsPage, nav: 'settings' },
];

/** Whether somebody with these roles has the page. */
export function isFor(session: Session, { roles }: ConsoleRoute): boolean {
  return roles === undefined || hasRole(session, roles);
}
