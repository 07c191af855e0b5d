/** Promotion and honest notices in every language of the service (N-20): the first is refused, the others are not. */
import { describe, expect, it } from '@jest/globals';
import type { MandatoryContent } from '../../shared/domain/message.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';
import { locales } from '../../shared/i18n/catalog.ts';

const inHtml = (html: string): MandatoryContent => ({
  defaultLocale: 'en',
  locales: { en: { email: { subject: 'Notice', html } } },
});
const kinds = (content: MandatoryContent) => findPromotion(content).map(({ code }) => code);

const inSms = (text: string): MandatoryContent => ({
  defaultLocale: 'en',
  locales: { en: { sms: { text } } },
});

/** Unsubscribe, offer, call to buy, in each language of the service. */
const wordings: Readonly<Record<string, readonly [string, string, string]>> = {
  ar: ['إلغاء الاشتراك', 'خصم ٢٠٪ على الهاتف الجديد', 'اشترِ الآن'],
  de: ['Hier vom Newsletter abmelden', 'Mit Gutscheincode sparen', 'Jetzt bestellen'],
  en: ['Unsubscribe', 'Half price this week', 'Add to cart'],
  es: ['Cancelar la suscripción', 'Descuentos de verano', 'Compra ahora'],
  fr: ['Se désabonner', 'Offre spéciale sur les écouteurs', 'Achetez le nouveau modèle'],
  he: ['להסרה מרשימת התפוצה', 'קופון לרכישה הבאה', 'הזמינו עכשיו'],
  it: ['Annulla l’iscrizione', 'Offerte speciali per te', 'Acquista ora'],
  ja: ['配信停止', 'お得なクーポン', '今すぐ予約'],
  ko: ['구독 취소', '할인 쿠폰', '지금 구매'],
  nl: ['Hier kunt u zich afmelden', 'Kortingscode', 'Bestel nu'],
  pl: ['Anuluj subskrypcję', 'Promocja na akcesoria', 'Kup teraz'],
  'pt-BR': ['Cancelar inscrição', 'Promoção de verão', 'Compre agora'],
  sv: ['Avsluta prenumerationen', 'Ett erbjudande till dig', 'Köp nu'],
  th: ['ยกเลิกการรับอีเมล', 'ส่วนลดพิเศษ', 'ซื้อเลย'],
  tr: ['Abonelikten çık', 'Yaz indirimi', 'Hemen satın al'],
  'zh-Hans': ['退订', '限时优惠', '立即购买'],
  'zh-Hant': ['取消訂閱', '八折優惠', '立即購買'],
};

