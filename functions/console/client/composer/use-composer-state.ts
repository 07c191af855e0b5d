/** The state of the composer: the form, the place in it, and what the API says of both. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { AudienceQuestion, Checks } from '../../../../shared/api/drafting.ts';
import type { OfficeSettings } from '../../../../shared/domain/office-settings.ts';
import type { DraftBody } from '../api/draft-body.ts';
import { loadSettings } from '../api/settings.ts';
import { useLatest } from '../api/use-latest.ts';
import { useLoad } from '../api/use-load.ts';
import type { OfficeView } from '../api/views.ts';
import { useApi } from '../ui/app-context.ts';
import { focusField } from '../ui/focus-field.ts';
import { useLatestForm } from '../ui/use-latest-form.ts';
import { type Saving, useSaving } from '../ui/use-saving.ts';
import { type CampaignForm, toAudience, toDraft } from './campaign-form.ts';
import { localesOf } from './change-texts.ts';
import type { ComposerState, ComposerView } from './composer-context.ts';
import type { Estimate } from './estimate-figures.ts';
import { placeOf } from './field-places.ts';
import { findingsOf } from './findings.ts';
import { campaignMeans, type HandedOver, type SavedCampaign } from './saved-campaign.ts';

export interface ComposerStart {
  readonly office: OfficeView;
  readonly saved: SavedCampaign | undefined;
  /** What a new campaign begins with. */
  readonly blank: CampaignForm;
  readonly form: CampaignForm;
  /** From the page before, which has just saved it. */
  readonly handed: HandedOver | undefined;
}

const checksPauseMs = 450;
const estimatePauseMs = 500;

const noVariables: Checks['variables'] = { generic: [], personalised: [] };

function firstView(form: CampaignForm, office: OfficeView): ComposerView {
  return {
    step: 'basics',
    arm: 0,
    locale: form.arms[0].content.defaultLocale,
    variant: 'generic',
    isPaired: false,
    country: office.countries[0] ?? 'US',
    isDark: false,
    isPhone: matchMedia('(max-width: 40rem)').matches,
  };
}

/** @returns what the parts of the composer share, and how it is saved */
export function useComposerState(start: ComposerStart): {
  state: ComposerState;
  saving: Saving<SavedCampaign>;
  replace: (form: CampaignForm) => void;
} {
  const { office } = start;
  const [form, put, latest] = useLatestForm(start.handed?.form ?? start.form);
  const [view, setView] = useState(start.handed?.view ?? firstView(form, office));
  const saving = useSaving(form, {
    means: campaignMeans,
    first: start.saved,
    blank: start.blank,
    latest,
  });
  const checks = useChecks(form);
  const goToField = useGoToField(form, setView);
  const { forget } = saving;

  const state: ComposerState = {
    form,
    update: (change) => {
      forget();
      put(change(latest()));
    },
    office,
    settings: useSettings(office.id),
    view: withinForm(view, form),
    look: (change) => setView((before) => ({ ...before, ...change })),
    findings: findingsOf(checks, saving.refused),
    variables: checks?.variables ?? noVariables,
    isStrict: saving.isStrict,
    estimate: useEstimate(form),
    goToField,
  };
  const replace = (fresh: CampaignForm) => {
    put(fresh);
    setView((before) => ({
      ...before,
      arm: 0,
      locale: fresh.arms[0].content.defaultLocale,
      variant: 'generic',
    }));
  };
  return { state, saving, replace };
}

/** The place, where what it names is still there. */
function withinForm(view: ComposerView, form: CampaignForm): ComposerView {
  const arm = form.arms[view.arm] ? view.arm : 0;
  const locale = localesOf(form).includes(view.locale) ? view.locale : form.arms[0].content.defaultLocale;
  const hasPersonalised = form.arms[arm]?.personalised !== undefined;
  return { ...view, arm, locale, variant: hasPersonalised ? view.variant : 'generic' };
}

function useChecks(form: CampaignForm): Checks | undefined {
  const api = useApi();
  const { reply } = useLatest(
    toDraft(form),
    async (draft, signal) => (await api.post<Checks>('/campaigns/checks', draft, { signal })).body,
    checksPauseMs,
  );
  return reply;
}

type EstimateQuestion = Pick<
  AudienceQuestion,
  'office' | 'channels' | 'topic' | 'deliver' | 'holdoutPercent'
> & {
  audience: DraftBody;
};

function useEstimate({ office, channels, topic, deliver, audience, holdoutPercent }: CampaignForm) {
  const api = useApi();
  const question: EstimateQuestion | undefined =
    channels.length === 0
      ? undefined
      : { office, channels: [...channels], topic, deliver, holdoutPercent, audience: toAudience(audience) };
  return useLatest(
    question,
    async (asked, signal) => (await api.post<Estimate>('/campaigns/estimates', asked, { signal })).body,
    estimatePauseMs,
  );
}

/** What the office has set; the composer works without. */
function useSettings(office: string): OfficeSettings | undefined {
  const api = useApi();
  const [loaded] = useLoad((signal) => loadSettings(api, office, signal), [api, office]);
  return loaded.value?.settings;
}

function useGoToField(form: CampaignForm, setView: (change: (before: ComposerView) => ComposerView) => void) {
  const [target, setTarget] = useState<{ path: string }>();
  // At once, so that what is typed next comes to the right place.
  useLayoutEffect(() => {
    if (target) focusField(target.path);
  }, [target]);
  return useCallback(
    (path: string) => {
      const { step, arm = 0, variant, locale } = placeOf(path);
      const isThere = locale !== undefined && localesOf(form).includes(locale);
      setView((before) => ({
        ...before,
        step,
        ...(step === 'content' ? { arm, variant: variant ?? 'generic' } : {}),
        ...(isThere ? { locale } : {}),
      }));
      setTarget({ path });
    },
    [form, setView],
  );
}
