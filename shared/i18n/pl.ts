/** Polish. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const plMail: MailMessages = {
  'mail.sender': 'Tę wiadomość e-mail wysyła {office} w imieniu {controller}.',
  'mail.why':
    'Otrzymujesz tę wiadomość, ponieważ Twoje ustawienia zezwalają na e-maile marketingowe od {office}.',
  'mail.unsubscribe': 'Zrezygnuj z subskrypcji',
  'mail.preferences': 'Zmień swoje preferencje',
  'mail.policy': 'Polityka prywatności',
  'mail.address': 'Adres pocztowy',

  'notice.safety':
    'Otrzymujesz tę wiadomość, ponieważ dotyczy ona bezpieczeństwa użytkowania Twojego telefonu.',
  'notice.security':
    'Otrzymujesz tę wiadomość, ponieważ dotyczy ona ochrony Twojego telefonu i Twoich danych.',
  'notice.terms': 'Otrzymujesz tę wiadomość, ponieważ zmieniają się obowiązujące Cię warunki lub zasady.',
  'notice.service':
    'Otrzymujesz tę wiadomość, ponieważ dotyczy ona produktu, usługi lub konta, z których korzystasz.',
  'notice.choices': 'Twoje wybory dotyczące marketingu pozostają bez zmian i nie mają na nią wpływu.',
  'notice.reference': 'Numer referencyjny: {reference}',
  'notice.read': 'Przeczytaj ten komunikat online',
  'notice.acknowledge': 'Potwierdź, że przeczytano ten komunikat',
  'notice.accept': 'Przeczytaj i zaakceptuj',
};

export const plLetter: LetterMessages = {
  'letter.confirm.subject': 'Prosimy o potwierdzenie: e-maile od {office}',
  'letter.confirm.intro':
    'Dnia {date} poproszono o wysyłanie na ten adres e-maili marketingowych od {office}.',
  'letter.confirm.action': 'Jeśli to Twoja prośba, potwierdź ją tutaj:',
  'letter.confirm.button': 'Potwierdź',
  'letter.confirm.ignore':
    'Jeśli to nie Twoja prośba, nie musisz nic robić: bez potwierdzenia nie będziemy wysyłać e-maili marketingowych. Link jest ważny do {date}.',
  'letter.result.subject': 'Twój wybór został zapisany',
  'letter.result.email.granted': 'Dnia {date} zapisano Twoją zgodę na e-maile marketingowe od {office}.',
  'letter.result.email.denied':
    'Dnia {date} zapisano Twoją odmowę e-maili marketingowych od {office}. Nie będą już wysyłane.',
  'letter.result.push.granted': 'Dnia {date} zapisano Twoją zgodę na powiadomienia marketingowe od {office}.',
  'letter.result.push.denied':
    'Dnia {date} zapisano Twoją odmowę powiadomień marketingowych od {office}. Nie będą już wyświetlane.',
  'letter.result.change': 'Swoje wybory możesz zobaczyć i zmienić w każdej chwili:',
  'letter.why':
    'Otrzymujesz tę wiadomość, ponieważ zapisano wybór dotyczący marketingu, który Cię dotyczy. Nie zawiera ona reklam.',
};

export const plPage: PageMessages = {
  'page.sender': 'Strona prowadzona przez {office} w imieniu {controller}.',
  'page.controller': 'Strona prowadzona przez {controller}.',

  'unsubscribe.question': 'Czy zrezygnować z e-maili marketingowych od {office}?',
  'unsubscribe.stops': 'Co przestanie przychodzić',
  'unsubscribe.stops.detail':
    'Wszystkie e-maile marketingowe od {office}, od razu, także z kampanii, które już trwają.',
  'unsubscribe.continues': 'Co nadal będzie przychodzić',
  'unsubscribe.continues.detail':
    'Wiadomości o bezpieczeństwie telefonu, ważnych aktualizacjach zabezpieczeń i zmianach warunków. Nie zawierają reklam.',
  'unsubscribe.button': 'Zrezygnuj z e-maili marketingowych',
  'unsubscribe.pending': 'Nic się nie zmieni, dopóki nie naciśniesz przycisku.',

  'done.title': 'Subskrypcja została anulowana',
  'done.detail': '{office} nie będzie już wysyłać Ci e-maili marketingowych. Obowiązuje to od teraz.',
  'already.title': 'Subskrypcja była już anulowana',
  'already.detail': '{office} nie wysyła Ci e-maili marketingowych.',

  'damaged.title': 'Ten link nie działa',
  'damaged.detail':
    'Brakuje części linku lub został on zmieniony. W Twoich ustawieniach nic się nie zmieniło.',
  'damaged.advice': 'Otwórz link ponownie z wiadomości e-mail albo skopiuj go w całości do paska adresu.',

  'sample.title': 'To jest przykład',
  'sample.detail':
    'Link pochodzi z podglądu lub wiadomości testowej. Nie należy do nikogo i niczego nie zmienia.',

  'error.title': 'Nie udało się',
  'error.detail': 'Nie można było zapisać Twojego wyboru. Spróbuj ponownie za kilka minut.',
  'error.button': 'Spróbuj ponownie',

  'page.language': 'Język',

  'unsubscribe.topic': 'Albo tylko ten temat',
  'unsubscribe.topic.detail':
    'Wyłącza temat „{topic}” w e-mailach i powiadomieniach. Pozostałe tematy będą nadal przychodzić.',
  'unsubscribe.topic.button': 'Wyłącz tylko „{topic}”',
  'unsubscribe.centre': 'Zobacz i zmień wszystkie swoje wybory',

  'undo.detail':
    'To pomyłka? Naciskając „Cofnij”, wyrażasz zgodę na ponowne wysyłanie Ci przez {office} e-maili marketingowych.',
  'undo.topic.detail': 'To pomyłka? Przycisk „Cofnij” ponownie włączy ten temat.',
  'undo.button': 'Cofnij',
  'undone.title': 'E-maile marketingowe są znów dozwolone',
  'undone.detail':
    '{office} może znów wysyłać Ci e-maile marketingowe. Możesz wycofać tę zgodę w każdej chwili.',
  'undone.topic.title': 'Temat jest znów włączony',
  'undone.topic.detail':
    '{office} może znów wysyłać Ci wiadomości na temat „{topic}” tam, gdzie zezwalasz na marketing.',
  'topic-done.title': 'Ten temat jest wyłączony',
  'topic-done.detail':
    '{office} nie będzie już wysyłać Ci wiadomości na temat „{topic}”. Pozostałe tematy będą nadal przychodzić.',

  'topic.news': 'Nowości',
  'topic.offers': 'Oferty',
  'topic.articles': 'Artykuły',
  'topic.recommendations': 'Rekomendacje',

  'centre.title': 'Twoje wybory',
  'centre.intro':
    'Tutaj decydujesz, co może Ci wysyłać {office}. Swoje wybory możesz zmienić w każdej chwili.',
  'centre.address': 'Te wybory dotyczą adresu {address}.',
  'centre.readonly': 'To jest podgląd dla pracowników {office}. Nie można tu nic zmienić.',
  'centre.marketing': 'Treści marketingowe',
  'centre.email': 'E-maile',
  'centre.email.detail':
    'Wyrażam zgodę na wysyłanie mi przez {office}, w imieniu {controller}, nowości i ofert pocztą e-mail. Mogę wycofać tę zgodę w każdej chwili.',
  'centre.push': 'Powiadomienia',
  'centre.push.detail':
    'Wyrażam zgodę na wyświetlanie mi przez {office}, w imieniu {controller}, nowości i ofert jako powiadomień na {count, plural, one {moim telefonie} few {moich # telefonach} many {moich # telefonach} other {moich # telefonach}}. Mogę wycofać tę zgodę w każdej chwili.',
  'centre.topics': 'Tematy',
  'centre.topics.detail':
    'Wiadomości na wyłączony temat nie są wysyłane wcale: ani e-mailem, ani jako powiadomienia.',
  'centre.personal': 'Treści dla Ciebie i ulepszanie produktów',
  'centre.profiling': 'Treści dopasowane do moich zainteresowań',
  'centre.profiling.detail':
    'Wyrażam zgodę na to, by treści marketingowe były dla mnie dobierane i formułowane przez {office} na podstawie moich zainteresowań i modeli moich telefonów. Bez tej zgody otrzymuję te same teksty co wszyscy.',
  'centre.diagnostics': 'Diagnostyka',
  'centre.diagnostics.detail':
    'Wyrażam zgodę na wysyłanie {count, plural, one {z mojego telefonu} few {z moich # telefonów} many {z moich # telefonów} other {z moich # telefonów}} do {controller} danych technicznych o użytkowaniu i usterkach. Dane te w zbiorczej postaci służą ulepszaniu produktów, nigdy marketingowi.',
  'centre.language.detail': 'W tym języku będziemy do Ciebie pisać, o ile to możliwe.',
  'centre.save': 'Zapisz wybory',
  'centre.refuse': 'Odrzuć cały marketing',
  'centre.refuse.detail': 'Wyłącza e-maile i powiadomienia marketingowe, od razu i na stałe.',
  'centre.saved': 'Twoje wybory zostały zapisane i obowiązują od teraz.',
  'centre.unchanged': 'Nic się nie zmieniło: Twoje wybory są takie, jak widać tutaj.',
  'centre.refused': 'Cały marketing od {office} jest od teraz wyłączony.',
  'centre.conflict':
    'W międzyczasie Twoje wybory zostały zmienione w innym miejscu. To, co zostało przez Ciebie wyłączone, jest wyłączone. To, co zostało przez Ciebie włączone, nie zostało zapisane: sprawdź swoje wybory i zapisz je ponownie.',
  'centre.pending':
    'Jeszcze jeden krok: otwórz e-mail, który wysyłamy na adres {address}, i potwierdź w nim swój wybór. Do tego czasu nie będziemy wysyłać e-maili marketingowych.',
  'centre.limit':
    'Dzisiaj wysłano już kilka e-maili z prośbą o potwierdzenie na adres {address}. Sprawdź skrzynkę odbiorczą albo spróbuj ponownie jutro.',
  'centre.gpc':
    'Twoja przeglądarka zgłasza sprzeciw wobec profilowania (Global Privacy Control). Zapisaliśmy to jako Twoją odmowę. Ta opcja pozostanie wyłączona, dopóki przeglądarka zgłasza sprzeciw.',

  'state.until': 'Twoja zgoda jest ważna do {date}.',
  'state.expired': 'Twoja zgoda wygasła {date}.',
  'state.pending': 'Czeka na Twoje potwierdzenie przez e-mail.',
  'state.implied':
    'Włączone ze względu na Twój wcześniejszy zakup lub zapytanie. Możesz odmówić w każdej chwili.',
  'state.default': 'Włączone, ponieważ nie otrzymaliśmy Twojej odmowy. Możesz odmówić w każdej chwili.',
  'state.undeliverable': 'E-maile wysłane na ten adres wracały, dlatego nie są już wysyłane.',
  'state.complained':
    'E-mail został przez Ciebie zgłoszony jako spam, dlatego nie wysyłamy e-maili marketingowych.',

  'history.title': 'Twoje dotychczasowe wybory',
  'history.empty': 'Nie zapisano jeszcze żadnych wyborów.',
  'history.older':
    'Pominięto tutaj {count, plural, one {# starszy wpis} few {# starsze wpisy} many {# starszych wpisów} other {# starszego wpisu}}.',
  'history.granted': 'Zgoda',
  'history.accepted': 'Zaakceptowano',
  'history.denied': 'Odmowa',
  'history.pending': 'Czeka na potwierdzenie',
  'purpose.email': 'E-maile marketingowe',
  'purpose.push': 'Powiadomienia marketingowe',
  'purpose.sms': 'Wiadomości SMS',
  'purpose.topic': 'Temat: {topic}',
  'purpose.profiling': 'Treści według zainteresowań',
  'purpose.diagnostics': 'Diagnostyka',
  'purpose.terms': 'Warunki lub zasady, wersja {version}',
  'source.setup-wizard': 'Konfiguracja telefonu',
  'source.app': 'Aplikacja w telefonie',
  'source.settings': 'Ustawienia telefonu',
  'source.account': 'Konto',
  'source.link': 'Strona otwarta z linku w e-mailu',
  'source.one-click': 'Przycisk rezygnacji w programie pocztowym',
  'source.import': 'Wcześniejsze zapisy',
  'source.staff': 'Nasi pracownicy, na Twoją prośbę',
  'source.system': 'Automatycznie',
  'source.merge': 'Przy łączeniu telefonu z kontem',
  'source.gpc': 'Sygnał przeglądarki (Global Privacy Control)',

  'confirm.question': 'Czy zezwolić na e-maile marketingowe od {office}?',
  'confirm.detail':
    'Poproszono o wysyłanie e-maili marketingowych na adres {address}. Naciskając przycisk, wyrażasz zgodę na wysyłanie Ci przez {office}, w imieniu {controller}, nowości i ofert pocztą e-mail. Możesz wycofać tę zgodę w każdej chwili.',
  'confirm.button': 'Tak, zezwól na e-maile marketingowe',
  'confirm.ignore':
    'Jeśli to nie Twoja prośba, po prostu zamknij tę stronę: nie będziemy wysyłać e-maili marketingowych.',
  'confirm.done.title': 'E-maile marketingowe są dozwolone',
  'confirm.done.detail':
    'Od teraz {office} może wysyłać Ci e-maile marketingowe. Możesz wycofać tę zgodę w każdej chwili.',
  'confirm.already.title': 'To zostało już potwierdzone',
  'confirm.already.detail':
    'Twoja zgoda na e-maile marketingowe od {office} została zapisana {date}. Nie trzeba już nic robić.',
  'confirm.expired.title': 'To potwierdzenie przyszło za późno',
  'confirm.expired.detail':
    'Link był ważny do {date}. Nie wysyłamy e-maili marketingowych. Jeśli nadal chcesz je otrzymywać, możemy wysłać Ci nowy e-mail z prośbą o potwierdzenie.',
  'confirm.resend.button': 'Wyślij nowy e-mail',
  'confirm.resent.title': 'Nowy e-mail jest w drodze',
  'confirm.resent.detail':
    'Wysyłamy go na adres {address}. Zawarty w nim link jest ważny przez {count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}.',
  'confirm.refused.title': 'E-maile marketingowe zostały odrzucone',
  'confirm.refused.detail':
    'Ten link nie jest już ważny, ponieważ po jego wysłaniu odrzucono e-maile marketingowe. Możesz znów na nie zezwolić w swoich wyborach.',

  'reconfirm.question': 'Czy {office} może nadal wysyłać Ci e-maile marketingowe?',
  'reconfirm.detail':
    'Twoja zgoda wygasa {date}. Naciskając przycisk, wyrażasz zgodę na dalsze wysyłanie Ci przez {office}, w imieniu {controller}, nowości i ofert pocztą e-mail. W przeciwnym razie same przestaną przychodzić. Możesz wycofać tę zgodę w każdej chwili.',
  'reconfirm.late':
    'Twoja zgoda wygasła {date}. Naciskając przycisk, wyrażasz zgodę na ponowne wysyłanie Ci przez {office}, w imieniu {controller}, nowości i ofert pocztą e-mail. Możesz wycofać tę zgodę w każdej chwili.',
  'reconfirm.button': 'Tak, nadal się zgadzam',
  'reconfirm.done.title': 'Twoja zgoda została odnowiona',
  'reconfirm.done.detail': 'Jest ważna do {date}. Możesz ją wycofać w każdej chwili.',

  'receipt.title': 'Potwierdzenie zgód',
  'receipt.issued': 'Wystawiono {date}',
  'receipt.number': 'Numer potwierdzenia',
  'receipt.controller': 'Administrator danych',
  'receipt.office': 'Biuro lokalne',
  'receipt.policy': 'Polityka prywatności, wersja {version}',
  'receipt.now': 'Co obowiązuje teraz',
  'receipt.on': 'Włączone',
  'receipt.off': 'Wyłączone',
  'receipt.rights': 'Twoje prawa',
  'receipt.rights.detail':
    'Każdą zgodę możesz wycofać w każdej chwili: w ustawieniach telefonu, na swoim koncie albo przez link w każdym e-mailu marketingowym. Możesz też zażądać dostępu do swoich danych, ich sprostowania i usunięcia.',
  'receipt.proof': 'Dowód',
  'receipt.proof.intact': 'Zapis jest kompletny: każdy wpis zawiera cyfrowy odcisk poprzedniego.',
  'receipt.proof.broken': 'Zapis jest uszkodzony przy wpisie {entry}. Skontaktuj się z nami.',

  'notice.why': 'Dlaczego otrzymujesz tę wiadomość',
  'notice.released': 'Data wydania: {date}',
  'notice.fallback': 'Nie ma tekstu w Twoim języku. Jest on wyświetlany w tym języku: {language}',
  'notice.erased': 'Nie przechowujemy już żadnych danych o Tobie. To jest tekst wysłany do wszystkich.',
  'notice.stopped': 'Ten komunikat został wycofany. Nie stosuj się już do niego.',
  'notice.superseded': 'Ten komunikat został zastąpiony nowszym.',
  'notice.newer': 'Przeczytaj nowszy komunikat',
  'notice.acknowledge.button': 'Zapoznałem(-am) się z tym komunikatem',
  'notice.accept.detail':
    'Naciskając przycisk, akceptujesz wersję {version} warunków lub zasad, których dotyczy ten komunikat.',
  'notice.accept.button': 'Akceptuję',
  'notice.renew':
    'Możesz też odnowić te zgody w nowej wersji. To, czego nie zaznaczysz, pozostanie bez zmian.',
  'notice.acknowledged': 'Potwierdzono przeczytanie tego komunikatu: {date}.',
  'notice.accepted': 'Zaakceptowano wersję {version}: {date}.',
  'notice.recorded': 'Twoja odpowiedź została zapisana.',
  'notice.already': 'Odpowiedź była już zapisana. Nic się nie zmieniło.',
  'notice.not-yours':
    'Ten komunikat nie został do Ciebie wysłany, dlatego Twoja odpowiedź nie została zapisana.',

  'error.input.title': 'Nie udało się tego odczytać',
  'error.input.detail':
    'Formularz był niekompletny, zbyt duży lub innego rodzaju. Nic się nie zmieniło. Otwórz link ponownie i spróbuj jeszcze raz.',
};
