/** What the API finds, in the words of the page. What is not known here is shown as the API says it. */
import type { Catalog } from '../i18n/catalog.ts';
import type { Format } from '../i18n/format.ts';

type Words = Catalog['composer']['findings'];
type Say = (words: Words, parts: readonly string[], means: Means) => string;

interface Means {
  channel(name: string): string;
  language(tag: string): string;
  country(code: string): string;
}

const rules: readonly (readonly [pattern: RegExp, say: Say])[] = [
  [/^is missing$|^Too small: expected string to have >=1/, (words) => words.required],
  [/^Too small: expected array to have >=1|^Invalid option/, (words) => words.chooseOne],
  [/^Too big: expected string to have <=(\d+) /, (words, [most = '']) => words.tooLong(most)],
  [/^Too small: expected number to be >=?(\d+)/, (words, [least = '']) => words.tooSmall(least)],
  [/^Too big: expected number to be <=?(\d+)/, (words, [most = '']) => words.tooLarge(most)],
  [/^expected int/, (words) => words.wholeNumber],
  [/^Invalid URL/, (words) => words.link],
  [/^Invalid ISO datetime|^There is no such time/, (words) => words.noTime],
  [/^Invalid string: must match pattern/, (words) => words.form],
  [/^There is no office "(.*)"/, (words, [office = '']) => words.noOffice(office)],
  [/^Name each arm once/, (words) => words.armsOnce],
  [/^The arms take (\d+) %/, (words, [percent = '']) => words.armsTooLarge(percent)],
  [
    /^(\S+) does not belong to the office/,
    (words, [code = ''], { country }) => words.otherOffice(country(code)),
  ],
  [/^Name each channel once/, (words) => words.channelsOnce],
  [/^"(.*)" is not an IANA time zone/, (words, [zone = '']) => words.noZone(zone)],
  [/^The time has passed/, (words) => words.passed],
  [/^It would expire before it starts/, (words) => words.expiresFirst],
  [/^There is no content for (\S+)$/, (words, [tag = ''], { language }) => words.noContent(language(tag))],
  [
    /^The default language has no text for the channel (\w+)/,
    (words, [name = ''], { channel }) => words.noDefault(channel(name)),
  ],
  [/^(\S+) is not a language tag/, (words, [tag = '']) => words.noLanguage(tag)],
  [/^Must be one line/, (words) => words.oneLine],
  [/^A link cannot hold variables/, (words) => words.linkVariable],
  [
    /^Line (\d+): <(.*) is opened and never closed/,
    (words, [line = '', tag = '']) => words.notClosed(line, tag),
  ],
  [/^Up to (\d+) bytes .* can have (\d+)/, (words, [bytes = '', most = '']) => words.bytes(bytes, most)],
  [/^Line (\d+): the braces/, (words, [line = '']) => words.braces(line)],
  [/^Line (\d+): only variables/, (words, [line = '']) => words.onlyVariables(line)],
  [/^Line (\d+): values are always/, (words, [line = '']) => words.escaped(line)],
  [/^Line (\d+): only a plain/, (words, [line = '']) => words.plain(line)],
  [
    /^Line (\d+): unknown variable (\{\{.*?\}\}); there are (.*)$/,
    (words, [line = '', name = '', known = '']) => words.unknown(line, name, known),
  ],
  [
    /^There is no (\w+) text in (\S+): these/,
    (words, [name = '', tag = ''], { channel, language }) =>
      words.missingLocale(channel(name), language(tag)),
  ],
  [
    /^(\S+) has no (\w+) text: its/,
    (words, [tag = '', name = ''], { channel, language }) => words.missingText(channel(name), language(tag)),
  ],
  [
    /^There is no personalised (\w+) text in (\S+): everybody/,
    (words, [name = '', tag = ''], { channel, language }) =>
      words.missingPersonal(channel(name), language(tag)),
  ],
  [
    /^(\d+) characters: many phones show the first (\d+)/,
    (words, [length = '', most = '']) => words.long(length, most),
  ],
  [/^Line (\d+): an image without alt/, (words, [line = '']) => words.alt(line)],
  [
    /^Line (\d+): <(\w+)> leads to an address without/,
    (words, [line = '', tag = '']) => words.notHttps(line, tag),
  ],
  [
    /^"(.*)" is put in front .* for every reader in (\w+)/,
    (words, [label = '', code = ''], { country }) => words.labelAll(label, country(code)),
  ],
  [
    /^"(.*)" is put in front .* without an express grant in (\w+)/,
    (words, [label = '', code = ''], { country }) => words.labelSome(label, country(code)),
  ],
  [/^No filter is set: it goes to everybody of (.*) who/, (words, [office = '']) => words.everyone(office)],
];

/** Undefined: a message that there are no words for. */
export function knownWords(
  message: string,
  { composer, terms }: Pick<Catalog, 'composer' | 'terms'>,
  format: Format,
): string | undefined {
  const channels: Readonly<Record<string, string>> = terms.channel;
  const means: Means = {
    channel: (name) => channels[name] ?? name,
    language: format.language,
    country: format.country,
  };
  for (const [pattern, say] of rules) {
    const parts = pattern.exec(message)?.slice(1);
    if (parts) return say(composer.findings, parts, means);
  }
  return undefined;
}

/** A message of the API for the reader of the page. */
export function sayFinding(
  message: string,
  text: Pick<Catalog, 'composer' | 'terms'>,
  format: Format,
): string {
  return knownWords(message, text, format) ?? message;
}
