/** Email out of the house: Amazon SES, SendRawEmail. One recipient a message, so that a complaint names one person. */
import { type MessageTag, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { classifySendError, type SendFailure } from './send-errors.ts';

interface RawMail {
  raw: Buffer;
  from: string;
  to: string;
  configurationSet: string;
  /** Names and values of `[A-Za-z0-9_-]`, at most 256 characters: ids only. */
  tags: Readonly<Record<string, string>>;
}

export type SendMail = (mail: RawMail) => Promise<{ kind: 'accepted'; providerId: string } | SendFailure>;

/** SES retries nothing by itself here: a second attempt of the SDK after a lost answer would be a second mail. */
export function createMailer(client: SESClient = new SESClient({ maxAttempts: 1 })): SendMail {
  return async ({ raw, from, to, configurationSet, tags }) => {
    try {
      const answer = await client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [to],
          RawMessage: { Data: raw },
          ConfigurationSetName: configurationSet,
          ...tagsOf(tags),
        }),
      );
      return answer.MessageId ? { kind: 'accepted', providerId: answer.MessageId } : { kind: 'unknown' };
    } catch (error) {
      return classifySendError(error);
    }
  };
}

/** An empty list is left out: in the query protocol it would be a parameter without a value. */
function tagsOf(tags: RawMail['tags']): { Tags?: MessageTag[] } {
  const list = Object.entries(tags).map(([Name, Value]) => ({ Name, Value }));
  return list.length === 0 ? {} : { Tags: list };
}
