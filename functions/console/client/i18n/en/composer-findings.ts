/** What the checks of a campaign find. */
export const findings = {
  required: 'Please fill this in.',
  chooseOne: 'Choose at least one.',
  tooLong: (most: string) => `At most ${most} characters.`,
  tooSmall: (least: string) => `At least ${least}.`,
  tooLarge: (most: string) => `At most ${most}.`,
  wholeNumber: 'A whole number, please.',
  link: 'A full address that begins with https://.',
  noTime: 'There is no such time.',
  form: 'This does not have the right form.',
  noOffice: (office: string) => `There is no office “${office}”.`,
  armsOnce: 'Name each version once.',
  armsTooLarge: (percent: string) => `The versions take ${percent} %: nobody is left for version A.`,
  otherOffice: (country: string) => `${country} belongs to another office.`,
  channelsOnce: 'Name each channel once.',
  noZone: (zone: string) => `“${zone}” is not a time zone.`,
  passed: 'This time has passed.',
  expiresFirst: 'It would end before it starts.',
  noContent: (language: string) => `There is no text in ${language}.`,
  noDefault: (channel: string) => `The default language needs a text for ${channel}.`,
  noLanguage: (tag: string) => `“${tag}” is not a language tag.`,
  oneLine: 'One line only, please.',
  linkVariable: 'A link cannot have variables.',
  notClosed: (line: string, tag: string) => `Line ${line}: <${tag} is opened and never closed.`,
  bytes: (bytes: string, most: string) =>
    `Up to ${bytes} bytes with its variables filled in; a push can have ${most}.`,
  braces: (line: string) => `Line ${line}: the braces do not fit. A variable is written {{name}}.`,
  onlyVariables: (line: string) => `Line ${line}: only variables are allowed here.`,
  escaped: (line: string) => `Line ${line}: write two braces, not three, and no &.`,
  plain: (line: string) => `Line ${line}: only a plain {{name}} is allowed.`,
  unknown: (line: string, name: string, known: string) =>
    `Line ${line}: there is no variable ${name}. There are ${known}.`,
  missingLocale: (channel: string, language: string) =>
    `No text for ${channel} in ${language}: these readers get the default language.`,
  missingText: (channel: string, language: string) =>
    `No text for ${channel} in ${language}: its readers get another language on this channel.`,
  missingPersonal: (channel: string, language: string) =>
    `No personalised text for ${channel} in ${language}: everybody gets the generic one.`,
  long: (length: string, most: string) => `${length} characters: many phones show only the first ${most}.`,
  alt: (line: string) =>
    `Line ${line}: an image without alt text says nothing to readers who do not see it (alt="" for decoration).`,
  notHttps: (line: string, tag: string) =>
    `Line ${line}: <${tag}> leads to an address without encryption. Write https.`,
  labelAll: (label: string, country: string) =>
    `In ${country}, “${label}” stands in front of the subject and the title for every reader. Leave room for it.`,
  labelSome: (label: string, country: string) =>
    `In ${country}, “${label}” stands in front of the subject and the title for readers without an express consent. Leave room for it.`,
  everyone: (office: string) => `No filter is set: it goes to everybody of ${office} who has agreed to it.`,
};
