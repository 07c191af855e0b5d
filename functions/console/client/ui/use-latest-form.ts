/** A form and what was typed last in it, also before it is drawn: two changes in one turn both count. */
import { useRef, useState } from 'preact/hooks';

/** @returns the form as it is drawn, what replaces it, and what reads it as it was typed last */
export function useLatestForm<Form>(first: Form): [Form, (fresh: Form) => void, () => Form] {
  const [form, setForm] = useState(first);
  const latest = useRef(form);
  const put = (fresh: Form) => {
    latest.current = fresh;
    setForm(() => fresh);
  };
  return [form, put, () => latest.current];
}
