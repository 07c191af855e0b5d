/** Dutch. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const nlMail: MailMessages = {
  'mail.sender': '{office} stuurt u deze e-mail namens {controller}.',
  'mail.why': 'U ontvangt deze e-mail omdat uw instellingen reclamemails van {office} toestaan.',
  'mail.unsubscribe': 'Afmelden',
  'mail.preferences': 'Uw voorkeuren wijzigen',
  'mail.policy': 'Privacybeleid',
  'mail.address': 'Postadres',

  'notice.safety': 'U ontvangt dit bericht omdat het gaat om uw veiligheid bij het gebruik van uw telefoon.',
  'notice.security':
    'U ontvangt dit bericht omdat het gaat om de beveiliging van uw telefoon en uw gegevens.',
  'notice.terms': 'U ontvangt dit bericht omdat voorwaarden of regels die voor u gelden veranderen.',
  'notice.service': 'U ontvangt dit bericht omdat het gaat om een product, dienst of account die u gebruikt.',
  'notice.choices': 'Uw reclamevoorkeuren blijven ongewijzigd en hebben hierop geen invloed.',
  'notice.reference': 'Referentie: {reference}',
  'notice.read': 'Deze mededeling online lezen',
  'notice.acknowledge': 'Bevestigen dat u dit hebt gelezen',
  'notice.accept': 'Lezen en accepteren',
};

export const nlLetter: LetterMessages = {
  'letter.confirm.subject': 'Bevestig uw keuze: e-mails van {office}',
  'letter.confirm.intro': 'Op {date} zijn voor dit adres reclamemails van {office} aangevraagd.',
  'letter.confirm.action': 'Was u dat? Bevestig het dan hier:',
  'letter.confirm.button': 'Bevestigen',
  'letter.confirm.ignore':
    'Was u dat niet, dan hoeft u niets te doen: zonder bevestiging worden er geen reclamemails verstuurd. De link is geldig tot {date}.',
  'letter.result.subject': 'Uw keuze is vastgelegd',
  'letter.result.email.granted': 'Op {date} hebt u reclamemails van {office} toegestaan.',
  'letter.result.email.denied':
    'Op {date} hebt u reclamemails van {office} geweigerd. Er worden er geen meer verstuurd.',
  'letter.result.push.granted': 'Op {date} hebt u reclamemeldingen van {office} toegestaan.',
  'letter.result.push.denied':
    'Op {date} hebt u reclamemeldingen van {office} geweigerd. Er worden er geen meer getoond.',
  'letter.result.change': 'U kunt uw keuzes op elk moment bekijken en wijzigen:',
  'letter.why':
    'U ontvangt dit bericht omdat er voor u een keuze over reclame is vastgelegd. Het bevat geen reclame.',
};

export const nlPage: PageMessages = {
  'page.sender': 'Een pagina van {office}, namens {controller}.',
  'page.controller': 'Een pagina van {controller}.',

  'unsubscribe.question': 'Geen reclamemails meer van {office}?',
  'unsubscribe.stops': 'Wat stopt',
  'unsubscribe.stops.detail': 'Alle reclamemails van {office}, meteen en ook uit campagnes die al lopen.',
  'unsubscribe.continues': 'Wat blijft',
  'unsubscribe.continues.detail':
    'Berichten over de veiligheid van uw telefoon, belangrijke beveiligingsupdates en wijzigingen van de voorwaarden. Ze bevatten geen reclame.',
  'unsubscribe.button': 'Reclamemails stoppen',
  'unsubscribe.pending': 'Er verandert niets totdat u op de knop drukt.',

  'done.title': 'U bent afgemeld',
  'done.detail': '{office} stuurt u geen reclamemails meer. Dit geldt vanaf nu.',
  'already.title': 'U was al afgemeld',
  'already.detail': '{office} stuurt u geen reclamemails.',

  'damaged.title': 'Deze link werkt niet',
  'damaged.detail':
    'Een deel van de link ontbreekt of is gewijzigd. Er is niets veranderd in uw instellingen.',
  'damaged.advice': 'Open de link opnieuw vanuit de e-mail, of kopieer hem volledig naar de adresbalk.',

  'sample.title': 'Dit is een voorbeeld',
  'sample.detail':
    'De link komt uit een voorvertoning of een testbericht. Hij hoort bij niemand en verandert niets.',

  'error.title': 'Dat is niet gelukt',
  'error.detail': 'Uw keuze kon niet worden opgeslagen. Probeer het over enkele minuten opnieuw.',
  'error.button': 'Opnieuw proberen',

  'page.language': 'Taal',

  'unsubscribe.topic': 'Of alleen dit onderwerp',
  'unsubscribe.topic.detail': 'Stopt ‘{topic}’ per e-mail en als melding. Andere onderwerpen blijven komen.',
  'unsubscribe.topic.button': 'Alleen ‘{topic}’ stoppen',
  'unsubscribe.centre': 'Al uw keuzes bekijken en wijzigen',

  'undo.detail':
    'Was dit een vergissing? Als u op ‘Ongedaan maken’ drukt, gaat u ermee akkoord dat {office} u weer reclamemails stuurt.',
  'undo.topic.detail': 'Was dit een vergissing? Met ‘Ongedaan maken’ zet u het onderwerp weer aan.',
  'undo.button': 'Ongedaan maken',
  'undone.title': 'Reclamemails zijn weer toegestaan',
  'undone.detail': '{office} mag u weer reclamemails sturen. U kunt dit op elk moment intrekken.',
  'undone.topic.title': 'Het onderwerp staat weer aan',
  'undone.topic.detail': '{office} mag u weer over ‘{topic}’ schrijven, voor zover u reclame toestaat.',
  'topic-done.title': 'Dit onderwerp staat uit',
  'topic-done.detail': '{office} stuurt u niets meer over ‘{topic}’. Andere onderwerpen blijven komen.',

  'topic.news': 'Nieuws',
  'topic.offers': 'Aanbiedingen',
  'topic.articles': 'Artikelen',
  'topic.recommendations': 'Aanbevelingen',

  'centre.title': 'Uw keuzes',
  'centre.intro': 'Hier bepaalt u wat {office} u mag sturen. U kunt dit op elk moment wijzigen.',
  'centre.address': 'Deze keuzes horen bij {address}.',
  'centre.readonly': 'Dit is een weergave voor medewerkers van {office}. Hier kan niets worden gewijzigd.',
  'centre.marketing': 'Reclame',
  'centre.email': 'E-mails',
  'centre.email.detail':
    'Ik ga ermee akkoord dat {office} mij namens {controller} nieuws en aanbiedingen per e-mail stuurt. Ik kan dit op elk moment intrekken.',
  'centre.push': 'Meldingen',
  'centre.push.detail':
    'Ik ga ermee akkoord dat {office} mij namens {controller} nieuws en aanbiedingen als meldingen toont op {count, plural, one {mijn telefoon} other {mijn # telefoons}}. Ik kan dit op elk moment intrekken.',
  'centre.topics': 'Onderwerpen',
  'centre.topics.detail':
    'Over een onderwerp dat uitstaat, ontvangt u niets: niet per e-mail en niet als melding.',
  'centre.personal': 'Persoonlijke inhoud en productverbetering',
  'centre.profiling': 'Inhoud die bij mijn interesses past',
  'centre.profiling.detail':
    'Ik ga ermee akkoord dat {office} reclame voor mij kiest en verwoordt op basis van mijn interesses en mijn telefoonmodellen. Zonder deze toestemming krijg ik dezelfde teksten als iedereen.',
  'centre.diagnostics': 'Diagnostische gegevens',
  'centre.diagnostics.detail':
    'Ik ga ermee akkoord dat {count, plural, one {mijn telefoon technische gegevens over gebruik en storingen naar {controller} stuurt} other {mijn # telefoons technische gegevens over gebruik en storingen naar {controller} sturen}}. Deze gegevens worden in samengevoegde vorm gebruikt om producten te verbeteren, nooit voor reclame.',
  'centre.language.detail': 'In deze taal schrijven we u, waar dat kan.',
  'centre.save': 'Keuzes opslaan',
  'centre.refuse': 'Alle reclame weigeren',
  'centre.refuse.detail': 'Zet reclamemails en reclamemeldingen uit, meteen en voorgoed.',
  'centre.saved': 'Uw keuzes zijn opgeslagen en gelden vanaf nu.',
  'centre.unchanged': 'Er is niets gewijzigd: uw keuzes zijn zoals u ze hier ziet.',
  'centre.refused': 'Alle reclame van {office} staat vanaf nu uit.',
  'centre.conflict':
    'Uw keuzes zijn intussen ergens anders gewijzigd. Wat u hebt uitgezet, staat uit. Wat u hebt aangezet, is niet opgeslagen: controleer uw keuzes en sla ze opnieuw op.',
  'centre.pending':
    'Nog één stap: open de e-mail die we naar {address} sturen en bevestig uw keuze daar. Tot die tijd worden er geen reclamemails verstuurd.',
  'centre.limit':
    'Er zijn vandaag al meerdere bevestigingsmails naar {address} gestuurd. Kijk in uw inbox of probeer het morgen opnieuw.',
  'centre.gpc':
    'Uw browser vraagt om geen profiel van u te maken (Global Privacy Control). We hebben dit als uw weigering vastgelegd. Deze keuze blijft uit zolang uw browser hierom vraagt.',

  'state.until': 'Uw toestemming is geldig tot {date}.',
  'state.expired': 'Uw toestemming is op {date} verlopen.',
  'state.pending': 'Wacht op uw bevestiging per e-mail.',
  'state.implied': 'Staat aan vanwege een eerdere aankoop of aanvraag van u. U kunt op elk moment weigeren.',
  'state.default': 'Staat aan omdat u niet hebt geweigerd. U kunt op elk moment weigeren.',
  'state.undeliverable':
    'E-mails naar dit adres konden niet worden bezorgd. Daarom worden er geen meer verstuurd.',
  'state.complained': 'U hebt een e-mail als spam gemeld. Daarom worden er geen reclamemails verstuurd.',

  'history.title': 'Uw keuzes tot nu toe',
  'history.empty': 'Er zijn nog geen keuzes vastgelegd.',
  'history.older':
    '{count, plural, one {# oudere vermelding wordt} other {# oudere vermeldingen worden}} hier niet getoond.',
  'history.granted': 'Toegestaan',
  'history.accepted': 'Geaccepteerd',
  'history.denied': 'Geweigerd',
  'history.pending': 'Wacht op bevestiging',
  'purpose.email': 'Reclamemails',
  'purpose.push': 'Reclamemeldingen',
  'purpose.sms': 'Sms-berichten',
  'purpose.topic': 'Onderwerp: {topic}',
  'purpose.profiling': 'Inhoud op basis van interesses',
  'purpose.diagnostics': 'Diagnostische gegevens',
  'purpose.terms': 'Voorwaarden of beleid, versie {version}',
  'source.setup-wizard': 'Instellen van de telefoon',
  'source.app': 'App op de telefoon',
  'source.settings': 'Instellingen van de telefoon',
  'source.account': 'Uw account',
  'source.link': 'Pagina achter een link in een e-mail',
  'source.one-click': 'Afmeldknop van het mailprogramma',
  'source.import': 'Eerdere gegevens',
  'source.staff': 'Onze medewerkers, op uw verzoek',
  'source.system': 'Automatisch',
  'source.merge': 'Bij het koppelen van een telefoon aan het account',
  'source.gpc': 'Signaal van de browser (Global Privacy Control)',

  'confirm.question': 'Reclamemails van {office} toestaan?',
  'confirm.detail':
    'Er zijn reclamemails aangevraagd voor {address}. Als u op de knop drukt, gaat u ermee akkoord dat {office} u namens {controller} nieuws en aanbiedingen per e-mail stuurt. U kunt dit op elk moment intrekken.',
  'confirm.button': 'Ja, reclamemails toestaan',
  'confirm.ignore':
    'Hebt u dit niet aangevraagd? Sluit dan gewoon deze pagina: er worden geen reclamemails verstuurd.',
  'confirm.done.title': 'Reclamemails zijn toegestaan',
  'confirm.done.detail': 'Vanaf nu mag {office} u reclamemails sturen. U kunt dit op elk moment intrekken.',
  'confirm.already.title': 'Dit is al bevestigd',
  'confirm.already.detail':
    'U hebt reclamemails van {office} op {date} toegestaan. U hoeft verder niets te doen.',
  'confirm.expired.title': 'Deze bevestiging kwam te laat',
  'confirm.expired.detail':
    'De link was geldig tot {date}. Er worden geen reclamemails verstuurd. Als u ze nog steeds wilt ontvangen, kunnen we u een nieuwe bevestigingsmail sturen.',
  'confirm.resend.button': 'Nieuwe e-mail sturen',
  'confirm.resent.title': 'Er is een nieuwe e-mail onderweg',
  'confirm.resent.detail':
    'We sturen hem naar {address}. De link erin is {count, plural, one {# dag} other {# dagen}} geldig.',
  'confirm.refused.title': 'Reclamemails zijn geweigerd',
  'confirm.refused.detail':
    'Deze link geldt niet meer, omdat reclamemails zijn geweigerd nadat hij was verstuurd. U kunt ze bij uw keuzes weer toestaan.',

  'reconfirm.question': 'Mag {office} u reclamemails blijven sturen?',
  'reconfirm.detail':
    'Uw toestemming verloopt op {date}. Als u op de knop drukt, gaat u ermee akkoord dat {office} u namens {controller} nieuws en aanbiedingen per e-mail blijft sturen. Anders stoppen deze e-mails vanzelf. U kunt dit op elk moment intrekken.',
  'reconfirm.late':
    'Uw toestemming is op {date} verlopen. Als u op de knop drukt, gaat u ermee akkoord dat {office} u namens {controller} weer nieuws en aanbiedingen per e-mail stuurt. U kunt dit op elk moment intrekken.',
  'reconfirm.button': 'Ja, blijf sturen',
  'reconfirm.done.title': 'Uw toestemming is verlengd',
  'reconfirm.done.detail': 'Deze is geldig tot {date}. U kunt uw toestemming op elk moment intrekken.',

  'receipt.title': 'Bewijs van toestemming',
  'receipt.issued': 'Afgegeven op {date}',
  'receipt.number': 'Nummer van dit bewijs',
  'receipt.controller': 'Verwerkingsverantwoordelijke',
  'receipt.office': 'Lokale vestiging',
  'receipt.policy': 'Privacybeleid, versie {version}',
  'receipt.now': 'Wat nu geldt',
  'receipt.on': 'Aan',
  'receipt.off': 'Uit',
  'receipt.rights': 'Uw rechten',
  'receipt.rights.detail':
    'U kunt elke toestemming op elk moment intrekken: in de instellingen van uw telefoon, in uw account of via de link in elke reclamemail. U kunt ook vragen om inzage in uw gegevens, om correctie en om verwijdering.',
  'receipt.proof': 'Controle',
  'receipt.proof.intact': 'Het register is volledig: elke vermelding draagt de vingerafdruk van de vorige.',
  'receipt.proof.broken': 'Het register is beschadigd bij vermelding {entry}. Neem contact met ons op.',

  'notice.why': 'Waarom u dit ontvangt',
  'notice.released': 'Gepubliceerd op {date}',
  'notice.fallback': 'Er is geen tekst in uw taal. De tekst wordt in deze taal getoond: {language}',
  'notice.erased': 'Over u wordt niets meer bewaard. Dit is de tekst die naar iedereen is gestuurd.',
  'notice.stopped': 'Deze mededeling is ingetrokken. Volg deze niet meer op.',
  'notice.superseded': 'Deze mededeling is vervangen door een nieuwere.',
  'notice.newer': 'De nieuwere mededeling lezen',
  'notice.acknowledge.button': 'Ik heb dit gelezen',
  'notice.accept.detail':
    'Als u op de knop drukt, accepteert u versie {version} van de voorwaarden of het beleid waarover deze mededeling gaat.',
  'notice.accept.button': 'Ik ga akkoord',
  'notice.renew':
    'U kunt deze toestemmingen ook opnieuw geven onder de nieuwe versie. Wat u niet aanvinkt, blijft zoals het is.',
  'notice.acknowledged': 'Op {date} hebt u bevestigd dat u deze mededeling hebt gelezen.',
  'notice.accepted': 'Op {date} hebt u versie {version} geaccepteerd.',
  'notice.recorded': 'Uw antwoord is vastgelegd.',
  'notice.already': 'U hebt al geantwoord. Er is niets veranderd.',
  'notice.not-yours': 'Deze mededeling is niet naar u gestuurd, daarom is uw antwoord niet vastgelegd.',

  'error.input.title': 'We konden dit niet lezen',
  'error.input.detail':
    'Het formulier was onvolledig, te groot of van een ander type. Er is niets veranderd. Open de link opnieuw en probeer het nog een keer.',
};
