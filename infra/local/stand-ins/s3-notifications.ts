/** Which functions hear about new objects, and the event that they get (S3 guide, notification-content-structure). */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AsyncInvoker } from '../invoke-later.ts';
import { LocalProblem } from '../problem.ts';
import { type Resolve, readProperties, refOf } from '../read-properties.ts';
import { resourcesOf, type Template } from '../template.ts';
import type { ObjectMetadata } from './object-store.ts';

const Rules = z.array(z.object({ Name: z.string(), Value: z.string() }));
const BucketProperties = z.object({
  NotificationConfiguration: z
    .strictObject({
      LambdaConfigurations: z.array(
        z.object({
          Event: z.enum(['s3:ObjectCreated:*', 's3:ObjectCreated:Put']),
          Function: z.string(),
          Filter: z.object({ S3Key: z.object({ Rules }) }).optional(),
        }),
      ),
    })
    .optional(),
});

interface Listener {
  bucket: string;
  functionArn: string;
  prefix: string;
  suffix: string;
}

export type ObjectCreated = (bucket: string, object: ObjectMetadata) => void;

function listenersOf(template: Template, resolve: Resolve): Listener[] {
  return resourcesOf(template, 'AWS::S3::Bucket').flatMap((resource) => {
    const { NotificationConfiguration } = readProperties(BucketProperties, resource, resolve);
    return (NotificationConfiguration?.LambdaConfigurations ?? []).map((configuration) => {
      const rules = configuration.Filter?.S3Key.Rules ?? [];
      const rule = (name: string) => rules.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? '';
      return {
        bucket: refOf(resource[0], resolve),
        functionArn: configuration.Function,
        prefix: rule('prefix'),
        suffix: rule('suffix'),
      };
    });
  });
}

/** Keys in events are form-encoded: a space is a plus. */
function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
}

/** The event of one new object. */
function objectCreatedEvent(bucket: string, object: ObjectMetadata, region: string) {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: object.lastModified,
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'AWS:local' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'local' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'local',
          bucket: { name: bucket, ownerIdentity: { principalId: 'local' }, arn: `arn:aws:s3:::${bucket}` },
          object: {
            key: encodeKey(object.key),
            size: object.size,
            eTag: object.etag.replaceAll('"', ''),
            sequencer: Date.parse(object.lastModified).toString(16).toUpperCase().padStart(16, '0'),
          },
        },
      },
    ],
  };
}

/** Invokes the functions that listen for new objects; one that is not in the template is a `LocalProblem`. */
export function createNotifications(options: {
  template: Template;
  resolve: Resolve;
  functions: AsyncInvoker;
  region: string;
}): ObjectCreated {
  const listeners = listenersOf(options.template, options.resolve);
  const deaf = listeners.find(({ functionArn }) => !options.functions.has(functionArn));
  if (deaf) {
    throw new LocalProblem(
      `Bucket ${deaf.bucket} notifies ${deaf.functionArn}, which is not a function of the template.`,
      'Change the CDK app.',
    );
  }
  return (bucket, object) => {
    const hearing = listeners.filter(
      (listener) =>
        listener.bucket === bucket &&
        object.key.startsWith(listener.prefix) &&
        object.key.endsWith(listener.suffix),
    );
    for (const { functionArn } of hearing) {
      options.functions.invokeLater(functionArn, objectCreatedEvent(bucket, object, options.region));
    }
  };
}
