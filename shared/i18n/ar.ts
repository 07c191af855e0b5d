/** Arabic. Names in Latin letters stand between isolates (U+2068, U+2069), so that they do not disturb the direction of the line. */
import type { Messages } from './messages.ts';

export const ar: Messages = {
  'mail.sender': 'ترسل إليك \u2068{office}\u2069 هذه الرسالة نيابةً عن \u2068{controller}\u2069.',
  'mail.why': 'تصلك هذه الرسالة لأن إعداداتك تسمح بالرسائل التسويقية من \u2068{office}\u2069.',
  'mail.unsubscribe': 'إلغاء الاشتراك',
  'mail.preferences': 'تغيير تفضيلاتك',
  'mail.policy': 'سياسة الخصوصية',
  'mail.address': 'العنوان البريدي',

  'notice.safety': 'تصلك هذه الرسالة لأنها تتعلق بسلامتك عند استخدام هاتفك.',
  'notice.security': 'تصلك هذه الرسالة لأنها تتعلق بحماية هاتفك وبياناتك.',
  'notice.terms': 'تصلك هذه الرسالة لأن الشروط أو السياسات التي تنطبق عليك ستتغير.',
  'notice.service': 'تصلك هذه الرسالة لأنها تتعلق بمنتج أو خدمة أو حساب تستخدمه.',
  'notice.choices': 'خياراتك التسويقية لم تتغير ولا تؤثر في هذه الرسالة.',
  'notice.reference': 'الرقم المرجعي: \u2068{reference}\u2069',

  'page.sender': 'صفحة من \u2068{office}\u2069 نيابةً عن \u2068{controller}\u2069.',
  'page.controller': 'صفحة من \u2068{controller}\u2069.',

  'unsubscribe.question': 'هل تريد إيقاف الرسائل التسويقية من \u2068{office}\u2069؟',
  'unsubscribe.stops': 'ما سيتوقف',
  'unsubscribe.stops.detail':
    'جميع رسائل البريد الإلكتروني التسويقية من \u2068{office}\u2069، فورًا، بما في ذلك الحملات الجارية حاليًا.',
  'unsubscribe.continues': 'ما سيستمر',
  'unsubscribe.continues.detail':
    'الرسائل المتعلقة بسلامة هاتفك وتحديثات الأمان المهمة وتغييرات الشروط. ولا تحتوي على إعلانات.',
  'unsubscribe.button': 'إيقاف الرسائل التسويقية',
  'unsubscribe.pending': 'لن يتغير شيء حتى تضغط على الزر.',

  'done.title': 'تم إلغاء اشتراكك',
  'done.detail': 'لن ترسل إليك \u2068{office}\u2069 رسائل تسويقية بعد الآن. يسري ذلك من هذه اللحظة.',
  'done.undo':
    'هل حدث ذلك بالخطأ؟ يمكنك السماح بالرسائل التسويقية مجددًا في أي وقت من إعدادات هاتفك أو حسابك.',
  'already.title': 'اشتراكك ملغى بالفعل',
  'already.detail': 'لا ترسل إليك \u2068{office}\u2069 رسائل تسويقية.',

  'damaged.title': 'هذا الرابط لا يعمل',
  'damaged.detail': 'جزء من الرابط مفقود أو تم تغييره. لم يتغير شيء في إعداداتك.',
  'damaged.advice': 'يُرجى فتح الرابط مجددًا من الرسالة، أو نسخه كاملًا إلى شريط العنوان.',

  'error.title': 'تعذر إتمام العملية',
  'error.detail': 'تعذر حفظ اختيارك. يُرجى المحاولة مجددًا بعد بضع دقائق.',
  'error.button': 'إعادة المحاولة',
};
