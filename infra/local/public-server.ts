/** The one address that people and scripts use. It listens before anything else starts, so that a port in use shows at once. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer } from './aws-server.ts';
import { hasCode, LocalProblem, wordsOf } from './problem.ts';
import { sendJson } from './respond.ts';

export type PublicHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

export interface PublicServer {
  url: string;
  port: number;
  /** Answers from now on, and writes what goes wrong to `log`; before, every request gets 503. */
  serve(handler: PublicHandler, log: (text: string) => void): void;
  /** Back to 503. */
  pause(): void;
  close(): Promise<void>;
}

const host = '127.0.0.1';

function listenProblem(error: unknown, port: number): unknown {
  if (hasCode(error, 'EADDRINUSE')) {
    return new LocalProblem(
      `Port ${port} is in use by another program.`,
      `Stop that program, or choose another port: npm start -- --port ${port + 1}`,
      { cause: error },
    );
  }
  if (hasCode(error, 'EACCES')) {
    return new LocalProblem(
      `Port ${port} needs more rights.`,
      'Choose a port above 1023: npm start -- --port 3000',
    );
  }
  return error;
}

const unavailable: PublicHandler = async (_, response) =>
  sendJson(response, 503, { message: 'Service Unavailable' });

/** Listens on the loopback address only. @param port 0 takes a free one */
export async function openPublicServer(port: number): Promise<PublicServer> {
  let log = (_: string) => {};
  let handle = unavailable;
  let base = '';
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const text = base + (request.url ?? '/');
    if (!URL.canParse(text)) return sendJson(response, 400, { message: 'Bad Request' });
    await handle(request, response, new URL(text));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`${request.method} ${request.url}: ${wordsOf(error)}\n`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { message: 'Internal Server Error' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenProblem(error, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  base = `http://localhost:${taken}`;
  return {
    url: base,
    port: taken,
    serve: (handler, write) => {
      handle = handler;
      log = write;
    },
    pause: () => {
      handle = unavailable;
    },
    close: () => closeServer(server),
  };
}
