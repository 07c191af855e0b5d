/** A push as it lies on an Android phone: the app, the title, the text with the office at its end, the picture. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '../ui/app-context.ts';
import { PreviewFrame } from '../ui/preview-frame.tsx';
import type { TextPlace } from './change-texts.ts';
import { useComposer } from './composer-context.ts';
import { type Preview, usePreview } from './use-preview.ts';

export function PushPreview({ place }: { place: TextPlace }) {
  const { composer } = useText();
  const { reply, problem, isAsking, isComplete } = usePreview(place, 'push');
  const push = reply?.push;
  return (
    <PreviewFrame
      label={`${composer.previewOfPush} – ${composer.variant[place.variant]}`}
      problem={problem}
      isAsking={isAsking}
      waitsFor={push ? undefined : isComplete ? composer.previewSoon : composer.previewPushWaits}
    >
      {push && <Phone push={push} locale={place.locale} />}
    </PreviewFrame>
  );
}

function Phone({ push, locale }: { push: NonNullable<Preview['push']>; locale: string }) {
  const { composer } = useText();
  const { number } = useFormat();
  const { office, view } = useComposer();
  const { title, body, link, image, bytes, limit } = push;
  return (
    <>
      <div class={view.isDark ? 'phone-screen dark' : 'phone-screen'}>
        <p class="phone-clock" aria-hidden="true">
          10:00
        </p>
        <div class="push-note">
          <p class="push-app">
            <span class="push-icon" aria-hidden="true">
              X
            </span>
            Xperia · {composer.now}
          </p>
          <div class="push-words" lang={locale}>
            <p class="push-title">{title}</p>
            <p class="push-body">{body}</p>
            <p class="push-body">— {office.name}</p>
          </div>
          {image && <Picture key={image} address={image} />}
        </div>
      </div>
      <p class="hint">
        {link ? composer.tapLeads(link) : composer.tapOpens}
        {bytes !== undefined && limit !== undefined && (
          <span class="count">{composer.bytesOf(number(bytes), number(limit))}</span>
        )}
      </p>
    </>
  );
}

/** A picture of another server: it may not be there. */
function Picture({ address }: { address: string }) {
  const { composer } = useText();
  const [isThere, setThere] = useState(true);
  if (!isThere) return <p class="push-no-picture">{composer.noPicture}</p>;
  return <img class="push-picture" src={address} alt="" onError={() => setThere(false)} />;
}
