/** The people of the staff who get tests of a campaign. */
import { useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import type { TestContactDraft } from './settings-draft.ts';
import { type PartProps, SettingsCard } from './settings-pacing.tsx';

const most = 20;

export function TestContactsCard({ draft, onChange, disabled, problem }: PartProps) {
  const { settings, frame } = useText();
  const { testContacts } = draft;
  const setAll = (contacts: readonly TestContactDraft[]) => onChange({ ...draft, testContacts: contacts });
  const change = (index: number, part: Partial<TestContactDraft>) =>
    setAll(testContacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)));
  return (
    <SettingsCard title={settings.tests} hint={settings.testsHint}>
      {testContacts.length === 0 && <p class="quiet">{settings.testsNone}</p>}
      <ul class="test-contacts">
        {testContacts.map((contact, index) => {
          const at = `testContacts.${index}`;
          const whole = problem?.errorAt(at);
          return (
            <li key={index}>
              <div class="columns">
                <TextField
                  label={settings.testName}
                  value={contact.name}
                  maxLength={100}
                  disabled={disabled}
                  error={problem?.errorAt(`${at}.name`)}
                  onChange={(name) => change(index, { name })}
                />
                <TextField
                  type="email"
                  label={settings.testEmail}
                  value={contact.email}
                  optional
                  disabled={disabled}
                  error={problem?.errorAt(`${at}.email`) ?? whole}
                  onChange={(email) => change(index, { email })}
                />
                <TextField
                  label={settings.testToken}
                  value={contact.deviceToken}
                  optional
                  disabled={disabled}
                  error={problem?.errorAt(`${at}.deviceToken`)}
                  onChange={(deviceToken) => change(index, { deviceToken })}
                />
              </div>
              {!disabled && (
                <Button
                  look="quiet"
                  label={settings.testRemoveOf(contact.name || String(index + 1))}
                  onClick={() => setAll(testContacts.filter((_, one) => one !== index))}
                >
                  {frame.remove}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {!disabled && testContacts.length < most && (
        <div>
          <Button onClick={() => setAll([...testContacts, { name: '', email: '', deviceToken: '' }])}>
            {settings.testAdd}
          </Button>
        </div>
      )}
    </SettingsCard>
  );
}
