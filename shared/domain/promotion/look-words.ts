/** Words that the second look goes by. They refuse nothing: a person who reads the notice decides. */

/** One pattern of several lines, each of them whole words. */
function words(...lines: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${lines.join('|')})(?![\\p{L}])`, 'giu');
}

/** Languages that write without spaces, or put articles and endings to a word. */
function parts(...lines: readonly string[]): RegExp {
  return new RegExp(lines.join('|'), 'giu');
}

/** Words that advertise; an honest notice rarely needs them beyond "free of charge". */
export const promotionalWords: readonly RegExp[] = [
  words(
    'free(?! of (charge|cost))|new|win|winner|exclusive(ly)?|deals?|offers?|bonus|gifts?|rewards?|loyalty|premium|upgrade|only today|hurry|last chance|events?|campaigns?|sales?|subscribe|follow us|refer a friend|rate us|news-?letters?|visit (?:our|the) (?:online )?(?:shop|store) (?:where|that|from which|in which)|vouchers? (?:of|for) (?:your|the) (?:repair|return|replacement)',
    'gratis|neue[mnrs]?|exklusiv(e[mnrs]?)?|gewinnen?|geschenke?|angebote?|prämien?|nur heute',
    'nouveau|nouvelle|nouveautés?|exclusi(f|ve)|gagnez|cadeaux?|offres?|gratuit(e|ement)?',
    'nuev[oa]s?|exclusiv[oa]s?|gana|regalos?|gratis|nov[oa]s?|novidades?|ganhe|presentes?|grátis',
    'nuov[oaie]|esclusiv[oaie]|vinci|regal[oi]|gratis|nieuwe?|exclusie(f|ve)|win|cadeaus?|nowy|nowa|nowość|wygraj|prezent|ny|nya|nytt|exklusiv[at]?|vinn|yeni|kazan|hediye|ücretsiz',
  ),
  parts(
    'メールマガジン|뉴스레터|新製品|新登場|限定|無料|キャンペーン|プレゼント|신제품|출시|무료|이벤트|증정|新品|上市|免费|免費|赢取|贏取|独家|獨家|ใหม่|ฟรี|พิเศษ|جديد|مجان|حصري|هدية|חדש|חינם|בלעדי|מתנה',
  ),
];

/** Superlatives and praise. */
export const praise: readonly RegExp[] = [
  words(
    'best|better than ever|amazing|stunning|incredible|perfect|revolutionary|ultimate|award-winning|love|enjoy|discover|experience|brilliant|breathtaking',
    'beste[mnrs]?|großartige?[nrs]?|einzigartige?[nrs]?|perfekte?[nrs]?|entdecken|erleben|genießen|traumhaft',
    'meilleure?s?|exceptionnel(le)?s?|incroyables?|parfaite?s?|découvrez|profitez|mejor(es)?|increíbles?|perfect[oa]s?|descubre|disfruta|melhor(es)?|incríve(l|is)|perfeit[oa]|descubra|aproveite',
    'migliore?|incredibile|perfett[oa]|scopri|beste|geweldige?|ontdek|najleps\\p{L}+|niesamowit\\p{L}+|odkryj|bästa?|fantastisk[at]?|upptäck|en iyi|muhteşem|mükemmel|keşfedin',
  ),
  parts(
    '最新|素晴らし|驚き|完璧|최고|놀라운|완벽|만나보세요|最好|最佳|惊艳|驚艷|完美|ดีที่สุด|สุดยอด|الأفضل|مذهل|اكتشف|הטוב ביותר|מדהים|מושלם',
  ),
];

/** Percentages: a charge level is honest, a reduction may be none. */
export const percentages: readonly RegExp[] = [/\d{1,3}\s?%|%\s?\d{1,3}/gu];

/** Exclamation marks, and words in capitals. */
export const emphasis: readonly RegExp[] = [
  /[!！]+/gu,
  /(?<![\p{L}\d-])(?:\p{Lu}{6,}|\p{Lu}{3,}(?:\s\p{Lu}{2,})+)(?![\p{L}\d-])/gu,
];

/** Names of products: are they the affected ones? */
export const products: readonly RegExp[] = [
  /(?<![\p{L}\d])(?:XQ-[A-Z]{2}\d{2}|SO-\d{2}[A-Z]|SOG\d{2}|A\d{3}SO|W[FHI]-[A-Z0-9]{4,10}|ILCE-\d[A-Z0-9]*)(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])Xperia (?:\d{1,2}|PRO(?:-I)?|Ace)(?: (?:VIII|VII|VI|IV|V|III|II|I)(?![\p{L}\d]))?|(?<!\p{L})(?:PlayStation|PS5|BRAVIA|LinkBuds|Walkman|INZONE|Alpha \d)(?!\p{L})/gu,
];

/** What a subject of a notice is about: safety, security, terms, service. */
export const mandatoryMatters = parts(
  'safe|recall|secur|batter|overheat|charg|terms|policy|privacy|servic|account|important|notice|warning|urgent|updat|vulnerab',
  'sicher|rückruf|akku|überhitz|bedingung|datenschutz|dienst|konto|wichtig|hinweis|warnung|dringend|aktualisier',
  'sécur|rappel|batter|condition|confidential|compte|avis|avertiss|mise à jour|segur|retirada|bater|términos|condicion|privaci|cuenta|aviso|importan|actualiz|termos|condiç|conta|recolh|atualiz',
  'sicur|richiamo|termini|condizion|avviso|aggiorn|veilig|terugroep|accu|voorwaarden|account|belangrijk|waarschuw|bezpiecz|wycof|akcj|regulamin|konto|ważn|ostrzeż|aktualiz',
  'säker|återkall|batteri|villkor|integritet|konto|viktig|varning|uppdater|güven|geri çağ|pil|şart|koşul|gizlilik|hesap|önemli|uyarı|güncelle',
  '安全|リコール|回収|電池|バッテリ|規約|プライバシ|サービス|アカウント|重要|お知らせ|警告|更新|안전|리콜|배터리|보안|약관|개인정보|서비스|계정|중요|안내|경고|업데이트|召回|电池|電池|条款|條款|隐私|隱私|服务|服務|账户|帳戶|通知',
  'ปลอดภัย|เรียกคืน|แบตเตอรี่|ข้อกำหนด|ความเป็นส่วนตัว|บริการ|บัญชี|สำคัญ|ประกาศ|แจ้ง|อัปเดต|سلام|أمان|أمن|استدعاء|بطاري|شروط|خصوصية|خدم|حساب|مهم|تنبيه|تحذير|إشعار|تحديث|בטיחות|ריקול|החזרה|סוללה|אבטחה|תנאי|פרטיות|שירות|חשבון|חשוב|הודעה|אזהרה|עדכון',
);

/** What a reader is told to do. */
export const instructions = parts(
  "stop|do not|don[’']t|please|install|update|call|contact|read|check|switch|turn off|unplug|return|change|accept|keep|bring|send|visit|must|need to|no action|nothing to do",
  'bitte|laden sie|nicht|installieren|aktualisieren|rufen|lesen|prüfen|schalten|senden|ändern|müssen|stimmen sie',
  "cessez|arrêtez|n(?:e |['’])\\p{L}+ pas|veuillez|installez|appelez|lisez|vérifiez|éteignez|changez|acceptez|deje|no \\p{L}+|instale|llame|lea|compruebe|apague|cambie|acepte|pare|não|ligue|leia|verifique|desligue|altere|aceite|atualize",
  'smett|non \\p{L}+|install|chiam|legg|verific|spegn|cambi|accett|stop|niet|lees|bel|controleer|schakel|wijzig|accepteer|nie \\p{L}+|zaktualizuj|zainstaluj|zadzwoń|przeczytaj|sprawdź|wyłącz|zmień|sluta|inte|installera|ring|läs|kontrollera|stäng|ändra',
  'lütfen|m[ae]y[ıi]n|indirin|güncelleyin|yükleyin|arayın|okuyun|kontrol|kapatın|değiştirin|kabul|ください|中止|お願い|하세요|십시오|해 주|중지|请|請|停止|勿|不要|โปรด|กรุณา|หยุด|อย่า|ติดตั้ง|ติดต่อ|توقف|يرجى|لا |اتصل|اقرأ|تحقق|ثب[ّ]?ت|הפסיקו|אין |נא |אנא|התקינו|התקשרו|קראו|בדקו|כבו',
);
