/** From the path of a field in the body of the API to the place in the form where it is written. */
import type { MarketingChannel } from '../../../../shared/domain/vocabulary.ts';
import type { VariantName } from './change-texts.ts';

export const steps = ['basics', 'audience', 'content', 'test', 'schedule', 'review'] as const;
export type StepName = (typeof steps)[number];

export interface FieldPlace {
  readonly step: StepName;
  readonly arm?: number;
  readonly variant?: VariantName;
  readonly locale?: string;
  readonly channel?: MarketingChannel;
  /** The last part: what it is called within its group. */
  readonly name: string;
}

const stepOfField: Readonly<Record<string, StepName>> = {
  audience: 'audience',
  content: 'content',
  personalised: 'content',
  holdoutPercent: 'test',
  schedule: 'schedule',
  expiresAt: 'schedule',
  frequencyCap: 'schedule',
};

/** The place of a path such as `arms.0.content.locales.de.email.subject`. */
export function placeOf(path: string): FieldPlace {
  const parts = path.split('.');
  if (parts[0] !== 'arms') return placeIn(0, parts);
  const arm = Number(parts[1] ?? 0) + 1;
  const rest = parts.slice(2);
  if (rest[0] === 'content' || rest[0] === 'personalised') return placeIn(arm, rest);
  return { step: 'test', arm, name: rest[0] ?? 'arms' };
}

function placeIn(arm: number, [first = '', second, locale, channel, ...rest]: readonly string[]): FieldPlace {
  const step = stepOfField[first] ?? 'basics';
  if (step !== 'content') return { step, name: second ?? first };
  const variant = first === 'personalised' ? 'personalised' : 'generic';
  if (second !== 'locales' || locale === undefined) return { step, arm, variant, name: second ?? first };
  if (channel !== 'email' && channel !== 'push') return { step, arm, variant, locale, name: 'locale' };
  return { step, arm, variant, locale, channel, name: rest[0] ?? channel };
}
