/** Country rules as the API shows them: what is enforced, and what the law says. */
import type { CountryRule } from '../../../../shared/domain/rules/country-rule.ts';
import type { LawText } from '../../../../shared/domain/rules/law-text.ts';

export type { LawText };
export type RuleView = CountryRule & { readonly law?: LawText };

/** A source is an address, and sometimes a remark in brackets: `https://… [not re-read]`. */
export function readSource(source: string): {
  href: string | undefined;
  host: string;
  remark: string | undefined;
} {
  const [, address = source, remark] = /^(\S+)(?:\s+\[(.+)\])?$/.exec(source) ?? [];
  const isLink = /^https?:\/\//.test(address) && URL.canParse(address);
  return { href: isLink ? address : undefined, host: isLink ? new URL(address).host : address, remark };
}
