/** Sends the saved campaign to test contacts of the office, and says what became of each test. */
import { useState } from 'preact/hooks';
import type { TestSend } from '../../../../shared/api/campaigns.ts';
import type { OfficeSettings } from '../../../../shared/domain/office-settings.ts';
import { useApi, useFormat, useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, FieldGroup, SelectField } from '../ui/fields.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Failure } from '../ui/states.tsx';
import { useSubmit } from '../ui/use-action.ts';
import type { CampaignForm } from './campaign-form.ts';
import { localesOf, type VariantName } from './change-texts.ts';
import type { ComposerView } from './composer-context.ts';

interface Sent {
  contact: string;
  channel: 'email' | 'push';
  outcome: string;
}

interface TestDialogProps {
  campaignId: string;
  form: CampaignForm;
  view: ComposerView;
  settings: OfficeSettings | undefined;
  onClose: () => void;
}

export function TestDialog({ campaignId, form, view, settings, onClose }: TestDialogProps) {
  const { composer, frame } = useText();
  const api = useApi();
  const [wanted, setWanted] = useState<Required<TestSend>>({
    contacts: [],
    locale: view.locale,
    variant: view.variant,
    arm: form.arms[view.arm]?.name ?? 'A',
  });
  const { isBusy, problem, run } = useSubmit();
  const [isMissing, setMissing] = useState(false);
  const [sent, setSent] = useState<readonly Sent[]>();
  const contacts = settings?.testContacts ?? [];
  const send = async () => {
    setMissing(wanted.contacts.length === 0);
    if (wanted.contacts.length === 0) return;
    await run(async () => {
      const path = `/campaigns/${encodeURIComponent(campaignId)}/test-sends`;
      setSent((await api.post<{ sent: Sent[] }>(path, wanted)).body.sent);
    });
  };
  return (
    <Dialog
      isWide
      title={composer.sendTest}
      onClose={onClose}
      onSubmit={() => void send()}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          {contacts.length > 0 && (
            <Button type="submit" look="primary" busy={isBusy}>
              {sent ? composer.sendAgain : composer.send}
            </Button>
          )}
        </>
      }
    >
      <p class="hint">{composer.testLead}</p>
      {contacts.length === 0 ? (
        <p>
          {composer.noTestContacts} <a href={linkTo('/settings')}>{frame.nav.settings}</a>
        </p>
      ) : (
        <TestForm
          form={form}
          names={contacts.map(({ name }) => name)}
          wanted={wanted}
          error={isMissing ? composer.findings.chooseOne : undefined}
          onChange={(change) => setWanted((before) => ({ ...before, ...change }))}
        />
      )}
      {problem && <Failure problem={problem} />}
      <div role="status">{sent && <Results sent={sent} />}</div>
    </Dialog>
  );
}

interface TestFormProps {
  form: CampaignForm;
  names: readonly string[];
  wanted: Required<TestSend>;
  error: string | undefined;
  onChange: (change: Partial<TestSend>) => void;
}

function TestForm({ form, names, wanted, error, onChange }: TestFormProps) {
  const { composer } = useText();
  const format = useFormat();
  const variants: readonly VariantName[] = ['generic', 'personalised'];
  const toggle = (name: string, isChosen: boolean) =>
    onChange({
      contacts: isChosen ? [...wanted.contacts, name] : wanted.contacts.filter((one) => one !== name),
    });
  return (
    <>
      <FieldGroup label={composer.testContacts} error={error}>
        {names.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={wanted.contacts.includes(name)}
            onChange={(isChosen) => toggle(name, isChosen)}
          />
        ))}
      </FieldGroup>
      <div class="columns">
        <SelectField
          label={composer.fields.locale}
          value={wanted.locale}
          options={localesOf(form).map((value) => ({ value, name: format.language(value) }))}
          onChange={(locale) => onChange({ locale })}
        />
        {form.arms.some(({ personalised }) => personalised) && (
          <SelectField<VariantName>
            label={composer.versionTabs}
            value={wanted.variant}
            options={variants.map((value) => ({ value, name: composer.variant[value] }))}
            onChange={(variant) => onChange({ variant })}
          />
        )}
        {form.arms.length > 1 && (
          <SelectField
            label={composer.armTabs}
            value={wanted.arm}
            options={form.arms.map(({ name }) => ({ value: name, name: composer.arm(name) }))}
            onChange={(arm) => onChange({ arm })}
          />
        )}
      </div>
    </>
  );
}

function Results({ sent }: { sent: readonly Sent[] }) {
  const { composer, terms } = useText();
  const words: Readonly<Record<string, string>> = composer.outcome;
  return (
    <ul class="test-results">
      {sent.map(({ contact, channel, outcome }) => (
        <li key={`${contact} ${channel}`}>
          <span>
            {contact} · {terms.channel[channel]}
          </span>
          <span class={outcome === 'accepted' ? 'badge good' : 'badge wait'}>
            {words[outcome] ?? outcome}
          </span>
        </li>
      ))}
    </ul>
  );
}
