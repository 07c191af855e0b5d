/** What a notice has in common with the marketing of its offices: the same picture, the same subject, the same paragraph. */
import { type Finding, findingAt, mostPerField, type Place } from './finding.ts';
import { beginningAt, type Fingerprints, headingsOf, imagesIn, lettersOf } from './fingerprints.ts';
import { placeIn } from './reader-text.ts';
import { type TextField, type Texts, textFieldsOf } from './text-fields.ts';

/** Where a notice has something from marketing in it. However it is laid out anew, the letters are the same. */
export function findCopies(content: Texts, known: Fingerprints): Finding[] {
  return textFieldsOf(content).flatMap((field) => [
    ...findImages(field, known),
    ...findHeading(field, known),
    ...findParagraphs(field, known),
  ]);
}

/** Tells the releaser that there is more marketing than was compared; it is said of the first text. */
export function noteUncompared(content: Texts): Finding[] {
  const about = { code: 'not-compared', level: 'look' } as const;
  return textFieldsOf(content)
    .slice(0, 1)
    .map((field) =>
      findingAt(
        field,
        { start: 0, end: field.text.length },
        about,
        () =>
          'The notice was not compared with all marketing, which is too much: is anything in it from there?',
      ),
    );
}

function findImages(field: TextField, { images }: Fingerprints): Finding[] {
  return imagesIn(field).flatMap(({ key, place }) => {
    const name = images.get(key);
    if (name === undefined) return [];
    const about = { code: 'marketing-image', level: 'refused' } as const;
    return [
      findingAt(field, place, about, (words) => `“${words}” is a picture of “${name}”, which is marketing.`),
    ];
  });
}

function findHeading(field: TextField, { headings }: Fingerprints): Finding[] {
  return headingsOf(field).flatMap((heading) => {
    const name = headings.get(heading);
    return name === undefined ? [] : [copied(field, { start: 0, end: field.text.length }, name)];
  });
}

/** One pass, however many paragraphs are known. */
function findParagraphs(field: TextField, { paragraphs }: Fingerprints): Finding[] {
  if (field.kind === 'link' || field.kind === 'image' || paragraphs.size === 0) return [];
  const read = lettersOf(field.text);
  const findings: Finding[] = [];
  for (let start = 0; start < read.text.length && findings.length < mostPerField; start += 1) {
    const alike = paragraphs.get(beginningAt(read.text, start));
    const same = alike?.find(({ letters }) => read.text.startsWith(letters, start));
    if (!same) continue;
    const end = start + same.letters.length;
    findings.push(copied(field, placeIn(read, { start, end }), same.name));
    start = end - 1;
  }
  return findings;
}

function copied(field: TextField, place: Place, name: string): Finding {
  const about = { code: 'marketing-template', level: 'refused' } as const;
  return findingAt(field, place, about, (words) => `“${words}” stands in “${name}” too, which is marketing.`);
}
