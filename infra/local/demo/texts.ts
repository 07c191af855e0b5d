/** What the offices and the headquarters write in the demo: bodies of `POST /campaigns` and `POST /notices`. */
import type * as z from 'zod';
import type { CampaignDraft, NoticeDraft } from '../../../shared/domain/message.ts';
import { recalledModel } from './people.ts';

type CampaignBody = z.input<typeof CampaignDraft>;
type NoticeBody = z.input<typeof NoticeDraft>;
type Locale = NoticeBody['content']['locales'][string];

/** German and English, with a text of its own for people who agreed to profiling. */
export const germanCampaign: CampaignBody = {
  office: 'de',
  name: 'Autumn offers',
  topic: 'offers',
  channels: ['email', 'push'],
  deliver: 'each',
  content: {
    defaultLocale: 'de',
    locales: {
      de: {
        email: {
          subject: 'Herbstangebote von {{officeName}}',
          html: '<h1>Herbstangebote</h1><p>Guten Tag, das sind unsere Angebote dieser Woche in {{country}}.</p>',
        },
        push: {
          title: 'Herbstangebote',
          body: 'Unsere Angebote dieser Woche',
          link: 'https://www.example.com/de',
        },
      },
      en: {
        email: {
          subject: 'Autumn offers from {{officeName}}',
          html: '<h1>Autumn offers</h1><p>Hello, these are our offers of the week in {{country}}.</p>',
        },
        push: { title: 'Autumn offers', body: 'Our offers of the week', link: 'https://www.example.com/en' },
      },
    },
  },
  personalised: {
    defaultLocale: 'de',
    locales: {
      de: {
        email: {
          subject: 'Herbstangebote für Ihr Interesse: {{interest}}',
          html: '<h1>Ausgewählt für Sie</h1><p>Guten Tag, das sind unsere Angebote rund um {{interests}}.</p>',
        },
        push: { title: 'Für Sie ausgewählt', body: 'Angebote rund um {{interests}}' },
      },
      en: {
        email: {
          subject: 'Autumn offers for your interest: {{interest}}',
          html: '<h1>Chosen for you</h1><p>Hello, these are our offers about {{interests}}.</p>',
        },
        push: { title: 'Chosen for you', body: 'Offers about {{interests}}' },
      },
    },
  },
  schedule: { at: 'now', timezone: 'recipient' },
};

export const japaneseCampaign: CampaignBody = {
  office: 'jp',
  name: 'Autumn photo contest',
  topic: 'news',
  channels: ['email', 'push'],
  deliver: 'each',
  content: {
    defaultLocale: 'ja',
    locales: {
      ja: {
        email: {
          subject: '秋のフォトコンテストのお知らせ',
          html: '<h1>秋のフォトコンテスト</h1><p>{{officeName}}より、フォトコンテスト開催のお知らせです。</p>',
        },
        push: { title: '秋のフォトコンテスト', body: 'Xperiaで撮った秋の一枚をお送りください。' },
      },
    },
  },
  schedule: { at: 'now', timezone: 'recipient' },
};

function noticeText(subject: string, text: string): Locale {
  return {
    email: { subject, html: `<h1>${subject}</h1><p>${text}</p>` },
    push: { title: subject, body: text },
    sms: { text },
  };
}

/** For every country: whoever reads none of these languages gets it in that of their office, or in English. */
export const safetyNotice: NoticeBody = {
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'SN-2026-11',
  audience: { deviceModels: [recalledModel] },
  channels: ['push', 'email', 'sms'],
  content: {
    defaultLocale: 'en',
    locales: {
      en: noticeText(
        'Battery safety notice',
        'Stop charging your {{deviceModel}} until it has been checked.',
      ),
      de: noticeText(
        'Sicherheitshinweis zum Akku',
        'Bitte laden Sie Ihr {{deviceModel}} nicht mehr, bis es geprüft ist.',
      ),
      fr: noticeText(
        'Avis de sécurité : batterie',
        'Ne rechargez plus votre {{deviceModel}} avant son contrôle.',
      ),
      ja: noticeText(
        '電池に関する安全上のお知らせ',
        '点検が済むまで、{{deviceModel}}を充電しないでください。',
      ),
      ko: noticeText('배터리 안전 안내', '점검이 끝날 때까지 {{deviceModel}}을(를) 충전하지 마십시오.'),
    },
  },
};
