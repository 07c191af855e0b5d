/** What campaigns and notices do alike when somebody writes them or takes a step: once per request, saved with its version, or refused in words. */
import { sha256 } from '../adapters/keyring.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import type { CreatingRequest } from '../adapters/request-marker.ts';
import type { StaffActor } from '../domain/actor.ts';
import { Conflict, Forbidden, NotFound } from '../domain/faults.ts';
import { canonicalText } from '../domain/ledger.ts';
import type { MessageRecord, StepOutcome } from '../domain/lifecycle.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** A step as somebody asked for it. */
export interface StepRequest {
  id: string;
  actor: StaffActor;
  now: Instant;
  reason?: string | undefined;
  /** `If-Match`: the step is about this version and no other. */
  ifMatch?: string | undefined;
}

/** The step that a request to `/{id}/<step>` asks for. */
export function stepOf({
  params,
  actor,
  now,
  body,
  headers,
}: {
  params: { id: string };
  actor: StaffActor;
  now: Instant;
  body: { reason?: string | undefined };
  headers: { 'if-match'?: string | undefined };
}): StepRequest {
  return { id: params.id, actor, now, reason: body.reason, ifMatch: headers['if-match'] };
}

const idempotencySeconds = 86_400;

/** A repeated `Idempotency-Key` of the same person finds for a day what the first request made; undefined without a key. */
export function onceFor(
  { user }: StaffActor,
  key: string | undefined,
  body: unknown,
  now: Instant,
): CreatingRequest | undefined {
  if (key === undefined) return undefined;
  const ttl = Math.floor(Date.parse(now) / 1000) + idempotencySeconds;
  return { who: user, key, hash: sha256(canonicalText(body)), ttl };
}

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
