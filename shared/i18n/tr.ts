/** Turkish. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const trMail: MailMessages = {
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
  'notice.read': 'Bu bildirimi çevrimiçi okuyun',
  'notice.acknowledge': 'Bunu okuduğunuzu onaylayın',
  'notice.accept': 'Okuyun ve kabul edin',
};

export const trLetter: LetterMessages = {
  'letter.confirm.subject': 'Lütfen onaylayın: {office} e-postaları',
  'letter.confirm.intro':
    '{date} tarihinde, {office} tarafından bu adrese pazarlama e-postaları gönderilmesi istendi.',
  'letter.confirm.action': 'Bunu siz istediyseniz lütfen buradan onaylayın:',
  'letter.confirm.button': 'Onayla',
  'letter.confirm.ignore':
    'Siz istemediyseniz hiçbir şey yapmanız gerekmez: Onay olmadan pazarlama e-postası gönderilmez. Bağlantı {date} tarihine kadar kullanılabilir.',
  'letter.result.subject': 'Seçiminiz kaydedildi',
  'letter.result.email.granted':
    '{office} tarafından gönderilen pazarlama e-postalarına {date} tarihinde izin verdiniz.',
  'letter.result.email.denied':
    '{office} tarafından gönderilen pazarlama e-postalarını {date} tarihinde reddettiniz. Artık gönderilmeyecek.',
  'letter.result.push.granted':
    '{office} tarafından gösterilen pazarlama bildirimlerine {date} tarihinde izin verdiniz.',
  'letter.result.push.denied':
    '{office} tarafından gösterilen pazarlama bildirimlerini {date} tarihinde reddettiniz. Artık gösterilmeyecek.',
  'letter.result.change': 'Tercihlerinizi istediğiniz zaman görebilir ve değiştirebilirsiniz:',
  'letter.why':
    'Bu mesajı, sizin için pazarlamayla ilgili bir tercih yapıldığı için alıyorsunuz. Mesaj reklam içermez.',
};

export const trPage: PageMessages = {
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
  'already.title': 'Abonelikten daha önce çıkmıştınız',
  'already.detail': '{office} size pazarlama e-postası göndermiyor.',

  'damaged.title': 'Bu bağlantı çalışmıyor',
  'damaged.detail': 'Bağlantının bir bölümü eksik veya değiştirilmiş. Ayarlarınızda hiçbir şey değişmedi.',
  'damaged.advice': 'Lütfen bağlantıyı e-postadan yeniden açın veya tamamını adres çubuğuna kopyalayın.',

  'sample.title': 'Bu bir örnektir',
  'sample.detail':
    'Bağlantı bir önizlemeden veya test iletisinden geliyor. Hiç kimseye ait değildir ve hiçbir şeyi değiştirmez.',

  'error.title': 'İşlem tamamlanamadı',
  'error.detail': 'Seçiminiz kaydedilemedi. Lütfen birkaç dakika sonra yeniden deneyin.',
  'error.button': 'Yeniden dene',

  'page.language': 'Dil',

  'unsubscribe.topic': 'Veya yalnızca bu konu',
  'unsubscribe.topic.detail':
    '“{topic}” konusu e-postalarda ve bildirimlerde durur. Diğer konular devam eder.',
  'unsubscribe.topic.button': 'Yalnızca “{topic}” konusunu durdur',
  'unsubscribe.centre': 'Tüm tercihlerinizi görün ve değiştirin',

  'undo.detail':
    'Yanlışlıkla mı oldu? “Geri al” düğmesine basarsanız {office} tarafından size yeniden pazarlama e-postaları gönderilmesini kabul edersiniz.',
  'undo.topic.detail': 'Yanlışlıkla mı oldu? “Geri al” düğmesi konuyu yeniden açar.',
  'undo.button': 'Geri al',
  'undone.title': 'Pazarlama e-postalarına yeniden izin verildi',
  'undone.detail':
    '{office} size yeniden pazarlama e-postaları gönderebilir. Bu izni istediğiniz zaman geri çekebilirsiniz.',
  'undone.topic.title': 'Konu yeniden açık',
  'undone.topic.detail':
    '{office}, pazarlamaya izin verdiğiniz yerlerde size yeniden “{topic}” konusunda yazabilir.',
  'topic-done.title': 'Bu konu kapalı',
  'topic-done.detail':
    '{office} artık size “{topic}” konusunda hiçbir şey göndermeyecek. Diğer konular devam eder.',

  'topic.news': 'Haberler',
  'topic.offers': 'Fırsatlar',
  'topic.articles': 'Makaleler',
  'topic.recommendations': 'Öneriler',

  'centre.title': 'Tercihleriniz',
  'centre.intro':
    'Burada {office} tarafından size nelerin gönderilebileceğine siz karar verirsiniz. Kararınızı istediğiniz zaman değiştirebilirsiniz.',
  'centre.address': 'Bu tercihler {address} adresine aittir.',
  'centre.readonly': 'Bu, {office} çalışanları için bir görünümdür. Burada hiçbir şey değiştirilemez.',
  'centre.marketing': 'Pazarlama',
  'centre.email': 'E-postalar',
  'centre.email.detail':
    '{controller} adına {office} tarafından bana e-postayla haberler ve fırsatlar gönderilmesini kabul ediyorum. Rızamı istediğim zaman geri çekebilirim.',
  'centre.push': 'Bildirimler',
  'centre.push.detail':
    '{controller} adına {office} tarafından bana {count, plural, one {telefonumda bildirim olarak} other {# telefonumda bildirim olarak}} haberler ve fırsatlar gösterilmesini kabul ediyorum. Rızamı istediğim zaman geri çekebilirim.',
  'centre.topics': 'Konular',
  'centre.topics.detail': 'Kapalı olan bir konu ne e-posta ne de bildirim olarak gönderilir.',
  'centre.personal': 'Kişisel içerik ve ürün geliştirme',
  'centre.profiling': 'İlgi alanlarıma uygun içerik',
  'centre.profiling.detail':
    'Pazarlama içeriklerinin {office} tarafından ilgi alanlarıma ve telefon modellerime göre benim için seçilip yazılmasını kabul ediyorum. Bu rıza olmadan herkesle aynı metinleri alırım.',
  'centre.diagnostics': 'Tanılama',
  'centre.diagnostics.detail':
    '{controller} şirketine {count, plural, one {telefonumdan kullanım ve arızalar} other {# telefonumdan kullanım ve arızalar}} hakkında teknik veriler gönderilmesini kabul ediyorum. Bu veriler toplu hâlde ürünleri geliştirmek için kullanılır, asla pazarlama için kullanılmaz.',
  'centre.language.detail': 'Mümkün olduğunda size bu dilde yazarız.',
  'centre.save': 'Tercihleri kaydet',
  'centre.refuse': 'Tüm pazarlamayı reddet',
  'centre.refuse.detail': 'Pazarlama e-postalarını ve bildirimlerini hemen ve kalıcı olarak kapatır.',
  'centre.saved': 'Tercihleriniz kaydedildi ve şu andan itibaren geçerli.',
  'centre.unchanged': 'Hiçbir şey değişmedi: Tercihleriniz burada gördüğünüz gibi.',
  'centre.refused': '{office} tarafından yapılan tüm pazarlama şu andan itibaren kapalı.',
  'centre.conflict':
    'Tercihleriniz bu arada başka bir yerde değiştirildi. Kapattıklarınız kapalı. Açtıklarınız ise kaydedilmedi: Lütfen tercihlerinizi gözden geçirip yeniden kaydedin.',
  'centre.pending':
    'Bir adım daha kaldı: {address} adresine gönderdiğimiz e-postayı açın ve oradan onaylayın. O zamana kadar pazarlama e-postası gönderilmez.',
  'centre.limit':
    'Bugün {address} adresine birkaç onay e-postası gönderildi. Lütfen gelen kutunuza bakın veya yarın yeniden deneyin.',
  'centre.gpc':
    'Tarayıcınız, profilinizin çıkarılmamasını istiyor (Global Privacy Control). Bunu ret kararınız olarak kaydettik. Tarayıcınız bunu istediği sürece bu seçenek kapalı kalır.',

  'state.until': 'Rızanız {date} tarihine kadar geçerli.',
  'state.expired': 'Rızanız {date} tarihinde sona erdi.',
  'state.pending': 'E-postayla onaylamanız bekleniyor.',
  'state.implied':
    'Daha önceki bir satın alma veya talebiniz nedeniyle açık. İstediğiniz zaman reddedebilirsiniz.',
  'state.default': 'Reddetmediğiniz için açık. İstediğiniz zaman reddedebilirsiniz.',
  'state.undeliverable': 'Bu adrese gönderilen e-postalar geri döndü, bu yüzden e-posta gönderilmiyor.',
  'state.complained': 'Bir e-postayı spam olarak bildirdiniz, bu yüzden pazarlama e-postası gönderilmiyor.',

  'history.title': 'Şimdiye kadarki tercihleriniz',
  'history.empty': 'Henüz kayıtlı bir tercih yok.',
  'history.older': '{count, plural, one {Daha eski # kayıt} other {Daha eski # kayıt}} burada gösterilmiyor.',
  'history.granted': 'İzin verildi',
  'history.accepted': 'Kabul edildi',
  'history.denied': 'Reddedildi',
  'history.pending': 'Onay bekliyor',
  'purpose.email': 'Pazarlama e-postaları',
  'purpose.push': 'Pazarlama bildirimleri',
  'purpose.sms': 'SMS mesajları',
  'purpose.topic': 'Konu: {topic}',
  'purpose.profiling': 'İlgi alanlarına göre içerik',
  'purpose.diagnostics': 'Tanılama',
  'purpose.terms': 'Koşullar veya politika, sürüm {version}',
  'source.setup-wizard': 'Telefonun kurulumu',
  'source.app': 'Telefondaki uygulama',
  'source.settings': 'Telefonun ayarları',
  'source.account': 'Hesap',
  'source.link': 'E-postadaki bağlantıyla açılan sayfa',
  'source.one-click': 'E-posta programının abonelikten çıkma düğmesi',
  'source.import': 'Önceki kayıtlar',
  'source.staff': 'Talebiniz üzerine çalışanlarımız',
  'source.system': 'Otomatik olarak',
  'source.merge': 'Bir telefon hesaba bağlandığında',
  'source.gpc': 'Tarayıcının sinyali (Global Privacy Control)',

  'confirm.question': '{office} tarafından gönderilen pazarlama e-postalarına izin verilsin mi?',
  'confirm.detail':
    '{address} adresine pazarlama e-postaları gönderilmesi istendi. Düğmeye basarsanız {controller} adına {office} tarafından size e-postayla haberler ve fırsatlar gönderilmesini kabul edersiniz. Rızanızı istediğiniz zaman geri çekebilirsiniz.',
  'confirm.button': 'Pazarlama e-postalarına izin ver',
  'confirm.ignore':
    'Bunu siz istemediyseniz bu sayfayı kapatmanız yeterlidir: Pazarlama e-postası gönderilmez.',
  'confirm.done.title': 'Pazarlama e-postalarına izin verildi',
  'confirm.done.detail':
    '{office} şu andan itibaren size pazarlama e-postaları gönderebilir. Bu izni istediğiniz zaman geri çekebilirsiniz.',
  'confirm.already.title': 'Bu zaten onaylandı',
  'confirm.already.detail':
    '{office} tarafından gönderilen pazarlama e-postalarına {date} tarihinde izin verdiniz. Başka bir şey yapmanız gerekmiyor.',
  'confirm.expired.title': 'Bu onay geç kaldı',
  'confirm.expired.detail':
    'Bağlantı {date} tarihine kadar kullanılabiliyordu. Pazarlama e-postası gönderilmiyor. Bu e-postaları hâlâ istiyorsanız size yeni bir onay e-postası gönderebiliriz.',
  'confirm.resend.button': 'Yeni e-posta gönder',
  'confirm.resent.title': 'Yeni bir e-posta yolda',
  'confirm.resent.detail':
    'E-postayı {address} adresine gönderiyoruz. İçindeki bağlantı {count, plural, one {# gün} other {# gün}} boyunca kullanılabilir.',
  'confirm.refused.title': 'Pazarlama e-postaları reddedildi',
  'confirm.refused.detail':
    'Bu bağlantı artık geçerli değil, çünkü gönderildikten sonra pazarlama e-postaları reddedildi. Tercihleriniz arasından bunlara yeniden izin verebilirsiniz.',

  'reconfirm.question': '{office} size pazarlama e-postaları göndermeye devam edebilir mi?',
  'reconfirm.detail':
    'Rızanız {date} tarihinde sona eriyor. Düğmeye basarsanız {controller} adına {office} tarafından size e-postayla haberler ve fırsatlar gönderilmeye devam edilmesini kabul edersiniz. Basmazsanız bu e-postalar kendiliğinden sona erer. Rızanızı istediğiniz zaman geri çekebilirsiniz.',
  'reconfirm.late':
    'Rızanız {date} tarihinde sona erdi. Düğmeye basarsanız {controller} adına {office} tarafından size e-postayla yeniden haberler ve fırsatlar gönderilmesini kabul edersiniz. Rızanızı istediğiniz zaman geri çekebilirsiniz.',
  'reconfirm.button': 'Evet, devam et',
  'reconfirm.done.title': 'Rızanız yenilendi',
  'reconfirm.done.detail': '{date} tarihine kadar geçerli. Rızanızı istediğiniz zaman geri çekebilirsiniz.',

  'receipt.title': 'Rıza belgesi',
  'receipt.issued': 'Düzenlenme: {date}',
  'receipt.number': 'Belge numarası',
  'receipt.controller': 'Veri sorumlusu',
  'receipt.office': 'Yerel ofis',
  'receipt.policy': 'Gizlilik politikası, sürüm {version}',
  'receipt.now': 'Şu anda geçerli olanlar',
  'receipt.on': 'Açık',
  'receipt.off': 'Kapalı',
  'receipt.rights': 'Haklarınız',
  'receipt.rights.detail':
    'Verdiğiniz her rızayı istediğiniz zaman geri çekebilirsiniz: telefonunuzun ayarlarından, hesabınızdan veya her pazarlama e-postasındaki bağlantıyla. Ayrıca verilerinize erişmeyi, verilerinizin düzeltilmesini ve silinmesini isteyebilirsiniz.',
  'receipt.proof': 'Kanıt',
  'receipt.proof.intact': 'Kayıt eksiksiz: Her girdi, kendinden öncekinin dijital parmak izini taşır.',
  'receipt.proof.broken': 'Kayıt, {entry} numaralı girdide bozulmuş. Lütfen bizimle iletişime geçin.',

  'notice.why': 'Bunu neden alıyorsunuz',
  'notice.released': 'Yayın tarihi: {date}',
  'notice.fallback': 'Dilinizde bir metin yok. Metin şu dilde gösteriliyor: {language}',
  'notice.erased': 'Hakkınızda artık hiçbir bilgi saklanmıyor. Bu, herkese gönderilen metindir.',
  'notice.stopped': 'Bu bildirim geri çekildi. Lütfen artık dikkate almayın.',
  'notice.superseded': 'Bu bildirimin yerini daha yeni bir bildirim aldı.',
  'notice.newer': 'Daha yeni bildirimi okuyun',
  'notice.acknowledge.button': 'Bunu okudum',
  'notice.accept.detail':
    'Düğmeye basarsanız, bu bildirimin konusu olan koşulların veya politikaların {version} sürümünü kabul edersiniz.',
  'notice.accept.button': 'Kabul ediyorum',
  'notice.renew':
    'Ayrıca bu izinleri yeni sürüm kapsamında yeniden verebilirsiniz. İşaretlemedikleriniz olduğu gibi kalır.',
  'notice.acknowledged': 'Bu bildirimi okuduğunuzu onayladığınız tarih: {date}.',
  'notice.accepted': '{version} sürümünü kabul ettiğiniz tarih: {date}.',
  'notice.recorded': 'Yanıtınız kaydedildi.',
  'notice.already': 'Zaten yanıt verdiniz. Hiçbir şey değişmedi.',
  'notice.not-yours': 'Bu bildirim size gönderilmediği için yanıtınız kaydedilmedi.',

  'error.input.title': 'Bunu okuyamadık',
  'error.input.detail':
    'Form eksik, çok büyük veya farklı türdeydi. Hiçbir şey değişmedi. Lütfen bağlantıyı yeniden açıp bir daha deneyin.',
};
