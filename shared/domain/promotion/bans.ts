/** What reads as promotion, in the languages of the service. Patterns are tried on the text as its reader sees it, and on its markup. */
import type { FindingCode } from './finding.ts';

export interface Ban {
  readonly code: FindingCode;
  readonly what: string;
  readonly pattern: RegExp;
  /** Words near it with which an honest notice says the same: then it is for the second look, and refuses nothing. */
  readonly honestNear?: RegExp;
  /** What a notice of terms or of the service may state, in a sentence that does not urge: that is for the second look too. */
  readonly statement?: { readonly near: RegExp; readonly urging: RegExp };
}

/** One pattern of several alternatives: a line per language, or per kind of wording. */
function oneOf(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map(({ source }) => `(?:${source})`).join('|'), 'giu');
}

/** A mail that is to be seen elsewhere, as marketing offers it; a page that is to be opened there is none. */
function inBrowser(verb: RegExp, browser: RegExp): RegExp {
  const pages =
    'pages?|páginas?|pagina|stron|sida|site|sitio|sito|witryn|adres|link|lien|länk|web|https?:|paramètres|réglages|ajustes|configura|impostaz|ustawie|inställ';
  return new RegExp(
    String.raw`(?<!\p{L})(${verb.source})(?!\p{L})(?:(?!(?<!\p{L})(?:${pages}))[^.!?<>]){0,40}?${browser.source}`,
    'iu',
  );
}

