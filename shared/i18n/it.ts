/** Italian. */
import type { Messages } from './messages.ts';

export const it: Messages = {
  'mail.sender': '{office} ti invia questa e-mail per conto di {controller}.',
  'mail.why':
    'Ricevi questa e-mail perché le tue impostazioni consentono le e-mail promozionali di {office}.',
  'mail.unsubscribe': 'Annulla l’iscrizione',
  'mail.preferences': 'Modifica le tue preferenze',
  'mail.policy': 'Informativa sulla privacy',
  'mail.address': 'Indirizzo postale',

  'notice.safety': 'Ricevi questo messaggio perché riguarda la tua sicurezza nell’uso del telefono.',
  'notice.security':
    'Ricevi questo messaggio perché riguarda la protezione del tuo telefono e dei tuoi dati.',
  'notice.terms': 'Ricevi questo messaggio perché cambiano condizioni o informative che ti riguardano.',
  'notice.service':
    'Ricevi questo messaggio perché riguarda un prodotto, un servizio o un account che utilizzi.',
  'notice.choices': 'Le tue scelte sul marketing restano invariate e non influiscono su questo messaggio.',
  'notice.reference': 'Riferimento: {reference}',

  'page.sender': 'Una pagina di {office}, per conto di {controller}.',
  'page.controller': 'Una pagina di {controller}.',

  'unsubscribe.question': 'Non vuoi più ricevere e-mail promozionali da {office}?',
  'unsubscribe.stops': 'Che cosa si interrompe',
  'unsubscribe.stops.detail':
    'Tutte le e-mail promozionali di {office}, subito e anche per le campagne già in corso.',
  'unsubscribe.continues': 'Che cosa continua',
  'unsubscribe.continues.detail':
    'I messaggi sulla sicurezza del telefono, gli aggiornamenti di sicurezza importanti e le modifiche alle condizioni. Non contengono pubblicità.',
  'unsubscribe.button': 'Interrompi le e-mail promozionali',
  'unsubscribe.pending': 'Non cambia nulla finché non premi il pulsante.',

  'done.title': 'Iscrizione annullata',
  'done.detail': '{office} non ti invierà più e-mail promozionali. Vale da subito.',
  'done.undo':
    'È stato un errore? Puoi consentire di nuovo le e-mail promozionali in qualsiasi momento nelle impostazioni del telefono o dell’account.',
  'already.title': 'L’iscrizione era già annullata',
  'already.detail': '{office} non ti invia e-mail promozionali.',

  'damaged.title': 'Questo link non funziona',
  'damaged.detail':
    'Una parte del link manca o è stata modificata. Nelle tue impostazioni non è cambiato nulla.',
  'damaged.advice':
    'Apri di nuovo il link dall’e-mail oppure copialo per intero nella barra degli indirizzi.',

  'error.title': 'Operazione non riuscita',
  'error.detail': 'Non è stato possibile salvare la tua scelta. Riprova tra qualche minuto.',
  'error.button': 'Riprova',
};
