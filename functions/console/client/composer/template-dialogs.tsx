/** Templates: keep the texts as one, and begin with one. */
import { useState } from 'preact/hooks';
import type { ContentTemplate } from '../../../../shared/domain/content-template.ts';
import type { ApiProblem } from '../api/problem.ts';
import { templateCreator } from '../api/templates.ts';
import { asProblem, useLoad } from '../api/use-load.ts';
import type { Page } from '../api/views.ts';
import { useApi, useFormat, useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Empty, Failure, WhenLoaded } from '../ui/states.tsx';
import { toast } from '../ui/toasts.tsx';
import { type CampaignForm, toTexts } from './campaign-form.ts';
import { Dialog } from './dialog.tsx';

/** Keeps the texts of arm A under a name. */
export function SaveTemplateDialog({ form, onClose }: { form: CampaignForm; onClose: () => void }) {
  const { composer, frame } = useText();
  const api = useApi();
  const [name, setName] = useState(form.name);
  const [create] = useState(() => templateCreator(api));
  const [isBusy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const save = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '' || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await create({ office: form.office, name: name.trim(), ...toTexts(form.arms[0]) });
      toast(composer.templateSaved);
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={composer.saveTemplate}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button type="submit" look="primary" busy={isBusy}>
            {frame.save}
          </Button>
        </>
      }
    >
      <p class="hint">{composer.templateLead}</p>
      <TextField
        label={composer.templateName}
        value={name}
        maxLength={200}
        error={isMissing ? frame.required : undefined}
        onChange={setName}
      />
      {problem && <Failure problem={problem} />}
    </Dialog>
  );
}

type TemplateLine = Pick<ContentTemplate, 'id' | 'name' | 'updatedAt'>;

/** Lists the templates of the office. @param onPick gets the whole template */
export function PickTemplateDialog({
  office,
  hasTexts,
  onPick,
  onClose,
}: {
  office: string;
  /** What is written would be replaced. */
  hasTexts: boolean;
  onPick: (template: ContentTemplate) => void;
  onClose: () => void;
}) {
  const { composer, frame } = useText();
  const api = useApi();
  const format = useFormat();
  const [problem, setProblem] = useState<ApiProblem>();
  const [loaded, reload] = useLoad(
    async (signal) =>
      (await api.get<Page<TemplateLine>>('/templates', { query: { office, limit: 100 }, signal })).body.items,
    [office],
  );
  const pick = async (id: string) => {
    setProblem(undefined);
    try {
      onPick((await api.get<ContentTemplate>(`/templates/${encodeURIComponent(id)}`)).body);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Dialog
      title={composer.pickTemplate}
      onClose={onClose}
      onSubmit={onClose}
      actions={<Button type="submit">{frame.cancel}</Button>}
    >
      {hasTexts && <p class="warning">{composer.replacesTexts}</p>}
      {problem && <Failure problem={problem} />}
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {(templates) =>
          templates.length === 0 ? (
            <Empty title={composer.noTemplates} />
          ) : (
            <ul class="template-list">
              {templates.map(({ id, name, updatedAt }) => (
                <li key={id}>
                  <button type="button" class="template" onClick={() => void pick(id)}>
                    <span>{name}</span>
                    <span class="quiet small">{format.date(updatedAt)}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </Dialog>
  );
}
