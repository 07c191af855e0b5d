/** What a failed call of SES or SNS means: throttling is never a finished send (N-03). */
import { describe, expect, it } from '@jest/globals';
import { classifySendError } from '../../shared/adapters/send-errors.ts';

function awsError(
  name: string,
  message: string,
  httpStatusCode: number | undefined,
  more: object = {},
): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode }, ...more });
}

describe('a failed hand-over', () => {
  it.each([
    [
      'SES over its rate, as the old protocol says it',
      awsError('Throttling', 'Maximum sending rate exceeded.', 400),
    ],
    ['SES over its rate, named in Code', awsError('Error', 'slow down', 400, { Code: 'Throttling' })],
    ['SES over its day', awsError('Throttling', 'Daily message quota exceeded.', 400)],
    ['SNS over its rate', awsError('ThrottledException', 'Rate exceeded', 429)],
    ['sending paused for the account', awsError('AccountSendingPausedException', 'paused', 400)],
    ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ])('waits for a later try: %s (N-03)', (_case, error) => {
    expect(classifySendError(error)).toEqual({ kind: 'retry' });
  });

  it.each([
    ['a disabled endpoint', awsError('EndpointDisabledException', 'Endpoint is disabled', 400)],
    ['an endpoint that is gone', awsError('NotFoundException', 'Endpoint does not exist', 404)],
  ])('closes the endpoint: %s (N-26)', (_case, error) => {
    expect(classifySendError(error)).toEqual({ kind: 'disabled' });
  });

  it('is final where SES refuses the message itself', () => {
    expect(classifySendError(awsError('MessageRejected', 'Address is not verified', 400))).toEqual({
      kind: 'failed',
    });
  });

  it.each([
    ['a broken connection', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
    ['an error of the service', awsError('InternalFailure', 'oops', 500)],
    ['a time-out', awsError('TimeoutError', 'timed out', undefined)],
  ])('is unknown where the message may have left: %s', (_case, error) => {
    expect(classifySendError(error)).toEqual({ kind: 'unknown' });
  });
});
