/** What has changed in a draft, field by field: a text word by word. */
import type { DraftChange } from '../../../../shared/domain/draft-changes.ts';
import { useText } from './app-context.ts';
import { compareWords, shorten } from './word-diff.ts';

/** @param nameOf the name of a field by its path */
export function ChangeList({
  changes,
  nameOf,
}: {
  changes: readonly DraftChange[];
  nameOf: (field: string) => string;
}) {
  return (
    <dl class="changes">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{nameOf(change.field)}</dt>
          <dd>
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Removed and added words are marked by the elements that mean it, and in words for a screen reader. */
function Change({ change: { before, after } }: { change: DraftChange }) {
  const { changes: words } = useText().plan;
  const isText = typeof before === 'string' && typeof after === 'string';
  const pieces = isText ? compareWords(before, after) : undefined;
  if (!pieces) {
    return (
      <p class="diff">
        {before !== undefined && (
          <del>
            <span class="hidden">{words.removed}: </span>
            {String(before)}
          </del>
        )}{' '}
        {after !== undefined && (
          <ins>
            <span class="hidden">{words.added}: </span>
            {String(after)}
          </ins>
        )}
      </p>
    );
  }
  return (
    <p class="diff">
      {shorten(pieces).map(({ kind, text: value }, index) => {
        const key = `${index}-${kind}`;
        if (kind === 'same') return <span key={key}>{value}</span>;
        return kind === 'added' ? (
          <ins key={key}>
            <span class="hidden">{words.added}: </span>
            {value}
          </ins>
        ) : (
          <del key={key}>
            <span class="hidden">{words.removed}: </span>
            {value}
          </del>
        );
      })}
    </p>
  );
}
