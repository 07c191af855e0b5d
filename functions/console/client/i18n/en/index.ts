/** English: the language that names the keys. */
import { campaign } from './campaign.ts';
import { campaigns } from './campaigns.ts';
import { composer } from './composer.ts';
import { frame } from './frame.ts';
import { noticeWriting } from './notice-writing.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { reach } from './reach.ts';
import { reasons } from './reasons.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { settings } from './settings.ts';
import { templates } from './templates.ts';
import { terms } from './terms.ts';

export const en = {
  campaign,
  campaigns,
  composer,
  frame,
  noticeWriting,
  notices,
  people,
  plan,
  reach,
  reasons,
  report,
  rules,
  settings,
  templates,
  terms,
};
