/** Swedish. */
import type { Messages } from './messages.ts';

export const sv: Messages = {
  'mail.sender': '{office} skickar det här mejlet till dig på uppdrag av {controller}.',
  'mail.why': 'Du får det här mejlet eftersom dina inställningar tillåter reklammejl från {office}.',
  'mail.unsubscribe': 'Avsluta prenumerationen',
  'mail.preferences': 'Ändra dina inställningar',
  'mail.policy': 'Integritetspolicy',
  'mail.address': 'Postadress',

  'notice.safety': 'Du får det här meddelandet eftersom det gäller din säkerhet när du använder telefonen.',
  'notice.security':
    'Du får det här meddelandet eftersom det gäller skyddet av din telefon och dina uppgifter.',
  'notice.terms': 'Du får det här meddelandet eftersom villkor eller regler som gäller för dig ändras.',
  'notice.service':
    'Du får det här meddelandet eftersom det gäller en produkt, en tjänst eller ett konto som du använder.',
  'notice.choices': 'Dina val om reklam är oförändrade och påverkar inte meddelandet.',
  'notice.reference': 'Referens: {reference}',

  'page.sender': 'En sida från {office}, på uppdrag av {controller}.',
  'page.controller': 'En sida från {controller}.',

  'unsubscribe.question': 'Vill du sluta få reklammejl från {office}?',
  'unsubscribe.stops': 'Det här upphör',
  'unsubscribe.stops.detail':
    'Alla reklammejl från {office}, genast och även från kampanjer som redan pågår.',
  'unsubscribe.continues': 'Det här fortsätter',
  'unsubscribe.continues.detail':
    'Meddelanden om telefonens säkerhet, viktiga säkerhetsuppdateringar och ändrade villkor. De innehåller ingen reklam.',
  'unsubscribe.button': 'Sluta få reklammejl',
  'unsubscribe.pending': 'Ingenting ändras förrän du trycker på knappen.',

  'done.title': 'Prenumerationen är avslutad',
  'done.detail': '{office} skickar inga fler reklammejl till dig. Det gäller från och med nu.',
  'done.undo':
    'Blev det fel? Du kan när som helst tillåta reklammejl igen i inställningarna för din telefon eller ditt konto.',
  'already.title': 'Prenumerationen var redan avslutad',
  'already.detail': '{office} skickar inga reklammejl till dig.',

  'damaged.title': 'Länken fungerar inte',
  'damaged.detail': 'En del av länken saknas eller har ändrats. Ingenting har ändrats i dina inställningar.',
  'damaged.advice': 'Öppna länken i mejlet igen, eller kopiera hela länken till adressfältet.',

  'error.title': 'Det gick inte',
  'error.detail': 'Ditt val kunde inte sparas. Försök igen om några minuter.',
  'error.button': 'Försök igen',
};
