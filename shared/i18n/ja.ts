/** Japanese. */
import type { Messages } from './messages.ts';

export const ja: Messages = {
  'mail.sender': 'このメールは、{controller}を代理して{office}がお送りしています。',
  'mail.why': 'お客様の設定で{office}からの広告メールの受信が許可されているため、お送りしています。',
  'mail.unsubscribe': '配信停止',
  'mail.preferences': '受信設定の変更',
  'mail.policy': 'プライバシーポリシー',
  'mail.address': '住所',

  'notice.safety': 'お使いのスマートフォンの安全に関わる内容のため、お送りしています。',
  'notice.security': 'お使いのスマートフォンとデータの保護に関わる内容のため、お送りしています。',
  'notice.terms': 'お客様に適用される規約やポリシーが変更されるため、お送りしています。',
  'notice.service': 'ご利用中の製品、サービス、またはアカウントに関わる内容のため、お送りしています。',
  'notice.choices': '広告の受信設定に変更はなく、このお知らせには影響しません。',
  'notice.reference': '参照番号：{reference}',

  'page.sender': '{controller}を代理して{office}が提供するページです。',
  'page.controller': '{controller}が提供するページです。',

  'unsubscribe.question': '{office}からの広告メールを停止しますか？',
  'unsubscribe.stops': '停止されるもの',
  'unsubscribe.stops.detail':
    '{office}からのすべての広告メール。すでに配信中のものも含め、直ちに停止します。',
  'unsubscribe.continues': '引き続き届くもの',
  'unsubscribe.continues.detail':
    'スマートフォンの安全、重要なセキュリティ更新、規約の変更に関するお知らせ。広告は含まれません。',
  'unsubscribe.button': '広告メールを停止する',
  'unsubscribe.pending': 'ボタンを押すまで、設定は変わりません。',

  'done.title': '配信を停止しました',
  'done.detail': '今後、{office}から広告メールをお送りすることはありません。停止はすでに有効です。',
  'done.undo': '誤って停止した場合は、スマートフォンまたはアカウントの設定からいつでも再開できます。',
  'already.title': 'すでに配信は停止されています',
  'already.detail': '{office}から広告メールはお送りしていません。',

  'damaged.title': 'このリンクは使用できません',
  'damaged.detail': 'リンクの一部が欠けているか、変更されています。設定は変更されていません。',
  'damaged.advice': 'メールからもう一度リンクを開くか、リンク全体をアドレスバーに貼り付けてください。',

  'error.title': '処理できませんでした',
  'error.detail': '設定を保存できませんでした。数分後にもう一度お試しください。',
  'error.button': 'もう一度試す',
};
