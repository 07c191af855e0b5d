/** One channel of a notice as its reader gets it, asked from the API while it is written. */
import type { Channel } from '../../../../shared/domain/vocabulary.ts';
import { useLatest } from '../api/use-latest.ts';
import { SmsPreview } from '../notice/sms-preview.tsx';
import type { NoticePreview } from '../notice/views.ts';
import { useApi, useText } from '../ui/app-context.ts';
import { MailPreview } from '../ui/mail-preview.tsx';
import { PreviewFrame } from '../ui/preview-frame.tsx';
import { PushPreview } from '../ui/push-preview.tsx';
import { textsAt } from './change-notice-texts.ts';
import { toAcceptance, toLocale } from './notice-form.ts';
import { useWriter } from './writer-context.ts';

const pauseMs = 400;
/** Without these there is nothing to show. */
const needed: Readonly<Record<Channel, readonly string[]>> = {
  email: ['subject', 'html'],
  push: ['title', 'body'],
  sms: ['text'],
};

/** @param readerOf the office of the reader */
export function NoticePreviewOf({ channel, readerOf }: { channel: Channel; readerOf: string }) {
  const { noticeWriting: words, composer, terms } = useText();
  const api = useApi();
  const { form, locale } = useWriter();
  const texts = toLocale(textsAt(form, locale), [channel])[channel];
  const isComplete =
    typeof texts === 'object' && texts !== null && needed[channel].every((name) => name in texts);
  const acceptance = toAcceptance(form);
  const question = isComplete
    ? {
        office: readerOf,
        kind: form.kind,
        reference: form.reference.trim(),
        locale,
        acknowledge: form.answer !== 'none',
        acceptance: acceptance && 'version' in acceptance ? acceptance : undefined,
        [channel]: texts,
      }
    : undefined;
  const { reply, problem, isAsking } = useLatest(
    question,
    async (asked, signal) => (await api.post<NoticePreview>('/notices/previews', asked, { signal })).body,
    pauseMs,
  );
  const shown = reply?.[channel];
  const waits = isComplete ? composer.previewSoon : words.previewWaits;
  return (
    <PreviewFrame
      label={`${words.previewTitle}: ${terms.channel[channel]}`}
      problem={problem}
      isAsking={isAsking}
      waitsFor={shown ? undefined : waits}
    >
      {channel === 'email' && reply?.email && <MailPreview mail={reply.email} locale={locale} />}
      {channel === 'push' && reply?.push && (
        <PushPreview push={{ ...linkAndImage(form.locales[locale]?.push), ...reply.push }} locale={locale} />
      )}
      {channel === 'sms' && reply?.sms && <SmsPreview sms={reply.sms} locale={locale} />}
    </PreviewFrame>
  );
}

function linkAndImage({ link = '', image = '' }: { link?: string; image?: string } = {}): {
  link?: string;
  image?: string;
} {
  const isWhole = (address: string) => URL.canParse(address) && address.startsWith('https:');
  return { ...(isWhole(link) ? { link } : {}), ...(isWhole(image) ? { image } : {}) };
}
