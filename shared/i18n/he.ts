/** Hebrew. Names in Latin letters stand between isolates (U+2068, U+2069), so that they do not disturb the direction of the line. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const heMail: MailMessages = {
  'mail.sender': 'הודעה זו נשלחת אליך על ידי \u2068{office}\u2069 מטעם \u2068{controller}\u2069.',
  'mail.why': 'הודעה זו נשלחה אליך כי ההגדרות שלך מאפשרות דיוור שיווקי מאת \u2068{office}\u2069.',
  'mail.unsubscribe': 'הסרה מרשימת התפוצה',
  'mail.preferences': 'שינוי ההעדפות שלך',
  'mail.policy': 'מדיניות הפרטיות',
  'mail.address': 'כתובת למשלוח דואר',

  'notice.safety': 'הודעה זו נשלחה אליך כי היא נוגעת לבטיחות השימוש בטלפון שלך.',
  'notice.security': 'הודעה זו נשלחה אליך כי היא נוגעת להגנה על הטלפון ועל המידע שלך.',
  'notice.terms': 'הודעה זו נשלחה אליך כי תנאים או מדיניות החלים עליך עומדים להשתנות.',
  'notice.service': 'הודעה זו נשלחה אליך כי היא נוגעת למוצר, לשירות או לחשבון שבשימושך.',
  'notice.choices': 'בחירות השיווק שלך לא השתנו ואינן משפיעות על הודעה זו.',
  'notice.reference': 'מספר סימוכין: \u2068{reference}\u2069',
  'notice.read': 'קריאת ההודעה באינטרנט',
  'notice.acknowledge': 'אישור שקראת את ההודעה',
  'notice.accept': 'קריאה והסכמה',
};

export const heLetter: LetterMessages = {
  'letter.confirm.subject': 'בקשה לאישור: דיוור מאת \u2068{office}\u2069',
  'letter.confirm.intro':
    'בתאריך \u2068{date}\u2069 התבקש דיוור שיווקי מאת \u2068{office}\u2069 לכתובת הזאת.',
  'letter.confirm.action': 'אם הבקשה שלך, אפשר לאשר אותה כאן:',
  'letter.confirm.button': 'אישור',
  'letter.confirm.ignore':
    'אם הבקשה אינה שלך, אין צורך לעשות דבר: בלי אישור לא יישלח דיוור שיווקי. הקישור בתוקף עד \u2068{date}\u2069.',
  'letter.result.subject': 'בחירתך נרשמה',
  'letter.result.email.granted': 'בתאריך \u2068{date}\u2069 אישרת דיוור שיווקי מאת \u2068{office}\u2069.',
  'letter.result.email.denied':
    'בתאריך \u2068{date}\u2069 סירבת לדיוור שיווקי מאת \u2068{office}\u2069. לא יישלח עוד דיוור כזה.',
  'letter.result.push.granted': 'בתאריך \u2068{date}\u2069 אישרת התראות שיווקיות מאת \u2068{office}\u2069.',
  'letter.result.push.denied':
    'בתאריך \u2068{date}\u2069 סירבת להתראות שיווקיות מאת \u2068{office}\u2069. לא יוצגו עוד התראות כאלה.',
  'letter.result.change': 'אפשר לראות ולשנות את הבחירות שלך בכל עת:',
  'letter.why': 'הודעה זו נשלחה אליך כי נרשמה עבורך בחירה בנושא שיווק. היא אינה כוללת פרסומות.',
};

export const hePage: PageMessages = {
  'page.sender': 'דף של \u2068{office}\u2069 מטעם \u2068{controller}\u2069.',
  'page.controller': 'דף של \u2068{controller}\u2069.',

  'unsubscribe.question': 'להפסיק לקבל דיוור שיווקי מאת \u2068{office}\u2069?',
  'unsubscribe.stops': 'מה ייפסק',
  'unsubscribe.stops.detail':
    'כל הודעות הדוא״ל השיווקיות מאת \u2068{office}\u2069, מיד, וגם מקמפיינים שכבר פועלים.',
  'unsubscribe.continues': 'מה יימשך',
  'unsubscribe.continues.detail':
    'הודעות על בטיחות הטלפון, עדכוני אבטחה חשובים ושינויים בתנאים. הן אינן כוללות פרסומות.',
  'unsubscribe.button': 'הפסקת הדיוור השיווקי',
  'unsubscribe.pending': 'דבר לא ישתנה עד ללחיצה על הכפתור.',

  'done.title': 'הוסרת מרשימת התפוצה',
  'done.detail': 'לא יישלח אליך עוד דיוור שיווקי מאת \u2068{office}\u2069. ההסרה בתוקף מעכשיו.',
  'already.title': 'כבר הוסרת מרשימת התפוצה',
  'already.detail': 'לא נשלח אליך דיוור שיווקי מאת \u2068{office}\u2069.',

  'damaged.title': 'הקישור הזה אינו פועל',
  'damaged.detail': 'חלק מהקישור חסר או השתנה. דבר לא השתנה בהגדרות שלך.',
  'damaged.advice': 'יש לפתוח שוב את הקישור מתוך ההודעה, או להעתיק אותו במלואו לשורת הכתובת.',

  'sample.title': 'זוהי דוגמה',
  'sample.detail': 'הקישור מגיע מתצוגה מקדימה או מהודעת בדיקה. הוא אינו שייך לאיש ואינו משנה דבר.',

  'error.title': 'הפעולה לא הושלמה',
  'error.detail': 'לא ניתן היה לשמור את בחירתך. אפשר לנסות שוב בעוד כמה דקות.',
  'error.button': 'ניסיון נוסף',

  'page.language': 'שפה',

  'unsubscribe.topic': 'או רק הנושא הזה',
  'unsubscribe.topic.detail': 'הנושא ״\u2068{topic}\u2069״ ייפסק בדוא״ל ובהתראות. שאר הנושאים יימשכו.',
  'unsubscribe.topic.button': 'הפסקת ״\u2068{topic}\u2069״ בלבד',
  'unsubscribe.centre': 'הצגה ושינוי של כל הבחירות שלך',

  'undo.detail':
    'זו הייתה טעות? לחיצה על ״ביטול הפעולה״ היא הסכמה לקבל שוב דיוור שיווקי מאת \u2068{office}\u2069.',
  'undo.topic.detail': 'זו הייתה טעות? לחיצה על ״ביטול הפעולה״ תפעיל שוב את הנושא.',
  'undo.button': 'ביטול הפעולה',
  'undone.title': 'הדיוור השיווקי מותר שוב',
  'undone.detail': 'מותר ל־\u2068{office}\u2069 לשלוח אליך שוב דיוור שיווקי. אפשר לבטל את ההסכמה בכל עת.',
  'undone.topic.title': 'הנושא פעיל שוב',
  'undone.topic.detail':
    'מותר ל־\u2068{office}\u2069 לכתוב לך שוב בנושא ״\u2068{topic}\u2069״ בערוצים שבהם אישרת שיווק.',
  'topic-done.title': 'הנושא הזה כבוי',
  'topic-done.detail':
    'לא יישלח אליך עוד דבר בנושא ״\u2068{topic}\u2069״ מאת \u2068{office}\u2069. שאר הנושאים יימשכו.',

  'topic.news': 'חדשות',
  'topic.offers': 'מבצעים',
  'topic.articles': 'כתבות',
  'topic.recommendations': 'המלצות',

  'centre.title': 'הבחירות שלך',
  'centre.intro': 'כאן אפשר להחליט מה יישלח אליך מאת \u2068{office}\u2069. אפשר לשנות זאת בכל עת.',
  'centre.address': 'הבחירות האלה שייכות לכתובת \u2068{address}\u2069.',
  'centre.readonly': 'זוהי תצוגה לצוות של \u2068{office}\u2069. אי אפשר לשנות כאן דבר.',
  'centre.marketing': 'שיווק',
  'centre.email': 'דוא״ל',
  'centre.email.detail':
    'אני מסכים/ה לקבל מאת \u2068{office}\u2069, מטעם \u2068{controller}\u2069, חדשות ומבצעים בדוא״ל. באפשרותי לבטל את הסכמתי בכל עת.',
  'centre.push': 'התראות',
  'centre.push.detail':
    'אני מסכים/ה שיוצגו לי חדשות ומבצעים מאת \u2068{office}\u2069, מטעם \u2068{controller}\u2069, כהתראות {count, plural, one {בטלפון שלי} two {בשני הטלפונים שלי} other {ב־# הטלפונים שלי}}. באפשרותי לבטל את הסכמתי בכל עת.',
  'centre.topics': 'נושאים',
  'centre.topics.detail': 'נושא כבוי אינו נשלח כלל, לא בדוא״ל ולא כהתראה.',
  'centre.personal': 'תוכן אישי ושיפור המוצרים',
  'centre.profiling': 'תוכן שמתאים לתחומי העניין שלי',
  'centre.profiling.detail':
    'אני מסכים/ה שתוכן שיווקי ייבחר וינוסח עבורי על ידי \u2068{office}\u2069 לפי תחומי העניין שלי ודגמי הטלפונים שלי. בלי הסכמה זו אקבל אותם טקסטים כמו כולם.',
  'centre.diagnostics': 'נתוני אבחון',
  'centre.diagnostics.detail':
    'אני מסכים/ה שנתונים טכניים על שימוש ותקלות יישלחו {count, plural, one {מהטלפון שלי} two {משני הטלפונים שלי} other {מ־# הטלפונים שלי}} אל \u2068{controller}\u2069. הנתונים משמשים באופן מצרפי לשיפור המוצרים, ולעולם לא לשיווק.',
  'centre.language.detail': 'נכתוב אליך בשפה הזאת, ככל שנוכל.',
  'centre.save': 'שמירת הבחירות',
  'centre.refuse': 'סירוב לכל השיווק',
  'centre.refuse.detail': 'כיבוי הדיוור השיווקי וההתראות השיווקיות, מיד ולתמיד.',
  'centre.saved': 'הבחירות שלך נשמרו והן בתוקף מעכשיו.',
  'centre.unchanged': 'דבר לא השתנה: הבחירות שלך הן כפי שמוצג כאן.',
  'centre.refused': 'כל השיווק מאת \u2068{office}\u2069 כבוי מעכשיו.',
  'centre.conflict':
    'בינתיים הבחירות שלך שונו במקום אחר. מה שכיבית כבוי. מה שהפעלת לא נשמר: יש לעבור על הבחירות ולשמור שוב.',
  'centre.pending':
    'נשאר עוד צעד אחד: יש לפתוח את ההודעה שאנו שולחים לכתובת \u2068{address}\u2069 ולאשר בה. עד אז לא יישלח דיוור שיווקי.',
  'centre.limit':
    'היום כבר נשלחו כמה הודעות אישור לכתובת \u2068{address}\u2069. כדאי לבדוק בתיבת הדואר הנכנס, או לנסות שוב מחר.',
  'centre.gpc':
    'הדפדפן שלך מבקש שלא ייבנה עליך פרופיל (Global Privacy Control). רשמנו זאת כסירוב שלך, והאפשרות הזאת תישאר כבויה כל עוד הדפדפן מבקש זאת.',

  'state.until': 'הסכמתך בתוקף עד \u2068{date}\u2069.',
  'state.expired': 'תוקף הסכמתך פג בתאריך \u2068{date}\u2069.',
  'state.pending': 'ממתין לאישור שלך בדוא״ל.',
  'state.implied': 'פעיל בעקבות רכישה או פנייה קודמת שלך. אפשר לסרב בכל עת.',
  'state.default': 'פעיל כי לא התקבל סירוב ממך. אפשר לסרב בכל עת.',
  'state.undeliverable': 'הודעות דוא״ל לכתובת הזאת חזרו, ולכן לא נשלחות אליה הודעות.',
  'state.complained': 'דיווחת על הודעת דוא״ל כדואר זבל, ולכן לא נשלח דיוור שיווקי.',

  'history.title': 'הבחירות שלך עד כה',
  'history.empty': 'עדיין אין בחירות רשומות.',
  'history.older':
    '{count, plural, one {רשומה ישנה אחת אינה מוצגת} two {שתי רשומות ישנות אינן מוצגות} other {# רשומות ישנות אינן מוצגות}} כאן.',
  'history.granted': 'אישור',
  'history.accepted': 'הוסכם',
  'history.denied': 'סירוב',
  'history.pending': 'ממתין לאישור',
  'purpose.email': 'דיוור שיווקי',
  'purpose.push': 'התראות שיווקיות',
  'purpose.sms': 'הודעות טקסט',
  'purpose.topic': 'נושא: \u2068{topic}\u2069',
  'purpose.profiling': 'תוכן לפי תחומי עניין',
  'purpose.diagnostics': 'נתוני אבחון',
  'purpose.terms': 'תנאים או מדיניות, גרסה \u2068{version}\u2069',
  'source.setup-wizard': 'הגדרה ראשונית של הטלפון',
  'source.app': 'אפליקציה בטלפון',
  'source.settings': 'הגדרות הטלפון',
  'source.account': 'חשבון',
  'source.link': 'דף שנפתח מקישור בדוא״ל',
  'source.one-click': 'כפתור ההסרה של תוכנת הדוא״ל',
  'source.import': 'רישומים קודמים',
  'source.staff': 'הצוות שלנו, לבקשתך',
  'source.system': 'באופן אוטומטי',
  'source.merge': 'כשטלפון קושר לחשבון',
  'source.gpc': 'אות מהדפדפן (Global Privacy Control)',

  'confirm.question': 'לאשר דיוור שיווקי מאת \u2068{office}\u2069?',
  'confirm.detail':
    'התבקש דיוור שיווקי לכתובת \u2068{address}\u2069. לחיצה על הכפתור היא הסכמה לקבל מאת \u2068{office}\u2069, מטעם \u2068{controller}\u2069, חדשות ומבצעים בדוא״ל. אפשר לבטל את ההסכמה בכל עת.',
  'confirm.button': 'כן, לאשר דיוור שיווקי',
  'confirm.ignore': 'אם לא ביקשת זאת, אפשר פשוט לסגור את הדף: לא יישלח דיוור שיווקי.',
  'confirm.done.title': 'הדיוור השיווקי מאושר',
  'confirm.done.detail':
    'מעכשיו מותר ל־\u2068{office}\u2069 לשלוח אליך דיוור שיווקי. אפשר לבטל את ההסכמה בכל עת.',
  'confirm.already.title': 'זה כבר אושר',
  'confirm.already.detail':
    'אישרת דיוור שיווקי מאת \u2068{office}\u2069 בתאריך \u2068{date}\u2069. אין צורך לעשות דבר נוסף.',
  'confirm.expired.title': 'האישור הגיע מאוחר מדי',
  'confirm.expired.detail':
    'הקישור היה בתוקף עד \u2068{date}\u2069. לא נשלח דיוור שיווקי. אם עדיין יש לך עניין בו, נוכל לשלוח אליך הודעת אישור חדשה.',
  'confirm.resend.button': 'שליחת הודעה חדשה',
  'confirm.resent.title': 'הודעה חדשה בדרך אליך',
  'confirm.resent.detail':
    'ההודעה תישלח לכתובת \u2068{address}\u2069. הקישור שבה יהיה בתוקף {count, plural, one {במשך יום אחד} two {במשך יומיים} other {במשך # ימים}}.',
  'confirm.refused.title': 'נרשם סירוב לדיוור שיווקי',
  'confirm.refused.detail':
    'הקישור הזה כבר אינו תקף, כי לאחר שנשלח נרשם סירוב לדיוור שיווקי. אפשר לאשר שוב דיוור כזה בבחירות שלך.',

  'reconfirm.question': 'להמשיך לקבל דיוור שיווקי מאת \u2068{office}\u2069?',
  'reconfirm.detail':
    'תוקף הסכמתך יפוג בתאריך \u2068{date}\u2069. לחיצה על הכפתור היא הסכמה להמשיך לקבל מאת \u2068{office}\u2069, מטעם \u2068{controller}\u2069, חדשות ומבצעים בדוא״ל. אחרת הדיוור ייפסק מעצמו. אפשר לבטל את ההסכמה בכל עת.',
  'reconfirm.late':
    'תוקף הסכמתך פג בתאריך \u2068{date}\u2069. לחיצה על הכפתור היא הסכמה לקבל שוב מאת \u2068{office}\u2069, מטעם \u2068{controller}\u2069, חדשות ומבצעים בדוא״ל. אפשר לבטל את ההסכמה בכל עת.',
  'reconfirm.button': 'כן, להמשיך',
  'reconfirm.done.title': 'הסכמתך חודשה',
  'reconfirm.done.detail': 'היא בתוקף עד \u2068{date}\u2069. אפשר לבטל אותה בכל עת.',

  'receipt.title': 'אישור על הסכמה',
  'receipt.issued': 'הופק בתאריך \u2068{date}\u2069',
  'receipt.number': 'מספר האישור',
  'receipt.controller': 'בעל השליטה במידע',
  'receipt.office': 'המשרד המקומי',
  'receipt.policy': 'מדיניות הפרטיות, גרסה \u2068{version}\u2069',
  'receipt.now': 'מה בתוקף כעת',
  'receipt.on': 'פעיל',
  'receipt.off': 'כבוי',
  'receipt.rights': 'הזכויות שלך',
  'receipt.rights.detail':
    'אפשר לבטל כל הסכמה בכל עת: בהגדרות הטלפון, בחשבון שלך או בקישור שבכל הודעת דוא״ל שיווקית. אפשר גם לבקש לעיין במידע שלך, לתקן אותו ולמחוק אותו.',
  'receipt.proof': 'הוכחה',
  'receipt.proof.intact': 'הרישום שלם: כל רשומה נושאת את טביעת האצבע הדיגיטלית של הרשומה שלפניה.',
  'receipt.proof.broken': 'הרישום פגום ברשומה \u2068{entry}\u2069. נא לפנות אלינו.',

  'notice.why': 'מדוע קיבלת את ההודעה',
  'notice.released': 'פורסם בתאריך \u2068{date}\u2069',
  'notice.fallback': 'אין נוסח בשפה שלך, ולכן הוא מוצג בשפה הזאת: \u2068{language}\u2069',
  'notice.erased': 'לא שמור עליך עוד שום מידע. זה הנוסח שנשלח לכולם.',
  'notice.stopped': 'ההודעה הזאת בוטלה. אין לפעול לפיה עוד.',
  'notice.superseded': 'ההודעה הזאת הוחלפה בהודעה חדשה יותר.',
  'notice.newer': 'קריאת ההודעה החדשה',
  'notice.acknowledge.button': 'קראתי את ההודעה',
  'notice.accept.detail':
    'בלחיצה על הכפתור ניתנת הסכמתך לגרסה \u2068{version}\u2069 של התנאים או המדיניות שההודעה עוסקת בהם.',
  'notice.accept.button': 'הסכמה',
  'notice.renew': 'אפשר גם לחדש את ההסכמות האלה לפי הגרסה החדשה. מה שלא יסומן יישאר כפי שהוא.',
  'notice.acknowledged': 'בתאריך \u2068{date}\u2069 אישרת שקראת את ההודעה.',
  'notice.accepted': 'בתאריך \u2068{date}\u2069 הסכמת לגרסה \u2068{version}\u2069.',
  'notice.recorded': 'התשובה שלך נרשמה.',
  'notice.already': 'כבר ענית. דבר לא השתנה.',
  'notice.not-yours': 'ההודעה הזאת לא נשלחה אליך, ולכן התשובה שלך לא נרשמה.',

  'error.input.title': 'לא הצלחנו לקרוא את זה',
  'error.input.detail':
    'הטופס היה חלקי, גדול מדי או מסוג אחר. דבר לא השתנה. יש לפתוח שוב את הקישור ולנסות שוב.',
};
