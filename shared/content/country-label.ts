/** The label that a country's law puts in front of advertising: `(광고)` in Korea, `广告` in China, `<ADV>` in Singapore (regions table, contract). */
import type { CountryRule } from '../domain/rules/country-rule.ts';

/** The label for one recipient. @param expressGrant whether the mail rests on an express grant */
export function labelFor(rule: Pick<CountryRule, 'label'>, expressGrant: boolean): string | undefined {
  if (!rule.label) return undefined;
  return rule.label.when === 'always' || !expressGrant ? rule.label.text : undefined;
}

/** Puts the label in front of a subject or a push title, once. */
export function withLabel(title: string, label: string | undefined): string {
  return label === undefined || title.startsWith(label) ? title : `${label} ${title}`;
}
