/**
 * Refuses promotion in a mandatory notice: strictest common denominator of the countries (GDPR and ICO: no advert in a service message;
 * 16 CFR 316.3; CASL 6(6); Korea, Network Act 50: any promotional item makes the whole message advertising).
 * A finding is an error with the place and the words; a person still reads every notice before it is released.
 */
import type { FieldError } from './faults.ts';
import type { MandatoryContent } from './message.ts';

interface Ban {
  what: string;
  pattern: RegExp;
}

const bans: readonly Ban[] = [
  {
    what: 'an unsubscribe link or wording: a notice cannot be unsubscribed from',
    pattern: /unsubscribe|opt[- ]?out link|abmelden|abbestell|désabonn|desinscri|cancelar (la )?suscripci|disiscri|uitschrijven|wypisz|配信停止|수신 ?거부|退订|退訂/iu,
  },
  {
    what: 'a tracked link: a notice does not follow its readers',
    pattern: /[?&](utm_\w+|gclid|fbclid|mc_[ce]id|_hsenc|trk|click_?id)=|https?:\/\/(click|track|links?|trk)\.|<img[^>]+(width|height)=["']?1["'\s>]/iu,
  },
  {
    what: 'a price',
    pattern: /([€£¥₩₹$]\s?\d|\d[\d.,]*\s?([€£¥₩₹]|(EUR|USD|GBP|JPY|KRW|CHF|PLN|SEK)\b|円|원|元))/u,
  },
  {
    what: 'an offer or a discount',
    pattern:
      /\d\s?%\s?(off|discount|rabatt|de descuento|di sconto|korting|zniżki|rabais|de réduction|引き|オフ|할인|折)|\b(discount|coupon|voucher|promo(tion)?( code)?|special offer|limited[- ]time|flash sale|on sale|bargain|cashback|giveaway|rabatt|gutschein|sonderangebot|sconto|oferta|soldes|code promo|aanbieding|promocja|rea)\b|割引|セール|クーポン|할인|쿠폰|优惠|優惠|折扣/iu,
  },
  {
    what: 'a call to buy',
    pattern:
      /\b(buy|shop|order|upgrade|pre-?order) (it |yours |the new \S+ )?(now|today|here)\b|jetzt (kaufen|bestellen|vorbestellen|shoppen)|achetez|compra ahora|acquista ora|koop nu|kup teraz|今すぐ購入|지금 구매|立即购买|立即購買/iu,
  },
];

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
    return Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : findingsIn(field, text)));
  });
}

function findingsIn(field: string, text: string): FieldError[] {
  return bans.flatMap(({ what, pattern }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [{ field, message: `“${found.trim()}” reads as ${what}.` }];
  });
}
