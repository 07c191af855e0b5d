/** The name of a field for somebody who does not see the form: `Email: Subject – German, personalised, arm B`. */
import type { Catalog } from '../i18n/catalog.ts';
import type { Format } from '../i18n/format.ts';
import { placeOf } from './field-places.ts';

/** @param path in the body of the API */
export function fieldLabel(
  path: string,
  { composer, terms }: Pick<Catalog, 'composer' | 'terms'>,
  format: Format,
): string {
  const { step, arm = 0, variant, locale, channel, name } = placeOf(path);
  const names: Readonly<Record<string, string>> = composer.fields;
  const own = names[name] ?? composer.steps[step];
  const channelName = channel && terms.channel[channel];
  const what = channelName && channel !== name ? `${channelName}: ${own}` : (channelName ?? own);
  const where = [
    locale ? format.language(locale) : '',
    variant === 'personalised' ? composer.variant.personalised : '',
    arm > 0 ? composer.arm('ABCD'[arm] ?? '') : '',
  ].filter((word) => word !== '');
  return where.length > 0 ? `${what} – ${where.join(', ')}` : what;
}
