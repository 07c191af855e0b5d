/** English: the language that names the keys. */
import { campaign } from './campaign.ts';
import { campaigns } from './campaigns.ts';
import { frame } from './frame.ts';
import { plan } from './plan.ts';
import { reasons } from './reasons.ts';
import { report } from './report.ts';
import { terms } from './terms.ts';

export const en = { frame, terms, campaigns, campaign, plan, reasons, report };
