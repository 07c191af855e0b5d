/** Gives a template another name. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { changeTemplate, loadTemplate, type TemplateLine } from '../api/templates.ts';
import { asProblem } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Failure } from '../ui/states.tsx';
import { toast } from '../ui/toasts.tsx';

interface RenameDialogProps {
  template: TemplateLine;
  /** The template with its new name, or nothing where it keeps the old one. */
  onDone: (changed?: TemplateLine) => void;
}

export function RenameDialog({ template, onDone }: RenameDialogProps) {
  const { text, api } = useApp();
  const { templates, frame } = text;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [name, setName] = useState(template.name);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => dialog.current?.showModal(), []);
  const save = async () => {
    setTried(true);
    if (name.trim() === '') return;
    setBusy(true);
    try {
      const { template: current, etag } = await loadTemplate(api, template.id);
      const { office, content, personalised } = current;
      const draft = { office, name: name.trim(), content, ...(personalised ? { personalised } : {}) };
      const changed = await changeTemplate(api, template.id, { draft, etag });
      toast(templates.renamed);
      onDone(changed.template);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2 id={titleId}>{templates.renameTitle}</h2>
        <TextField
          label={templates.name}
          value={name}
          maxLength={200}
          error={isTried && name.trim() === '' ? frame.required : problem?.errorAt('name')}
          onChange={setName}
        />
        {problem && <Failure problem={problem} />}
        <div class="actions end">
          <Button onClick={() => onDone()}>{frame.cancel}</Button>
          <Button type="submit" look="primary" busy={isBusy}>
            {templates.rename}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
