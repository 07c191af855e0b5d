/** What a failed call of SES or SNS means for the message: surely not taken, refused for good, or nobody can say (aws.md facts: no idempotency token exists). */

export type SendFailure = { kind: 'retry' } | { kind: 'failed' } | { kind: 'disabled' } | { kind: 'unknown' };

const throttling = new Set([
  'Throttling',
  'ThrottlingException',
  'Throttled',
  'ThrottledException',
  'TooManyRequestsException',
  'LimitExceededException',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
]);

/** Errors of a connection that never came to be: nothing was handed over. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Classifies an error of a send. A throttled SES call is an HTTP 400 with the code `Throttling`, and both of its texts name the quota.
 * Timeouts, broken connections and 5xx are `unknown`: the message may have left.
 */
export function classifySendError(error: unknown): SendFailure {
  const { name, code, message, status } = describe(error);
  if (throttling.has(name) || /sending rate exceeded|quota exceeded/i.test(message)) return { kind: 'retry' };
  if (unconnected.has(code)) return { kind: 'retry' };
  if (/^(EndpointDisabled|PlatformApplicationDisabled)/.test(name)) return { kind: 'disabled' };
  if (/^(NotFound|InvalidParameter)/.test(name) && /endpoint/i.test(message)) return { kind: 'disabled' };
  return status !== undefined && status >= 400 && status < 500 ? { kind: 'failed' } : { kind: 'unknown' };
}

function describe(error: unknown): {
  name: string;
  code: string;
  message: string;
  status: number | undefined;
} {
  if (!(error instanceof Error)) return { name: '', code: '', message: '', status: undefined };
  const code = 'Code' in error ? String(error.Code) : 'code' in error ? String(error.code) : '';
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    metadata !== null && typeof metadata === 'object' && 'httpStatusCode' in metadata
      ? Number(metadata.httpStatusCode)
      : undefined;
  return { name: throttling.has(code) ? code : error.name, code, message: error.message, status };
}
