/** Changes of the texts in a form: languages come and go in all arms at once, so that they stay comparable. */
import type { MarketingChannel } from '../../../../shared/domain/vocabulary.ts';
import {
  type ArmForm,
  type ArmName,
  type CampaignForm,
  emptyLocale,
  type LocaleForm,
  type TextsForm,
} from './campaign-form.ts';

export type VariantName = 'generic' | 'personalised';

/** Where one text stands. */
export interface TextPlace {
  /** Index of the arm: 0 is A. */
  readonly arm: number;
  readonly variant: VariantName;
  readonly locale: string;
}

/** The texts of a place; empty ones where nothing is written. */
export function localeAt(form: CampaignForm, { arm, variant, locale }: TextPlace): LocaleForm {
  const of = form.arms[arm];
  const texts = variant === 'personalised' ? of?.personalised : of?.content;
  return texts?.locales[locale] ?? emptyLocale;
}

/** Path of a place in the body of the API: `arms.0.personalised.locales.de`. */
export function pathOf({ arm, variant, locale }: TextPlace): string {
  return `${armPath(arm)}${variant === 'personalised' ? 'personalised' : 'content'}.locales.${locale}`;
}

/** Path of an arm with a dot at its end; empty for A, whose texts are the campaign's own. */
function armPath(arm: number): string {
  return arm === 0 ? '' : `arms.${arm - 1}.`;
}

/** The form with another text in one channel of a place. */
export function withText<Channel extends MarketingChannel>(
  form: CampaignForm,
  place: TextPlace,
  channel: Channel,
  change: Partial<LocaleForm[Channel]>,
): CampaignForm {
  const before = localeAt(form, place);
  const after = { ...before, [channel]: { ...before[channel], ...change } };
  const put = (texts: TextsForm): TextsForm => ({
    ...texts,
    locales: { ...texts.locales, [place.locale]: after },
  });
  return withArm(form, place.arm, (arm) =>
    place.variant === 'personalised'
      ? { ...arm, personalised: put(arm.personalised ?? noTexts(arm.content)) }
      : { ...arm, content: put(arm.content) },
  );
}

/** The languages of the texts of all arms, the default one first. */
export function localesOf({ arms }: CampaignForm): string[] {
  const locales = arms.flatMap(({ content, personalised }) => [
    ...Object.keys(content.locales),
    ...Object.keys(personalised?.locales ?? {}),
  ]);
  return [...new Set([arms[0].content.defaultLocale, ...locales])];
}

/** The form with one more language in every arm. */
export function withLocale(form: CampaignForm, locale: string): CampaignForm {
  return eachArm(form, (arm) => ({
    ...arm,
    content: {
      ...arm.content,
      locales: { ...arm.content.locales, [locale]: arm.content.locales[locale] ?? emptyLocale },
    },
  }));
}

/** The form without a language; the default one cannot go. */
export function withoutLocale(form: CampaignForm, locale: string): CampaignForm {
  const drop = (texts: TextsForm): TextsForm => {
    const { [locale]: _gone, ...locales } = texts.locales;
    return { ...texts, locales };
  };
  if (form.arms.some(({ content }) => content.defaultLocale === locale)) return form;
  return eachArm(form, (arm) => ({
    ...arm,
    content: drop(arm.content),
    personalised: arm.personalised && drop(arm.personalised),
  }));
}

/** The form with another default language. */
export function withDefaultLocale(form: CampaignForm, locale: string): CampaignForm {
  return eachArm(form, (arm) => ({
    ...arm,
    content: { ...arm.content, defaultLocale: locale },
    personalised: arm.personalised && { ...arm.personalised, defaultLocale: locale },
  }));
}

/** The form with room for personalised texts in an arm, or without them. */
export function withPersonalised(form: CampaignForm, index: number, isWanted: boolean): CampaignForm {
  return withArm(form, index, (arm) => ({
    ...arm,
    personalised: isWanted ? (arm.personalised ?? noTexts(arm.content)) : undefined,
  }));
}

const otherArms: readonly ArmName[] = ['B', 'C', 'D'];

/** The name that the next arm would have; undefined when there are all four. */
export function nextArm(form: CampaignForm): ArmName | undefined {
  return otherArms.find((name) => !form.arms.some((arm) => arm.name === name));
}

/** The form with one more arm, which begins as a copy of A. */
export function withNewArm(form: CampaignForm, percent: number): CampaignForm {
  const name = nextArm(form);
  const [main, ...others] = form.arms;
  if (name === undefined) return form;
  return { ...form, arms: [main, ...others, { ...main, name, percent }] };
}

/** The form without an arm; A stays. */
export function withoutArm(form: CampaignForm, index: number): CampaignForm {
  const [main, ...others] = form.arms;
  return { ...form, arms: [main, ...others.filter((_, at) => at + 1 !== index)] };
}

/** The form with one arm changed. */
export function withArm(form: CampaignForm, index: number, change: (arm: ArmForm) => ArmForm): CampaignForm {
  const [main, ...others] = form.arms;
  return {
    ...form,
    arms: [
      index === 0 ? change(main) : main,
      ...others.map((arm, at) => (at + 1 === index ? change(arm) : arm)),
    ],
  };
}

function eachArm(form: CampaignForm, change: (arm: ArmForm) => ArmForm): CampaignForm {
  const [main, ...others] = form.arms;
  return { ...form, arms: [change(main), ...others.map(change)] };
}

function noTexts({ defaultLocale }: TextsForm): TextsForm {
  return { defaultLocale, locales: {} };
}

/** Whether anything is written in any language. */
export function hasTexts(form: CampaignForm): boolean {
  return form.arms
    .flatMap(({ content, personalised }) => [content, ...(personalised ? [personalised] : [])])
    .flatMap(({ locales }) => Object.values(locales))
    .some(({ email, push }) => [...Object.values(email), ...Object.values(push)].some((text) => text !== ''));
}
