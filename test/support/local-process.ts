/** The local run as its user starts it: a process of its own, which a test can also kill. */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../infra/local/main.ts', import.meta.url));
const readyMs = 120_000;

export interface Mail {
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  headers: Record<string, string>;
  html: string;
  text: string;
  tags: Record<string, string>;
  at: string;
}

interface Push {
  messageId: string;
  endpointArn: string;
  token: string;
  payload: {
    default: string;
    GCM: {
      fcmV1Message: {
        message: { data: Record<string, string>; notification: { title: string; body: string } };
      };
    };
  };
  at: string;
}

/** Starts `npm start` with arguments and waits until it is ready. Port 0 takes a free one. */
export async function startProcess(args: readonly string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    const note = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /is ready: (\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    void ended.then((code) => reject(new Error(`The service ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), readyMs).unref();
  });
  const url = await ready;
  const stopWith = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    ...createClient(url),
    kill: () => stopWith('SIGKILL'),
    stop: () => stopWith('SIGTERM'),
    output: () => output,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many routes, looked at by the tests
function readJson(answer: Response, text: string): any {
  const type = answer.headers.get('content-type') ?? '';
  return /json/.test(type) && !/ndjson/.test(type) && text ? JSON.parse(text) : undefined;
}

function contentOf(body: unknown): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' };
}

function textOf(body: unknown): string | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** A client of a running service, as scripts and people use it. */
function createClient(url: string) {
  const tokens = new Map<string, string>();

  async function token(user: string): Promise<string> {
    const known = tokens.get(user);
    if (known) return known;
    const answer = await fetch(`${url}/local/token/${user}`);
    if (!answer.ok) throw new Error(`No token for ${user}: ${answer.status}`);
    const fresh = (await answer.text()).trim();
    tokens.set(user, fresh);
    return fresh;
  }

  /** One call as a user; `body` is JSON unless it is text. */
  async function call(
    user: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ) {
    const headers = {
      ...(user ? { authorization: `Bearer ${await token(user)}` } : {}),
      ...contentOf(body),
      ...more,
    };
    const answer = await fetch(`${url}${path}`, { method, headers, body: textOf(body) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: readJson(answer, text) };
  }

  async function lines<T>(path: string, user?: string): Promise<T[]> {
    const all: T[] = [];
    let cursor: string | null = null;
    do {
      const page = await call(
        user,
        'GET',
        cursor === null ? path : `${path}?cursor=${encodeURIComponent(cursor)}`,
      );
      if (page.status !== 200) throw new Error(`${path}: ${page.status} ${page.text}`);
      all.push(
        ...page.text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as T),
      );
      cursor = page.headers.get('x-next-cursor');
    } while (cursor !== null);
    return all;
  }

  /** Asks again until the answer fits, and shows the last one when it never does. */
  async function until<T>(
    ask: () => Promise<T>,
    fits: (answer: T) => boolean,
    timeoutMs = 60_000,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const answer = await ask();
      if (fits(answer)) return answer;
      if (Date.now() > deadline) throw new Error(`Never came: ${JSON.stringify(answer).slice(0, 2000)}`);
      await wait(150);
    }
  }

  return {
    url,
    token,
    call,
    lines,
    until,
    mails: () => lines<Mail>('/local/outbox/email'),
    pushes: () => lines<Push>('/local/outbox/push'),

    /** Writes, submits and approves a campaign that starts at once; answers its id. */
    async runCampaign(office: string, draft: object): Promise<string> {
      const created = await call(`marketer-${office}`, 'POST', '/campaigns', { office, ...draft });
      if (created.status !== 201) throw new Error(`campaign: ${created.status} ${created.text}`);
      const { id } = created.body;
      for (const [user, step] of [
        ['marketer', 'submit'],
        ['approver', 'approve'],
      ] as const) {
        const answer = await call(`${user}-${office}`, 'POST', `/campaigns/${id}/${step}`);
        if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${answer.text}`);
      }
      return id;
    },

    async completed(office: string, id: string, timeoutMs?: number) {
      const ask = async () => (await call(`marketer-${office}`, 'GET', `/campaigns/${id}/report`)).body;
      return until(ask, (report) => report.state === 'completed', timeoutMs);
    },
  };
}

export type LocalClient = Awaited<ReturnType<typeof startProcess>>;
