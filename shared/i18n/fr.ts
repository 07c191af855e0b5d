/** French. */
import type { LetterMessages, MailMessages, PageMessages } from './messages.ts';

export const frMail: MailMessages = {
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
  'notice.read': 'Lire cet avis en ligne',
  'notice.acknowledge': 'Confirmer que vous avez lu ceci',
  'notice.accept': 'Lire et accepter',
};

export const frLetter: LetterMessages = {
  'letter.confirm.subject': 'Veuillez confirmer\u00a0: e-mails de {office}',
  'letter.confirm.intro':
    'Le {date}, une demande a été faite pour recevoir à cette adresse des e-mails publicitaires de {office}.',
  'letter.confirm.action': 'Si cette demande vient de vous, veuillez la confirmer ici\u00a0:',
  'letter.confirm.button': 'Confirmer',
  'letter.confirm.ignore':
    'Si elle ne vient pas de vous, vous n’avez rien à faire\u00a0: sans confirmation, aucun e-mail publicitaire n’est envoyé. Le lien est valable jusqu’au {date}.',
  'letter.result.subject': 'Votre choix est enregistré',
  'letter.result.email.granted': 'Le {date}, vous avez autorisé les e-mails publicitaires de {office}.',
  'letter.result.email.denied':
    'Le {date}, vous avez refusé les e-mails publicitaires de {office}. Aucun autre n’est envoyé.',
  'letter.result.push.granted': 'Le {date}, vous avez autorisé les notifications publicitaires de {office}.',
  'letter.result.push.denied':
    'Le {date}, vous avez refusé les notifications publicitaires de {office}. Aucune autre n’est affichée.',
  'letter.result.change': 'Vous pouvez voir et modifier vos choix à tout moment\u00a0:',
  'letter.why':
    'Vous recevez ce message parce qu’un choix concernant la publicité a été enregistré pour vous. Il ne contient pas de publicité.',
};

