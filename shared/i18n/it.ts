/** Italian. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const itMail: MailMessages = {
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
  'notice.read': 'Leggi questo avviso online',
  'notice.acknowledge': 'Conferma di averlo letto',
  'notice.accept': 'Leggi e accetta',
};

export const itLetter: LetterMessages = {
  'letter.confirm.subject': 'Conferma: e-mail da {office}',
  'letter.confirm.intro':
    'Il {date} sono state richieste e-mail promozionali di {office} a questo indirizzo.',
  'letter.confirm.action': 'Se la richiesta è tua, confermala qui:',
  'letter.confirm.button': 'Conferma',
  'letter.confirm.ignore':
    'Se non è tua, non devi fare nulla: senza conferma non vengono inviate e-mail promozionali. Il link si può usare fino al {date}.',
  'letter.result.subject': 'La tua scelta è registrata',
  'letter.result.email.granted': 'Il {date} hai consentito le e-mail promozionali di {office}.',
  'letter.result.email.denied':
    'Il {date} hai rifiutato le e-mail promozionali di {office}. Non ne vengono inviate altre.',
  'letter.result.push.granted': 'Il {date} hai consentito le notifiche promozionali di {office}.',
  'letter.result.push.denied':
    'Il {date} hai rifiutato le notifiche promozionali di {office}. Non ne vengono mostrate altre.',
  'letter.result.change': 'Puoi vedere e modificare le tue scelte in qualsiasi momento:',
  'letter.why':
    'Ricevi questo messaggio perché è stata registrata una tua scelta sulla pubblicità. Non contiene pubblicità.',
};

export const itPage: PageMessages = {
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
  'already.title': 'L’iscrizione era già annullata',
  'already.detail': '{office} non ti invia e-mail promozionali.',

  'damaged.title': 'Questo link non funziona',
  'damaged.detail':
    'Una parte del link manca o è stata modificata. Nelle tue impostazioni non è cambiato nulla.',
  'damaged.advice':
    'Apri di nuovo il link dall’e-mail oppure copialo per intero nella barra degli indirizzi.',

  'sample.title': 'Questo è un esempio',
  'sample.detail':
    'Il link proviene da un’anteprima o da un messaggio di prova. Non appartiene a nessuno e non modifica nulla.',

  'error.title': 'Operazione non riuscita',
  'error.detail': 'Non è stato possibile salvare la tua scelta. Riprova tra qualche minuto.',
  'error.button': 'Riprova',

  'page.language': 'Lingua',

  'unsubscribe.topic': 'Oppure solo questo argomento',
  'unsubscribe.topic.detail':
    'Interrompe «{topic}» via e-mail e come notifica. Gli altri argomenti continuano.',
  'unsubscribe.topic.button': 'Interrompi solo «{topic}»',
  'unsubscribe.centre': 'Vedi e modifica tutte le tue scelte',

  'undo.detail':
    'È stato un errore? Premendo «Ripristina» acconsenti a ricevere di nuovo e-mail promozionali da {office}.',
  'undo.topic.detail': 'È stato un errore? «Ripristina» riattiva l’argomento.',
  'undo.button': 'Ripristina',
  'undone.title': 'Le e-mail promozionali sono di nuovo consentite',
  'undone.detail':
    '{office} può inviarti di nuovo e-mail promozionali. Puoi revocare il consenso in qualsiasi momento.',
  'undone.topic.title': 'L’argomento è di nuovo attivo',
  'undone.topic.detail':
    '{office} può scriverti di nuovo su «{topic}», dove consenti le comunicazioni promozionali.',
  'topic-done.title': 'Questo argomento è disattivato',
  'topic-done.detail': '{office} non ti invia più nulla su «{topic}». Gli altri argomenti continuano.',

  'topic.news': 'Novità',
  'topic.offers': 'Offerte',
  'topic.articles': 'Articoli',
  'topic.recommendations': 'Consigli',

  'centre.title': 'Le tue scelte',
  'centre.intro': 'Qui decidi che cosa può inviarti {office}. Puoi cambiare idea in qualsiasi momento.',
  'centre.address': 'Queste scelte riguardano {address}.',
  'centre.readonly': 'Questa è una vista per il personale di {office}. Qui non si può modificare nulla.',
  'centre.marketing': 'Comunicazioni promozionali',
  'centre.email': 'E-mail',
  'centre.email.detail':
    'Acconsento che {office}, per conto di {controller}, mi invii novità e offerte via e-mail. Posso revocare il consenso in qualsiasi momento.',
  'centre.push': 'Notifiche',
  'centre.push.detail':
    'Acconsento che {office}, per conto di {controller}, mi mostri novità e offerte come notifiche {count, plural, one {sul mio telefono} many {sui miei # telefoni} other {sui miei # telefoni}}. Posso revocare il consenso in qualsiasi momento.',
  'centre.topics': 'Argomenti',
  'centre.topics.detail':
    'Un argomento disattivato non viene inviato affatto, né via e-mail né come notifica.',
  'centre.personal': 'Contenuti personali e miglioramento dei prodotti',
  'centre.profiling': 'Contenuti adatti ai miei interessi',
  'centre.profiling.detail':
    'Acconsento che {office} scelga e formuli le comunicazioni promozionali per me in base ai miei interessi e ai modelli dei miei telefoni. Senza questo consenso ricevo gli stessi testi di tutti gli altri.',
  'centre.diagnostics': 'Diagnostica',
  'centre.diagnostics.detail':
    'Acconsento che {count, plural, one {il mio telefono invii a {controller} dati tecnici} many {i miei # telefoni inviino a {controller} dati tecnici} other {i miei # telefoni inviino a {controller} dati tecnici}} su uso ed errori. Servono in forma aggregata a migliorare i prodotti, mai per la pubblicità.',
  'centre.language.detail': 'Ti scriviamo in questa lingua, quando è possibile.',
  'centre.save': 'Salva le scelte',
  'centre.refuse': 'Rifiuta tutta la pubblicità',
  'centre.refuse.detail': 'Disattiva e-mail e notifiche promozionali, subito e in modo definitivo.',
  'centre.saved': 'Le tue scelte sono salvate e valgono da subito.',
  'centre.unchanged': 'Non è cambiato nulla: le tue scelte sono quelle che vedi qui.',
  'centre.refused': 'Tutte le comunicazioni promozionali di {office} sono disattivate, da subito.',
  'centre.conflict':
    'Nel frattempo le tue scelte sono state modificate altrove. Ciò che hai disattivato è disattivato. Ciò che hai attivato non è stato salvato: controlla le tue scelte e salva di nuovo.',
  'centre.pending':
    'Ancora un passo: apri l’e-mail che inviamo a {address} e conferma lì. Fino ad allora non inviamo e-mail promozionali.',
  'centre.limit':
    'Oggi sono già state inviate diverse e-mail di conferma a {address}. Controlla la posta in arrivo o riprova domani.',
  'centre.gpc':
    'Il tuo browser chiede che tu non venga profilato (Global Privacy Control). Abbiamo registrato questa richiesta come un tuo rifiuto: questa scelta resta disattivata finché il browser lo chiede.',

  'state.until': 'Il tuo consenso vale fino al {date}.',
  'state.expired': 'Il tuo consenso è terminato il {date}.',
  'state.pending': 'In attesa della tua conferma via e-mail.',
  'state.implied':
    'Attivo per un acquisto o una richiesta che hai fatto in precedenza. Puoi rifiutare in qualsiasi momento.',
  'state.default': 'Attivo perché non hai rifiutato. Puoi rifiutare in qualsiasi momento.',
  'state.undeliverable': 'Le e-mail a questo indirizzo sono tornate indietro, perciò non ne inviamo più.',
  'state.complained': 'Hai segnalato un’e-mail come spam, perciò non inviamo e-mail promozionali.',

  'history.title': 'Le tue scelte finora',
  'history.empty': 'Nessuna scelta è ancora registrata.',
  'history.older':
    '{count, plural, one {# voce meno recente non è mostrata} many {# voci meno recenti non sono mostrate} other {# voci meno recenti non sono mostrate}} qui.',
  'history.granted': 'Consentito',
  'history.accepted': 'Accettato',
  'history.denied': 'Rifiutato',
  'history.pending': 'In attesa di conferma',
  'purpose.email': 'E-mail promozionali',
  'purpose.push': 'Notifiche promozionali',
  'purpose.sms': 'SMS',
  'purpose.topic': 'Argomento: {topic}',
  'purpose.profiling': 'Contenuti in base agli interessi',
  'purpose.diagnostics': 'Diagnostica',
  'purpose.terms': 'Condizioni o informativa, versione {version}',
  'source.setup-wizard': 'Configurazione del telefono',
  'source.app': 'App sul telefono',
  'source.settings': 'Impostazioni del telefono',
  'source.account': 'Profilo personale',
  'source.link': 'Pagina raggiunta da un link in un’e-mail',
  'source.one-click': 'Pulsante di disiscrizione del programma di posta',
  'source.import': 'Dati precedenti',
  'source.staff': 'Il nostro personale, su tua richiesta',
  'source.system': 'In automatico',
  'source.merge': 'Quando un telefono è stato collegato all’account',
  'source.gpc': 'Segnale del browser (Global Privacy Control)',

  'confirm.question': 'Consentire e-mail promozionali da {office}?',
  'confirm.detail':
    'Sono state richieste e-mail promozionali per l’indirizzo {address}. Premendo il pulsante acconsenti che {office}, per conto di {controller}, ti invii novità e offerte via e-mail. Puoi revocare il consenso in qualsiasi momento.',
  'confirm.button': 'Sì, consento',
  'confirm.ignore':
    'Se non l’hai chiesto tu, chiudi questa pagina: non verrà inviata nessuna e-mail promozionale.',
  'confirm.done.title': 'Le e-mail promozionali sono consentite',
  'confirm.done.detail':
    'Da ora {office} può inviarti e-mail promozionali. Puoi revocare il consenso in qualsiasi momento.',
  'confirm.already.title': 'È già confermato',
  'confirm.already.detail':
    'Hai consentito le e-mail promozionali di {office} il {date}. Non occorre fare altro.',
  'confirm.expired.title': 'Questa conferma è arrivata troppo tardi',
  'confirm.expired.detail':
    'Il link si poteva usare fino al {date}. Non vengono inviate e-mail promozionali. Se le vuoi ancora, possiamo mandarti una nuova e-mail di conferma.',
  'confirm.resend.button': 'Invia una nuova e-mail',
  'confirm.resent.title': 'Una nuova e-mail è in arrivo',
  'confirm.resent.detail':
    'La inviamo a {address}. Il link si può usare per {count, plural, one {# giorno} many {# giorni} other {# giorni}}.',
  'confirm.refused.title': 'Le e-mail promozionali sono rifiutate',
  'confirm.refused.detail':
    'Questo link non vale più, perché le e-mail promozionali sono state rifiutate dopo il suo invio. Puoi consentirle di nuovo tra le tue scelte.',

  'reconfirm.question': 'Vuoi che {office} continui a inviarti e-mail promozionali?',
  'reconfirm.detail':
    'Il tuo consenso termina il {date}. Premendo il pulsante acconsenti che {office}, per conto di {controller}, continui a inviarti novità e offerte via e-mail. Altrimenti gli invii cessano da soli. Puoi revocare il consenso in qualsiasi momento.',
  'reconfirm.late':
    'Il tuo consenso è terminato il {date}. Premendo il pulsante acconsenti che {office}, per conto di {controller}, ti invii di nuovo novità e offerte via e-mail. Puoi revocare il consenso in qualsiasi momento.',
  'reconfirm.button': 'Sì, continua',
  'reconfirm.done.title': 'Il tuo consenso è rinnovato',
  'reconfirm.done.detail': 'Vale fino al {date}. Puoi revocarlo in qualsiasi momento.',

  'receipt.title': 'Ricevuta dei consensi',
  'receipt.issued': 'Emessa il {date}',
  'receipt.number': 'Numero della ricevuta',
  'receipt.controller': 'Titolare del trattamento',
  'receipt.office': 'Sede locale',
  'receipt.policy': 'Informativa sulla privacy, versione {version}',
  'receipt.now': 'Che cosa vale ora',
  'receipt.on': 'Attivo',
  'receipt.off': 'Disattivato',
  'receipt.rights': 'I tuoi diritti',
  'receipt.rights.detail':
    'Puoi revocare ogni consenso in qualsiasi momento: nelle impostazioni del telefono, nel tuo account o con il link in ogni e-mail promozionale. Puoi anche chiedere l’accesso ai tuoi dati, la loro rettifica e la loro cancellazione.',
  'receipt.proof': 'Prova',
  'receipt.proof.intact': 'Il registro è completo: ogni voce porta l’impronta digitale di quella precedente.',
  'receipt.proof.broken': 'Il registro è danneggiato alla voce {entry}. Contattaci.',

  'notice.why': 'Perché ricevi questo messaggio',
  'notice.released': 'Pubblicato il {date}',
  'notice.fallback': 'Non c’è un testo nella tua lingua. È mostrato in questa lingua: {language}',
  'notice.erased': 'Su di te non è più memorizzato nulla. Questo è il testo inviato a tutti.',
  'notice.stopped': 'Questo avviso è stato ritirato. Non tenerne più conto.',
  'notice.superseded': 'Questo avviso è stato sostituito da uno più recente.',
  'notice.newer': 'Leggi l’avviso più recente',
  'notice.acknowledge.button': 'Ho letto questo avviso',
  'notice.accept.detail':
    'Se premi il pulsante, accetti la versione {version} delle condizioni o delle informative di cui parla questo avviso.',
  'notice.accept.button': 'Accetto',
  'notice.renew':
    'Puoi anche rinnovare questi consensi con la nuova versione. Ciò che non selezioni resta com’è.',
  'notice.acknowledged': 'Il {date} hai confermato di aver letto questo avviso.',
  'notice.accepted': 'Il {date} hai accettato la versione {version}.',
  'notice.recorded': 'La tua risposta è registrata.',
  'notice.already': 'Hai già risposto. Non è cambiato nulla.',
  'notice.not-yours': 'Questo avviso non ti è stato inviato, quindi la tua risposta non è stata registrata.',

  'error.input.title': 'Non siamo riusciti a leggere i dati',
  'error.input.detail':
    'Il modulo era incompleto, troppo grande o di altro tipo. Non è cambiato nulla. Apri di nuovo il link e riprova.',
};
