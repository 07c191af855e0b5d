/** Somebody else has saved meanwhile: shows what differs, and lets one choose knowingly. */
import { useFormat, useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type CampaignForm, toDraft } from './campaign-form.ts';
import { compareDrafts } from './compare-drafts.ts';
import { fieldLabel } from './field-label.ts';
import { ScrollArea } from './parts.tsx';
import { draftOf, type SavedCampaign } from './saved-campaign.ts';

interface ConflictDialogProps {
  form: CampaignForm;
  theirs: SavedCampaign;
  onClose: () => void;
  onTakeTheirs: () => void;
  onOverwrite: () => void;
}

const mostShown = 40;
/** Characters of a long text. */
const shownLength = 160;

export function ConflictDialog({ form, theirs, onClose, onTakeTheirs, onOverwrite }: ConflictDialogProps) {
  const text = useText();
  const format = useFormat();
  const { composer, frame, terms } = text;
  const last = theirs.campaign.history.at(-1);
  const differences = compareDrafts(draftOf(theirs), toDraft(form));
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
        {last && composer.conflictBy(last.by, format.dateTime(last.at))}{' '}
        {composer.conflictState(terms.state[theirs.campaign.state])}
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
              {differences.slice(0, mostShown).map(({ field, theirs: one, mine }) => (
                <tr key={field}>
                  <th scope="row">{fieldLabel(field, text, format)}</th>
                  <td>{shortened(one) || composer.empty}</td>
                  <td>{shortened(mine) || composer.empty}</td>
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