/** Fees and changes of prices, and words that make an advertisement of them. */
const statedPrice = {
  near: oneOf(
    /(?<!\p{L})(fees?|tariffs?|monthly|yearly|annual(ly)?|(per|a) (month|year)|prices? (changes?|rises?|increases?|goes up|(is|will be) (changed|raised|increased)|will (change|rise|increase)))(?!\p{L})|price (change|increase)/u,
    /gebühr|entgelt|tarif|monatlich|jährlich|(pro|im) (monat|jahr)(?!\p{L})|preis(änderung|erhöhung|anpassung)|preise? (ändert|ändern|steigt|steigen|erhöht|erhöhen)/u,
    /(?<!\p{L})(frais|mensuel|annuel|par (mois|an)(?!\p{L})|prix (change|passe|augmente))|cuota|comisión|mensual|anual|al (mes|año)(?!\p{L})|precio (cambia|sube|pasa)|taxa|mensalidade|mensal|por (mês|ano)(?!\p{L})|preço (muda|passa|aumenta)/u,
    /canone|commissione|mensile|annuale|al mese|all['’]anno|prezzo (cambia|passa|aumenta)|vergoeding|tarief|maandelijks|jaarlijks|per (maand|jaar)(?!\p{L})|prijs (wijzigt|stijgt|verandert)/u,
    /opłat|taryf|miesięczn|roczn|cena (zmieni|wzrośnie|wzrasta)|avgift|per (månad|år)(?!\p{L})|månads|årlig|priset (ändras|höjs|stiger)|ücret(?!siz)|aylık|yıllık|tarife|fiyat\p{L}{0,6} (değiş|art)/u,
    /料金|手数料|月額|年額|価格改定|요금|수수료|매월|연간|가격 ?(변경|인상)|费用|費用|资费|資費|手续费|手續費|月费|月費|每月|每年|年费|年費|价格(调整|变更)|價格(調整|變更)/u,
    /ค่าธรรมเนียม|ค่าบริการ|รายเดือน|ต่อเดือน|รายปี|رسوم|شهري|سنوي|تعرفة|עמלה|דמי|תעריף|לחודש|חודשי|לשנה/u,
  ),
  urging:
    /(?<!\p{L})(only|just|sav(e|ings?)|deals?|offers?|free|new (model|phone|xperia)|nur|bloß|spar(en|e|t)|gratis|kostenlos|neue[mnrs]? (modell|telefon|xperia)|seulement|profite[rz]|économise[rz]|gratuit|solo|sólo|ahorr[ae]|apenas|poupe|economize|risparmi[ao]?|alleen|slechts|bespaart?|tylko|oszczędź|bara|endast|spara|sadece)(?!\p{L})|だけ|今なら|わずか|단돈|仅需|僅需|只要|只需|เพียง|فقط|רק/iu,
};

/** Codes that are words too (try, seconds, a file format, the measure of radiation) are codes in capitals alone. */
const currency =
  'EUR|USD|GBP|JPY|KRW|CHF|PLN|NOK|DKK|BRL|MXN|AUD|HKD|TWD|CNY|RMB|THB|AED|ILS|NIS|INR|SGD|ZAR|CZK|HUF|RON|RUB|BGN|(?-i:SEK|TRY|CAD|SAR)';

export const bans: readonly Ban[] = [
  {
    code: 'unsubscribe',
    what: 'an unsubscribe link or wording: a notice cannot be unsubscribed from',
    pattern: oneOf(
      /un[- ]?subscribe|opt[- ]?out (link|here|at)|(click|tap)[^.!?<>]{0,30}opt[- ]?out(?! of arbitration)|(?<!\p{L})(reply|text|send)( with)? ["'“]?stop(?!\p{L})|(?<!right to )cancel (your|the|my) (e-?mail |newsletter )?subscription|manage (your )?(email|mail|newsletter|marketing) preferences/iu,
      /abbestell|austragen aus|(newsletter|verteiler|mailingliste)[^.!?<>]{0,60}ab(zu)?melden|(klicken|hier)(?![^.!?<>]{0,60}(gerät|(vom|(von|aus|bei) (ihrem|deinem|dem)) [\p{L}-]{0,20}(konto|account)))[^.!?<>]{0,60}ab(zu)?melden|^\s*abmelden\s*$|>\s*abmelden\s*</iu,
      /désabonn|d[ée]sinscri|ne plus recevoir(?! (de |d['’]|les )?(mises? à jour|correctifs|appels))/iu,
      /(?<!\p{L})(antworten?|senden?|schreiben?|répond(ez|re|s)|envoyez|responda|responde|rispond[ia]|envíe|envie|inviare?|antwoord|stuur|odpisz|wyślij|svara|skicka)( sie| mit| par| con| com| met| med){0,2} ["'„“«]?(stopp?|baja|sair|parar)(?!\p{L})|(?<!\p{L})stopp?["”“»]?( an [\d ]{1,20})? (antworten|senden|schicken)/iu,
      /keine (weiteren )?(e-?mails|mails|nachrichten|sms) mehr (erhalten|bekommen|empfangen) (möchte|will|wollen)|(no recibir más|dejar de recibir) (estos )?(correos|e-?mails|mensajes)|(não receber mais|deixar de receber) (estes )?(e-?mails|mensagens)|non ricevere più (queste )?(e-?mail|messaggi|comunicazioni)|geen (e-?mails|berichten) meer ontvangen/iu,
      /darse de baja|cancelar (la |tu |su )?suscripci|cancelar (a |sua )?(inscrição|assinatura)|descadastr/iu,
      /disiscri|annulla(re)? (l['’])?iscrizione|cancella(re|ti)?( la tua)? (l['’])?iscrizione/iu,
      /uitschrijven|nieuwsbrief[^.!?<>]{0,40}afmelden|hier(?![^.!?<>]{0,40}(toestel|apparaat|van (uw|je) account))[^.!?<>]{0,40}afmelden|wypisz|anuluj subskrypcj|zrezygnuj z subskrypcji/iu,
      /avregistrera|avprenumerera|avsluta prenumeration|abonelikten (çık|ayrıl)|listeden çık|aboneliği iptal/iu,
      /配信停止|配信解除|メルマガ|수신 ?거부|구독 ?(취소|해지)|退订|退訂|取消(订阅|訂閱)/iu,
      /ยกเลิกการ(รับ|สมัคร|ติดตาม)|เลิกรับ(ข่าว|อีเมล)|[إا]لغاء (ال)?اشتراك|ביטול (ה)?(מנוי|הרשמה)|(להסרה|הסרה|הסירו) מרשימת|(להסרה|הסרה) מהרשימה/iu,
    ),
  },
  {
    code: 'tracked-link',
    what: 'a tracked link: a notice does not follow its readers',
    pattern: oneOf(
      /[?&](utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|_hsenc|trk|click_?id|cmp|cid)=/iu,
      /https?:\/\/(click|track|links?|trk)\.|https?:\/\/(bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly)\//iu,
      /<img[^<>]+(?<!line-|max-|min-)(width|height)\s*(=\s*["']?|:\s*)[01](px)?["'\s;>]/iu,
    ),
  },
  {
    code: 'price',
    what: 'a price',
    pattern: new RegExp(
      String.raw`([€£¥₩₹$₺₪฿₫₱₽]|(?<![\p{L}\d-])(${currency}))\s?\d([\d.,]{0,15}\d)?|\d[\d.,]{0,15}\s?([€£¥₩₹₺₪฿₫₱₽]|\$(?!\d)|(${currency}|TL|kr|zł|złotych|kronor|euros?|dollars?|pounds|pesos|reais|liras?|lira|baht|Kč|(?-i:Ft)|(?-i:lei)(?! (può|deve|ha|è|non|potrà|dovrà|avrà|sarà|riceverà)(?!\p{L}))|лв|руб(лей|ля|ль)?|грн)(?![\p{L}\d])|円(?![滑形盤周])|[만천]?원(?=$|\P{L}|[을의이에입부으까짜])|[日美港欧歐]?元(?![件素旦年])|บาท|درهم|ريال|دينار|שקל|ש["״]ח)|\d[\d.]{0,15},[-–—](?![\p{L}\d])|(?<!\p{L})(?<!not )(only|just|nur|seulement|solo|sólo|soltanto|apenas|alleen|slechts|tylko|bara|endast|sadece) (?!(19|20)\d\d(?!\d))(\d{3,5}|\d{1,5}[.,]\d{2})(?=\s*($|[!;<)]|\.(?!\d)))`,
      'giu',
    ),
    honestNear:
      /W\s?\/\s?kg|refund|reimburs|compensat|per minute|\/\s?min|call (costs|charges)|erstatt|entschädig|pro minute|rembours|indemnis|par minute|reembols|reintegr|por minuto|rimbors|risarc|al minuto|terugbetal|vergoed|per minuut|zwrot|zwróc|za minutę|återbetal|ersätt|per minut|iade|dakika|返金|払い戻|補償|1分|환불|보상|분당|退款|退费|退費|赔偿|賠償|每分[钟鐘]|استرداد|تعويض|החזר|פיצוי|คืนเงิน|ชดเชย/iu,
    statement: statedPrice,
  },
  {
    code: 'offer',
    what: 'an offer or a discount',
    pattern: oneOf(
      /(\d{1,3}\s?%|%\s?\d{1,3})\s?(off(?!\p{L})|discount|rabatt|nachlass|de remise|de descuento|de desconto|di sconto|korting|zniżki|rabais|de réduction(?! d[eu]s?(?!\p{L}))|indirim|הנחה|引き|オフ|折)/iu,
      /(?<![\d%]\s?)[-−–]\s?\d+\s?%(?!\p{L})(?<!(capacity|brightness|humidity|tolerance|speed|performance|kapazität|helligkeit|leistung|capacité|luminosité|capacidad|capacidade|capacità|capaciteit|pojemność|kapacitet|kapasite)[^.!?<>%]{0,30}[-−–]\s?\d{1,3}\s?%)|(?<!\p{L})(minus|moins|menos|meno|remise de) \d{1,3}\s?%/iu,
      /(?<!\p{L})(discounts?|coupons?|vouchers?(?! (of|for) (your|the) (repair|return|replacement))|promo(tion)?( code)?s?|special offers?|limited[- ]time|flash sale|(summer|winter|spring|mega|clearance) sale|black friday|cyber monday|on sale (now|today)|best price|bargains?|cashback|giveaways?|sweepstakes?|free (gifts?|shipping|trial)|gift cards?|trade-in bonus|save up to|use (the )?code|loyalty points|half[- ]price|half off|per ?cent off|buy one,? get one|two for one|2 for 1|bogof?|(get|claim|grab|win|enjoy|receive) (an? |your |our |two )?free (gift|headphones|earphones|earbuds|headset|speaker|case|cover|watch|smartwatch|accessor|months?|subscription|game|movie|ticket|phone|smartphone|xperia|camera|tv|playstation)\p{L}*)(?!\p{L})/iu,
      /(?<!\p{L})(save|spare?n?( sie)?|économisez|ahorr[ae]|economi[zs]e|poupe|risparmi[ae]?|bespaart?|oszczędź|spara) ((up to|bis zu|jusqu['’]à|hasta|até|fino (a|al)|tot|do|upp till|un|il) )?\d{1,3}\s?%(?! (of |more |mehr |der |des |de |van |av )?(the |your |its |la |votre )?(batter|akku|energ|power|strom|storage|speicher|space|data|daten|memory))|\d{1,3}\s?% (cheaper|less expensive|billiger|günstiger|preiswerter|moins cher|más barat|mais barat|meno caro|goedkoper|taniej|billigare)/iu,
      /(?<!\p{L})(rabatt|gutschein|sonderangebot|sonderpreis|schnäppchen|gewinnspiel|(preis|prozent )nachlass)\p{L}*/iu,
      /(?<!\p{L})(soldes|codes? promo|promotions? exceptionnelles?|offres? (spéciale|exclusive|promotionnelle)s?|bons? de réduction|remise exceptionnelle|livraison offerte)(?!\p{L})/iu,
      /(?<!\p{L})(ofertas?|rebajas|descuentos?|descontos?|cupón|cupones|cupo(m|ns)|promoç(ão|ões)|promocion(es)?|promoción|liquidação|sorteios?|sorteos?|frete grátis|envío gratis)(?!\p{L})/iu,
      /(?<!\p{L})(sconti|sconto|saldi|offert[ae] (speciali?|esclusiv[ae])|offerta|buoni sconto|omaggio)(?!\p{L})/iu,
      /(?<!\p{L})(aanbieding(en)?|korting(scode)?|kortingen|uitverkoop|waardebon|promocj[aieę]|wyprzedaż\p{L}*|zniżk\p{L}*|rabat\p{L}{0,3}|kupon\p{L}*|reapris(er)?|rea|erbjudanden?|presentkort)(?!\p{L})/iu,
      /indirim|kampanya(ya|mız|lar|dan)?(?!\p{L})|fırsat(ı|lar|ları|lı)(?!\p{L})|hediye çeki/iu,
      /(?<!\p{L})[وبال]{0,3}(خصم|خصومات|تخفيضات|تخفيض السعر|كوبون|قسيمة|عروض|عرض خاص|هدية مجانية)(?!\p{L})|(?<!ב)הנחה(?! ש)|הנחות|קופון|(?<!\p{L})(ב?מבצעים?|ה?מבצעים?) (מיוחד|לזמן|חם|של)|שובר מתנה/iu,
      /ส่วนลด|ลดราคา|โปรโมชั่น|โปรโมชัน|คูปอง|ข้อเสนอพิเศษ|ของแถม|ลุ้นรับ|割引|セール(?!ス)|クーポン|お得|特典|値下げ|ポイント還元|プレゼントキャンペーン|半額(?!を?(返金|払い戻))/iu,
      /할인|특가|반값|쿠폰|(?<!\p{L})세일|사은품|경품|프로모션|优惠|優惠|折扣|特价|特價|促销|促銷|满减|滿減|秒杀|秒殺|赠品|贈品|半[价價](?!退)|[买買]一[送赠贈]一|抽奖|抽獎|\d\s?折(?![叠疊断斷射弯彎合页頁])|[一二三四五六七八九]折(?:起|优|優|销|銷|特)/iu,
    ),
  },
  {
    code: 'call-to-buy',
    what: 'a call to buy',
    pattern: oneOf(
      /(?<!\p{L})(buy|shop|order|pre-?order) (it |yours |the new \S+ )?(now|today|here)(?!\p{L})|(?<!\p{L})upgrade (it |yours )?(now|today|here)(?!\p{L})(?! to (the )?(latest|new|android|version|software|firmware|protect|secure|fix))|(?<!\p{L})upgrade to the new xperia|add to (cart|basket)|visit (our|the) (online )?(shop|store)(?!\p{L})(?! (where|that|from which|in which) (you|it))|available to order/iu,
      /jetzt (kaufen|bestellen|vorbestellen|shoppen|sichern)|zum (online-?)?shop|in den warenkorb/iu,
      /(?<!n['’])(?<!\p{L})achetez(?!\p{L})|commandez (maintenant|dès|vite)|précommandez|ajouter au panier/iu,
      /(?<!\p{L})(compr(ar?|e|a) (ahora|ya|agora|já)|cómpra(lo|la)|compre hoy|peça (já|agora)|pide ya|añadir al carrito|carrinho)(?!\p{L})/iu,
      /acquista (ora|subito)|compra (ora|subito)|ordina (ora|subito)|preordina|aggiungi al carrello|koop nu|bestel nu|nu te koop|in winkelwagen/iu,
      /(kup|zamów) (teraz|już)|do koszyka|(köp|beställ|handla|förboka) (nu|idag)|(hemen|şimdi) (satın al|sipariş|al(?!\p{L}))|sepete ekle/iu,
      /اشتر[يِ]? ?الآن|اطلب(ه|ها|ي)? الآن|تسوقو?[ايق]? الآن|(קנו|קנה|קני|הזמינו|רכשו) (עכשיו|היום|כאן)|לרכישה (עכשיו|כאן|מיידית)/iu,
      /ซื้อ(เลย|ตอนนี้|วันนี้|ทันที)|สั่งซื้อ(เลย|ตอนนี้|วันนี้|ทันที)|ช้อปเลย|今すぐ(ご)?(購入|買|注文|予約)|ご購入はこちら|お買い求め(は|ください)/iu,
      /(지금|바로) ?(구매|주문|구입)|구매하기|사전 ?예약하|(立即|马上|馬上|点击|點擊)(购买|購買|下单|下單|抢购|搶購|订购|訂購)/iu,
    ),
  },
  {
    code: 'marketing-template',
    what: 'a part of a marketing mail',
    pattern: oneOf(
      /\{\{\s*(unsubscribeUrl|preferencesUrl|reconfirmUrl|interests?)\s*\}\}|\*\|[A-Z_:]+\|\*|%%[a-z_]+%%|\bmc:(edit|repeatable)\b|\bdata-campaign\b/iu,
      /view (this (e-?mail|message|newsletter) )?(online|in (your|a) (web )?browser)|forward (this|it) to a friend|add us to your address book|you (are receiving|received?|get) this (e-?mail|message|newsletter) because you (have )?(signed|subscribed|opted|registered(?! (an?|your|the|this) ([\p{L}\d]+ ){0,3}(phone|smartphone|device|product|tablet|charger|xperia)))/iu,
      /im browser (ansehen|öffnen|anzeigen)(?<!(seite|adresse)[^.!?<>]{0,30})|in (de|je|uw) browser bekijken|tarayıcıda görüntüle/iu,
      inBrowser(
        /voir|affiche[rz]?|visualise[rz]|li(re|sez)|consulte[rz]|ouvr(ir|ez)|regarde[rz]/u,
        /dans (votre|le|ton) navigateur/u,
      ),
      inBrowser(/ver|vea|mira|lee(r|a)?|abrir|abra|visualiza(r)?/u, /en (el|tu|su) navegador/u),
      inBrowser(/ver|veja|ler|leia|abrir|abra|visualiz(ar|e)/u, /no (seu )?navegador/u),
      inBrowser(/vedi|vedere|leggi|apri|visualizz(a|are|i)/u, /nel (tuo |suo )?browser/u),
      inBrowser(/zobacz|wyświetl|otwórz|otworzyć|czytaj|przeczytaj/u, /w przeglądarce/u),
      inBrowser(/visa|se|läs|öppna/u, /i (din )?webbläsaren?/u),
    ),
  },
  {
    code: 'hidden-text',
    what: 'text that its reader does not see, or not in this order',
    pattern: oneOf(
      /style\s*=\s*["'][^"'<>]*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*[01](px|pt|em)?\s*[;"']|opacity\s*:\s*0(\.0)?\s*[;"']|unicode-bidi)/iu,
      /<[^<>\s]+\s(?:[^<>]*\s)?hidden(?=[\s=>/])|<bdo(?!\p{L})|[\u202d\u202e]/iu,
    ),
  },
];