export const frPage: PageMessages = {
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
  'already.title': 'Vous étiez déjà désabonné(e)',
  'already.detail': '{office} ne vous envoie pas d’e-mails publicitaires.',

  'damaged.title': 'Ce lien ne fonctionne pas',
  'damaged.detail': 'Une partie du lien manque ou a été modifiée. Rien n’a changé dans vos réglages.',
  'damaged.advice':
    'Ouvrez de nouveau le lien depuis l’e-mail, ou copiez-le en entier dans la barre d’adresse.',

  'sample.title': 'Ceci est un exemple',
  'sample.detail':
    'Ce lien provient d’un aperçu ou d’un message de test. Il n’appartient à personne et ne change rien.',

  'error.title': 'L’opération a échoué',
  'error.detail': 'Votre choix n’a pas pu être enregistré. Veuillez réessayer dans quelques minutes.',
  'error.button': 'Réessayer',

  'page.language': 'Langue',

  'unsubscribe.topic': 'Ou seulement ce thème',
  'unsubscribe.topic.detail':
    'Arrête les envois sur «\u00a0{topic}\u00a0», par e-mail et par notification. Les autres thèmes continuent.',
  'unsubscribe.topic.button': 'Arrêter seulement «\u00a0{topic}\u00a0»',
  'unsubscribe.centre': 'Voir et modifier tous vos choix',

  'undo.detail':
    'C’était une erreur\u00a0? En appuyant sur «\u00a0Annuler\u00a0», vous acceptez que {office} vous envoie à nouveau des e-mails publicitaires.',
  'undo.topic.detail': 'C’était une erreur\u00a0? «\u00a0Annuler\u00a0» réactive le thème.',
  'undo.button': 'Annuler',
  'undone.title': 'Les e-mails publicitaires sont à nouveau autorisés',
  'undone.detail':
    '{office} peut à nouveau vous envoyer des e-mails publicitaires. Vous pouvez retirer votre accord à tout moment.',
  'undone.topic.title': 'Le thème est réactivé',
  'undone.topic.detail':
    '{office} peut à nouveau vous écrire au sujet de «\u00a0{topic}\u00a0», là où vous autorisez la publicité.',
  'topic-done.title': 'Ce thème est désactivé',
  'topic-done.detail':
    '{office} ne vous envoie plus rien au sujet de «\u00a0{topic}\u00a0». Les autres thèmes continuent.',

  'topic.news': 'Actualités',
  'topic.offers': 'Offres',
  'topic.articles': 'Articles et dossiers',
  'topic.recommendations': 'Recommandations',

  'centre.title': 'Vos choix',
  'centre.intro':
    'Ici, vous décidez de ce que {office} peut vous envoyer. Vous pouvez changer d’avis à tout moment.',
  'centre.address': 'Ces choix sont liés à {address}.',
  'centre.readonly': 'Cette vue est destinée au personnel de {office}. Rien ne peut être modifié ici.',
  'centre.marketing': 'Publicité',
  'centre.email': 'E-mails',
  'centre.email.detail':
    'J’accepte que {office}, pour le compte de {controller}, m’envoie des actualités et des offres par e-mail. Je peux retirer mon accord à tout moment.',
  'centre.push': 'Notifications push',
  'centre.push.detail':
    'J’accepte que {office}, pour le compte de {controller}, m’affiche des actualités et des offres sous forme de notifications sur {count, plural, one {mon téléphone} many {mes # de téléphones} other {mes # téléphones}}. Je peux retirer mon accord à tout moment.',
  'centre.topics': 'Thèmes',
  'centre.topics.detail': 'Aucun envoi n’est fait sur un thème désactivé, ni par e-mail ni par notification.',
  'centre.personal': 'Contenus personnalisés et amélioration des produits',
  'centre.profiling': 'Des contenus adaptés à mes centres d’intérêt',
  'centre.profiling.detail':
    'J’accepte que {office} choisisse et rédige pour moi la publicité en fonction de mes centres d’intérêt et de mes modèles de téléphone. Sans cela, je reçois les mêmes textes que tout le monde.',
  'centre.diagnostics': 'Données de diagnostic',
  'centre.diagnostics.detail':
    'J’accepte que {count, plural, one {mon téléphone envoie} many {mes # de téléphones envoient} other {mes # téléphones envoient}} à {controller} des données techniques sur l’utilisation et les pannes. Ces données servent, sous forme agrégée, à améliorer les produits, jamais à la publicité.',
  'centre.language.detail': 'Nous vous écrivons dans cette langue, lorsque c’est possible.',
  'centre.save': 'Enregistrer mes choix',
  'centre.refuse': 'Refuser toute publicité',
  'centre.refuse.detail':
    'Désactive les e-mails et les notifications publicitaires, immédiatement et définitivement.',
  'centre.saved': 'Vos choix sont enregistrés et s’appliquent dès maintenant.',
  'centre.unchanged': 'Rien n’a été modifié\u00a0: vos choix sont tels que vous les voyez ici.',
  'centre.refused': 'Toute publicité de {office} est désactivée dès maintenant.',
  'centre.conflict':
    'Vos choix ont été modifiés ailleurs entre-temps. Ce que vous avez désactivé est bien désactivé. Ce que vous avez activé n’a pas été enregistré\u00a0: veuillez vérifier vos choix et enregistrer à nouveau.',
  'centre.pending':
    'Encore une étape\u00a0: ouvrez l’e-mail que nous envoyons à {address} et confirmez votre choix. D’ici là, aucun e-mail publicitaire n’est envoyé.',
  'centre.limit':
    'Plusieurs e-mails de confirmation ont été envoyés à {address} aujourd’hui. Veuillez consulter votre boîte de réception ou réessayer demain.',
  'centre.gpc':
    'Votre navigateur demande que vous ne fassiez pas l’objet d’un profilage (Global Privacy Control). Nous avons enregistré cette demande comme un refus de votre part. Ce choix reste désactivé tant que votre navigateur le demande.',

  'state.until': 'Votre consentement est valable jusqu’au {date}.',
  'state.expired': 'Votre consentement a pris fin le {date}.',
  'state.pending': 'En attente de votre confirmation par e-mail.',
  'state.implied':
    'Activé en raison d’un achat précédent ou d’une demande de votre part. Vous pouvez refuser à tout moment.',
  'state.default': 'Activé parce que vous n’avez pas refusé. Vous pouvez refuser à tout moment.',
  'state.undeliverable':
    'Des e-mails envoyés à cette adresse nous sont revenus. Nous n’en envoyons donc plus.',
  'state.complained':
    'Vous avez signalé un e-mail comme indésirable. Aucun e-mail publicitaire n’est donc envoyé.',

  'history.title': 'Historique de vos choix',
  'history.empty': 'Aucun choix n’est encore enregistré.',
  'history.older':
    '{count, plural, one {# entrée plus ancienne n’est pas affichée} many {# d’entrées plus anciennes ne sont pas affichées} other {# entrées plus anciennes ne sont pas affichées}} ici.',
  'history.granted': 'Autorisé',
  'history.accepted': 'Accepté',
  'history.denied': 'Refusé',
  'history.pending': 'En attente de confirmation',
  'purpose.email': 'E-mails publicitaires',
  'purpose.push': 'Notifications publicitaires',
  'purpose.sms': 'SMS',
  'purpose.topic': 'Thème\u00a0: {topic}',
  'purpose.profiling': 'Contenus selon les centres d’intérêt',
  'purpose.diagnostics': 'Données de diagnostic',
  'purpose.terms': 'Conditions ou règles, version {version}',
  'source.setup-wizard': 'Configuration du téléphone',
  'source.app': 'Application sur le téléphone',
  'source.settings': 'Réglages du téléphone',
  'source.account': 'Compte',
  'source.link': 'Page ouverte depuis le lien d’un e-mail',
  'source.one-click': 'Bouton de désabonnement de la messagerie',
  'source.import': 'Données antérieures',
  'source.staff': 'Notre personnel, à votre demande',
  'source.system': 'Automatiquement',
  'source.merge': 'Lors de l’association d’un téléphone au compte',
  'source.gpc': 'Signal du navigateur (Global Privacy Control)',

  'confirm.question': 'Autoriser les e-mails publicitaires de {office}\u00a0?',
  'confirm.detail':
    'Une demande a été faite pour recevoir des e-mails publicitaires à l’adresse {address}. En appuyant sur le bouton, vous acceptez que {office}, pour le compte de {controller}, vous envoie des actualités et des offres par e-mail. Vous pouvez retirer votre accord à tout moment.',
  'confirm.button': 'Oui, autoriser ces e-mails',
  'confirm.ignore':
    'Si cette demande ne vient pas de vous, fermez simplement cette page\u00a0: aucun e-mail publicitaire ne sera envoyé.',
  'confirm.done.title': 'Les e-mails publicitaires sont autorisés',
  'confirm.done.detail':
    'Dès maintenant, {office} peut vous envoyer des e-mails publicitaires. Vous pouvez retirer votre accord à tout moment.',
  'confirm.already.title': 'C’est déjà confirmé',
  'confirm.already.detail':
    'Vous avez autorisé les e-mails publicitaires de {office} le {date}. Vous n’avez rien d’autre à faire.',
  'confirm.expired.title': 'Cette confirmation arrive trop tard',
  'confirm.expired.detail':
    'Le lien était valable jusqu’au {date}. Aucun e-mail publicitaire n’est envoyé. Si vous souhaitez toujours en recevoir, nous pouvons vous envoyer un nouvel e-mail de confirmation.',
  'confirm.resend.button': 'Envoyer un nouvel e-mail',
  'confirm.resent.title': 'Un nouvel e-mail est en route',
  'confirm.resent.detail':
    'Nous l’envoyons à {address}. Son lien est valable {count, plural, one {# jour} many {# de jours} other {# jours}}.',
  'confirm.refused.title': 'Les e-mails publicitaires sont refusés',
  'confirm.refused.detail':
    'Ce lien n’est plus valable, car les e-mails publicitaires ont été refusés après son envoi. Vous pouvez les autoriser à nouveau dans vos choix.',

  'reconfirm.question': '{office} peut-il continuer à vous envoyer des e-mails publicitaires\u00a0?',
  'reconfirm.detail':
    'Votre consentement prend fin le {date}. En appuyant sur le bouton, vous acceptez que {office}, pour le compte de {controller}, continue à vous envoyer des actualités et des offres par e-mail. Sinon, les envois s’arrêtent d’eux-mêmes. Vous pouvez retirer votre accord à tout moment.',
  'reconfirm.late':
    'Votre consentement a pris fin le {date}. En appuyant sur le bouton, vous acceptez que {office}, pour le compte de {controller}, vous envoie à nouveau des actualités et des offres par e-mail. Vous pouvez retirer votre accord à tout moment.',
  'reconfirm.button': 'Oui, continuer',
  'reconfirm.done.title': 'Votre consentement est renouvelé',
  'reconfirm.done.detail': 'Il est valable jusqu’au {date}. Vous pouvez le retirer à tout moment.',

  'receipt.title': 'Récépissé de consentement',
  'receipt.issued': 'Établi le {date}',
  'receipt.number': 'Numéro du récépissé',
  'receipt.controller': 'Responsable du traitement',
  'receipt.office': 'Bureau local',
  'receipt.policy': 'Politique de confidentialité, version {version}',
  'receipt.now': 'Ce qui s’applique maintenant',
  'receipt.on': 'Activé',
  'receipt.off': 'Désactivé',
  'receipt.rights': 'Vos droits',
  'receipt.rights.detail':
    'Vous pouvez retirer chaque consentement à tout moment\u00a0: dans les réglages de votre téléphone, dans votre compte ou par le lien présent dans chaque e-mail publicitaire. Vous pouvez aussi demander l’accès à vos données, leur rectification et leur effacement.',
  'receipt.proof': 'Preuve',
  'receipt.proof.intact':
    'L’enregistrement est complet\u00a0: chaque entrée porte l’empreinte de la précédente.',
  'receipt.proof.broken': 'L’enregistrement est endommagé à l’entrée {entry}. Veuillez nous contacter.',

  'notice.why': 'Pourquoi vous recevez ceci',
  'notice.released': 'Publié le {date}',
  'notice.fallback':
    'Il n’existe pas de texte dans votre langue. Il est affiché dans cette langue\u00a0: {language}',
  'notice.erased': 'Plus rien n’est enregistré à votre sujet. Voici le texte qui a été envoyé à tous.',
  'notice.stopped': 'Cet avis a été retiré. Veuillez ne plus en tenir compte.',
  'notice.superseded': 'Cet avis a été remplacé par un avis plus récent.',
  'notice.newer': 'Lire l’avis plus récent',
  'notice.acknowledge.button': 'J’ai lu cet avis',
  'notice.accept.detail':
    'Si vous appuyez sur le bouton, vous acceptez la version {version} des conditions ou des règles dont parle cet avis.',
  'notice.accept.button': 'J’accepte',
  'notice.renew':
    'Vous pouvez aussi renouveler ces consentements selon la nouvelle version. Ce que vous ne cochez pas reste inchangé.',
  'notice.acknowledged': 'Le {date}, vous avez confirmé avoir lu cet avis.',
  'notice.accepted': 'Le {date}, vous avez accepté la version {version}.',
  'notice.recorded': 'Votre réponse est enregistrée.',
  'notice.already': 'Vous avez déjà répondu. Rien n’a changé.',
  'notice.not-yours': 'Cet avis ne vous a pas été envoyé, votre réponse n’a donc pas été enregistrée.',

  'error.input.title': 'Nous n’avons pas pu lire cet envoi',
  'error.input.detail':
    'Le formulaire était incomplet, trop volumineux ou d’un autre type. Rien n’a changé. Veuillez ouvrir de nouveau le lien et réessayer.',
};
