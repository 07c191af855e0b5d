/** The check that keeps promotion out of mandatory notices, and lets every honest recall through (N-20). */
import { describe, expect, it } from '@jest/globals';
import type { MandatoryContent } from '../../shared/domain/message.ts';
import { lookAgain } from '../../shared/domain/promotion/second-look.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';
import type { NoticeKind } from '../../shared/domain/vocabulary.ts';

const inHtml = (html: string): MandatoryContent => ({
  defaultLocale: 'en',
  locales: { en: { email: { subject: 'Notice', html } } },
});
const inSms = (text: string): MandatoryContent => ({
  defaultLocale: 'en',
  locales: { en: { sms: { text } } },
});
const kinds = (content: MandatoryContent) => findPromotion(content).map(({ code }) => code);

const link = 'unsubscribe';
const tracked = 'tracked-link';
const price = 'price';
const offer = 'offer';
const call = 'call-to-buy';
const template = 'marketing-template';
const hidden = 'hidden-text';

describe('a campaign that is disguised as a notice (N-20)', () => {
  it.each([
    [link, '<a href="https://www.sony.example/unsubscribe?id=1">No more mail</a>'],
    [link, 'Klicken Sie hier, um sich abzumelden: Abmelden'],
    [link, 'Pour vous désinscrire, cliquez ici.'],
    [link, '配信停止はこちら'],
    [link, 'Click here to opt out.'],
    [link, 'Cancel your subscription'],
    [link, 'You can un-subscribe at any time.'],
    [link, 'Antworte STOPP, und wir schreiben nicht mehr.'],
    [link, 'Antworten Sie mit „STOPP“'],
    [link, 'STOPP an 12345 senden'],
    [link, 'Ne plus recevoir nos messages'],
    [link, 'Hier vom Newsletter abmelden, auch ohne Konto.'],
    [tracked, '<a href="https://www.sony.example/recall?utm_source=news">Read more</a>'],
    [tracked, '<a href="https://click.sony.example/r/1">Read more</a>'],
    [tracked, 'See https://bit.ly/3abc for details.'],
    [tracked, '<img src="https://www.sony.example/o.gif" width="1" height="1">'],
    [tracked, '<img src="https://www.sony.example/o.gif" style="width: 1px; height: 1px">'],
    [price, 'The new model costs only €199.'],
    [price, 'The new model costs only EUR 199.'],
    [price, 'Jetzt nur 199,00 EUR.'],
    [price, '今だけ19,800円です。'],
    [price, '지금 10만원에 만나보세요.'],
    [price, '只要1999元。'],
    [price, 'Nu 1 990 kr.'],
    [price, 'Nu 1990 SEK, och i Turkiet 5000 TRY.'],
    [price, 'Only 499'],
    [price, 'Nur 499.'],
    [price, 'From 499,-'],
    [price, 'Nyní 4 999 Kč'],
    [price, 'Most 199 999 Ft'],
    [price, 'Doar 999 lei'],
    [price, 'Всего 4999 руб.'],
    [price, 'Всего 4999 ₽'],
    [offer, 'Save 50 %'],
    [offer, 'Save 50 % on cases, and your battery.'],
    [offer, 'Sparen Sie bis zu 30 %'],
    [offer, 'Cases are 20 % cheaper.'],
    [offer, 'Get free headphones'],
    [offer, 'BOGO'],
    [offer, 'ケース半額'],
    [offer, '全场半价'],
    [offer, '买一送一'],
    [offer, '買一送一'],
    [offer, '케이스 반값'],
    [offer, 'Battery cases -20 %'],
    [offer, 'A voucher for your next phone'],
    [offer, 'Get 20% off the new Xperia.'],
    [offer, 'Sichern Sie sich 20 % Rabatt.'],
    [offer, 'Profitez de -30 % sur les accessoires.'],
    [offer, 'Rebajas: todo a mitad de precio.'],
    [offer, '期間限定セール開催中'],
    [offer, '신제품 특가 이벤트'],
    [offer, '限时优惠'],
    [offer, 'Use code SAFE10 in the shop.'],
    [offer, 'Black Friday starts early.'],
    [offer, 'Half-price cases this week.'],
    [offer, 'Sichern Sie sich 20 % Nachlass.'],
    [offer, 'Auf alles 20 Prozent Nachlass.'],
    [offer, 'Une remise de 20 % sur les accessoires.'],
    [offer, '20 % de remise sur les accessoires.'],
    [offer, 'Twenty percent off for owners.'],
    [offer, 'Buy one, get one.'],
    [offer, 'Accessoires : moins 20 % pour vous.'],
    [call, 'Your phone is safe, but why not order the new Xperia today?'],
    [call, 'Shop now'],
    [call, 'Jetzt kaufen'],
    [call, '今すぐ購入'],
    [call, 'Upgrade to the new Xperia.'],
    [call, 'Upgrade today'],
    [call, 'Visit the shop'],
    [call, '<a href="https://www.sony.com/buy-now">The new Xperia</a>'],
    [call, '<a href="https://www.sony.com/sale-xperia">The new Xperia</a>'],
    [call, '<a href="https://www.sony.com/xperia/autumn-deals.html">The new Xperia</a>'],
    [call, '<a href="https://www.sony.com/%62uy-now">The new Xperia</a>'],
    [call, '<a href="https://www.sony.com/store/xperia">The new Xperia</a>'],
    [template, 'View this email in your browser'],
    [template, 'You receive this newsletter because you have subscribed.'],
    [template, 'You are receiving this message because you registered for our newsletter.'],
    [template, 'Im Browser ansehen'],
    [template, 'Voir cet e-mail dans votre navigateur'],
    [template, 'Ouvrir dans le navigateur'],
    [template, 'Ver este correo en tu navegador'],
    [template, 'Ver este e-mail no seu navegador'],
    [template, 'Visualizza nel tuo browser'],
    [template, 'Zobacz tę wiadomość w przeglądarce'],
    [template, 'Se mejlet i webbläsaren'],
    [template, '<a href="{{preferencesUrl}}">Your choices</a>'],
    [template, 'Weil Sie {{interests}} mögen'],
    [template, '*|UNSUB|*'],
    [hidden, '<div style="display: none">20 and more models at your shop</div>'],
    [hidden, '<p hidden>More</p>'],
    [hidden, '<bdo dir="rtl">ffo</bdo>'],
  ])('is refused for %s: %s', (kind, text) => {
    expect(kinds(inHtml(`<p>${text}</p>`))).toContain(kind);
  });

  it.each([
    [price, 'Only &euro;199'],
    [price, 'Only &#8364;199'],
    [price, 'Only &#x20AC;199'],
    [price, 'Only <b>€</b><i>1</i>99'],
    [offer, '2<b>0</b>% <span>o</span>ff'],
    [offer, '２０％ＯＦＦ'],
    [offer, 'dis&shy;count for you'],
    [offer, 'dis\u200bcount for you'],
    [offer, 'DISCOUNT'],
    [call, 'Buy&nbsp;now'],
    [call, 'Buy <br> now'],
    [call, '<s>Buy</s> <u>now</u>'],
    [offer, 'dis<!-- -->count for you'],
    [offer, 'dis<x-y></x-y>count for you'],
    [offer, 'd i s c o u n t'],
    [offer, 'd.i.s.c.o.u.n.t'],
    [offer, 'disсоunt with Cyrillic letters'],
    [offer, 'İNDİRİM'],
    [offer, '٢٠٪ off'],
    [offer, '𝐝𝐢𝐬𝐜𝐨𝐮𝐧𝐭'],
    [offer, 'ﾊﾞｰｹﾞﾝ ｸｰﾎﾟﾝ'],
    [offer, '할인'.normalize('NFD')],
    [offer, '<img src="https://www.sony.com/a.png" alt="Voucher">'],
    [link, 'd&eacute;sabonnement'],
    [link, 'un&#8203subscribe'],
    [price, 'Only 199&#8364 today'],
    [hidden, 'Now \u202effo %02'],
  ])('is refused for %s as its reader sees it, however it is written: %j', (kind, text) => {
    expect(kinds(inHtml(text))).toContain(kind);
  });

  it('is refused in each field of each language, and told where', () => {
    const text = 'Shop now';
    const content: MandatoryContent = {
      defaultLocale: 'en',
      locales: {
        en: {
          email: { subject: text, html: text, text },
          push: { title: text, body: text, link: 'https://www.sony.com/?utm_source=x' },
          sms: { text },
        },
        de: { sms: { text } },
      },
    };
    expect(findPromotion(content).map(({ field }) => field)).toEqual(
      [
        'en.email.subject',
        'en.email.html',
        'en.email.text',
        'en.push.title',
        'en.push.body',
        'en.push.link',
        'en.sms.text',
        'de.sms.text',
      ].map((field) => `content.locales.${field}`),
    );
  });

  it('is told the words that were found', () => {
    expect(findPromotion(inSms('Free of worry: shop now'))).toEqual([
      {
        field: 'content.locales.en.sms.text',
        code: 'call-to-buy',
        level: 'refused',
        message: '“shop now” reads as a call to buy.',
        quote: 'shop now',
        start: 15,
        end: 23,
      },
    ]);
  });

  it('is marked in every place, each once, where it was written', () => {
    const html = '<p>2<b>0</b> % off, dis&shy;count, and <i>dis</i>count again.</p>';
    const marked = findPromotion(inHtml(html)).map(({ start, end }) => html.slice(start, end));
    expect(marked).toEqual(['2<b>0</b> % off', 'dis&shy;count', 'dis</i>count']);
  });
});

