/** One template: its name, and its content in every language. */
import { useCallback, useState } from 'preact/hooks';
import { changeTemplate, loadTemplate, templateCreator, type VersionedTemplate } from '../api/templates.ts';
import { useLoad } from '../api/use-load.ts';
import { useApp, useRole } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { askToLeave } from '../ui/confirm.tsx';
import { TextField } from '../ui/fields.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { NotSaved, WhenLoaded } from '../ui/states.tsx';
import { toast } from '../ui/toasts.tsx';
import { useAction, useSubmit } from '../ui/use-action.ts';
import { useFirstError } from '../ui/use-first-error.ts';
import { goTo, letLeave, useLeaveGuard } from '../ui/use-place.ts';
import { TemplateContent } from './template-content.tsx';
import { draftOf, formOf, newForm, type TemplateForm } from './template-draft.ts';

export function NewTemplatePage() {
  const { templates } = useApp().text;
  return (
    <Page title={templates.newTitle} parent={{ href: linkTo('/templates'), name: templates.title }}>
      <TemplateEditor />
    </Page>
  );
}

export function TemplatePage({ params }: PageProps) {
  const { text, api } = useApp();
  const { templates } = text;
  const { id = '' } = params;
  const [loaded, reload, replace] = useLoad((signal) => loadTemplate(api, id, signal), [api, id]);
  /** Raised when somebody gives up a draft for the version that is there now. */
  const [round, setRound] = useState(0);
  const [, run] = useAction();
  const loadAgain = async () => {
    replace(await loadTemplate(api, id));
    setRound(round + 1);
  };
  return (
    <Page
      title={loaded.value?.template.name ?? templates.oneTitle}
      parent={{ href: linkTo('/templates'), name: templates.title }}
    >
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {(current) => (
          <TemplateEditor
            key={round}
            current={current}
            onSaved={replace}
            onReload={() => void run(loadAgain)}
          />
        )}
      </WhenLoaded>
    </Page>
  );
}

interface TemplateEditorProps {
  /** Absent: a new one. */
  current?: VersionedTemplate;
  onSaved?: (saved: VersionedTemplate) => void;
  onReload?: () => void;
}

function TemplateEditor({ current, onSaved, onReload }: TemplateEditorProps) {
  const { text, api, office } = useApp();
  const { templates, frame } = text;
  const mayWrite = useRole('marketer', 'approver');
  const [first, setFirst] = useState(() =>
    current ? formOf(current.template) : newForm(office.languages[0]),
  );
  const [form, setForm] = useState<TemplateForm>(first);
  const [create] = useState(() => templateCreator(api));
  const { isBusy, problem, run } = useSubmit();
  const formPlace = useFirstError(problem);
  const isDirty = JSON.stringify(form) !== JSON.stringify(first);
  useLeaveGuard(
    isDirty,
    useCallback(() => askToLeave(text), [text]),
  );
  const save = async () => {
    if (current) {
      const draft = draftOf(form, current.template);
      const saved = await changeTemplate(api, current.template.id, { draft, etag: current.etag });
      setFirst(formOf(saved.template));
      setForm(formOf(saved.template));
      onSaved?.(saved);
    } else {
      const { template } = await create(draftOf(form, { office: office.id }));
      letLeave();
      goTo(`/templates/${template.id}`);
    }
    toast(templates.saved);
  };
  return (
    <form
      ref={formPlace}
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(save);
      }}
    >
      <section class="card">
        <TextField
          label={templates.name}
          value={form.name}
          maxLength={200}
          disabled={!mayWrite}
          error={problem?.errorAt('name')}
          onChange={(name) => setForm({ ...form, name })}
        />
      </section>
      <TemplateContent
        content={form.content}
        disabled={!mayWrite}
        problem={problem}
        onChange={(content) => setForm({ ...form, content })}
      />
      {current?.template.personalised && <p class="quiet">{templates.hasPersonalised}</p>}
      {problem && <NotSaved problem={problem} onReload={() => onReload?.()} />}
      {mayWrite && (
        <div class="save-bar">
          <Button type="submit" look="primary" busy={isBusy} disabled={!isDirty}>
            {frame.save}
          </Button>
        </div>
      )}
    </form>
  );
}
