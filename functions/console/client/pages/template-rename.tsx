/** Gives a template another name. */
import { useState } from 'preact/hooks';
import { changeTemplate, loadTemplate, type TemplateLine } from '../api/templates.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { Failure } from '../ui/states.tsx';
import { toast } from '../ui/toasts.tsx';
import { useSubmit } from '../ui/use-action.ts';

interface RenameDialogProps {
  template: TemplateLine;
  /** The template with its new name, or nothing where it keeps the old one. */
  onDone: (changed?: TemplateLine) => void;
}

export function RenameDialog({ template, onDone }: RenameDialogProps) {
  const { text, api } = useApp();
  const { templates, frame } = text;
  const [name, setName] = useState(template.name);
  const [isTried, setTried] = useState(false);
  const { isBusy, problem, run } = useSubmit();
  const save = async () => {
    setTried(true);
    if (name.trim() === '') return;
    await run(async () => {
      const { template: current, etag } = await loadTemplate(api, template.id);
      const { office, content, personalised } = current;
      const draft = { office, name: name.trim(), content, ...(personalised ? { personalised } : {}) };
      const changed = await changeTemplate(api, template.id, { draft, etag });
      toast(templates.renamed);
      onDone(changed.template);
    });
  };
  return (
    <Dialog
      title={templates.renameTitle}
      onClose={() => onDone()}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={() => onDone()}>{frame.cancel}</Button>
          <Button type="submit" look="primary" busy={isBusy}>
            {templates.rename}
          </Button>
        </>
      }
    >
      <TextField
        label={templates.name}
        value={name}
        maxLength={200}
        error={isTried && name.trim() === '' ? frame.required : problem?.errorAt('name')}
        onChange={setName}
      />
      {problem && <Failure problem={problem} />}
    </Dialog>
  );
}
