/** キャンペーンのチェックで見つかるもの。 */
import type { Catalog } from '../catalog.ts';

export const findings: Catalog['composer']['findings'] = {
  required: '入力してください。',
  chooseOne: '1 つ以上選んでください。',
  tooLong: (most) => `${most} 文字までです。`,
  tooSmall: (least) => `${least} 以上にしてください。`,
  tooLarge: (most) => `${most} 以下にしてください。`,
  wholeNumber: '整数を入力してください。',
  link: 'https:// で始まる完全なアドレスを入力してください。',
  noTime: 'この時刻は存在しません。',
  form: '形式が正しくありません。',
  noOffice: (office) => `拠点「${office}」はありません。`,
  armsOnce: '同じ版は 1 つだけにしてください。',
  armsTooLarge: (percent) => `各版の合計が ${percent} % です。A 版に残る人がいません。`,
  otherOffice: (country) => `${country} は別の拠点に属します。`,
  channelsOnce: '同じチャネルは 1 つだけにしてください。',
  noZone: (zone) => `「${zone}」というタイムゾーンはありません。`,
  passed: 'この時刻は過ぎています。',
  expiresFirst: '開始より前に終了します。',
  noContent: (language) => `${language}の文面がありません。`,
  noDefault: (channel) => `既定の言語には ${channel} の文面が必要です。`,
  noLanguage: (tag) => `「${tag}」は言語タグではありません。`,
  oneLine: '1 行で入力してください。',
  linkVariable: 'リンクに変数は使えません。',
  notClosed: (line, tag) => `${line} 行目: <${tag} が閉じられていません。`,
  bytes: (bytes, most) => `変数を入れると最大 ${bytes} バイトです。プッシュは ${most} バイトまでです。`,
  braces: (line) => `${line} 行目: かっこが正しくありません。変数は {{name}} と書きます。`,
  onlyVariables: (line) => `${line} 行目: ここで使えるのは変数だけです。`,
  escaped: (line) => `${line} 行目: かっこは 3 つではなく 2 つで、& は使えません。`,
  plain: (line) => `${line} 行目: 使えるのは {{name}} の形だけです。`,
  unknown: (line, name, known) => `${line} 行目: 変数 ${name} はありません。使えるのは ${known} です。`,
  missingLocale: (channel, language) =>
    `${language}の${channel}の文面がありません。この人たちには既定の言語が届きます。`,
  missingText: (channel, language) =>
    `${language}の${channel}の文面がありません。このチャネルでは別の言語が届きます。`,
  missingPersonal: (channel, language) =>
    `${language}の${channel}の個別の文面がありません。全員に共通の文面が届きます。`,
  long: (length, most) => `${length} 文字: 多くのスマートフォンでは最初の ${most} 文字だけが表示されます。`,
  alt: (line) => `${line} 行目: alt のない画像は、見えない人に何も伝えません(飾りなら alt="")。`,
  notHttps: (line, tag) => `${line} 行目: <${tag}> の行き先が暗号化されていません。https にしてください。`,
  labelAll: (label, country) =>
    `${country} では、件名とタイトルの前に「${label}」が付きます(全員)。その分の余裕を残してください。`,
  labelSome: (label, country) =>
    `${country} では、明示的な同意のない人の件名とタイトルの前に「${label}」が付きます。その分の余裕を残してください。`,
  everyone: (office) => `条件がありません。${office} の同意した全員に届きます。`,
};
