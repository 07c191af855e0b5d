/** A text message as a phone shows it, with the segments that it takes. */
import { useApp } from '../ui/app-context.ts';

interface SmsPreviewProps {
  sms: { readonly text: string; readonly segments?: number | undefined };
  locale: string;
}

export function SmsPreview({ sms: { text: message, segments }, locale }: SmsPreviewProps) {
  const { text, format } = useApp();
  const words = text.notices;
  return (
    <div class="sms-preview">
      <h3>{words.sms}</h3>
      <div class="shown-phone">
        <p class="sms-bubble" lang={locale}>
          {message}
        </p>
      </div>
      {segments !== undefined && <p class="hint">{words.smsSegments(format.number(segments))}</p>}
    </div>
  );
}
