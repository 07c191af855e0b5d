/** Texts of notices, and the API that takes them beside the marketing of the offices. */
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { CampaignDraft } from '../../shared/domain/message.ts';
import { createNoticeWorld } from './notice-world.ts';

/** An honest notice as an author of headquarters writes it. */
export const honestNotice = {
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'SN-2026-11',
  audience: { countries: ['DE'], deviceModels: ['XQ-EC54'] },
  channels: ['email'],
  content: {
    defaultLocale: 'en',
    locales: {
      en: {
        email: {
          subject: 'Battery safety notice',
          html: '<p>Stop charging your phone until it has been checked.</p>',
        },
      },
    },
  },
};

/** The same with other English texts. */
export function noticeWith(texts: object) {
  return { ...honestNotice, content: { defaultLocale: 'en', locales: { en: texts } } };
}

/** A world of notices beside campaigns and templates, from which promotion might be copied. */
export function createNoticeApi(start: string) {
  const world = createNoticeWorld(start);

  /** A campaign of an office on the record. */
  async function givenCampaign(draft: Partial<CampaignDraft> & { office: string }): Promise<Campaign> {
    const campaign = world.campaign({ channels: ['email'], ...draft });
    const record = { ...campaign, id: `cmp_${draft.office}_${draft.name}`, office: draft.office };
    await world.messages.save(record, 0);
    return record;
  }

  return { ...world, givenCampaign };
}
