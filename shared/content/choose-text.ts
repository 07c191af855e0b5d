/** Which text of a campaign a reader gets. */
import type { Variant } from '../domain/decide.ts';
import type { ArmContent } from '../domain/experiment.ts';
import type { MarketingChannel } from '../domain/vocabulary.ts';
import { pickLocale, type Reader } from './pick-locale.ts';

/**
 * The language comes from the generic texts, which every reader has; the personalised text is taken where it exists in that language.
 * @returns the text with its language (BCP 47), and whether it is the personalised one; undefined where there is none for the channel
 */
export function chooseText<C extends MarketingChannel>(
  { content, personalised }: ArmContent,
  channel: C,
  { variant, ...reader }: Reader & { readonly variant: Variant },
) {
  const locale = pickLocale(content, channel, reader);
  if (locale === undefined) return undefined;
  const own = variant === 'personalised' ? personalised?.locales[locale]?.[channel] : undefined;
  const text = own ?? content.locales[locale]?.[channel];
  return text && { locale, text, personalised: own !== undefined };
}
