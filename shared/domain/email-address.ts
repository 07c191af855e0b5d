/** What counts as an email address here: what Amazon SES can send to (SES developer guide, "Verified identities": no SMTPUTF8). */

/** Dot-atom of RFC 5321; quoted local parts are not in use. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const asciiDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const letters = /^[\p{L}\p{M}\p{N}.-]+$/u;

const maxLocalLength = 64;
const maxLength = 254;

/** The address with an internationalised domain in its ASCII form (RFC 5891), otherwise as written; undefined for what is not an address. */
export function normaliseEmail(text: string): string | undefined {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = asciiForm(address.slice(at + 1));
  const valid = local.length <= maxLocalLength && localPart.test(local) && domain !== undefined;
  const normalised = valid ? `${local}@${domain}` : undefined;
  return normalised !== undefined && normalised.length <= maxLength ? normalised : undefined;
}

function asciiForm(domain: string): string | undefined {
  if (asciiDomain.test(domain.toLowerCase())) return domain;
  if (!letters.test(domain) || !URL.canParse(`http://${domain}`)) return undefined;
  const { hostname } = new URL(`http://${domain}`);
  return asciiDomain.test(hostname) ? hostname : undefined;
}

const dots = '•••';

/** `john@mail.example.com` → `j•••@m•••.com`: enough for its owner to recognise, too little to write to. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, 1)}${dots}@${domain.slice(0, 1)}${dots}${domain.slice(domain.lastIndexOf('.'))}`;
}

/** Whether two spellings lead to one mailbox: domains ignore case (RFC 5321, 2.4), and so, in practice, do mailboxes. */
export function isSameEmail(left: string, right: string): boolean {
  return left.normalize('NFC').toLowerCase() === right.normalize('NFC').toLowerCase();
}
