/** 日本語。 */
import type { Catalog } from '../catalog.ts';
import { campaign } from './campaign.ts';
import { campaigns } from './campaigns.ts';
import { frame } from './frame.ts';
import { plan } from './plan.ts';
import { reasons } from './reasons.ts';
import { report } from './report.ts';
import { terms } from './terms.ts';

export const ja: Catalog = { frame, terms, campaigns, campaign, plan, reasons, report };
