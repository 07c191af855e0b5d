/** German. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const deMail: MailMessages = {
  'mail.sender': '{office} sendet Ihnen diese E-Mail im Auftrag der {controller}.',
  'mail.why': 'Sie erhalten diese E-Mail, weil Ihre Einstellungen Werbe-E-Mails von {office} erlauben.',
  'mail.unsubscribe': 'Abbestellen',
  'mail.preferences': 'Einstellungen ändern',
  'mail.policy': 'Datenschutzerklärung',
  'mail.address': 'Postanschrift',

  'notice.safety':
    'Sie erhalten diese Nachricht, weil sie die Sicherheit im Umgang mit Ihrem Telefon betrifft.',
  'notice.security':
    'Sie erhalten diese Nachricht, weil sie den Schutz Ihres Telefons und Ihrer Daten betrifft.',
  'notice.terms':
    'Sie erhalten diese Nachricht, weil sich Bedingungen oder Richtlinien ändern, die für Sie gelten.',
  'notice.service':
    'Sie erhalten diese Nachricht, weil sie ein Produkt, einen Dienst oder ein Konto betrifft, das Sie nutzen.',
  'notice.choices': 'Ihre Werbeeinstellungen bleiben unverändert und haben darauf keinen Einfluss.',
  'notice.reference': 'Referenz: {reference}',
  'notice.read': 'Diese Mitteilung online lesen',
  'notice.acknowledge': 'Bestätigen, dass Sie dies gelesen haben',
  'notice.accept': 'Lesen und zustimmen',
};

export const deLetter: LetterMessages = {
  'letter.confirm.subject': 'Bitte bestätigen: E-Mails von {office}',
  'letter.confirm.intro': 'Am {date} wurden für diese Adresse Werbe-E-Mails von {office} angefordert.',
  'letter.confirm.action': 'Wenn Sie das waren, bestätigen Sie es bitte hier:',
  'letter.confirm.button': 'Bestätigen',
  'letter.confirm.ignore':
    'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung werden keine Werbe-E-Mails gesendet. Der Link ist bis zum {date} gültig.',
  'letter.result.subject': 'Ihre Entscheidung ist erfasst',
  'letter.result.email.granted': 'Am {date} haben Sie Werbe-E-Mails von {office} erlaubt.',
  'letter.result.email.denied':
    'Am {date} haben Sie Werbe-E-Mails von {office} abgelehnt. Es werden keine mehr gesendet.',
  'letter.result.push.granted': 'Am {date} haben Sie Werbebenachrichtigungen von {office} erlaubt.',
  'letter.result.push.denied':
    'Am {date} haben Sie Werbebenachrichtigungen von {office} abgelehnt. Es werden keine mehr angezeigt.',
  'letter.result.change': 'Ihre Einstellungen können Sie jederzeit ansehen und ändern:',
  'letter.why':
    'Sie erhalten diese Nachricht, weil für Sie eine Entscheidung über Werbung erfasst wurde. Sie enthält keine Werbung.',
};

export const dePage: PageMessages = {
  'page.sender': 'Eine Seite von {office} im Auftrag der {controller}.',
  'page.controller': 'Eine Seite der {controller}.',

  'unsubscribe.question': 'Werbe-E-Mails von {office} abbestellen?',
  'unsubscribe.stops': 'Was endet',
  'unsubscribe.stops.detail':
    'Alle Werbe-E-Mails von {office}, sofort und auch aus bereits laufenden Kampagnen.',
  'unsubscribe.continues': 'Was bleibt',
  'unsubscribe.continues.detail':
    'Nachrichten zur Sicherheit Ihres Telefons, wichtige Sicherheitsupdates und Änderungen der Bedingungen. Sie enthalten keine Werbung.',
  'unsubscribe.button': 'Werbe-E-Mails abbestellen',
  'unsubscribe.pending': 'Es ändert sich nichts, bis Sie auf die Schaltfläche drücken.',

  'done.title': 'Sie sind abgemeldet',
  'done.detail': '{office} sendet Ihnen keine Werbe-E-Mails mehr. Das gilt ab sofort.',
  'already.title': 'Sie waren bereits abgemeldet',
  'already.detail': '{office} sendet Ihnen keine Werbe-E-Mails.',

  'damaged.title': 'Dieser Link funktioniert nicht',
  'damaged.detail':
    'Ein Teil des Links fehlt oder wurde verändert. An Ihren Einstellungen hat sich nichts geändert.',
  'damaged.advice':
    'Bitte öffnen Sie den Link noch einmal aus der E-Mail, oder kopieren Sie ihn vollständig in die Adresszeile.',

  'sample.title': 'Dies ist ein Muster',
  'sample.detail':
    'Der Link stammt aus einer Vorschau oder einer Testnachricht. Er gehört zu niemandem und ändert nichts.',

  'error.title': 'Das hat nicht geklappt',
  'error.detail':
    'Ihre Auswahl konnte nicht gespeichert werden. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  'error.button': 'Noch einmal versuchen',

  'page.language': 'Sprache',

  'unsubscribe.topic': 'Oder nur dieses Thema',
  'unsubscribe.topic.detail':
    'Beendet „{topic}“ per E-Mail und als Benachrichtigung. Andere Themen erhalten Sie weiterhin.',
  'unsubscribe.topic.button': 'Nur „{topic}“ abbestellen',
  'unsubscribe.centre': 'Alle Ihre Einstellungen ansehen und ändern',

  'undo.detail':
    'War das ein Versehen? Wenn Sie auf „Rückgängig machen“ drücken, stimmen Sie zu, dass {office} Ihnen wieder Werbe-E-Mails sendet.',
  'undo.topic.detail': 'War das ein Versehen? „Rückgängig machen“ schaltet das Thema wieder ein.',
  'undo.button': 'Rückgängig machen',
  'undone.title': 'Werbe-E-Mails sind wieder erlaubt',
  'undone.detail': '{office} darf Ihnen wieder Werbe-E-Mails senden. Sie können das jederzeit widerrufen.',
  'undone.topic.title': 'Das Thema ist wieder eingeschaltet',
  'undone.topic.detail': '{office} darf Ihnen wieder zu „{topic}“ schreiben, soweit Sie Werbung erlauben.',
  'topic-done.title': 'Dieses Thema ist ausgeschaltet',
  'topic-done.detail':
    '{office} sendet Ihnen nichts mehr zu „{topic}“. Andere Themen erhalten Sie weiterhin.',

  'topic.news': 'Neuigkeiten',
  'topic.offers': 'Angebote',
  'topic.articles': 'Artikel',
  'topic.recommendations': 'Empfehlungen',

  'centre.title': 'Ihre Einstellungen',
  'centre.intro': 'Hier entscheiden Sie, was {office} Ihnen senden darf. Sie können das jederzeit ändern.',
  'centre.address': 'Diese Einstellungen gehören zu {address}.',
  'centre.readonly': 'Dies ist eine Ansicht für das Personal von {office}. Hier lässt sich nichts ändern.',
  'centre.marketing': 'Werbung',
  'centre.email': 'E-Mails',
  'centre.email.detail':
    'Ich stimme zu, dass {office} mir im Auftrag der {controller} Neuigkeiten und Angebote per E-Mail sendet. Ich kann das jederzeit widerrufen.',
  'centre.push': 'Benachrichtigungen',
  'centre.push.detail':
    'Ich stimme zu, dass {office} mir im Auftrag der {controller} Neuigkeiten und Angebote als Benachrichtigungen auf {count, plural, one {meinem Telefon} other {meinen # Telefonen}} anzeigt. Ich kann das jederzeit widerrufen.',
  'centre.topics': 'Themen',
  'centre.topics.detail':
    'Zu einem ausgeschalteten Thema erhalten Sie nichts, weder per E-Mail noch als Benachrichtigung.',
  'centre.personal': 'Persönliche Inhalte und Produktverbesserung',
  'centre.profiling': 'Inhalte, die zu meinen Interessen passen',
  'centre.profiling.detail':
    'Ich stimme zu, dass {office} Werbung für mich nach meinen Interessen und meinen Telefonmodellen auswählt und formuliert. Ohne diese Zustimmung erhalte ich dieselben Texte wie alle anderen.',
  'centre.diagnostics': 'Diagnosedaten',
  'centre.diagnostics.detail':
    'Ich stimme zu, dass {count, plural, one {mein Telefon technische Daten zu Nutzung und Fehlern an die {controller} sendet} other {meine # Telefone technische Daten zu Nutzung und Fehlern an die {controller} senden}}. Die Daten dienen in zusammengefasster Form der Verbesserung von Produkten, niemals der Werbung.',
  'centre.language.detail': 'In dieser Sprache schreiben wir Ihnen, soweit es uns möglich ist.',
  'centre.save': 'Auswahl speichern',
  'centre.refuse': 'Alle Werbung ablehnen',
  'centre.refuse.detail': 'Schaltet Werbe-E-Mails und Werbebenachrichtigungen sofort und dauerhaft aus.',
  'centre.saved': 'Ihre Auswahl ist gespeichert und gilt ab sofort.',
  'centre.unchanged': 'Es wurde nichts geändert: Ihre Einstellungen sind so, wie Sie sie hier sehen.',
  'centre.refused': 'Alle Werbung von {office} ist ab sofort ausgeschaltet.',
  'centre.conflict':
    'Ihre Einstellungen wurden inzwischen an anderer Stelle geändert. Was Sie ausgeschaltet haben, ist aus. Was Sie eingeschaltet haben, wurde nicht gespeichert: Bitte prüfen Sie Ihre Auswahl und speichern Sie noch einmal.',
  'centre.pending':
    'Noch ein Schritt: Öffnen Sie die E-Mail, die wir an {address} senden, und bestätigen Sie dort. Bis dahin werden keine Werbe-E-Mails gesendet.',
  'centre.limit':
    'An {address} wurden heute schon mehrere Bestätigungs-E-Mails gesendet. Bitte sehen Sie in Ihrem Posteingang nach, oder versuchen Sie es morgen noch einmal.',
  'centre.gpc':
    'Ihr Browser bittet darum, dass kein Profil von Ihnen erstellt wird (Global Privacy Control). Wir haben das als Ihre Ablehnung erfasst. Diese Einstellung bleibt aus, solange Ihr Browser darum bittet.',

  'state.until': 'Ihre Einwilligung gilt bis zum {date}.',
  'state.expired': 'Ihre Einwilligung ist am {date} abgelaufen.',
  'state.pending': 'Wartet auf Ihre Bestätigung per E-Mail.',
  'state.implied':
    'Eingeschaltet aufgrund eines früheren Kaufs oder einer Anfrage von Ihnen. Sie können jederzeit ablehnen.',
  'state.default': 'Eingeschaltet, weil Sie nicht abgelehnt haben. Sie können jederzeit ablehnen.',
  'state.undeliverable':
    'E-Mails an diese Adresse waren nicht zustellbar. Deshalb werden keine mehr gesendet.',
  'state.complained': 'Sie haben eine E-Mail als Spam gemeldet. Deshalb werden keine Werbe-E-Mails gesendet.',

  'history.title': 'Ihre bisherigen Entscheidungen',
  'history.empty': 'Bisher sind keine Entscheidungen erfasst.',
  'history.older':
    '{count, plural, one {# älterer Eintrag wird} other {# ältere Einträge werden}} hier nicht angezeigt.',
  'history.granted': 'Erlaubt',
  'history.accepted': 'Zugestimmt',
  'history.denied': 'Abgelehnt',
  'history.pending': 'Wartet auf Bestätigung',
  'purpose.email': 'Werbe-E-Mails',
  'purpose.push': 'Werbebenachrichtigungen',
  'purpose.sms': 'SMS',
  'purpose.topic': 'Thema: {topic}',
  'purpose.profiling': 'Inhalte nach Interessen',
  'purpose.diagnostics': 'Diagnosedaten',
  'purpose.terms': 'Bedingungen oder Richtlinie, Version {version}',
  'source.setup-wizard': 'Einrichtung des Telefons',
  'source.app': 'App auf dem Telefon',
  'source.settings': 'Einstellungen des Telefons',
  'source.account': 'Konto',
  'source.link': 'Seite hinter einem Link in einer E-Mail',
  'source.one-click': 'Abmeldeknopf im E-Mail-Programm',
  'source.import': 'Frühere Aufzeichnungen',
  'source.staff': 'Unser Personal, auf Ihren Wunsch',
  'source.system': 'Automatisch',
  'source.merge': 'Beim Verknüpfen eines Telefons mit dem Konto',
  'source.gpc': 'Signal des Browsers (Global Privacy Control)',

  'confirm.question': 'Werbe-E-Mails von {office} erlauben?',
  'confirm.detail':
    'Für {address} wurden Werbe-E-Mails angefordert. Wenn Sie auf die Schaltfläche drücken, stimmen Sie zu, dass {office} Ihnen im Auftrag der {controller} Neuigkeiten und Angebote per E-Mail sendet. Sie können das jederzeit widerrufen.',
  'confirm.button': 'Ja, Werbe-E-Mails erlauben',
  'confirm.ignore':
    'Wenn Sie das nicht angefordert haben, schließen Sie einfach diese Seite: Es werden keine Werbe-E-Mails gesendet.',
  'confirm.done.title': 'Werbe-E-Mails sind erlaubt',
  'confirm.done.detail':
    'Ab sofort darf {office} Ihnen Werbe-E-Mails senden. Sie können das jederzeit widerrufen.',
  'confirm.already.title': 'Das ist bereits bestätigt',
  'confirm.already.detail':
    'Sie haben Werbe-E-Mails von {office} am {date} erlaubt. Sie müssen nichts weiter tun.',
  'confirm.expired.title': 'Diese Bestätigung kam zu spät',
  'confirm.expired.detail':
    'Der Link war bis zum {date} gültig. Es werden keine Werbe-E-Mails gesendet. Wenn Sie sie weiterhin wünschen, können wir Ihnen eine neue Bestätigungs-E-Mail senden.',
  'confirm.resend.button': 'Neue E-Mail senden',
  'confirm.resent.title': 'Eine neue E-Mail ist unterwegs',
  'confirm.resent.detail':
    'Wir senden sie an {address}. Der Link darin ist {count, plural, one {# Tag} other {# Tage}} lang gültig.',
  'confirm.refused.title': 'Werbe-E-Mails sind abgelehnt',
  'confirm.refused.detail':
    'Dieser Link gilt nicht mehr, weil Werbe-E-Mails nach seinem Versand abgelehnt wurden. Sie können sie in Ihren Einstellungen wieder erlauben.',

  'reconfirm.question': 'Darf {office} Ihnen weiterhin Werbe-E-Mails senden?',
  'reconfirm.detail':
    'Ihre Einwilligung läuft am {date} ab. Wenn Sie auf die Schaltfläche drücken, stimmen Sie zu, dass {office} Ihnen im Auftrag der {controller} weiterhin Neuigkeiten und Angebote per E-Mail sendet. Andernfalls enden diese E-Mails von selbst. Sie können das jederzeit widerrufen.',
  'reconfirm.late':
    'Ihre Einwilligung ist am {date} abgelaufen. Wenn Sie auf die Schaltfläche drücken, stimmen Sie zu, dass {office} Ihnen im Auftrag der {controller} wieder Neuigkeiten und Angebote per E-Mail sendet. Sie können das jederzeit widerrufen.',
  'reconfirm.button': 'Ja, weiterhin senden',
  'reconfirm.done.title': 'Ihre Einwilligung ist erneuert',
  'reconfirm.done.detail': 'Sie gilt bis zum {date}. Sie können sie jederzeit widerrufen.',

  'receipt.title': 'Einwilligungsbeleg',
  'receipt.issued': 'Ausgestellt am {date}',
  'receipt.number': 'Belegnummer',
  'receipt.controller': 'Verantwortlicher',
  'receipt.office': 'Örtliche Niederlassung',
  'receipt.policy': 'Datenschutzerklärung, Version {version}',
  'receipt.now': 'Was jetzt gilt',
  'receipt.on': 'Ein',
  'receipt.off': 'Aus',
  'receipt.rights': 'Ihre Rechte',
  'receipt.rights.detail':
    'Sie können jede Einwilligung jederzeit widerrufen: in den Einstellungen Ihres Telefons, in Ihrem Konto oder über den Link in jeder Werbe-E-Mail. Sie können auch Auskunft über Ihre Daten, deren Berichtigung und deren Löschung verlangen.',
  'receipt.proof': 'Nachweis',
  'receipt.proof.intact':
    'Die Aufzeichnung ist vollständig: Jeder Eintrag trägt den Fingerabdruck des vorherigen.',
  'receipt.proof.broken':
    'Die Aufzeichnung ist bei Eintrag {entry} beschädigt. Bitte wenden Sie sich an uns.',

  'notice.why': 'Warum Sie dies erhalten',
  'notice.released': 'Veröffentlicht am {date}',
  'notice.fallback': 'Es gibt keinen Text in Ihrer Sprache. Er wird in dieser Sprache angezeigt: {language}',
  'notice.erased': 'Über Sie ist nichts mehr gespeichert. Dies ist der Text, der an alle ging.',
  'notice.stopped': 'Diese Mitteilung wurde zurückgezogen. Bitte richten Sie sich nicht mehr danach.',
  'notice.superseded': 'Diese Mitteilung wurde durch eine neuere ersetzt.',
  'notice.newer': 'Die neuere Mitteilung lesen',
  'notice.acknowledge.button': 'Ich habe dies gelesen',
  'notice.accept.detail':
    'Wenn Sie auf die Schaltfläche drücken, stimmen Sie der Version {version} der Bedingungen oder Richtlinien zu, um die es in dieser Mitteilung geht.',
  'notice.accept.button': 'Ich stimme zu',
  'notice.renew':
    'Sie können außerdem diese Einwilligungen unter der neuen Version erneut erteilen. Was Sie nicht ankreuzen, bleibt, wie es ist.',
  'notice.acknowledged': 'Am {date} haben Sie bestätigt, dass Sie diese Mitteilung gelesen haben.',
  'notice.accepted': 'Am {date} haben Sie der Version {version} zugestimmt.',
  'notice.recorded': 'Ihre Antwort ist erfasst.',
  'notice.already': 'Sie haben bereits geantwortet. Es hat sich nichts geändert.',
  'notice.not-yours': 'Diese Mitteilung wurde nicht an Sie gesendet, daher wurde Ihre Antwort nicht erfasst.',

  'error.input.title': 'Das konnten wir nicht lesen',
  'error.input.detail':
    'Das Formular war unvollständig, zu groß oder von anderer Art. Es hat sich nichts geändert. Bitte öffnen Sie den Link noch einmal und versuchen Sie es erneut.',
};
