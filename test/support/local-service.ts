/** The local run inside the test's own process, with its state in memory: quick, and any template can be run. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Synthesize } from '../../infra/local/local-stack.ts';
import { type LocalService, startLocal } from '../../infra/local/start-local.ts';

export interface StartedService extends LocalService {
  token(user: string): Promise<string>;
  /** The lines of an outbox, parsed. */
  outbox(kind: 'email' | 'push' | 'sms' | 'events'): Promise<Record<string, unknown>[]>;
  /** Moves the clock; the status tells whether it went. */
  setTime(now: string): Promise<number>;
  /** The body of a request, as text. */
  get(path: string): Promise<string>;
  /** Asks until the answer fits; fails with the last answer. */
  until(path: string, fits: (text: string) => boolean): Promise<string>;
}

const limitMs = 8000;

/** Starts on a free port without sample data. Without `synthesize` it runs the stage `local` of the CDK app. */
export async function startLocalService(synthesize?: Synthesize): Promise<StartedService> {
  const service = await startLocal({ port: 0, empty: true, memory: true, state: '', synthesize });
  const get = async (path: string) => (await fetch(service.url + path)).text();
  return {
    ...service,
    get,
    token: (user) => get(`/local/token/${user}`),
    outbox: async (kind) => {
      const lines = (await get(`/local/outbox/${kind}`)).split('\n').filter(Boolean);
      return lines.map((line) => JSON.parse(line));
    },
    setTime: async (now) => {
      const answer = await fetch(`${service.url}/local/time`, {
        method: 'POST',
        body: JSON.stringify({ now }),
      });
      return answer.status;
    },
    until: async (path, fits) => {
      const deadline = Date.now() + limitMs;
      let text = await get(path);
      while (!fits(text)) {
        if (Date.now() > deadline) throw new Error(`${path} never fitted; the last answer was ${text}`);
        await sleep(50);
        text = await get(path);
      }
      return text;
    },
  };
}
