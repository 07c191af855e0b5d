/** A draft as the service keeps it, for tests of the pages of one campaign. */
import { CampaignDraft } from '../../shared/domain/message.ts';

export const springDraft = CampaignDraft.parse({
  office: 'de',
  name: 'Spring',
  topic: 'news',
  channels: ['push'],
  content: { defaultLocale: 'en', locales: { en: { push: { title: 'Title', body: 'Body' } } } },
});
