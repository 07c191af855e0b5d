/** Hebrew. Names in Latin letters stand between isolates (U+2068, U+2069), so that they do not disturb the direction of the line. */
import type { Messages } from './messages.ts';

export const he: Messages = {
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
  'done.undo': 'זו הייתה טעות? אפשר לאשר שוב דיוור שיווקי בכל עת בהגדרות הטלפון או החשבון שלך.',
  'already.title': 'כבר הוסרת מרשימת התפוצה',
  'already.detail': 'לא נשלח אליך דיוור שיווקי מאת \u2068{office}\u2069.',

  'damaged.title': 'הקישור הזה אינו פועל',
  'damaged.detail': 'חלק מהקישור חסר או השתנה. דבר לא השתנה בהגדרות שלך.',
  'damaged.advice': 'יש לפתוח שוב את הקישור מתוך ההודעה, או להעתיק אותו במלואו לשורת הכתובת.',

  'error.title': 'הפעולה לא הושלמה',
  'error.detail': 'לא ניתן היה לשמור את בחירתך. אפשר לנסות שוב בעוד כמה דקות.',
  'error.button': 'ניסיון נוסף',
};
