/** All mails handed to SES: stored raw at once, parsed when first read, and the parsed form kept. */
import { rmSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { openJournal } from '../journal.ts';
import { headerValue, parseHeaders, splitMail } from '../stand-ins/mail-headers.ts';
import { MailEntry, StoredMail } from './entries.ts';

export interface MailOutbox {
  append(mail: StoredMail): void;
  length(): number;
  /** Parsed mails by position. */
  entries(from?: number, to?: number): AsyncGenerator<MailEntry>;
  /** The same as lines of JSON. */
  lines(from?: number): AsyncGenerator<string>;
  /** Where the mail of an id lies, and the mail as it was stored. */
  find(messageId: string): Promise<{ position: number; stored: StoredMail } | undefined>;
  /** The raw mail at a position. */
  raw(position: number): Promise<string | undefined>;
  close(): void;
}

function headersOf(raw: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, value } of parseHeaders(splitMail(raw).head)) {
    const key = name.toLowerCase();
    headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  }
  return headers;
}

async function parseMail({ raw, messageId, at, to, tags }: StoredMail): Promise<MailEntry> {
  const bytes = Buffer.from(raw, 'base64');
  const mail = await simpleParser(bytes, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  const source = bytes.toString('utf8');
  return {
    messageId,
    from: mail.from?.text ?? headerValue(parseHeaders(splitMail(source).head), 'from') ?? '',
    to,
    subject: mail.subject ?? '',
    headers: headersOf(source),
    html: mail.html || '',
    text: mail.text ?? '',
    tags,
    at,
  };
}

/** Opens the outbox in a folder. The parsed copy is made again after each start. */
export function openMailOutbox(path: (name: string) => string): MailOutbox {
  const stored = openJournal(path('outbox/email.ndjson'), StoredMail);
  const parsedPath = path('outbox/email.parsed.ndjson');
  rmSync(parsedPath, { force: true });
  const parsed = openJournal(parsedPath, MailEntry);
  let parsing = Promise.resolve();
  /** Positions by id, of the mails that were looked through so far. */
  const positions = new Map<string, number>();

  const parseMissing = async (to: number) => {
    if (parsed.length() >= to) return;
    for await (const mail of stored.entries(parsed.length(), to)) parsed.append(await parseMail(mail));
  };
  /** One reader at a time parses; the others wait for what it adds. */
  const parseUpTo = (to: number) => {
    const parse = () => parseMissing(to);
    parsing = parsing.then(parse, parse);
    return parsing;
  };
  return {
    append: stored.append,
    length: stored.length,
    entries: async function* (from = 0, to = stored.length()) {
      for await (const mail of stored.entries(from, to)) yield await parseMail(mail);
    },
    lines: async function* (from = 0) {
      const total = stored.length();
      await parseUpTo(total);
      yield* parsed.lines(from, total);
    },
    find: async (messageId) => {
      let next = positions.size;
      for await (const mail of stored.entries(next)) positions.set(mail.messageId, next++);
      const position = positions.get(messageId);
      if (position === undefined) return undefined;
      for await (const mail of stored.entries(position, position + 1)) return { position, stored: mail };
      return undefined;
    },
    raw: async (position) => {
      for await (const { raw } of stored.entries(position, Math.min(position + 1, stored.length()))) {
        return Buffer.from(raw, 'base64').toString('utf8');
      }
      return undefined;
    },
    close: () => {
      stored.close();
      parsed.close();
    },
  };
}
