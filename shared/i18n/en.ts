/** English: the source of all catalogs. A new text starts here; the other files do not compile until they have it too. */
export const en = {
  'mail.sender': '{office} sends you this email on behalf of {controller}.',
  'mail.why': 'You get this email because your settings allow marketing emails from {office}.',
  'mail.unsubscribe': 'Unsubscribe',
  'mail.preferences': 'Change your preferences',
  'mail.policy': 'Privacy policy',
  'mail.address': 'Postal address',

  'notice.safety': 'You get this message because it concerns the safety of your phone.',
  'notice.security': 'You get this message because it concerns the security of your phone and your data.',
  'notice.terms': 'You get this message because terms or policies that apply to you are changing.',
  'notice.service': 'You get this message because it concerns a product, service or account that you use.',
  'notice.choices': 'Your marketing choices are unchanged and do not affect it.',
  'notice.reference': 'Reference: {reference}',

  'page.sender': 'A page of {office}, on behalf of {controller}.',
  'page.controller': 'A page of {controller}.',

  'unsubscribe.question': 'Stop marketing emails from {office}?',
  'unsubscribe.stops': 'What stops',
  'unsubscribe.stops.detail':
    'All marketing emails from {office}, at once and also from campaigns that are already running.',
  'unsubscribe.continues': 'What continues',
  'unsubscribe.continues.detail':
    'Messages about the safety of your phone, important security updates and changes to the terms. They contain no advertising.',
  'unsubscribe.button': 'Stop marketing emails',
  'unsubscribe.pending': 'Nothing changes until you press the button.',

  'done.title': 'You are unsubscribed',
  'done.detail': '{office} will send you no more marketing emails. This applies from now on.',
  'done.undo':
    'Was this a mistake? You can allow marketing emails again at any time in the settings of your phone or account.',
  'already.title': 'You were already unsubscribed',
  'already.detail': '{office} does not send you marketing emails.',

  'damaged.title': 'This link does not work',
  'damaged.detail': 'Part of the link is missing or was changed. Nothing has changed in your settings.',
  'damaged.advice': 'Please open the link from the email again, or copy all of it into the address bar.',

  'error.title': 'That did not work',
  'error.detail': 'Your choice could not be saved. Please try again in a few minutes.',
  'error.button': 'Try again',
} as const;
