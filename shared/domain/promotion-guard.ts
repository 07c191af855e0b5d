/**
 * Refuses promotion in a mandatory notice: strictest common denominator of the countries (GDPR and ICO: no advert in a service message;
 * 16 CFR 316.3; CASL 6(6); Korea, Network Act 50: any promotional item makes the whole message advertising).
 * A finding is an error with the place and the words; a person still reads every notice before it is released.
 */
import type { FieldError } from './faults.ts';
import type { MandatoryContent } from './message.ts';

/** What a finding is about. */
export const findingCodes = [
  'unsubscribe',
  'tracked-link',
  'price',
  'offer',
  'call-to-buy',
  'marketing-template',
  'marketing-image',
  'foreign-link',
] as const;
export type FindingCode = (typeof findingCodes)[number];

interface Ban {
  what: string;
  pattern: RegExp;
}

const bans: readonly Ban[] = [
  {
    what: 'an unsubscribe link or wording: a notice cannot be unsubscribed from',
    pattern:
      /unsubscribe|opt[- ]?out (link|here|at)|\breply stop\b|abmelden|abbestell|désabonn|d[ée]sinscri|darse de baja|cancelar (la )?suscripci|disiscri|uitschrijven|wypisz|avregistrera|配信停止|수신 ?거부|구독 ?취소|退订|退訂/iu,
  },
  {
    what: 'a tracked link: a notice does not follow its readers',
    pattern:
      /[?&](utm_\w+|gclid|fbclid|mc_[ce]id|_hsenc|trk|click_?id)=|https?:\/\/(click|track|links?|trk)\.|https?:\/\/(bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly)\/|<img[^<>]+(width|height)\s*(=\s*["']?|:\s*)[01](px)?["'\s;>]/iu,
  },
  {
    what: 'a price',
    pattern:
      /[€£¥₩₹$₺₪฿₫₱]\s?\d|\b(EUR|USD|GBP|JPY|KRW|CHF|PLN|SEK)\s?\d|\d[\d.,]{0,15}\s?([€£¥₩₹₺₪฿₫₱]|(EUR|USD|GBP|JPY|KRW|CHF|PLN|SEK|TL|kr|zł|euros?|dollars)(?![\p{L}\d])|円(?![滑形盤周])|[만천]?원(?=$|\P{L}|[을의이에입부으까짜])|[日美港欧歐]?元(?![件素旦年]))/u,
  },
  {
    what: 'an offer or a discount',
    pattern:
      /(\d\s?%|%\s?\d+)\s?(off(?!\p{L})|discount|rabatt|de descuento|di sconto|korting|zniżki|rabais|de réduction|indirim|הנחה|引き|オフ|折)|(?<![\d%]\s?)[-−–]\s?\d+\s?%|\b(discounts?|coupons?|vouchers?|promo(tion)?( code)?s?|special offers?|limited[- ]time|flash sale|black friday|on sale (now|today)|best price|bargains?|cashback|giveaways?|free gifts?|gift cards?|trade-in bonus|save up to|use code|rabatte?|gutscheine?|sonderangebote?|sconto|offerta|oferta|rebajas|soldes|code promo|aanbieding(en)?|promocja|reapris(er)?)(?!\p{L})|خصم|ส่วนลด|ลดราคา|割引|セール(?!ス)|クーポン|할인|특가|쿠폰|优惠|優惠|折扣|特价|特價|促销|促銷/iu,
  },
  {
    what: 'a call to buy',
    pattern:
      /\b(buy|shop|order|pre-?order) (it |yours |the new \S+ )?(now|today|here)\b|\bupgrade (it |yours )?(now|today|here)\b(?! to (the )?(latest|new|android|version|software|firmware))|\bupgrade to the new xperia\b|jetzt (kaufen|bestellen|vorbestellen|shoppen)|achetez|comprar? ahora|acquista ora|koop nu|köp nu|kup teraz|今すぐ購入|지금 구매|立即购买|立即購買/iu,
  },
];

const inlineTag = /<\/?(a|b|big|em|font|i|mark|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/giu;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  dollar: '$',
  euro: '€',
  nbsp: ' ',
  percnt: '%',
  pound: '£',
  shy: '',
  yen: '¥',
  zwnj: '',
};

/** The text as its reader sees it: without markup, entities, invisible characters and the wide forms of letters and digits. */
function readerText(source: string): string {
  return source
    .replace(inlineTag, '')
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/&#x([\da-f]{1,5});/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/gu, (entity, name: string) => entities[name.toLowerCase()] ?? entity)
    .replace(invisible, '')
    .normalize('NFKC');
}

/** What in a notice is promotion, one entry per place and kind. */
export function findPromotion(content: MandatoryContent): FieldError[] {
  return Object.entries(content.locales).flatMap(([locale, { email, push, sms }]) => {
    const at = `content.locales.${locale}`;
    const texts: Readonly<Record<string, string | undefined>> = {
      [`${at}.email.subject`]: email?.subject,
      [`${at}.email.html`]: email?.html,
      [`${at}.email.text`]: email?.text,
      [`${at}.push.title`]: push?.title,
      [`${at}.push.body`]: push?.body,
      [`${at}.push.link`]: push?.link,
      [`${at}.sms.text`]: sms?.text,
    };
    return Object.entries(texts).flatMap(([field, text]) =>
      text === undefined ? [] : findingsIn(field, text),
    );
  });
}

function findingsIn(field: string, text: string): FieldError[] {
  const seen = readerText(text);
  return bans.flatMap(({ what, pattern }) => {
    const found = (pattern.exec(text) ?? pattern.exec(seen))?.[0];
    return found === undefined ? [] : [{ field, message: `“${found.trim()}” reads as ${what}.` }];
  });
}
