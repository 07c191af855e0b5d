/** English: the source of all catalogs. A new text starts here; the other files do not compile until they have it too. */
/** What is said in mails, notifications and text messages; pages say some of it too. */
export const enMail = {
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
  'notice.read': 'Read this notice online',
  'notice.acknowledge': 'Confirm that you have read this',
  'notice.accept': 'Read and accept',
} as const;

/** What is said in letters about a reader's own choice. */
export const enLetter = {
  'letter.confirm.subject': 'Please confirm: emails from {office}',
  'letter.confirm.intro': 'On {date} marketing emails from {office} to this address were asked for.',
  'letter.confirm.action': 'If that was you, please confirm it here:',
  'letter.confirm.button': 'Confirm',
  'letter.confirm.ignore':
    'If it was not you, you need not do anything: without confirmation no marketing emails are sent. The link can be used until {date}.',
  'letter.result.subject': 'Your choice is recorded',
  'letter.result.email.granted': 'On {date} you allowed marketing emails from {office}.',
  'letter.result.email.denied': 'On {date} you refused marketing emails from {office}. No more are sent.',
  'letter.result.push.granted': 'On {date} you allowed marketing notifications from {office}.',
  'letter.result.push.denied':
    'On {date} you refused marketing notifications from {office}. No more are shown.',
  'letter.result.change': 'You can see and change your choices at any time:',
  'letter.why':
    'You get this message because a choice about marketing was made for you. It contains no advertising.',
} as const;

