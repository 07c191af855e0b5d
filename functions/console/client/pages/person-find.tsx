/** The look-up of a person: by email or number, and always with a purpose, which is kept in the access log (policy P-20). */
import { useEffect, useRef, useState } from 'preact/hooks';
import { findPerson, type LookUp } from '../api/people.ts';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Radios, TextField } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { Failure } from '../ui/states.tsx';
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
  const [isBusy, setBusy] = useState(false);
  const [isNobody, setNobody] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The words of the errors are there now, to be read out with the field.
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const find = async () => {
    setTries(tries + 1);
    setNobody(false);
    setProblem(undefined);
    if (value.trim() === '' || purpose.trim() === '') return;
    keepPurpose(purpose);
    setBusy(true);
    try {
      const person = await findPerson(api, { by, value: value.trim(), purpose: purpose.trim() });
      if (person) goTo(`/people/${encodeURIComponent(person.id)}`);
      else setNobody(true);
    } catch (error) {
      const found = asProblem(error);
      if (found.status === 404) setNobody(true);
      else setProblem(found);
    } finally {
      setBusy(false);
    }
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
          void find();
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
