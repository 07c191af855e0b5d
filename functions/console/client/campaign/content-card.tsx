/** What a campaign says: every language, text and arm, as a mail on a desktop or a phone in light or dark, and as a push message. */
import { useState } from 'preact/hooks';
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { SelectField } from '../ui/fields.tsx';
import { MailPreview } from '../ui/mail-preview.tsx';
import { PushPreview } from '../ui/push-preview.tsx';
import { WhenLoaded } from '../ui/states.tsx';
import { sharesOf } from './campaign-facts.tsx';
import { campaignPath } from './use-campaign.ts';
import type { CampaignView, PreviewView } from './views.ts';

type Variant = 'generic' | 'personalised';

/** The texts of an arm. */
function textsOf(campaign: CampaignView, arm: string): Pick<CampaignView, 'content' | 'personalised'> {
  return campaign.arms?.find(({ name }) => name === arm) ?? campaign;
}

export function ContentCard({ campaign }: { campaign: CampaignView }) {
  const { text, format, api } = useApp();
  const words = text.plan.content;
  const [arm, setArm] = useState('A');
  const [wantedVariant, setVariant] = useState<Variant>('generic');
  const texts = textsOf(campaign, arm);
  const variant = texts.personalised ? wantedVariant : 'generic';
  const content = (variant === 'personalised' && texts.personalised) || texts.content;
  const locales = Object.keys(content.locales);
  const [wantedLocale, setLocale] = useState(content.defaultLocale);
  const locale = locales.includes(wantedLocale) ? wantedLocale : content.defaultLocale;
  const { id, version } = campaign;
  const [loaded, reload] = useLoad(
    async (signal) => {
      const query = { locale, variant, arm, channel: onlyChannel(content, locale) };
      return (await api.get<PreviewView>(campaignPath(id, '/preview'), { query, signal })).body;
    },
    [api, id, version, locale, variant, arm],
  );
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <div class="filters">
        <SelectField
          label={words.language}
          value={locale}
          options={locales.map((tag) => ({ value: tag, name: format.language(tag) }))}
          onChange={setLocale}
        />
        {campaign.arms && (
          <SelectField
            label={words.arm}
            value={arm}
            options={sharesOf(campaign.arms).map(({ name, percent }) => ({
              value: name,
              name: words.armName(name, format.percent(percent / 100)),
            }))}
            onChange={setArm}
          />
        )}
        {texts.personalised && (
          <SelectField<Variant>
            label={words.variant}
            value={variant}
            options={[
              { value: 'generic', name: words.generic },
              { value: 'personalised', name: words.personalised },
            ]}
            onChange={setVariant}
          />
        )}
      </div>
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {({ email, push, locale: shown }) => (
          <div class="previews">
            {email && <MailPreview mail={email} locale={shown} />}
            {push && <PushPreview push={push} locale={shown} />}
            {!email && !push && <p>{words.none}</p>}
          </div>
        )}
      </WhenLoaded>
      <p class="hint">{words.sample}</p>
    </section>
  );
}

/** The channel that a language has alone; the API shows both where it has both. */
function onlyChannel(content: CampaignView['content'], locale: string): 'email' | 'push' | undefined {
  const own = content.locales[locale];
  if (!own || (own.email && own.push)) return undefined;
  return own.email ? 'email' : 'push';
}
