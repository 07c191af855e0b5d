/** Templates: keep the texts as one, and begin with one. */
import { useEffect, useState } from 'preact/hooks';
import { loadTemplate, type TemplateLine, type TemplateView, templateCreator } from '../api/templates.ts';
import { useList } from '../api/use-list.ts';
import type { Page } from '../api/views.ts';
import { useApi, useFormat, useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { ListView } from '../ui/list-view.tsx';
import { Empty, Failure } from '../ui/states.tsx';
import { toast } from '../ui/toasts.tsx';
import { useSubmit } from '../ui/use-action.ts';
import { type CampaignForm, toTexts } from './campaign-form.ts';

/** Keeps the texts of arm A under a name. */
export function SaveTemplateDialog({ form, onClose }: { form: CampaignForm; onClose: () => void }) {
  const { composer, frame } = useText();
  const api = useApi();
  const [name, setName] = useState(form.name);
  const [create] = useState(() => templateCreator(api));
  const [isMissing, setMissing] = useState(false);
  const { isBusy, problem, run } = useSubmit();
  const save = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    await run(async () => {
      await create({ office: form.office, name: name.trim(), ...toTexts(form.arms[0]) });
      toast(composer.templateSaved);
      onClose();
    });
  };
  return (
    <Dialog
      isWide
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
  onPick: (template: TemplateView) => void;
  onClose: () => void;
}) {
  const { composer, frame } = useText();
  const api = useApi();
  const format = useFormat();
  const { problem, run } = useSubmit();
  const list = useList<TemplateLine>(
    async (cursor, signal) =>
      (await api.get<Page<TemplateLine>>('/templates', { query: { office, cursor }, signal })).body,
    [api, office],
  );
  // Who has closed the dialog wants nothing replaced any more.
  const [closing] = useState(() => new AbortController());
  useEffect(() => () => closing.abort(), [closing]);
  const pick = (id: string) =>
    run(async () => onPick((await loadTemplate(api, id, closing.signal)).template));
  return (
    <Dialog
      isWide
      title={composer.pickTemplate}
      onClose={onClose}
      onSubmit={onClose}
      actions={<Button type="submit">{frame.cancel}</Button>}
    >
      {hasTexts && <p class="warning">{composer.replacesTexts}</p>}
      {problem && <Failure problem={problem} />}
      <ListView list={list} empty={<Empty title={composer.noTemplates} />}>
        {(templates) => (
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
        )}
      </ListView>
    </Dialog>
  );
}
