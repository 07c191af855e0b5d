/** One channel in one language: the text of one version, or of both beside each other, and what it looks like. */
import type { MarketingChannel } from '../../../../shared/domain/vocabulary.ts';
import { useText } from '../ui/app-context.ts';
import { Spot } from '../ui/parts.tsx';
import { pathOf, type TextPlace, type VariantName } from './change-texts.ts';
import { useComposer, useFindingsAt } from './composer-context.ts';
import { EmailEditor } from './email-editor.tsx';
import { EmailPreview } from './email-preview.tsx';
import { PushEditor } from './push-editor.tsx';
import { PushPreview } from './push-preview.tsx';

interface ChannelCardProps {
  channel: MarketingChannel;
  variants: readonly VariantName[];
}

export function ChannelCard({ channel, variants }: ChannelCardProps) {
  const { terms } = useText();
  const { view } = useComposer();
  const places = variants.map((variant): TextPlace => ({ arm: view.arm, locale: view.locale, variant }));
  const Preview = channel === 'email' ? EmailPreview : PushPreview;
  return (
    <section class="card channel-card" aria-label={terms.channel[channel]}>
      <h2>{terms.channel[channel]}</h2>
      <div class={places.length > 1 ? 'channel-grid paired' : 'channel-grid'}>
        {places.map((place) => (
          <Version key={place.variant} place={place} channel={channel} isNamed={places.length > 1} />
        ))}
        {places.map((place) => (
          <Preview key={place.variant} place={place} />
        ))}
      </div>
    </section>
  );
}

function Version({
  place,
  channel,
  isNamed,
}: {
  place: TextPlace;
  channel: MarketingChannel;
  isNamed: boolean;
}) {
  const { composer } = useText();
  const path = `${pathOf(place)}.${channel}`;
  const { error, warnings } = useFindingsAt(path);
  const Editor = channel === 'email' ? EmailEditor : PushEditor;
  return (
    <Spot path={path}>
      <fieldset class="version">
        <legend class={isNamed ? 'version-name' : 'hidden'}>{composer.variant[place.variant]}</legend>
        <div class="form">
          {error && <p class="error">{error}</p>}
          {warnings.map((warning) => (
            <p class="warning" key={warning}>
              {warning}
            </p>
          ))}
          <Editor place={place} />
        </div>
      </fieldset>
    </Spot>
  );
}
