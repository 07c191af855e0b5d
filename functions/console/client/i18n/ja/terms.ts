/** 専門用語。 */
import type { Catalog } from '../catalog.ts';

export const terms: Catalog['terms'] = {
  state: {
    draft: '下書き',
    submitted: '確認中',
    approved: '一次承認済み',
    scheduled: '配信予定',
    running: '配信中',
    paused: '一時停止',
    completed: '完了',
    rejected: '差し戻し',
    cancelled: '中止',
    expired: '期限切れ',
  },
  noticeState: {
    draft: '下書き',
    submitted: '承認待ち',
    running: '配信中',
    completed: '完了',
    rejected: '差し戻し',
    stopped: '停止',
  },
  noticeKind: { safety: '安全', security: 'セキュリティ', terms: '規約', service: 'サービス' },
  legalReason: {
    'product-safety': '製品安全',
    'security-update': 'セキュリティ更新',
    'terms-change': '規約の変更',
    'privacy-policy-change': 'プライバシーポリシーの変更',
    'service-change': 'サービスの変更',
    account: 'アカウントに関する事項',
    'legal-obligation': 'その他の法的義務',
  },
  channel: { email: 'メール', push: 'プッシュ', sms: 'SMS' },
  topic: { news: 'ニュース', offers: 'お得な情報', articles: '記事', recommendations: 'おすすめ' },
  role: {
    marketer: 'マーケティング担当',
    approver: '承認者',
    'notice-author': '通知作成者',
    'notice-releaser': '通知承認者',
    'privacy-officer': 'プライバシー担当',
    support: 'サポート',
    auditor: '監査',
    admin: '管理者',
  },
};
