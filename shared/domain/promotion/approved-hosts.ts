/**
 * Where the links of a notice may lead: pages of ours, of the offices, and of authorities that publish recalls. A closed list, subdomains included.
 * What is not on it, a look-alike, an address in digits or a host behind a user name, is refused without knowing anything about it.
 */
import { offices } from '../offices.ts';

const own = ['sony.com', 'sony.net', 'sony.jp', 'sonymobile.com'] as const;

/** Public pages about recalls: EU Safety Gate, US CPSC, Canada, Japan (Consumer Affairs Agency), United Kingdom, Australia. */
const authorities = [
  'ec.europa.eu',
  'cpsc.gov',
  'recalls-rappels.canada.ca',
  'caa.go.jp',
  'gov.uk',
  'productsafety.gov.au',
] as const;

const ofOffices = offices.flatMap(({ sender, policyLinks }) => [
  domainOf(sender.address),
  domainOf(sender.replyTo),
  ...Object.values(policyLinks).map((link) => new URL(link).hostname),
]);

const approved: ReadonlySet<string> = new Set([...own, ...authorities, ...ofOffices]);

/** @param host in lower case, IDN labels in Punycode, as `URL.hostname` gives it */
export function isApproved(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_, at) => approved.has(labels.slice(at).join('.')));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
