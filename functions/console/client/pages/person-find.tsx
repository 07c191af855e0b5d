/** The look-up of a person: by email or number, and always with a purpose, which is kept in the access log (policy P-20). */
import { useState } from 'preact/hooks';
import { findPerson, type LookUp } from '../api/people.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Radios, TextField } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { Failure } from '../ui/states.tsx';
import { useSubmit } from '../ui/use-action.ts';
import { useFirstError } from '../ui/use-first-error.ts';
import { goTo } from '../ui/use-place.ts';
import { currentPurpose, keepPurpose } from './person-purpose.ts';

const ways: readonly LookUp[] = ['email', 'externalId', 'id'];

export function PersonFindPage() {
  const { text, api } = useApp();
  const { people, frame } = text;
  const [by, setBy] = useState<LookUp>('email');
  const [value, setValue] = useState('');
  const [purpose, setPurpose] = useState(currentPurpose);
  /** How often the form has been sent. */
  const [tries, setTries] = useState(0);
  const [isNobody, setNobody] = useState(false);
  const { isBusy, problem, run } = useSubmit();
  const form = useFirstError(tries);
  const find = async () => {
    setTries(tries + 1);
    setNobody(false);
    if (value.trim() === '' || purpose.trim() === '') return;
    keepPurpose(purpose);
    const person = await findPerson(api, { by, value: value.trim(), purpose: purpose.trim() });
    if (person) goTo(`/people/${encodeURIComponent(person.id)}`);
    else setNobody(true);
  };
  const missing = (words: string) => (tries > 0 && words.trim() === '' ? frame.required : undefined);
  return (
    <Page title={people.title} lead={people.lead}>
      <form
        ref={form}
        class="card form narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run(find);
        }}
      >
        <Radios
          label={people.by}
          value={by}
          options={ways.map((way) => ({ value: way, name: people.way[way] }))}
          onChange={setBy}
        />
        <TextField
          type={by === 'email' ? 'email' : 'text'}
          label={people.way[by]}
          value={value}
          error={missing(value)}
          onChange={setValue}
        />
        <TextField
          label={people.purpose}
          hint={people.purposeHint}
          value={purpose}
          maxLength={200}
          error={missing(purpose)}
          onChange={setPurpose}
        />
        <div>
          <Button type="submit" look="primary" busy={isBusy}>
            {people.find}
          </Button>
        </div>
        <div role="status">
          {isNobody && (
            <div class="notice wait">
              <p class="notice-title">{people.nobody}</p>
              <p>{people.nobodyBody}</p>
            </div>
          )}
        </div>
        {problem && <Failure problem={problem} />}
      </form>
    </Page>
  );
}
