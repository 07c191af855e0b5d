/** French. */
import type { Messages } from './messages.ts';

export const fr: Messages = {
  'mail.sender': '{office} vous envoie cet e-mail pour le compte de {controller}.',
  'mail.why':
    'Vous recevez cet e-mail parce que vos réglages autorisent les e-mails publicitaires de {office}.',
  'mail.unsubscribe': 'Se désabonner',
  'mail.preferences': 'Modifier vos préférences',
  'mail.policy': 'Politique de confidentialité',
  'mail.address': 'Adresse postale',

  'notice.safety':
    'Vous recevez ce message parce qu’il concerne votre sécurité lors de l’utilisation de votre téléphone.',
  'notice.security':
    'Vous recevez ce message parce qu’il concerne la protection de votre téléphone et de vos données.',
  'notice.terms':
    'Vous recevez ce message parce que des conditions ou des règles qui s’appliquent à vous changent.',
  'notice.service':
    'Vous recevez ce message parce qu’il concerne un produit, un service ou un compte que vous utilisez.',
  'notice.choices':
    'Vos choix en matière de publicité restent inchangés et n’ont aucun effet sur ce message.',
  'notice.reference': 'Référence : {reference}',

  'page.sender': 'Une page de {office}, pour le compte de {controller}.',
  'page.controller': 'Une page de {controller}.',

  'unsubscribe.question': 'Ne plus recevoir les e-mails publicitaires de {office} ?',
  'unsubscribe.stops': 'Ce qui s’arrête',
  'unsubscribe.stops.detail':
    'Tous les e-mails publicitaires de {office}, immédiatement et aussi pour les campagnes déjà en cours.',
  'unsubscribe.continues': 'Ce qui continue',
  'unsubscribe.continues.detail':
    'Les messages sur la sécurité de votre téléphone, les mises à jour de sécurité importantes et les changements de conditions. Ils ne contiennent pas de publicité.',
  'unsubscribe.button': 'Arrêter les e-mails publicitaires',
  'unsubscribe.pending': 'Rien ne change tant que vous n’appuyez pas sur le bouton.',

  'done.title': 'Vous êtes désabonné(e)',
  'done.detail': '{office} ne vous enverra plus d’e-mails publicitaires. C’est valable dès maintenant.',
  'done.undo':
    'C’était une erreur ? Vous pouvez autoriser à nouveau les e-mails publicitaires à tout moment dans les réglages de votre téléphone ou de votre compte.',
  'already.title': 'Vous étiez déjà désabonné(e)',
  'already.detail': '{office} ne vous envoie pas d’e-mails publicitaires.',

  'damaged.title': 'Ce lien ne fonctionne pas',
  'damaged.detail': 'Une partie du lien manque ou a été modifiée. Rien n’a changé dans vos réglages.',
  'damaged.advice':
    'Ouvrez de nouveau le lien depuis l’e-mail, ou copiez-le en entier dans la barre d’adresse.',

  'error.title': 'L’opération a échoué',
  'error.detail': 'Votre choix n’a pas pu être enregistré. Veuillez réessayer dans quelques minutes.',
  'error.button': 'Réessayer',
};
