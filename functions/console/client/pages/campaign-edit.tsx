/** Writing a campaign: a new one, from nothing or from a template, or a change of one. */
import type { CampaignState } from '../../../../shared/domain/lifecycle.ts';
import type { Api } from '../api/client.ts';
import { loadTemplate } from '../api/templates.ts';
import { useLoad } from '../api/use-load.ts';
import type { OfficeView } from '../api/views.ts';
import { armForm, emptyForm, toForm } from '../composer/campaign-form.ts';
import { Composer } from '../composer/composer.tsx';
import { handedOver, loadCampaign } from '../composer/saved-campaign.ts';
import type { ComposerStart } from '../composer/use-composer-state.ts';
import { useApp, useText } from '../ui/app-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { Empty, WhenLoaded } from '../ui/states.tsx';

/** States from which a change leads back to a draft (shared/domain/lifecycle.ts). */
const editable: readonly CampaignState[] = ['draft', 'submitted', 'approved', 'rejected', 'scheduled'];

export function CampaignEditPage({ params, query }: PageProps) {
  const { campaigns } = useText();
  const { api, office, offices } = useApp();
  const { id } = params;
  const template = query.get('template') ?? undefined;
  const [loaded, reload] = useLoad(
    (signal) =>
      id === undefined
        ? startNew(api, office, template, signal)
        : startEdit(api, { id, office, offices }, signal),
    [id, template],
  );
  if (loaded.state === 'ready') return <Loaded start={loaded.value} />;
  return (
    <Page
      title={id === undefined ? campaigns.newTitle : campaigns.editTitle}
      parent={{ href: linkTo('/campaigns'), name: campaigns.title }}
    >
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {() => null}
      </WhenLoaded>
    </Page>
  );
}

function Loaded({ start }: { start: ComposerStart }) {
  const { campaigns, composer } = useText();
  const campaign = start.saved?.campaign;
  if (!campaign || (editable.includes(campaign.state) && campaign.archivedAt === undefined))
    return <Composer start={start} />;
  return (
    <Page title={campaign.name} parent={{ href: linkTo('/campaigns'), name: campaigns.title }}>
      <Empty title={composer.notEditable}>
        <p>{composer.notEditableLead}</p>
        <ButtonLink href={linkTo(`/campaigns/${campaign.id}`)}>{composer.toCampaign}</ButtonLink>
      </Empty>
    </Page>
  );
}

async function startNew(
  api: Api,
  office: OfficeView,
  templateId: string | undefined,
  signal: AbortSignal,
): Promise<ComposerStart> {
  const blank = emptyForm(office);
  if (templateId === undefined) return { office, saved: undefined, blank, form: blank, handed: undefined };
  const { template } = await loadTemplate(api, templateId, signal);
  const form = { ...blank, arms: [armForm({ ...template, name: 'A' })] } as const;
  return { office, saved: undefined, blank, form, handed: undefined };
}

async function startEdit(
  api: Api,
  { id, office, offices }: { id: string; office: OfficeView; offices: readonly OfficeView[] },
  signal: AbortSignal,
): Promise<ComposerStart> {
  const handed = handedOver(id);
  const saved = handed?.saved ?? (await loadCampaign(api, id, signal));
  const form = toForm(saved.campaign);
  return {
    office: offices.find((one) => one.id === saved.campaign.office) ?? office,
    saved,
    blank: form,
    form,
    handed,
  };
}
