/** The one bundle of the fixture template (local-template.ts): does what the event asks for. */

import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const {
  TABLE: TableName,
  QUEUE: QueueUrl,
  BUCKET: Bucket,
  SECRET: SecretId,
  SET: ConfigurationSetName,
} = process.env;
const dynamo = new DynamoDBClient();

/** Keeps a line under a key, so that a test can see what was invoked. */
const note = (key, text) =>
  dynamo.send(new PutItemCommand({ TableName, Item: { pk: { S: key }, text: { S: text } } }));
const read = async (key) =>
  (await dynamo.send(new GetItemCommand({ TableName, Key: { pk: { S: key } } }))).Item?.text?.S;

const actions = {
  echo: async (event) => event,
  read: async (event) => (await read(event.queryStringParameters.key)) ?? '',
  clock: async () => new Date().toISOString(),
  secret: async () =>
    (await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId }))).SecretString,
  send: async (event) => {
    await new SQSClient().send(
      new SendMessageCommand({ QueueUrl, MessageBody: event.body, MessageGroupId: 'de' }),
    );
    return 'sent';
  },
  upload: async () => {
    const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    return getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'imports/a b.csv' }), { expiresIn: 60 });
  },
  download: async () => {
    const answer = await new S3Client().send(
      new GetObjectCommand({ Bucket, Key: 'imports/a b.csv', Range: 'bytes=2-' }),
    );
    return answer.Body.transformToString();
  },
  mail: async (event) => {
    const to = event.queryStringParameters.to;
    const Data = Buffer.from(
      `From: Xperia <news@de.example>\r\nTo: ${to}\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\nHallo\r\n`,
    );
    const Tags = [{ Name: 'campaign', Value: 'c-1' }];
    const input = { Destinations: [to], RawMessage: { Data }, Tags, ConfigurationSetName };
    return (await new SESClient({ maxAttempts: 1 }).send(new SendRawEmailCommand(input))).MessageId;
  },
  throw: async () => {
    throw new Error('no');
  },
  exit: async () => process.exit(3),
  late: async () => {
    setTimeout(() => {
      throw new Error('after the answer');
    }, 1);
    await new Promise(() => {});
  },
  slow: () => new Promise(() => {}),
};

async function takeMessages(records) {
  for (const { body, attributes } of records) {
    await note(`message ${body.slice(0, 40)}`, body);
    await note(`count ${body.slice(0, 40)}`, attributes.ApproximateReceiveCount);
  }
  const failed = records.filter(({ body }) => body.startsWith('bad'));
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

export const handler = async (event) => {
  if (event.Records?.[0]?.eventSource === 'aws:s3')
    return note('object', JSON.stringify(event.Records[0].s3.object));
  if (event.Records) return takeMessages(event.Records);
  if (event['detail-type']) return note('tick', new Date().toISOString());
  const body = await actions[event.queryStringParameters?.do ?? 'echo'](event);
  return { statusCode: 200, body: typeof body === 'string' ? body : JSON.stringify(body) };
};
