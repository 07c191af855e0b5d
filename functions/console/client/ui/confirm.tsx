/** Asks before something that cannot be taken back; Escape means no. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../i18n/catalog.ts';
import { useText } from './app-context.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './fields.tsx';

export interface Question {
  title: string;
  body?: ComponentChildren;
  /** Words of the button that does it. */
  action: string;
  /** Words of the button that does not, where “Cancel” could be misread. */
  refuse?: string;
  danger?: boolean;
  /** Asks for words that go with the step; required or not. */
  reason?: { label: string; required: boolean };
}

/** `reason` is there where the question asked for one. */
export type Answered = { readonly confirmed: false } | { readonly confirmed: true; readonly reason?: string };

interface Pending {
  question: Question;
  settle: (answer: Answered) => void;
}

let open: ((pending: Pending) => void) | undefined;

/** Shows the question and waits for the answer. */
export function ask(question: Question): Promise<Answered> {
  return new Promise((settle) => {
    if (open) open({ question, settle });
    else settle({ confirmed: false });
  });
}

/** The place of the dialog; it stands in the page once. */
export function ConfirmDialog() {
  const [pending, setPending] = useState<Pending>();
  useEffect(() => {
    open = setPending;
    return () => {
      open = undefined;
    };
  }, []);
  if (!pending) return null;
  const close = (answer: Answered) => {
    setPending(undefined);
    pending.settle(answer);
  };
  return <OpenDialog question={pending.question} onClose={close} />;
}

function OpenDialog({ question, onClose }: { question: Question; onClose: (answer: Answered) => void }) {
  const { frame } = useText();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const confirm = () => {
    const words = reason.trim();
    if (question.reason?.required && words === '') setMissing(true);
    else onClose({ confirmed: true, ...(words ? { reason: words } : {}) });
  };
  return (
    <Dialog
      title={question.title}
      onClose={() => onClose({ confirmed: false })}
      onSubmit={confirm}
      actions={
        <>
          <Button onClick={() => onClose({ confirmed: false })}>{question.refuse ?? frame.cancel}</Button>
          <Button type="submit" look={question.danger ? 'danger' : 'primary'}>
            {question.action}
          </Button>
        </>
      }
    >
      {question.body && <div class="dialog-body">{question.body}</div>}
      {question.reason && (
        <TextArea
          label={question.reason.label}
          value={reason}
          onChange={setReason}
          maxLength={500}
          optional={!question.reason.required}
          error={isMissing ? frame.required : undefined}
        />
      )}
    </Dialog>
  );
}

/** Whether to leave a page with changes that are not saved: for `useLeaveGuard`. */
export async function askToLeave({ frame }: Pick<Catalog, 'frame'>): Promise<boolean> {
  const answer = await ask({
    title: frame.leaveTitle,
    body: frame.leaveBody,
    action: frame.leave,
    danger: true,
  });
  return answer.confirmed;
}
