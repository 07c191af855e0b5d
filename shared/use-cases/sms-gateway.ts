/** The way out for SMS: mandatory notices only (policy P-05). */
import type { Publish } from '../adapters/pusher.ts';
import { pickLocale } from '../content/pick-locale.ts';
import { renderNoticeSms } from '../content/render-sms.ts';
import { noticeValues } from '../content/variables.ts';
import { askedBy } from '../domain/answer.ts';
import type { Notice } from '../domain/lifecycle.ts';
import { officeById } from '../domain/offices.ts';
import type { Addressed, Gateway, HandOver } from './hand-over.ts';
import { affectedDevices } from './notice-devices.ts';
import type { NoticeLink } from './notice-link.ts';

export interface SmsGatewayDeps {
  publish: Publish;
  noticeLink: NoticeLink;
}

/** An SMS gateway. Its marketing door is a wall: no permit opens it. */
export function createSmsGateway(deps: SmsGatewayDeps): Gateway {
  return {
    sendMarketing: async () => ({ kind: 'failed' }),
    sendMandatory: async (_permit, to) => dispatch(deps, to),
  };
}

/** The link costs room, so it is there only where an answer is asked for. */
async function dispatch(
  { publish, noticeLink }: SmsGatewayDeps,
  { record, contact }: Addressed<Notice>,
): Promise<HandOver> {
  const office = officeById(contact.office);
  if (!office || contact.channel !== 'sms') return { kind: 'failed' };
  const { content: contents, kind, reference, audience } = record.draft;
  const locale = pickLocale(contents, 'sms', {
    language: contact.language,
    officeLanguages: office.languages,
  });
  const content = locale === undefined ? undefined : contents.locales[locale];
  if (locale === undefined || !content) return { kind: 'failed' };
  const devices = affectedDevices(audience, contact.devices);
  const values = noticeValues({ office, devices, reference, locale });
  const to = askedBy(record.draft);
  const ask = to && { to, noticeUrl: noticeLink(record, contact) };
  const text = renderNoticeSms({ office, content, locale, kind, reference, values, ask });
  if (text === undefined) return { kind: 'failed' };
  return publish({
    PhoneNumber: contact.phone,
    Message: text,
    MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
  });
}
