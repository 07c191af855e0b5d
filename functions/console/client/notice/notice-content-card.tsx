/** What is sent, in every language and on every channel, as its readers get it. */
import { useState } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import { useLoad } from '../api/use-load.ts';
import { hasRole, useApp } from '../ui/app-context.ts';
import { SelectField } from '../ui/fields.tsx';
import { MailPreview } from '../ui/mail-preview.tsx';
import { PushPreview } from '../ui/push-preview.tsx';
import { WhenLoaded } from '../ui/states.tsx';
import { SmsPreview } from './sms-preview.tsx';
import type { NoticePreview, NoticeView } from './views.ts';

export function NoticeContentCard({ notice }: { notice: NoticeView }) {
  const { text, format, api, office, session } = useApp();
  const words = text.notices;
  const { content, version, id } = notice;
  const locales = Object.keys(content.locales);
  const [locale, setLocale] = useState(content.defaultLocale);
  const mayAsk = hasRole(session, ['notice-author', 'notice-releaser']);
  const [loaded, reload] = useLoad(
    (signal) => previewOf({ api, notice, office: notice.office ?? office.id, locale, mayAsk }, signal),
    [api, id, version, locale],
  );
  const own = content.locales[locale];
  return (
    <section class="card">
      <h2>{words.content}</h2>
      <div class="filters">
        <SelectField
          label={text.plan.content.language}
          value={locale}
          options={locales.map((tag) => ({ value: tag, name: format.language(tag) }))}
          onChange={setLocale}
        />
      </div>
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {({ email, push, sms }) => (
          <div class="previews notice-previews">
            {email && <MailPreview mail={email} locale={locale} />}
            {push && <PushPreview push={{ ...own?.push, ...push }} locale={locale} />}
            {sms && <SmsPreview sms={sms} locale={locale} />}
            {notice.channels
              .filter((channel) => own?.[channel] === undefined)
              .map((channel) => (
                <p class="quiet" key={channel}>
                  {text.terms.channel[channel]}: {words.noText}
                </p>
              ))}
          </div>
        )}
      </WhenLoaded>
    </section>
  );
}

type Shown = Omit<NoticePreview, 'sms'> & { sms?: { text: string; segments?: number } };

interface PreviewOptions {
  api: Api;
  notice: NoticeView;
  office: string;
  locale: string;
  /** Who only reads sees the texts as they were written. */
  mayAsk: boolean;
}

async function previewOf(
  { api, notice, office, locale, mayAsk }: PreviewOptions,
  signal: AbortSignal,
): Promise<Shown> {
  const { kind, reference, acknowledge, acceptance, content } = notice;
  const own = content.locales[locale];
  if (!own) return {};
  const { email, push, sms } = own;
  if (!mayAsk) {
    return {
      ...(email ? { email: { ...email, text: email.text ?? '' } } : {}),
      ...(push ? { push } : {}),
      ...(sms ? { sms } : {}),
    };
  }
  const question = { office, kind, reference, locale, acknowledge, acceptance, email, push, sms };
  return (await api.post<NoticePreview>('/notices/previews', question, { signal })).body;
}
