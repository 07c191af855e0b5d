/** SQS and S3 events, as tests need them. */
import type { S3EventRecord, SQSEvent } from 'aws-lambda';

/** One record per body, with the ids `m0`, `m1`, … */
export function queueEvent(bodies: readonly string[], receiveCount = 1): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      receiptHandle: `r${index}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: '0',
        SenderId: 'sender',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:queue',
      awsRegion: 'eu-west-1',
    })),
  };
}

/** A new object; the key as S3 encodes it. */
export function storageRecord(key: string): S3EventRecord {
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: 'eu-west-1',
    eventTime: '2026-11-23T18:05:00.000Z',
    eventName: 'ObjectCreated:Put',
    userIdentity: { principalId: 'p' },
    requestParameters: { sourceIPAddress: '192.0.2.1' },
    responseElements: { 'x-amz-request-id': 'r', 'x-amz-id-2': 'i' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'c',
      bucket: { name: 'files', ownerIdentity: { principalId: 'p' }, arn: 'arn:aws:s3:::files' },
      object: { key, size: 5, eTag: 'e', sequencer: '0' },
    },
  };
}
