/** Japanese. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const jaMail: MailMessages = {
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
  'notice.read': 'このお知らせをオンラインで読む',
  'notice.acknowledge': 'お読みになったことを確認する',
  'notice.accept': '内容を読んで同意する',
};

export const jaLetter: LetterMessages = {
  'letter.confirm.subject': 'ご確認ください：{office}からのメール',
  'letter.confirm.intro': '{date} に、このアドレスへの{office}の広告メールの配信が希望されました。',
  'letter.confirm.action': 'ご本人の場合は、こちらで確認してください：',
  'letter.confirm.button': '確認する',
  'letter.confirm.ignore':
    'お心当たりがない場合は、何もする必要はありません。確認されないかぎり、広告メールは送信されません。リンクは {date} まで有効です。',
  'letter.result.subject': '設定を記録しました',
  'letter.result.email.granted': '{date} に、{office}からの広告メールが許可されました。',
  'letter.result.email.denied': '{date} に、{office}からの広告メールが拒否されました。今後はお送りしません。',
  'letter.result.push.granted': '{date} に、{office}からの広告の通知が許可されました。',
  'letter.result.push.denied': '{date} に、{office}からの広告の通知が拒否されました。今後は表示しません。',
  'letter.result.change': '設定はいつでも確認・変更できます：',
  'letter.why': '広告に関するお客様の設定が記録されたため、お送りしています。広告は含まれません。',
};

export const jaPage: PageMessages = {
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
  'already.title': 'すでに配信は停止されています',
  'already.detail': '{office}から広告メールはお送りしていません。',

  'damaged.title': 'このリンクは使用できません',
  'damaged.detail': 'リンクの一部が欠けているか、変更されています。設定は変更されていません。',
  'damaged.advice': 'メールからもう一度リンクを開くか、リンク全体をアドレスバーに貼り付けてください。',

  'sample.title': 'これはサンプルです',
  'sample.detail':
    'このリンクはプレビューまたはテスト配信のものです。特定の人のものではなく、何も変更されません。',

  'error.title': '処理できませんでした',
  'error.detail': '設定を保存できませんでした。数分後にもう一度お試しください。',
  'error.button': 'もう一度試す',

  'page.language': '言語',

  'unsubscribe.topic': 'このテーマだけを停止する場合',
  'unsubscribe.topic.detail': '「{topic}」のメールと通知を停止します。ほかのテーマは引き続き届きます。',
  'unsubscribe.topic.button': '「{topic}」だけを停止する',
  'unsubscribe.centre': 'すべての設定を確認・変更する',

  'undo.detail':
    '誤って停止した場合は「元に戻す」を押してください。{office}からの広告メールの受信に再び同意したことになります。',
  'undo.topic.detail': '誤って停止した場合は「元に戻す」を押すと、このテーマが再びオンになります。',
  'undo.button': '元に戻す',
  'undone.title': '広告メールが再び許可されました',
  'undone.detail': '{office}から再び広告メールをお送りすることがあります。同意はいつでも撤回できます。',
  'undone.topic.title': 'テーマが再びオンになりました',
  'undone.topic.detail':
    '広告を許可されている範囲で、{office}から再び「{topic}」をお送りすることがあります。',
  'topic-done.title': 'このテーマはオフになりました',
  'topic-done.detail':
    '{office}から「{topic}」をお送りすることはありません。ほかのテーマは引き続き届きます。',

  'topic.news': 'ニュース',
  'topic.offers': 'キャンペーン・特典',
  'topic.articles': '読みもの',
  'topic.recommendations': 'おすすめ',

  'centre.title': '受信設定',
  'centre.intro': '{office}からお送りしてよいものを、ここで選べます。設定はいつでも変更できます。',
  'centre.address': 'この設定は {address} のものです。',
  'centre.readonly': 'これは{office}の担当者用の表示です。ここでは何も変更できません。',
  'centre.marketing': '広告',
  'centre.email': 'メール',
  'centre.email.detail':
    '{controller}を代理する{office}から、ニュースや特典をメールで受け取ることに同意します。同意はいつでも撤回できます。',
  'centre.push': '通知',
  'centre.push.detail':
    '{controller}を代理する{office}から、ニュースや特典を{count, plural, other {私のスマートフォン（#台）}}の通知で受け取ることに同意します。同意はいつでも撤回できます。',
  'centre.topics': 'テーマ',
  'centre.topics.detail': 'オフにしたテーマは、メールでも通知でも一切お送りしません。',
  'centre.personal': 'お客様に合わせた内容と製品の改善',
  'centre.profiling': '興味に合わせた内容',
  'centre.profiling.detail':
    '{office}が、私の興味やスマートフォンの機種に応じて広告の内容や文面を選ぶことに同意します。同意しない場合は、ほかの方と同じ内容が届きます。',
  'centre.diagnostics': '診断データ',
  'centre.diagnostics.detail':
    '{count, plural, other {私のスマートフォン（#台）}}から、使用状況や不具合に関する技術データを{controller}に送信することに同意します。データは製品の改善のために集計した形でのみ使用し、広告には使用しません。',
  'centre.language.detail': '可能なかぎり、この言語でご案内します。',
  'centre.save': '設定を保存する',
  'centre.refuse': 'すべての広告を拒否する',
  'centre.refuse.detail': '広告のメールと通知を、直ちに、今後もずっと停止します。',
  'centre.saved': '設定を保存しました。すでに有効です。',
  'centre.unchanged': '変更はありません。設定はここに表示されているとおりです。',
  'centre.refused': '{office}からのすべての広告を停止しました。すでに有効です。',
  'centre.conflict':
    'その間に、別の場所で設定が変更されました。オフにした項目はオフになっています。オンにした項目は保存されていません。設定を確認して、もう一度保存してください。',
  'centre.pending':
    'あと一歩です。{address} にお送りするメールを開き、確認を完了してください。それまで広告メールはお送りしません。',
  'centre.limit':
    '本日は {address} に確認メールを数回お送りしました。受信トレイを確認するか、明日もう一度お試しください。',
  'centre.gpc':
    'お使いのブラウザーが、プロファイリングをしないよう求めています（Global Privacy Control）。お客様の拒否として記録しました。ブラウザーがこれを求めている間、この設定はオフのままです。',

  'state.until': '同意は {date} まで有効です。',
  'state.expired': '同意は {date} に終了しました。',
  'state.pending': 'メールでの確認をお待ちしています。',
  'state.implied': '以前のご購入またはお問い合わせにより、オンになっています。いつでも拒否できます。',
  'state.default': '拒否されていないため、オンになっています。いつでも拒否できます。',
  'state.undeliverable': 'このアドレスへのメールが届かなかったため、お送りしていません。',
  'state.complained': '迷惑メールとして報告されたため、広告メールはお送りしていません。',

  'history.title': 'これまでの設定',
  'history.empty': '設定の記録はまだありません。',
  'history.older': 'ほかに{count, plural, other {#件の古い記録}}がありますが、ここには表示されていません。',
  'history.granted': '許可',
  'history.accepted': '同意',
  'history.denied': '拒否',
  'history.pending': '確認待ち',
  'purpose.email': '広告メール',
  'purpose.push': '広告の通知',
  'purpose.sms': 'SMS（ショートメッセージ）',
  'purpose.topic': 'テーマ：{topic}',
  'purpose.profiling': '興味に合わせた内容',
  'purpose.diagnostics': '診断データ',
  'purpose.terms': '規約またはポリシー、バージョン{version}',
  'source.setup-wizard': 'スマートフォンの初期設定',
  'source.app': 'スマートフォンのアプリ',
  'source.settings': 'スマートフォンの設定',
  'source.account': 'アカウント',
  'source.link': 'メールのリンク先のページ',
  'source.one-click': 'メールソフトの配信停止ボタン',
  'source.import': '以前の記録',
  'source.staff': 'お客様のご依頼による担当者の操作',
  'source.system': '自動',
  'source.merge': 'スマートフォンとアカウントの連携時',
  'source.gpc': 'ブラウザーの信号（Global Privacy Control）',

  'confirm.question': '{office}からの広告メールを許可しますか？',
  'confirm.detail':
    '{address} への広告メールの配信が希望されました。ボタンを押すと、{controller}を代理する{office}から、ニュースや特典をメールで受け取ることに同意したことになります。同意はいつでも撤回できます。',
  'confirm.button': 'はい、許可します',
  'confirm.ignore': 'お心当たりがない場合は、このページを閉じてください。広告メールは送信されません。',
  'confirm.done.title': '広告メールが許可されました',
  'confirm.done.detail':
    '今後、{office}から広告メールをお送りすることがあります。同意はいつでも撤回できます。',
  'confirm.already.title': 'すでに確認されています',
  'confirm.already.detail':
    '{office}からの広告メールは {date} に許可されています。ほかに必要な操作はありません。',
  'confirm.expired.title': '確認の期限が過ぎています',
  'confirm.expired.detail':
    'このリンクは {date} まで有効でした。広告メールは送信されません。引き続きご希望の場合は、新しい確認メールをお送りします。',
  'confirm.resend.button': '新しいメールを送る',
  'confirm.resent.title': '新しいメールをお送りします',
  'confirm.resent.detail': '{address} にお送りします。リンクは{count, plural, other {#日間}}有効です。',
  'confirm.refused.title': '広告メールは拒否されています',
  'confirm.refused.detail':
    'このリンクの送信後に広告メールが拒否されたため、リンクは無効になりました。受信設定でいつでも再び許可できます。',

  'reconfirm.question': '今後も{office}から広告メールをお送りしてよろしいですか？',
  'reconfirm.detail':
    '同意は {date} に終了します。ボタンを押すと、{controller}を代理する{office}から、引き続きニュースや特典をメールで受け取ることに同意したことになります。押さない場合、メールは自動的に終了します。同意はいつでも撤回できます。',
  'reconfirm.late':
    '同意は {date} に終了しました。ボタンを押すと、{controller}を代理する{office}から、再びニュースや特典をメールで受け取ることに同意したことになります。同意はいつでも撤回できます。',
  'reconfirm.button': 'はい、続けます',
  'reconfirm.done.title': '同意が更新されました',
  'reconfirm.done.detail': '{date} まで有効です。いつでも撤回できます。',

  'receipt.title': '同意の控え',
  'receipt.issued': '発行日：{date}',
  'receipt.number': '控えの番号',
  'receipt.controller': 'データ管理者',
  'receipt.office': '現地オフィス',
  'receipt.policy': 'プライバシーポリシー（バージョン {version}）',
  'receipt.now': '現在の設定',
  'receipt.on': 'オン',
  'receipt.off': 'オフ',
  'receipt.rights': 'お客様の権利',
  'receipt.rights.detail':
    '同意はそれぞれ、スマートフォンの設定、アカウント、または広告メールに記載のリンクから、いつでも撤回できます。データの開示、訂正、削除を求めることもできます。',
  'receipt.proof': '証明',
  'receipt.proof.intact': '記録は完全です。各項目に、一つ前の項目の電子的な指紋が含まれています。',
  'receipt.proof.broken': '項目 {entry} で記録が損なわれています。お問い合わせください。',

  'notice.why': 'このお知らせをお送りする理由',
  'notice.released': '{date}発行',
  'notice.fallback': 'お使いの言語の文面がないため、次の言語で表示しています: {language}',
  'notice.erased': 'お客様に関する情報はもう保存されていません。以下は全員に送信された文面です。',
  'notice.stopped': 'このお知らせは取り消されました。記載の内容には従わないでください。',
  'notice.superseded': 'このお知らせは新しいお知らせに置き換えられました。',
  'notice.newer': '新しいお知らせを読む',
  'notice.acknowledge.button': '読みました',
  'notice.accept.detail':
    'ボタンを押すと、このお知らせで案内している規約またはポリシーのバージョン{version}に同意したことになります。',
  'notice.accept.button': '同意します',
  'notice.renew':
    '以下の同意を新しいバージョンのもとで改めて行うこともできます。チェックしないものは現在のまま変わりません。',
  'notice.acknowledged': '{date}に、このお知らせを読んだことを確認済みです。',
  'notice.accepted': '{date}に、バージョン{version}に同意済みです。',
  'notice.recorded': '回答を記録しました。',
  'notice.already': 'すでに回答済みです。変更はありません。',
  'notice.not-yours': 'このお知らせはお客様には送信されていないため、回答は記録されませんでした。',

  'error.input.title': '読み取れませんでした',
  'error.input.detail':
    'フォームが不完全、大きすぎる、または形式が異なります。設定は変更されていません。もう一度リンクを開いてお試しください。',
};
