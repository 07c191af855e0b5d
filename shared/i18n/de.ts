/** German. */
import type { Messages } from './messages.ts';

export const de: Messages = {
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
  'done.undo':
    'War das ein Versehen? In den Einstellungen Ihres Telefons oder Kontos können Sie Werbe-E-Mails jederzeit wieder erlauben.',
  'already.title': 'Sie waren bereits abgemeldet',
  'already.detail': '{office} sendet Ihnen keine Werbe-E-Mails.',

  'damaged.title': 'Dieser Link funktioniert nicht',
  'damaged.detail':
    'Ein Teil des Links fehlt oder wurde verändert. An Ihren Einstellungen hat sich nichts geändert.',
  'damaged.advice':
    'Bitte öffnen Sie den Link noch einmal aus der E-Mail, oder kopieren Sie ihn vollständig in die Adresszeile.',

  'error.title': 'Das hat nicht geklappt',
  'error.detail':
    'Ihre Auswahl konnte nicht gespeichert werden. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  'error.button': 'Noch einmal versuchen',
};
