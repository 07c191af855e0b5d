/** Every route of the service. */
import { accountContracts } from './account.ts';
import { campaignContracts } from './campaigns.ts';
import { consoleContracts } from './console.ts';
import type { Contracts } from './contract.ts';
import { deviceContracts } from './devices.ts';
import { docsContracts } from './docs.ts';
import { draftingContracts } from './drafting.ts';
import { noticeDraftingContracts } from './notice-drafting.ts';
import { noticeReachContracts } from './notice-reach.ts';
import { noticeContracts } from './notices.ts';
import { officeSettingsContracts } from './office-settings.ts';
import { pageContracts } from './pages.ts';
import { peopleContracts } from './people.ts';
import { referenceContracts } from './reference.ts';
import { templateContracts } from './templates.ts';

/** Area → its routes, in the order of the document. */
export const contractAreas = {
  Devices: deviceContracts,
  Account: accountContracts,
  Pages: pageContracts,
  People: peopleContracts,
  Campaigns: { ...campaignContracts, ...draftingContracts },
  Templates: templateContracts,
  'Office settings': officeSettingsContracts,
  Notices: { ...noticeContracts, ...noticeDraftingContracts, ...noticeReachContracts },
  Reference: referenceContracts,
  Console: consoleContracts,
  'This document': docsContracts,
} as const satisfies Readonly<Record<string, Contracts>>;
