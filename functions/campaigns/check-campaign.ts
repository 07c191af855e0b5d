/** What is wrong with a campaign while it is being written: the same rules that refuse it when it is saved, for as much of it as can be read. */
import * as z from 'zod';
import { checkStoredSize } from '../../shared/adapters/message-item.ts';
import type { SettingsStore } from '../../shared/adapters/settings-store.ts';
import type { Checks } from '../../shared/api/drafting.ts';
import { genericVariables, personalisedVariables } from '../../shared/content/variables.ts';
import { warnOfLabels, warnOfTexts } from '../../shared/content/warn-content.ts';
import { type Actor, requireOffice } from '../../shared/domain/actor.ts';
import { isFiltered } from '../../shared/domain/audience.ts';
import type { FieldError } from '../../shared/domain/faults.ts';
import {
  CampaignDraft,
  EmailContent,
  type MarketingContent,
  PushContent,
} from '../../shared/domain/message.ts';
import type { OfficeSettings } from '../../shared/domain/office-settings.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { closedCountries } from '../../shared/domain/timing.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { toFieldErrors } from '../../shared/middleware/field-errors.ts';
import { findingsIn } from './check-draft.ts';
import { sampleValues } from './sample-values.ts';

/** Errors, warnings and the closed lists of variables with samples. @throws Forbidden for a draft of another office */
export async function checkCampaign(
  { settings }: { settings: Pick<SettingsStore, 'load'> },
  draft: Readonly<Record<string, unknown>>,
  actor: Actor,
  now: Instant,
): Promise<Checks> {
  const office = typeof draft['office'] === 'string' ? officeById(draft['office']) : undefined;
  if (office) requireOffice(actor, office.id);
  const read = CampaignDraft.safeParse(draft);
  const shape = read.success ? [] : toFieldErrors(read.error.issues, draft, 'draft');
  const usable = read.success ? read.data : office && readable(draft, office);
  const closedWarnings = async () =>
    office && usable ? warnOfWindow(usable, office, (await settings.load(office.id)).settings, now) : [];
  const findings = usable ? findingsIn(usable, now) : { fields: [], content: [] };
  return {
    errors: withoutRepeats([...shape, ...findings.fields, ...findings.content, ...checkStoredSize(draft)]),
    warnings: office && usable ? [...warningsIn(usable, office, now), ...(await closedWarnings())] : [],
    variables: variablesOf(office),
  };
}

function warningsIn(draft: CampaignDraft, office: Office, now: Instant): Checks['warnings'] {
  const everyone: Checks['warnings'] = isFiltered(draft.audience)
    ? []
    : [
        {
          field: 'audience',
          code: 'everyone',
          message: `No filter is set: it goes to everybody of ${office.name} who has agreed to it.`,
        },
      ];
  const arms = (draft.arms ?? []).map((arm, index) => ({ path: `arms.${index}.`, texts: arm }));
  return [
    ...everyone,
    ...warnOfLabels({ office, audience: draft.audience }, now),
    ...[{ path: '', texts: draft }, ...arms].flatMap(({ path, texts }) =>
      warnOfTexts(path, texts, { office, channels: draft.channels, audience: draft.audience }),
    ),
  ];
}

/** Readers whom the office's hours never come for, as far as they are in the audience. */
function warnOfWindow(
  { audience, channels }: CampaignDraft,
  office: Office,
  { sendWindow }: OfficeSettings,
  now: Instant,
): Checks['warnings'] {
  const countries = audience.countries ?? office.countries;
  return closedCountries(sendWindow, { countries, channels }, ruleBook, now).map(
    ({ country, channel, who }) => ({
      field: 'schedule',
      code: 'window-closed' as const,
      message: `The hours of the office never come for ${channel} to ${who === 'everybody' ? 'readers' : 'readers without a known time zone'} in ${country}: they would not get it.`,
    }),
  );
}

function variablesOf(office: Office | undefined): Checks['variables'] {
  const samples = office ? sampleValues(office, office.languages[0]) : {};
  const listed = (names: readonly string[]) => names.map((name) => ({ name, sample: samples[name] ?? '' }));
  return { generic: listed(genericVariables), personalised: listed(personalisedVariables) };
}

/** As much of a draft as has the right shape, so that its texts are checked before all of it is there. */
function readable(draft: Readonly<Record<string, unknown>>, office: Office): CampaignDraft | undefined {
  const { shape } = CampaignDraft;
  const parts = Object.entries(shape).flatMap(([name, schema]) => {
    const part = schema.safeParse(draft[name]);
    return part.success && part.data !== undefined ? [[name, part.data] as const] : [];
  });
  const content = readableContent(draft['content']);
  const whole = CampaignDraft.safeParse({
    office: office.id,
    name: '…',
    topic: 'news',
    channels: ['email'],
    ...Object.fromEntries(parts),
    content,
  });
  return whole.success ? whole.data : undefined;
}

const AnyContent = z.looseObject({
  defaultLocale: z.string(),
  locales: z.record(
    z.string(),
    z.looseObject({ email: z.unknown().optional(), push: z.unknown().optional() }),
  ),
});

function readableContent(content: unknown): MarketingContent | undefined {
  const read = AnyContent.safeParse(content);
  if (!read.success) return undefined;
  const locales = Object.entries(read.data.locales).map(([locale, { email, push }]) => [
    locale,
    { email: EmailContent.safeParse(email).data, push: PushContent.safeParse(push).data },
  ]);
  return { defaultLocale: read.data.defaultLocale, locales: Object.fromEntries(locales) };
}

function withoutRepeats(errors: readonly FieldError[]): FieldError[] {
  const known = new Map(errors.map((error) => [`${error.field}\n${error.message}`, error]));
  return [...known.values()];
}
