/** A push message as a phone shows it. */
import { useText } from './app-context.ts';

interface PushPreviewProps {
  push: { readonly title: string; readonly body: string; readonly link?: string; readonly image?: string };
  locale: string;
}

export function PushPreview({ push, locale }: PushPreviewProps) {
  const { plan, frame } = useText();
  const words = plan.content;
  return (
    <div class="push-preview">
      <h3>{words.push}</h3>
      <div class="shown-phone">
        <div class="shown-push-card" lang={locale}>
          <p class="shown-push-app">{frame.product}</p>
          <p class="shown-push-title">{push.title}</p>
          <p>{push.body}</p>
          {push.image && <img src={push.image} alt="" loading="lazy" />}
        </div>
      </div>
      {push.link && (
        <p class="hint">
          {words.opens}: <code>{push.link}</code>
        </p>
      )}
      {push.image && (
        <p class="hint">
          {words.picture}: <code>{push.image}</code>
        </p>
      )}
    </div>
  );
}