/** What is said on pages. */
export const enPage = {
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
  'already.title': 'You were already unsubscribed',
  'already.detail': '{office} does not send you marketing emails.',

  'damaged.title': 'This link does not work',
  'damaged.detail': 'Part of the link is missing or was changed. Nothing has changed in your settings.',
  'damaged.advice': 'Please open the link from the email again, or copy all of it into the address bar.',

  'sample.title': 'This is a sample',
  'sample.detail':
    'The link comes from a preview or a test message. It belongs to nobody and changes nothing.',

  'error.title': 'That did not work',
  'error.detail': 'Your choice could not be saved. Please try again in a few minutes.',
  'error.button': 'Try again',

  'page.language': 'Language',

  'unsubscribe.topic': 'Or only this topic',
  'unsubscribe.topic.detail': 'Stops “{topic}” by email and as a notification. Other topics continue.',
  'unsubscribe.topic.button': 'Only stop “{topic}”',
  'unsubscribe.centre': 'See and change all your choices',

  'undo.detail':
    'Was this a mistake? If you press “Undo”, you agree that {office} sends you marketing emails again.',
  'undo.topic.detail': 'Was this a mistake? “Undo” switches the topic on again.',
  'undo.button': 'Undo',
  'undone.title': 'Marketing emails are allowed again',
  'undone.detail': '{office} may send you marketing emails again. You can withdraw this at any time.',
  'undone.topic.title': 'The topic is on again',
  'undone.topic.detail': '{office} may write to you about “{topic}” again where you allow marketing.',
  'topic-done.title': 'This topic is off',
  'topic-done.detail': '{office} sends you nothing more about “{topic}”. Other topics continue.',

  'topic.news': 'News',
  'topic.offers': 'Offers',
  'topic.articles': 'Articles',
  'topic.recommendations': 'Recommendations',

  'centre.title': 'Your choices',
  'centre.intro': 'Here you decide what {office} may send you. You can change it at any time.',
  'centre.address': 'These choices belong to {address}.',
  'centre.readonly': 'This is a view for the staff of {office}. Nothing can be changed here.',
  'centre.marketing': 'Marketing',
  'centre.email': 'Emails',
  'centre.email.detail':
    'I agree that {office}, on behalf of {controller}, sends me news and offers by email. I can withdraw this at any time.',
  'centre.push': 'Notifications',
  'centre.push.detail':
    'I agree that {office}, on behalf of {controller}, shows me news and offers as notifications on {count, plural, one {my phone} other {my # phones}}. I can withdraw this at any time.',
  'centre.topics': 'Topics',
  'centre.topics.detail': 'A topic that is off is not sent at all, neither by email nor as a notification.',
  'centre.personal': 'Personal content and product improvement',
  'centre.profiling': 'Content that fits my interests',
  'centre.profiling.detail':
    'I agree that {office} chooses and words marketing for me by my interests and my phone models. Without this I get the same texts as everybody.',
  'centre.diagnostics': 'Diagnostics',
  'centre.diagnostics.detail':
    'I agree that {count, plural, one {my phone sends} other {my # phones send}} technical data about use and faults to {controller}. It is used in aggregate to improve products, never for marketing.',
  'centre.language.detail': 'In this language we write to you, where we can.',
  'centre.save': 'Save choices',
  'centre.refuse': 'Refuse all marketing',
  'centre.refuse.detail': 'Switches off marketing emails and notifications, at once and for good.',
  'centre.saved': 'Your choices are saved and apply from now on.',
  'centre.unchanged': 'Nothing was changed: your choices are as you see them here.',
  'centre.refused': 'All marketing from {office} is off, from now on.',
  'centre.conflict':
    'Your choices were changed elsewhere in the meantime. What you switched off is off. What you switched on was not saved: please look at your choices and save again.',
  'centre.pending':
    'One more step: open the email that we send to {address} and confirm there. Until then no marketing emails are sent.',
  'centre.limit':
    'Several confirmation emails were sent to {address} today. Please look in your inbox, or try again tomorrow.',
  'centre.gpc':
    'Your browser asks not to be profiled (Global Privacy Control). We have recorded this as your refusal, and this choice stays off while your browser asks for it.',

  'state.until': 'Your consent is valid until {date}.',
  'state.expired': 'Your consent ended on {date}.',
  'state.pending': 'Waits for your confirmation by email.',
  'state.implied': 'On because of your earlier purchase or request. You can refuse at any time.',
  'state.default': 'On because you have not refused. You can refuse at any time.',
  'state.undeliverable': 'Emails to this address came back, so none are sent.',
  'state.complained': 'You reported an email as spam, so no marketing emails are sent.',

  'history.title': 'Your choices so far',
  'history.empty': 'No choices are on record yet.',
  'history.older': '{count, plural, one {# older entry is} other {# older entries are}} not shown here.',
  'history.granted': 'Allowed',
  'history.accepted': 'Accepted',
  'history.denied': 'Refused',
  'history.pending': 'Waits for confirmation',
  'purpose.email': 'Marketing emails',
  'purpose.push': 'Marketing notifications',
  'purpose.sms': 'Text messages',
  'purpose.topic': 'Topic: {topic}',
  'purpose.profiling': 'Content by interests',
  'purpose.diagnostics': 'Diagnostics',
  'purpose.terms': 'Terms or policy, version {version}',
  'source.setup-wizard': 'Setup of the phone',
  'source.app': 'App on the phone',
  'source.settings': 'Settings of the phone',
  'source.account': 'Account',
  'source.link': 'Page behind a link in an email',
  'source.one-click': 'Unsubscribe button of the mail program',
  'source.import': 'Earlier records',
  'source.staff': 'Our staff, at your request',
  'source.system': 'Automatically',
  'source.merge': 'When a phone was linked to the account',
  'source.gpc': 'Signal of the browser (Global Privacy Control)',

  'confirm.question': 'Allow marketing emails from {office}?',
  'confirm.detail':
    'Marketing emails were asked for, to be sent to {address}. If you press the button, you agree that {office}, on behalf of {controller}, sends you news and offers by email. You can withdraw this at any time.',
  'confirm.button': 'Yes, allow marketing emails',
  'confirm.ignore': 'If you did not ask for this, just close this page: no marketing emails will be sent.',
  'confirm.done.title': 'Marketing emails are allowed',
  'confirm.done.detail':
    'From now on {office} may send you marketing emails. You can withdraw this at any time.',
  'confirm.already.title': 'This is confirmed already',
  'confirm.already.detail':
    'You allowed marketing emails from {office} on {date}. There is nothing more to do.',
  'confirm.expired.title': 'This confirmation came too late',
  'confirm.expired.detail':
    'The link could be used until {date}. No marketing emails are sent. If you still want them, we can send you a new confirmation email.',
  'confirm.resend.button': 'Send a new email',
  'confirm.resent.title': 'A new email is on its way',
  'confirm.resent.detail':
    'We send it to {address}. Its link can be used for {count, plural, one {# day} other {# days}}.',
  'confirm.refused.title': 'Marketing emails are refused',
  'confirm.refused.detail':
    'This link no longer counts, because marketing emails were refused after it was sent. You can allow them again among your choices.',

  'reconfirm.question': 'May {office} go on sending you marketing emails?',
  'reconfirm.detail':
    'Your consent ends on {date}. If you press the button, you agree that {office}, on behalf of {controller}, goes on sending you news and offers by email. Otherwise they end by themselves. You can withdraw this at any time.',
  'reconfirm.late':
    'Your consent ended on {date}. If you press the button, you agree that {office}, on behalf of {controller}, sends you news and offers by email again. You can withdraw this at any time.',
  'reconfirm.button': 'Yes, go on',
  'reconfirm.done.title': 'Your consent is renewed',
  'reconfirm.done.detail': 'It is valid until {date}. You can withdraw it at any time.',

  'receipt.title': 'Consent receipt',
  'receipt.issued': 'Issued on {date}',
  'receipt.number': 'Receipt number',
  'receipt.controller': 'Controller',
  'receipt.office': 'Local office',
  'receipt.policy': 'Privacy policy, version {version}',
  'receipt.now': 'What holds now',
  'receipt.on': 'On',
  'receipt.off': 'Off',
  'receipt.rights': 'Your rights',
  'receipt.rights.detail':
    'You can withdraw each consent at any time: in the settings of your phone, in your account, or by the link in every marketing email. You can also ask for access to your data, for correction and for deletion.',
  'receipt.proof': 'Proof',
  'receipt.proof.intact': 'The record is complete: each entry carries the fingerprint of the one before it.',
  'receipt.proof.broken': 'The record is damaged at entry {entry}. Please contact us.',

  'notice.why': 'Why you get this',
  'notice.released': 'Released on {date}',
  'notice.fallback': 'There is no text in your language. It is shown in this language: {language}',
  'notice.erased': 'Nothing is stored about you any more. This is the text that was sent to everybody.',
  'notice.stopped': 'This notice has been withdrawn. Please do not follow it any more.',
  'notice.superseded': 'This notice has been replaced by a newer one.',
  'notice.newer': 'Read the newer notice',
  'notice.acknowledge.button': 'I have read this',
  'notice.accept.detail':
    'If you press the button, you accept version {version} of the terms or policies that this notice is about.',
  'notice.accept.button': 'I accept',
  'notice.renew':
    'You may also give these consents anew under the new version. What you leave unticked stays as it is.',
  'notice.acknowledged': 'On {date} you confirmed that you have read this notice.',
  'notice.accepted': 'On {date} you accepted version {version}.',
  'notice.recorded': 'Your answer is recorded.',
  'notice.already': 'You have already answered. Nothing has changed.',
  'notice.not-yours': 'This notice was not sent to you, so your answer was not recorded.',

  'error.input.title': 'We could not read this',
  'error.input.detail':
    'The form was incomplete, too large or of another kind. Nothing has changed. Please open the link again and retry.',
} as const;
