/** The shape of a local office: it sends the marketing of its countries under its own name (policy P-01, P-08). */

/** The AWS regions that hold a complete deployment each: servers are in Europe and Japan (policy P-14). */
export const cells = ['eu-west-1', 'ap-northeast-1'] as const;
export type Cell = (typeof cells)[number];

export interface PostalAddress {
  lines: readonly string[];
  /** True where the real address is not known: deployment must replace it. */
  sample: boolean;
}

export interface Office {
  id: string;
  name: string;
  legalName: string;
  /** ISO 3166-1 codes; every country of the world is in exactly one office. */
  countries: readonly string[];
  /** BCP 47; the first is the default. */
  languages: readonly [string, ...string[]];
  /** IANA name. */
  timezone: string;
  cell: Cell;
  postalAddress: PostalAddress;
  phone?: string;
  sender: { name: string; address: string; replyTo: string };
  /** The office's own privacy policy: https address per language (policy P-18). */
  policyLinks: Readonly<Record<string, string>>;
  sendRates: { emailPerSecond: number; pushPerSecond: number };
}
