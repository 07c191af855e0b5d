/** When it is too late to begin: a campaign, or one of its waves, that the service slept through never fires late (N-06). Pure. */
import { waveInstant } from './batch.ts';
import type { MessageRecord } from './lifecycle.ts';
import { addSeconds } from './local-time.ts';
import type { Instant } from './vocabulary.ts';

/** A campaign, or a wave of it, that could not start within this time after its hour expires. */
export const startWindowSeconds = 3600;

/** Whether a wave that nobody has woken yet may not be begun any more. Never for a notice. */
export function isWaveTooLate(record: MessageRecord, wave: string, now: Instant): boolean {
  return record.type === 'campaign' && now > addSeconds(wakeableFrom(record, wave), startWindowSeconds);
}

/** The wave's instant, or that of the resume that ended a pause over its hour: who resumes wants it to go on. */
function wakeableFrom({ history }: MessageRecord, wave: string): Instant {
  let from = waveInstant(wave);
  let pausedAt: Instant | undefined;
  for (const { action, at } of history) {
    if (action === 'pause') pausedAt = at;
    if (action !== 'resume' || pausedAt === undefined || at < from) continue;
    if (pausedAt <= addSeconds(from, startWindowSeconds)) from = at;
  }
  return from;
}
