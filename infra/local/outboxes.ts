/** Everything that was handed to the outside world. */
import type { Closers } from './closers.ts';
import { type Journal, openJournal } from './journal.ts';
import { EventEntry, PushEntry, SmsEntry } from './outbox/entries.ts';
import { type MailOutbox, openMailOutbox } from './outbox/mail-outbox.ts';

export interface Outboxes {
  mails: MailOutbox;
  pushes: Journal<PushEntry>;
  texts: Journal<SmsEntry>;
  events: Journal<EventEntry>;
}

/** Opens them in the state folder. */
export function openOutboxes(path: (name: string) => string, closers: Closers): Outboxes {
  const mails = openMailOutbox(path);
  closers.add(mails.close);
  const pushes = openJournal(path('outbox/push.ndjson'), PushEntry);
  closers.add(pushes.close);
  const texts = openJournal(path('outbox/sms.ndjson'), SmsEntry);
  closers.add(texts.close);
  const events = openJournal(path('outbox/events.ndjson'), EventEntry);
  closers.add(events.close);
  return { mails, pushes, texts, events };
}
