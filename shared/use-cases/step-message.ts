/** Takes a step of a message and saves it, with the answers that the API gives when the step is not allowed. */
import type { MessageStore } from '../adapters/message-store.ts';
import { Conflict, Forbidden, NotFound } from '../domain/faults.ts';
import type { MessageRecord, StepOutcome } from '../domain/lifecycle.ts';

const attempts = 5;

/**
 * Loads, steps and saves; repeats when somebody else saved in between.
 * @throws NotFound, Conflict (409 with the current state), Forbidden (own work)
 */
export async function stepMessage<M extends MessageRecord>(
  messages: Pick<MessageStore, 'save'>,
  load: () => Promise<M>,
  step: (message: M) => StepOutcome<M>,
): Promise<M> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await load();
    const outcome = step(before);
    switch (outcome.kind) {
      case 'wrong-state':
        throw new Conflict(`This step is not possible while the state is "${outcome.state}".`, {
          members: { state: outcome.state },
        });
      case 'own-work':
        throw new Forbidden(
          'A second person is needed: nobody approves, releases or stops alone what is their own.',
        );
      case 'taken':
        if (await messages.save(outcome.message, before.version)) return outcome.message;
    }
  }
  throw new Conflict('The record kept changing; read it again.');
}

/** The error for an id that does not exist or is of another kind. */
export function noSuchMessage(kind: MessageRecord['type']): NotFound {
  return new NotFound(`There is no ${kind} with this id.`);
}
