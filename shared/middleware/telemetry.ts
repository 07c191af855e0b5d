/** One logger and one set of metrics per function. Neither ever gets a body, an address or a token (policy P-12). */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

export const logger = new Logger();

export const metrics = new Metrics({ namespace: 'XperiaNotify' });

/** What the logs keep of an error. SDK errors carry whole items as extra members: those are left out. */
export interface ErrorDescription {
  name: string;
  message: string;
  stack?: string | undefined;
  cause?: ErrorDescription | undefined;
}

const maxCauses = 5;

/** Name, message, stack and causes of an error, without addresses and phone numbers. */
export function describeError(error: unknown, causes = maxCauses): ErrorDescription {
  if (!(error instanceof Error)) return { name: 'NotAnError', message: typeof error };
  const { name, message, stack, cause } = error;
  return {
    name,
    message: redact(message),
    stack: stack === undefined ? undefined : redact(stack),
    cause: cause === undefined || causes === 0 ? undefined : describeError(cause, causes - 1),
  };
}

/** Mail addresses, E.164 numbers and long opaque words (tokens) become placeholders: SES and SNS name them in their error texts. */
function redact(text: string): string {
  return text
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[^\s<>"'(),;:]+/g, '[address]')
    .replace(/\+\d{6,15}\b/g, '[phone]')
    .replace(/[\w:=-]{64,}/g, '[token]');
}
