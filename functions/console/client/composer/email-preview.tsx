/** A mail as its reader finds it: a row of the inbox, and the mail on the screen that was chosen. */
import { useText } from '../ui/app-context.ts';
import { FittedMail, screenWidths } from '../ui/fitted-mail.tsx';
import { PreviewFrame } from '../ui/preview-frame.tsx';
import type { TextPlace } from './change-texts.ts';
import { useComposer } from './composer-context.ts';
import { type Preview, usePreview } from './use-preview.ts';

/** Characters of the text that an inbox shows behind the subject. */
const previewLength = 110;

export function EmailPreview({ place }: { place: TextPlace }) {
  const { composer } = useText();
  const { reply, problem, isAsking, isComplete } = usePreview(place, 'email');
  const email = reply?.email;
  const name = `${composer.previewOfEmail} – ${composer.variant[place.variant]}`;
  return (
    <PreviewFrame
      label={name}
      problem={problem}
      isAsking={isAsking}
      waitsFor={email ? undefined : waitingWords(isComplete, composer)}
    >
      {email && <Mail email={email} title={name} />}
    </PreviewFrame>
  );
}

function waitingWords(
  isComplete: boolean,
  words: { previewSoon: string; previewEmailWaits: string },
): string {
  return isComplete ? words.previewSoon : words.previewEmailWaits;
}

function Mail({ email, title }: { email: NonNullable<Preview['email']>; title: string }) {
  const { office, view } = useComposer();
  const { composer } = useText();
  const width = screenWidths[view.isPhone ? 'phone' : 'desktop'];
  return (
    <div class={view.isDark ? 'mail dark' : 'mail'}>
      <div class="inbox-row">
        <span class="avatar" aria-hidden="true">
          {office.name.slice(0, 1)}
        </span>
        <div class="inbox-words">
          <p class="inbox-from">
            {office.name}
            <span class="inbox-time">{composer.now}</span>
          </p>
          <p class="inbox-subject">{email.subject}</p>
          <p class="inbox-text">{previewLine(email.text)}</p>
        </div>
      </div>
      <div class="mail-scroll">
        <FittedMail html={email.html} title={title} width={width} dark={view.isDark} />
      </div>
    </div>
  );
}

/** The beginning of the text in one line. */
function previewLine(text: string): string {
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, previewLength).join('');
}