/** What honest notices say: repairs, refunds with their amounts, charge levels, the price of a call, what not to buy. */
const honest: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Stop charging your phone until it has been checked. We repair it free of charge, or refund the full purchase price, up to EUR 499.00.',
    'Call +49 30 1234567 (calls cost €0.14 per minute). Charge it to 80 % at most, and below 30 °C.',
    'We have updated our terms. You can read them at https://www.sony.com/terms and opt out of arbitration in writing within 30 days.',
    'Your Xperia 1 VII needs the security update 67.2.A.2.118: Settings > System > Updates. The patch reduces charging speed by 10-15 %.',
    'The service ends on 1 March 2027. Download your data before. You do not need to buy anything.',
    'The phone can be used in order of safety; order number 123. Do not offer it for sale. Sign out of your account.',
  ],
  de: [
    'Bitte laden Sie Ihr Telefon nicht mehr auf. Wir tauschen den Akku kostenlos aus oder erstatten den Kaufpreis von bis zu 499,00 €.',
    'Bitte melden Sie sich von Ihrem Konto ab und ändern Sie Ihr Passwort. Laden Sie den Akku nur bis 80 %. Ein Anruf kostet 0,14 €/Min.',
    'Unsere Nutzungsbedingungen ändern sich zum 1. März 2027. Sie können dem widersprechen.',
  ],
  fr: [
    'Cessez de charger votre téléphone. La réparation est gratuite, ou nous vous remboursons le prix d’achat (jusqu’à 499 €).',
    'N’achetez pas de chargeur d’un autre fabricant. La mise à jour entraîne 20 % de réduction de la capacité de charge.',
    'Vous pouvez vous opposer aux nouvelles conditions.',
  ],
  es: [
    'Deje de cargar el teléfono. La reparación es gratuita o le reembolsamos el precio de compra, hasta 499 €.',
    'Compruebe que la batería esté por debajo del 30 %. No compre cargadores de otros fabricantes.',
  ],
  'pt-BR': [
    'Pare de carregar o telefone. O reparo é gratuito ou reembolsamos o valor da compra (até R$ 4.999,00).',
    'Atualize o sistema agora. A bateria deve ter mais de 50 %. Nossos termos mudam em 1º de março.',
  ],
  it: [
    'Smetta di caricare il telefono. La riparazione è gratuita oppure rimborsiamo il prezzo d’acquisto (fino a 499 €).',
    'Aggiorni il software: la batteria deve essere almeno al 50 %.',
  ],
  nl: [
    'Laad uw telefoon niet meer op. Wij repareren hem gratis of vergoeden de aankoopprijs (tot € 499).',
    'Meld u af bij uw account en wijzig uw wachtwoord. Werk de software bij.',
  ],
  pl: [
    'Nie ładuj telefonu. Naprawa jest bezpłatna albo zwracamy cenę zakupu (zwrot do 1999 zł).',
    'Zaktualizuj oprogramowanie. Poziom baterii powinien wynosić co najmniej 50 %.',
  ],
  sv: [
    'Sluta ladda telefonen. Reparationen är gratis eller så får du återbetalning på upp till 4 990 kr.',
    'Vi ändrar våra villkor den 1 mars 2027. Uppdatera telefonen.',
  ],
  tr: [
    'Telefonunuzu şarj etmeyin. Onarım ücretsizdir veya satın alma bedelini iade ederiz (en çok 19.999 TL iade).',
    'Güncellemeyi hemen indirin. Pil en az %50 olmalıdır. Gizlilik politikamız değişti.',
  ],
  ar: [
    'توقف عن شحن هاتفك. الإصلاح مجاني أو يتم استرداد المبلغ بالكامل حتى 1999 درهم.',
    'ثبّت تحديث الأمان. يجب ألا تقل البطارية عن ٥٠٪. تغيرت سياسة الخصوصية الخاصة بنا. عرض التفاصيل في الإعدادات.',
  ],
  he: [
    'הפסיקו לטעון את הטלפון. התיקון ללא תשלום, או החזר מלא של מחיר הרכישה עד 1,999 ₪.',
    'התקינו את עדכון האבטחה. בהנחה שהסוללה מעל 50% העדכון מתבצע תוך 15 דקות.',
  ],
  th: [
    'หยุดชาร์จโทรศัพท์ของคุณ เราซ่อมให้โดยไม่คิดค่าใช้จ่าย หรือคืนเงินเต็มจำนวน 19,990 บาท',
    'ติดตั้งการอัปเดตความปลอดภัย แบตเตอรี่ต้องมีอย่างน้อย 50%',
  ],
  ja: [
    '充電を中止してください。無償で修理、または購入代金（最大99,800円）を返金いたします。',
    'セキュリティ更新をインストールしてください。電池残量は50%以上必要です。お買い求めの販売店にご相談ください。カスタマーセールスサポート',
  ],
  ko: [
    '충전을 중지하십시오. 무상 수리 또는 구입 금액(최대 1,290,000원)을 환불해 드립니다.',
    '보안 업데이트를 설치하십시오. 배터리가 50% 이상이어야 합니다. 구매하신 매장에 문의하십시오.',
  ],
  'zh-Hans': [
    '请立即停止充电。我们免费维修,或全额退款(最高 5999 元)。',
    '请安装安全更新。电池电量须高于 50%。Xperia 三折叠不受影响。',
  ],
  'zh-Hant': [
    '請立即停止充電。免費維修,或全額退費(最高 NT$19,990)。',
    '請安裝安全性更新。電池電量須高於 50%。',
  ],
};

describe('each language of the service', () => {
  it('has wordings here', () => {
    for (const texts of [wordings, honest]) expect(Object.keys(texts).sort()).toEqual([...locales].sort());
  });

  it.each(Object.entries(wordings))('%s: promotion in it is refused', (_locale, texts) => {
    expect(texts.map((text) => kinds(inSms(text))[0])).toEqual(['unsubscribe', 'offer', 'call-to-buy']);
  });

  it.each(Object.entries(honest))('%s: an honest notice is not', (_locale, texts) => {
    for (const text of texts) {
      expect(findPromotion(inSms(text))).toEqual([]);
      expect(findPromotion(inHtml(`<table><tr><td>${text}</td></tr></table>`))).toEqual([]);
    }
  });
});
