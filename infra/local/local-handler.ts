/** A handler of one address that the local run answers itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';

interface LocalCall {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  pathParameters: Record<string, string>;
}

export type LocalHandler = (call: LocalCall) => Promise<void>;
