/** Was die Prüfung einer Kampagne findet. */
import type { Catalog } from '../catalog.ts';

export const findings: Catalog['composer']['findings'] = {
  required: 'Bitte ausfüllen.',
  chooseOne: 'Wählen Sie mindestens eines.',
  tooLong: (most) => `Höchstens ${most} Zeichen.`,
  tooSmall: (least) => `Mindestens ${least}.`,
  tooLarge: (most) => `Höchstens ${most}.`,
  wholeNumber: 'Bitte eine ganze Zahl.',
  link: 'Eine vollständige Adresse, die mit https:// beginnt.',
  noTime: 'Diese Zeit gibt es nicht.',
  form: 'Das hat nicht die richtige Form.',
  noOffice: (office) => `Es gibt kein Büro „${office}“.`,
  armsOnce: 'Nennen Sie jede Fassung einmal.',
  armsTooLarge: (percent) => `Die Fassungen nehmen ${percent} %: Für Fassung A bleibt niemand.`,
  otherOffice: (country) => `${country} gehört zu einem anderen Büro.`,
  channelsOnce: 'Nennen Sie jeden Kanal einmal.',
  noZone: (zone) => `„${zone}“ ist keine Zeitzone.`,
  passed: 'Diese Zeit ist vorbei.',
  expiresFirst: 'Sie würde enden, bevor sie beginnt.',
  noContent: (language) => `Es gibt keinen Text auf ${language}.`,
  noDefault: (channel) => `Die Standardsprache braucht einen Text für ${channel}.`,
  noLanguage: (tag) => `„${tag}“ ist kein Sprachkürzel.`,
  oneLine: 'Bitte nur eine Zeile.',
  linkVariable: 'Ein Link kann keine Variablen haben.',
  notClosed: (line, tag) => `Zeile ${line}: <${tag} wird geöffnet und nie geschlossen.`,
  bytes: (bytes, most) => `Mit eingesetzten Variablen bis zu ${bytes} Bytes; ein Push kann ${most} haben.`,
  braces: (line) => `Zeile ${line}: Die Klammern passen nicht. Eine Variable schreibt man {{name}}.`,
  onlyVariables: (line) => `Zeile ${line}: Hier sind nur Variablen erlaubt.`,
  escaped: (line) => `Zeile ${line}: Zwei Klammern statt drei, und kein &.`,
  plain: (line) => `Zeile ${line}: Nur ein einfaches {{name}} ist erlaubt.`,
  unknown: (line, name, known) => `Zeile ${line}: Die Variable ${name} gibt es nicht. Es gibt ${known}.`,
  missingLocale: (channel, language) =>
    `Kein Text für ${channel} auf ${language}: Diese Leser bekommen die Standardsprache.`,
  missingText: (channel, language) =>
    `Kein Text für ${channel} auf ${language}: Die Leser bekommen auf diesem Kanal eine andere Sprache.`,
  missingPersonal: (channel, language) =>
    `Kein persönlicher Text für ${channel} auf ${language}: Alle bekommen den allgemeinen.`,
  long: (length, most) => `${length} Zeichen: Viele Telefone zeigen nur die ersten ${most}.`,
  alt: (line) =>
    `Zeile ${line}: Ein Bild ohne alt-Text sagt Lesern nichts, die es nicht sehen (alt="" für Schmuck).`,
  notHttps: (line, tag) =>
    `Zeile ${line}: <${tag}> führt zu einer Adresse ohne Verschlüsselung. Schreiben Sie https.`,
  labelAll: (label, country) =>
    `In ${country} steht „${label}“ vor Betreff und Titel, für alle Leser. Lassen Sie Platz dafür.`,
  labelSome: (label, country) =>
    `In ${country} steht „${label}“ vor Betreff und Titel, für Leser ohne ausdrückliche Einwilligung. Lassen Sie Platz dafür.`,
  everyone: (office) => `Kein Filter ist gesetzt: Sie geht an alle von ${office}, die zugestimmt haben.`,
};