describe('a real recall', () => {
  it.each([
    [
      'en',
      'We are recalling Xperia 10 phones (XQ-DC54) sold between March 2024 and May 2025. Stop charging the phone. We repair it free of charge, replace it, or refund the full purchase price.',
    ],
    [
      'en',
      'If the battery is below 30 % or above 45 °C, switch the phone off. Serial numbers 30A-0001 to 30A-9999. Call 1-833-681-9900, Monday to Friday, 9:00-18:00.',
    ],
    [
      'en',
      'These products were on sale in shops until 31 May 2025. Bring your proof of purchase. About 1-2 % of the phones are affected. Order number and date are on the box.',
    ],
    ['en', 'Radiation is within the limits: SAR 0.99 W/kg (head). After 3 tries, or 5 try again later.'],
    ['en', 'Upgrade now to the latest software version 64.2.A.2.131. The update fixes CVE-2026-1234.'],
    [
      'en',
      '<p>Do not use the charger <b>AC-100</b>. Read <a href="https://www.sony.com/recall?model=XQ-DC54">the instructions</a>.</p><img src="https://www.sony.com/charger.png" width="120" height="100">',
    ],
    [
      'de',
      'Wichtiger Sicherheitshinweis: Fällt der Akku unter 30 %, schalten Sie das Gerät aus. Kostenlose Reparatur oder Erstattung des Kaufpreises. Telefon 0800 123 4567, Kaufdatum ab 01.03.2024.',
    ],
    [
      'fr',
      'Rappel de sécurité : cessez d’utiliser l’appareil. Réparation gratuite ou remboursement intégral. Appelez le 0 800 123 456. Achats du 1er mars 2024 au 31 mai 2025.',
    ],
    [
      'es',
      'Aviso de seguridad: deje de usar el cargador. Reparación gratuita o reembolso del precio de compra. Llame al 900 123 456.',
    ],
    [
      'it',
      'Richiamo di sicurezza: non caricare il telefono. Riparazione gratuita, sostituzione o rimborso del prezzo d’acquisto. Numero verde 800 123 456.',
    ],
    [
      'nl',
      'Terugroepactie: laad het toestel niet op. Gratis reparatie of terugbetaling van de aankoopprijs. Aankoop tussen 2024 en 2025.',
    ],
    [
      'pl',
      'Akcja serwisowa: nie ładuj telefonu. Bezpłatna naprawa lub zwrot ceny zakupu. Numery seryjne 30A-0001 do 30A-9999.',
    ],
    ['sv', 'Håll strömknappen intryckt i 30 sek. Vänta 10 sek och försök igen.'],
    [
      'sv',
      'Återkallelse: sluta ladda telefonen. Gratis reparation eller full återbetalning. Ring 020-123 456.',
    ],
    [
      'ja',
      '2024年3月1日から2025年5月31日までに購入された製品が対象です。充電を中止してください。無償で修理または返金いたします。カスタマーセールスサポート 0120-000-000（9時〜18時）。電池残量30%以下。',
    ],
    [
      'ko',
      '리콜 안내 1. 원인: 배터리 결함. 2. 조치: 무상 수리 또는 환불. 3원칙을 지켜 주세요. 문의 1588-0000, 24시간 원격 지원. 배터리 30% 이하에서는 전원을 끄십시오.',
    ],
    [
      'zh-Hans',
      '安全召回:请立即停止充电。2024年3月至2025年5月购买的产品可免费维修或退款。共有128元件受影响。客服电话 400-810-0000。',
    ],
    ['zh-Hant', '安全召回:請立即停止充電。免費維修或退款。電量低於 30% 請關機。'],
    [
      'tr',
      'Güvenlik uyarısı: cihazı şarj etmeyin. Ücretsiz onarım veya iade. Pil %30 altına düşerse kapatın.',
    ],
    ['ar', 'تنبيه سلامة: توقف عن شحن الهاتف. إصلاح مجاني أو استرداد كامل المبلغ. اتصل على 800-1234.'],
  ])('in %s is not refused: %s', (_, text) => {
    expect(findPromotion(inHtml(text))).toEqual([]);
    expect(findPromotion(inSms(text))).toEqual([]);
  });

  it.each([
    [
      'terms',
      'We change our terms of use on 1 March 2027. You can accept them in the app. Nothing changes in what you pay.',
    ],
    ['privacy', 'We have changed our privacy policy: section 5 says what your preferences are used for.'],
    ['security', 'Install the security update of December 2026. It takes about 15 minutes and needs 2.5 GB.'],
    ['service', 'Your account was used on a new device. If it was not you, change your password.'],
    ['a shop that helps', 'Visit the shop where you bought it, and bring the charger.'],
    ['why it is sent', 'You are receiving this message because you registered a phone of this model.'],
    ['an update', 'Upgrade today to protect your phone.'],
    ['what an update changes', 'Capacity -20 %. Battery capacity after the update: -20 %.'],
    ['what a repair costs', 'The voucher of your repair is on its way.'],
    ['accounts', 'Hier können Sie das Gerät vom Konto abmelden.'],
    ['accounts', 'Hier kunt u het toestel van uw account afmelden.'],
    [
      'how many',
      'Only 499 phones are affected, and only 3 in Austria. These were sold before 2025, not only 2024.',
    ],
    ['lengths and years', 'Keep 3 ft away. Dal 1 marzo 2027 lei può recedere.'],
    ['half a refund', '半額返金いたします。'],
    ['what an update brings', 'You save 20 % of battery.'],
    ['a page', 'Ouvrez la page dans votre navigateur.'],
    ['a page', 'Abra la página en el navegador.'],
    ['a page', 'Abra a página no navegador.'],
    ['a page', 'Apra il sito nel tuo browser.'],
    ['a page', 'Otwórz stronę w przeglądarce.'],
    ['a page', 'Öppna sidan i webbläsaren.'],
    ['a page', 'Die Seite im Browser öffnen.'],
    ['a page', '<a href="https://www.sony.com/after-sales-service/order-status">Your repair</a>'],
    ['a page', '<a href="https://www.sony.com/store-finder">Who repairs it</a>'],
  ])('nor is a notice of %s', (_, text) => {
    expect(findPromotion(inHtml(text))).toEqual([]);
  });
});

