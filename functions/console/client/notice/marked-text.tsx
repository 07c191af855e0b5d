/** A text that cannot be changed, with every place marked that a finding is about: by a line, a number and words for a screen reader. */
import { useText } from '../ui/app-context.ts';
import { ScrollArea } from '../ui/parts.tsx';
import { markText, shortenMarked } from './marks.ts';
import { findingWords } from './notice-words.ts';
import type { NoticeFinding } from './views.ts';

interface MarkedTextProps {
  /** Read out before the text. */
  label: string;
  text: string;
  /** In the order of their numbers; the first is 1. */
  findings: readonly NoticeFinding[];
  lang?: string;
}

export function MarkedText({ label, text, findings, lang }: MarkedTextProps) {
  const words = useText();
  const { notices } = words;
  const pieces = shortenMarked(markText(text, findings.filter(isPlace)));
  return (
    <ScrollArea look="marked" label={label}>
      <p lang={lang}>
        {pieces.map((piece, index) => {
          const key = `${index}-${piece.text}`;
          const first = piece.findings[0];
          if (!first) return <span key={key}>{piece.text}</span>;
          const level = piece.findings.some((one) => one.level === 'refused') ? 'refused' : 'look';
          const numbers = piece.findings.map((finding) => findings.indexOf(finding) + 1).join(', ');
          return (
            <mark key={key} class={level}>
              <span class="mark-number" aria-hidden="true">
                {numbers}
              </span>
              <span class="hidden">{notices.markBegins(numbers, notices.level[level])}</span>
              {piece.text}
              <span class="hidden"> ({findingWords(first, words)}) </span>
            </mark>
          );
        })}
      </p>
    </ScrollArea>
  );
}

/** What a text lacks, or is as a whole, has no place in it. */
const ofTheWhole: readonly NoticeFinding['code'][] = [
  'long',
  'unclear-subject',
  'no-reference',
  'no-instruction',
  'not-compared',
];

export function isPlace({ code }: NoticeFinding): boolean {
  return !ofTheWhole.includes(code);
}

/** One finding in words, with its number and its level. For use inside a paragraph. */
export function FindingLine({ finding, number }: { finding: NoticeFinding; number: number }) {
  const text = useText();
  return (
    <span class={`finding ${finding.level}`}>
      <strong>
        {text.notices.level[finding.level]} {number}:
      </strong>{' '}
      {findingWords(finding, text)}
    </span>
  );
}
