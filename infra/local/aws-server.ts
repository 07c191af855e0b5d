/** One HTTP server for the stand-ins that only functions call: SQS, SES, SNS, EventBridge and Secrets Manager, each under its own path. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { wordsOf } from './problem.ts';
import { readBody, sendText } from './respond.ts';

type AwsHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** More than the largest mail of 10 MB takes as base64 in a form. */
export const awsBodyLimitBytes = 64 * 1024 * 1024;

export interface AwsServer {
  url: string;
  /** Services by the first part of their path; they can be set once their template is read. */
  services: Map<string, AwsHandler>;
  close(): Promise<void>;
}

/** A handler for the form of the query protocol. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(request, awsBodyLimitBytes);
  return new URLSearchParams(body?.toString('latin1'));
}

/** Closes a server with its open connections. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

export async function startAwsServer(): Promise<AwsServer> {
  const services = new Map<string, AwsHandler>();
  const server = createServer((request, response) => {
    const handle = services.get((request.url ?? '').split('/')[1] ?? '');
    if (!handle) return sendText(response, 404, 'no such service');
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, wordsOf(error));
    });
  });
  // A client that reuses a connection must not find it closed: it could not tell whether its mail was taken.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, services, close: () => closeServer(server) };
}
