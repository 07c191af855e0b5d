/** Turkish. */
import type { Messages } from './messages.ts';

export const tr: Messages = {
  'mail.sender': 'Bu e-postayı size {controller} adına {office} gönderiyor.',
  'mail.why':
    'Bu e-postayı, ayarlarınız {office} tarafından gönderilen pazarlama e-postalarına izin verdiği için alıyorsunuz.',
  'mail.unsubscribe': 'Abonelikten çık',
  'mail.preferences': 'Tercihlerinizi değiştirin',
  'mail.policy': 'Gizlilik politikası',
  'mail.address': 'Posta adresi',

  'notice.safety': 'Bu mesajı, telefonunuzu güvenle kullanmanızı ilgilendirdiği için alıyorsunuz.',
  'notice.security': 'Bu mesajı, telefonunuzun ve verilerinizin korunmasını ilgilendirdiği için alıyorsunuz.',
  'notice.terms': 'Bu mesajı, sizin için geçerli olan koşullar veya politikalar değiştiği için alıyorsunuz.',
  'notice.service':
    'Bu mesajı, kullandığınız bir ürünü, hizmeti veya hesabı ilgilendirdiği için alıyorsunuz.',
  'notice.choices': 'Pazarlama tercihleriniz değişmedi ve bu mesajı etkilemez.',
  'notice.reference': 'Referans: {reference}',

  'page.sender': '{controller} adına {office} tarafından sunulan bir sayfa.',
  'page.controller': '{controller} tarafından sunulan bir sayfa.',

  'unsubscribe.question': '{office} tarafından gönderilen pazarlama e-postaları durdurulsun mu?',
  'unsubscribe.stops': 'Duracak olanlar',
  'unsubscribe.stops.detail':
    '{office} tarafından gönderilen tüm pazarlama e-postaları, hemen ve şu anda süren kampanyalar için de.',
  'unsubscribe.continues': 'Devam edecek olanlar',
  'unsubscribe.continues.detail':
    'Telefonunuzun güvenliği, önemli güvenlik güncellemeleri ve koşul değişiklikleri hakkındaki mesajlar. Bunlar reklam içermez.',
  'unsubscribe.button': 'Pazarlama e-postalarını durdur',
  'unsubscribe.pending': 'Düğmeye basana kadar hiçbir şey değişmez.',

  'done.title': 'Abonelikten çıktınız',
  'done.detail': '{office} artık size pazarlama e-postası göndermeyecek. Bu şu andan itibaren geçerlidir.',
  'done.undo':
    'Yanlışlıkla mı oldu? Telefonunuzun veya hesabınızın ayarlarından pazarlama e-postalarına istediğiniz zaman yeniden izin verebilirsiniz.',
  'already.title': 'Abonelikten daha önce çıkmıştınız',
  'already.detail': '{office} size pazarlama e-postası göndermiyor.',

  'damaged.title': 'Bu bağlantı çalışmıyor',
  'damaged.detail': 'Bağlantının bir bölümü eksik veya değiştirilmiş. Ayarlarınızda hiçbir şey değişmedi.',
  'damaged.advice': 'Lütfen bağlantıyı e-postadan yeniden açın veya tamamını adres çubuğuna kopyalayın.',

  'error.title': 'İşlem tamamlanamadı',
  'error.detail': 'Seçiminiz kaydedilemedi. Lütfen birkaç dakika sonra yeniden deneyin.',
  'error.button': 'Yeniden dene',
};
