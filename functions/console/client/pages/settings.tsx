/** What an office has set for itself. The administrator changes it; everybody else reads it. */
import { useCallback, useState } from 'preact/hooks';
import { loadSettings, saveSettings, type VersionedSettings } from '../api/settings.ts';
import { useLoad } from '../api/use-load.ts';
import { useApp, useRole } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { askToLeave } from '../ui/confirm.tsx';
import { Page } from '../ui/page.tsx';
import { NotSaved, WhenLoaded } from '../ui/states.tsx';
import { toast } from '../ui/toasts.tsx';
import { useAction, useSubmit } from '../ui/use-action.ts';
import { useFirstError } from '../ui/use-first-error.ts';
import { useLeaveGuard } from '../ui/use-place.ts';
import { draftOf, type SettingsDraft, settingsOf } from './settings-draft.ts';
import { ApprovalCard, CapCard, RatesCard, WindowCard } from './settings-pacing.tsx';
import { TestContactsCard } from './settings-test-contacts.tsx';

export function SettingsPage() {
  const { text, api, office } = useApp();
  const mayChange = useRole('admin');
  const { settings } = text;
  const [loaded, reload, replace] = useLoad(
    (signal) => loadSettings(api, office.id, signal),
    [api, office.id],
  );
  /** Raised when somebody gives up a draft for the version that is there now. */
  const [round, setRound] = useState(0);
  const [, run] = useAction();
  const loadAgain = async () => {
    replace(await loadSettings(api, office.id));
    setRound(round + 1);
  };
  return (
    <Page
      title={settings.title}
      lead={mayChange ? settings.lead(office.name) : settings.leadReader(office.name)}
    >
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {(current) => (
          <SettingsForm
            key={round}
            current={current}
            mayChange={mayChange}
            onSaved={replace}
            onReload={() => void run(loadAgain)}
          />
        )}
      </WhenLoaded>
    </Page>
  );
}

interface SettingsFormProps {
  current: VersionedSettings;
  mayChange: boolean;
  onSaved: (saved: VersionedSettings) => void;
  onReload: () => void;
}

function SettingsForm({ current, mayChange, onSaved, onReload }: SettingsFormProps) {
  const { text, api, office } = useApp();
  const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(current.settings));
  const { isBusy, problem, run } = useSubmit();
  const form = useFirstError(problem);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(current.settings));
  useLeaveGuard(
    isDirty,
    useCallback(() => askToLeave(text), [text]),
  );
  const save = async () => {
    const saved = await saveSettings(api, office.id, { settings: settingsOf(draft), etag: current.etag });
    setDraft(draftOf(saved.settings));
    onSaved(saved);
    toast(text.settings.saved);
  };
  const part = { draft, onChange: setDraft, disabled: !mayChange, problem };
  return (
    <form
      ref={form}
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(save);
      }}
    >
      <WindowCard {...part} />
      <CapCard {...part} />
      <ApprovalCard {...part} />
      <RatesCard {...part} />
      <TestContactsCard {...part} />
      {problem && <NotSaved problem={problem} onReload={onReload} />}
      {mayChange && (
        <div class="save-bar">
          <Button type="submit" look="primary" busy={isBusy} disabled={!isDirty}>
            {text.frame.save}
          </Button>
          {isDirty && <span class="quiet small">{text.settings.unsaved}</span>}
        </div>
      )}
    </form>
  );
}
