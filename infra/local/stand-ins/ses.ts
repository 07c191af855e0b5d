/** Stands in for SES v1: takes `SendRawEmail`, keeps the mail, and publishes the events that the real one would. */
import { randomBytes } from 'node:crypto';
import type { LocalClock } from '../clock.ts';
import type { MailOutbox } from '../outbox/mail-outbox.ts';
import { rewriteHeaders } from './mail-headers.ts';
import { QueryError } from './query-protocol.ts';
import { readRawEmail } from './raw-email.ts';
import { type SentMail, sesEvents } from './ses-events.ts';
import type { SesPublisher } from './ses-publisher.ts';

export interface SesOptions {
  configurationSets: readonly string[];
  publisher: SesPublisher;
  outbox: MailOutbox;
  clock: LocalClock;
  region: string;
}

/** A real event comes after the answer to the sender; long enough that the sender has its answer. */
const eventDelayMs = 100;

/** In the form of the real ones: hexadecimal parts and a counter. */
function newMessageId(): string {
  const [a, b, c, d, e] = [8, 4, 4, 4, 12].map((length) => randomBytes(length / 2).toString('hex'));
  return `0102019${a?.slice(1)}-${b}${c}-${d}-${e}-000000`;
}

/** The actions of the SES API that the service uses. */
export function createSes(options: SesOptions): (action: string, form: URLSearchParams) => string {
  const publishAll = (sent: SentMail) => {
    for (const event of sesEvents(sent)) options.publisher.publish(event, sent.configurationSet);
  };
  const sendRawEmail = (form: URLSearchParams): string => {
    const { configurationSet, raw, ...mail } = readRawEmail(form);
    if (configurationSet !== undefined && !options.configurationSets.includes(configurationSet)) {
      throw new QueryError(
        'ConfigurationSetDoesNotExist',
        `Configuration set <${configurationSet}> does not exist.`,
      );
    }
    const messageId = newMessageId();
    const at = options.clock.iso();
    const added = {
      messageId: `<${messageId}@${options.region}.amazonses.com>`,
      date: new Date(at).toUTCString(),
    };
    const { destinations, tags } = mail;
    const rewritten = Buffer.from(rewriteHeaders(raw, added), 'latin1').toString('base64');
    options.outbox.append({ messageId, at, to: destinations, tags, configurationSet, raw: rewritten });
    if (configurationSet !== undefined) {
      const sent = { ...mail, messageId, at, configurationSet, region: options.region };
      setTimeout(() => publishAll(sent), eventDelayMs).unref();
    }
    return `<MessageId>${messageId}</MessageId>`;
  };
  return (action, form) => {
    if (action === 'SendRawEmail') return sendRawEmail(form);
    throw new QueryError('InvalidAction', `The local SES knows SendRawEmail only, not ${action}.`);
  };
}
