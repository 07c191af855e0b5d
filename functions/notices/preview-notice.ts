/** One language of a notice that is being written, as a reader would get it: made by what makes the real ones, with sample values. */
import * as z from 'zod';
import type { NoticePreview, NoticePreviewQuestion } from '../../shared/api/notice-drafting.ts';
import { checkNoticeContent } from '../../shared/content/check-content.ts';
import { readMail } from '../../shared/content/mime.ts';
import type { PushPublication } from '../../shared/content/push-publication.ts';
import { prepareNoticeEmail } from '../../shared/content/render-email.ts';
import { renderNoticePush } from '../../shared/content/render-push.ts';
import { renderNoticeSms } from '../../shared/content/render-sms.ts';
import { sampleLinks } from '../../shared/content/sample-links.ts';
import { countSegments } from '../../shared/content/sms-segments.ts';
import { asIs, compileTemplate, fillTemplate } from '../../shared/content/template.ts';
import { noticeValues } from '../../shared/content/variables.ts';
import { type Actor, requireOffice } from '../../shared/domain/actor.ts';
import { askedBy } from '../../shared/domain/answer.ts';
import { InvalidInput, Unprocessable } from '../../shared/domain/faults.ts';
import { officeById } from '../../shared/domain/offices.ts';

/** No mailbox: the mail is read again and not sent (RFC 2606). */
const nobody = 'reader@example.com';

/** @throws Forbidden for people of another office; InvalidInput for an office that does not exist; Unprocessable for texts that cannot be rendered */
export function previewNotice(
  question: NoticePreviewQuestion,
  actor: Actor,
  publicUrl: string,
): NoticePreview {
  const { kind, locale, reference, email, push, sms } = question;
  const office = officeById(question.office);
  if (!office)
    throw new InvalidInput('There is no such office.', {
      errors: [{ field: 'office', message: `There is no office "${question.office}".` }],
    });
  requireOffice(actor, office.id);
  const content = { defaultLocale: locale, locales: { [locale]: { email, push, sms } } };
  const errors = checkNoticeContent({ kind, channels: [], content }, [office]);
  if (errors.length > 0) throw new Unprocessable('The text cannot be sent as it is.', { errors });
  const values = noticeValues({ office, devices: [{ model: 'XQ-EC54' }], reference, locale });
  const { noticeUrl } = sampleLinks(publicUrl);
  const asks = askedBy(question);
  const message = { office, locale, kind, reference, asks };
  const ask = asks && { to: asks, noticeUrl };
  const text = renderNoticeSms({ ...message, content: { sms, push }, values, ask });
  return {
    email: email && {
      subject: fillTemplate(compileTemplate(email.subject), values, asIs),
      ...readMail(
        prepareNoticeEmail({ ...message, content: email })({
          to: nobody,
          language: locale,
          values,
          noticeUrl,
        }),
      ),
    },
    push:
      push &&
      shownOf(
        renderNoticePush({
          ...message,
          messageId: 'preview',
          noticeUrl,
          content: push,
          values,
          ttlSeconds: 0,
        }),
      ),
    sms: text === undefined ? undefined : { text, segments: countSegments(text) },
  };
}

const Shown = z.object({
  fcmV1Message: z.object({
    message: z.object({ notification: z.object({ title: z.string(), body: z.string() }) }),
  }),
});

/** What the phone shows of it. */
function shownOf({ Message }: PushPublication) {
  const { GCM } = z.object({ GCM: z.string() }).parse(JSON.parse(Message));
  return Shown.parse(JSON.parse(GCM)).fcmV1Message.message.notification;
}