it.each([
  ['promotional-word', 'Visit the shop where you bought it.'],
  ['promotional-word', 'The voucher of your repair is on its way.'],
  ['promotional-word', 'Upgrade today to protect your phone.'],
  ['percentage', 'Battery capacity after the update: -20 %.'],
])('what may be promotion and is not refused is for the second look: %s in %s', (code, text) => {
  expect(findPromotion(inHtml(text))).toEqual([]);
  const looks = lookAgain({ content: inHtml(text), reference: 'R-1', audience: {} });
  expect(looks.map((look) => look.code)).toContain(code);
});

describe('a price', () => {
  const stated = [
    'From 1 March 2027 the monthly fee is EUR 4.99 instead of EUR 3.99.',
    'Die Gebühr beträgt ab 1. März 2027 4,99 € im Monat.',
    'Le tarif passe à 4,99 € par mois.',
    '月額料金は550円になります。',
  ];
  const lookedAt = (html: string, kind: NoticeKind) =>
    lookAgain({ content: inHtml(html), reference: 'R-1', audience: {}, kind })
      .filter(({ code }) => code === price)
      .map(({ level }) => level);

  it.each(stated)('that a notice of terms or of the service states is for the second look: %s', (text) => {
    for (const kind of ['terms', 'service'] as const) {
      expect(findPromotion(inHtml(text), kind)).toEqual([]);
      expect(lookedAt(text, kind)).toContain('look');
    }
  });

  it.each(stated)('is refused in a notice of another kind: %s', (text) => {
    for (const kind of ['safety', 'security', undefined] as const)
      expect(findPromotion(inHtml(text), kind).map(({ code }) => code)).toContain(price);
  });

  it.each([
    'The monthly fee is only EUR 4.99.',
    'Nur 4,99 € im Monat.',
    'Save EUR 5 per month.',
    'The new model costs EUR 499.',
    'Only 499',
  ])('that urges is refused in each of them: %s', (text) => {
    for (const kind of ['terms', 'service'] as const)
      expect(findPromotion(inHtml(text), kind).map(({ code }) => code)).toContain(price);
  });
});

it.each([
  '<',
  '<img ',
  '<img width',
  '&',
  '&#',
  '1',
  '1,',
  '%1',
  '-1',
  '-1%',
  'hier ',
  'voir ',
  'save 1% ',
  'only 499 ',
  'utm_',
  '<a',
  '€',
])('reads the largest body made of %j to its end', (unit) => {
  const filler = unit.repeat(190_000 / unit.length);
  expect(kinds(inHtml(`${filler}> Shop now`))).toContain(call);
});

it.each([
  ['a tag with a very long name', `<${'a'.repeat(190_000)}>`],
  ['a list of pictures that is nothing but blanks', `<img srcset="${' '.repeat(190_000)}">`],
  ['addresses within one another', `<a href="https://sony.com/${'?u=//sony.com/'.repeat(13_000)}">x</a>`],
])('reads a body with %s to its end', (_case, markup) => {
  expect(kinds(inHtml(`${markup} Shop now`))).toContain(call);
});
