/** Keeps the marketing of an office to its rate across all workers (N-07). Notices wait for nobody, and their time is taken from the same clock (promise 6). */
import type { RateStore } from '../adapters/rate-store.ts';
import type { SettingsStore } from '../adapters/settings-store.ts';
import { addSeconds } from '../domain/local-time.ts';
import { officeById } from '../domain/offices.ts';
import { sendRateOf, takeSlot, takeTimeFirst } from '../domain/send-rate.ts';
import type { Instant, MarketingChannel } from '../domain/vocabulary.ts';

export interface PaceDeps {
  rates: Pick<RateStore, 'load' | 'save'>;
  settings: Pick<SettingsStore, 'load'>;
  /** Percentage of the rates that the stage sends at. */
  percent: number;
  clock: () => Instant;
  wait: (milliseconds: number) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
}

/** `now`: go on. `waited`: go on, but what was read before is some seconds old. `later`: nothing is held; ask again then. */
export type Pace = { kind: 'now' | 'waited' } | { kind: 'later'; at: Instant };

export interface PaceRequest {
  office: string;
  channel: MarketingChannel;
  messageId: string;
  sends: number;
}

/** Workers of one lane are ten: so many find their turn within some of these. */
const attempts = 10;
const jitterMs = 100;
/** What was read before is then still as it was. */
const freshSeconds = 1;
/** A changed setting is in force after so long. */
const settingsSeconds = 60;

/** A pace for one worker: takes the time of a batch in one write, and waits for it if it is near. @throws Error for an office that does not exist */
export function createPace(deps: PaceDeps): (request: PaceRequest) => Promise<Pace> {
  const rateOf = rememberRates(deps);
  return async (request) => {
    const perSecond = await rateOf(request);
    const asked = deps.clock();
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const known = await deps.rates.load(request.office, request.channel);
      const now = deps.clock();
      const { clock, slot } = takeSlot(known, { ...request, perSecond }, now);
      if (await deps.rates.save(request.office, request.channel, clock, known))
        return slot.kind === 'later' ? { kind: 'later', at: slot.at } : waitUntil(deps, slot.at, asked);
      await deps.wait(deps.random() * jitterMs * attempt);
    }
    return { kind: 'later', at: addSeconds(deps.clock(), 1 + deps.random()) };
  };
}

/** Takes the time of a notice's batch: marketing of the office gives way for as long. It is never waited for, and after some tries left be. */
export function createTakeTime(
  deps: Pick<PaceDeps, 'rates' | 'settings' | 'percent' | 'clock'>,
): (request: Omit<PaceRequest, 'messageId'>) => Promise<void> {
  const rateOf = rememberRates(deps);
  return async ({ office, channel, sends }) => {
    const perSecond = await rateOf({ office, channel });
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const known = await deps.rates.load(office, channel);
      const clock = takeTimeFirst(known, { sends, perSecond }, deps.clock());
      if (await deps.rates.save(office, channel, clock, known)) return;
    }
  };
}

/** @param asked when the worker asked: it may have lost time to other workers since */
async function waitUntil({ wait, clock }: PaceDeps, at: Instant, asked: Instant): Promise<Pace> {
  const milliseconds = Date.parse(at) - Date.parse(clock());
  if (milliseconds > 0) await wait(milliseconds);
  return { kind: clock() > addSeconds(asked, freshSeconds) ? 'waited' : 'now' };
}

function rememberRates({ settings, percent, clock }: Pick<PaceDeps, 'settings' | 'percent' | 'clock'>) {
  const known = new Map<string, { perSecond: number; until: Instant }>();
  return async ({ office: id, channel }: Pick<PaceRequest, 'office' | 'channel'>): Promise<number> => {
    const key = `${id}#${channel}`;
    const kept = known.get(key);
    if (kept && kept.until > clock()) return kept.perSecond;
    const office = officeById(id);
    if (!office) throw new Error(`There is no office "${id}"`);
    const perSecond = sendRateOf(office, (await settings.load(id)).settings, channel, percent);
    known.set(key, { perSecond, until: addSeconds(clock(), settingsSeconds) });
    return perSecond;
  };
}
