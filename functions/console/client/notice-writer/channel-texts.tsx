/** One channel in one language: its text, and what it looks like. */
import type { Channel } from '../../../../shared/domain/vocabulary.ts';
import { useText } from '../ui/app-context.ts';
import { Spot } from '../ui/parts.tsx';
import { textsAt, withText } from './change-notice-texts.ts';
import { NoticePreviewOf } from './notice-preview.tsx';
import { useErrorAt, useWriter } from './writer-context.ts';
import { Line, Lines } from './written-fields.tsx';

export function ChannelTexts({ channel, readerOf }: { channel: Channel; readerOf: string }) {
  const { terms } = useText();
  const { locale } = useWriter();
  const path = `content.locales.${locale}.${channel}`;
  const error = useErrorAt(path);
  const Editor = { email: EmailTexts, push: PushTexts, sms: SmsTexts }[channel];
  return (
    <section class="card channel-card" aria-label={terms.channel[channel]}>
      <h2>{terms.channel[channel]}</h2>
      <div class="channel-grid">
        <Spot path={path}>
          {error && <p class="error">{error}</p>}
          <div class="form">
            <Editor path={path} locale={locale} />
          </div>
        </Spot>
        <NoticePreviewOf channel={channel} readerOf={readerOf} />
      </div>
    </section>
  );
}

interface EditorProps {
  path: string;
  locale: string;
}

function EmailTexts({ path, locale }: EditorProps) {
  const { noticeWriting: words } = useText();
  const { form, update } = useWriter();
  const { email } = textsAt(form, locale);
  const set = (change: Partial<typeof email>) =>
    update((before) => withText(before, locale, 'email', change));
  return (
    <>
      <Line
        path={`${path}.subject`}
        label={words.fields.subject}
        hint={words.subjectHint}
        value={email.subject}
        lang={locale}
        onChange={(subject) => set({ subject })}
      />
      <Lines
        path={`${path}.html`}
        label={words.fields.html}
        hint={words.htmlHint}
        value={email.html}
        rows={10}
        code
        onChange={(html) => set({ html })}
      />
      <Lines
        path={`${path}.text`}
        label={words.plainText}
        hint={words.textHint}
        value={email.text}
        rows={3}
        optional
        lang={locale}
        onChange={(text) => set({ text })}
      />
    </>
  );
}

function PushTexts({ path, locale }: EditorProps) {
  const { noticeWriting: words } = useText();
  const { form, update } = useWriter();
  const { push } = textsAt(form, locale);
  const set = (change: Partial<typeof push>) => update((before) => withText(before, locale, 'push', change));
  return (
    <>
      <Line
        path={`${path}.title`}
        label={words.fields.title}
        value={push.title}
        lang={locale}
        onChange={(title) => set({ title })}
      />
      <Lines
        path={`${path}.body`}
        label={words.fields.body}
        value={push.body}
        rows={3}
        lang={locale}
        onChange={(body) => set({ body })}
      />
      <Line
        path={`${path}.link`}
        label={words.fields.link}
        hint={words.linkHint}
        value={push.link}
        optional
        onChange={(link) => set({ link })}
      />
      <Line
        path={`${path}.image`}
        label={words.fields.image}
        hint={words.imageHint}
        value={push.image}
        optional
        onChange={(image) => set({ image })}
      />
    </>
  );
}

function SmsTexts({ path, locale }: EditorProps) {
  const { noticeWriting: words } = useText();
  const { form, update } = useWriter();
  const { sms } = textsAt(form, locale);
  return (
    <Lines
      path={`${path}.text`}
      label={words.fields.text}
      hint={words.smsHint}
      value={sms.text}
      rows={3}
      lang={locale}
      onChange={(text) => update((before) => withText(before, locale, 'sms', { text }))}
    />
  );
}
