/** Dutch. */
import type { Messages } from './messages.ts';

export const nl: Messages = {
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
  'done.undo':
    'Was dit een vergissing? In de instellingen van uw telefoon of account kunt u reclamemails altijd weer toestaan.',
  'already.title': 'U was al afgemeld',
  'already.detail': '{office} stuurt u geen reclamemails.',

  'damaged.title': 'Deze link werkt niet',
  'damaged.detail':
    'Een deel van de link ontbreekt of is gewijzigd. Er is niets veranderd in uw instellingen.',
  'damaged.advice': 'Open de link opnieuw vanuit de e-mail, of kopieer hem volledig naar de adresbalk.',

  'error.title': 'Dat is niet gelukt',
  'error.detail': 'Uw keuze kon niet worden opgeslagen. Probeer het over enkele minuten opnieuw.',
  'error.button': 'Opnieuw proberen',
};
