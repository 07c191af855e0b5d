/** Somebody else has saved meanwhile: shows what differs, and lets one choose knowingly. */
import type { DraftBody } from '../api/draft-body.ts';
import { useFormat, useText } from './app-context.ts';
import { Button } from './button.tsx';
import { compareDrafts } from './compare-drafts.ts';
import { Dialog } from './dialog.tsx';
import { ScrollArea } from './parts.tsx';

interface ConflictDialogProps {
  mine: DraftBody;
  theirs: DraftBody;
  /** Who changed it last, and when. */
  last: { readonly by: string; readonly at: string } | undefined;
  /** Its state now, in words. */
  state: string;
  /** The name of a field by its path. */
  nameOf: (field: string) => string;
  onClose: () => void;
  onTakeTheirs: () => void;
  onOverwrite: () => void;
}

const mostShown = 40;
/** Characters of a long text. */
const shownLength = 160;

export function ConflictDialog({
  mine,
  theirs,
  last,
  state,
  nameOf,
  onClose,
  onTakeTheirs,
  onOverwrite,
}: ConflictDialogProps) {
  const { composer, frame } = useText();
  const format = useFormat();
  const differences = compareDrafts(theirs, mine);
  return (
    <Dialog
      isWide
      title={composer.conflictTitle}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Button type="submit">{frame.cancel}</Button>
          <Button onClick={onTakeTheirs}>{composer.takeTheirs}</Button>
          <Button look="danger" onClick={onOverwrite}>
            {composer.overwrite}
          </Button>
        </>
      }
    >
      <p>
        {last && composer.conflictBy(last.by, format.dateTime(last.at))} {composer.conflictState(state)}
      </p>
      {differences.length === 0 ? (
        <p class="hint">{composer.conflictSame}</p>
      ) : (
        <ScrollArea look="differences" label={composer.differences}>
          <table>
            <thead>
              <tr>
                <th scope="col">{composer.field}</th>
                <th scope="col">{composer.theirs}</th>
                <th scope="col">{composer.mine}</th>
              </tr>
            </thead>
            <tbody>
              {differences.slice(0, mostShown).map(({ field, theirs: one, mine: other }) => (
                <tr key={field}>
                  <th scope="row">{nameOf(field)}</th>
                  <td>{shortened(one) || composer.empty}</td>
                  <td>{shortened(other) || composer.empty}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Dialog>
  );
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > shownLength ? `${characters.slice(0, shownLength).join('')}…` : text;
}
