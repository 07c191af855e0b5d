/** Where the circuit breaker looks: each minute with the clock, and at once when mails bounce or are complained about. */
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import { mailFigures } from '../domain/circuit-breaker.ts';
import { tripBreaker } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** Pauses the campaign if its figures ask for it. @returns whether it did */
export async function pauseIfTripped(
  { messages }: { messages: Pick<MessageStore, 'load' | 'save'> },
  messageId: string,
  slices: readonly SliceProgress[],
  now: Instant,
): Promise<boolean> {
  for (;;) {
    const record = await messages.load(messageId);
    if (record?.type !== 'campaign' || record.state !== 'running') return false;
    const tripped = tripBreaker(record, mailFigures(slices), now);
    if (!tripped) return false;
    if (await messages.save(tripped, record.version)) return true;
  }
}

const secondsBetweenLooks = 5;
const rememberedLooks = 50;

/**
 * Looks at a campaign at most once in 5 seconds: adding up all slices for each bounce would cost more than the mails. What this leaves out the clock
 * sees within a minute.
 */
export function createBreakerWatch(
  messages: Pick<MessageStore, 'load' | 'save' | 'listSlices'>,
): (messageId: string, now: Instant) => Promise<void> {
  const looks = new Map<string, Instant>();
  return async (messageId, now) => {
    const last = looks.get(messageId);
    if (last !== undefined && now < addSeconds(last, secondsBetweenLooks)) return;
    if (looks.size >= rememberedLooks) looks.clear();
    looks.set(messageId, now);
    const record = await messages.load(messageId);
    if (record?.type !== 'campaign' || record.state !== 'running') return;
    await pauseIfTripped({ messages }, messageId, await messages.listSlices(messageId), now);
  };
}
