/** Everybody who can sign in on this machine: sample staff of each office and of the headquarters, and any account holder. */
import { officeById, offices } from '../../shared/domain/offices.ts';

export type SampleUser =
  | { pool: 'staff'; name: string; role: string; office?: string | undefined }
  | { pool: 'account'; externalId: string };

const officeRoles: Record<string, string> = {
  marketer: 'marketer',
  approver: 'approver',
  privacy: 'privacy-officer',
  support: 'support',
};
const headquartersRoles = ['notice-author', 'notice-releaser', 'auditor', 'admin'];
const personPrefix = 'person-';

/** A second person in the same role has a number behind the name: `marketer-de-2`. */
function withoutNumber(name: string): string {
  return name.replace(/-\d+$/, '');
}

/** The user of a name such as `marketer-de`, `auditor` or `person-4711`; undefined for a name that nobody has. */
export function sampleUser(name: string): SampleUser | undefined {
  if (name.startsWith(personPrefix) && name.length > personPrefix.length) {
    return { pool: 'account', externalId: name.slice(personPrefix.length) };
  }
  const base = withoutNumber(name);
  if (headquartersRoles.includes(base)) return { pool: 'staff', name, role: base };
  const [kind = '', ...rest] = base.split('-');
  const office = officeById(rest.join('-'));
  const role = officeRoles[kind];
  return office && role ? { pool: 'staff', name, role, office: office.id } : undefined;
}

/** The names of all sample staff: those of the headquarters, then those of each office. */
export function sampleStaff(): { place: string; names: string[] }[] {
  const ofOffices = offices.map((office) => ({
    place: office.name,
    names: Object.keys(officeRoles).map((kind) => `${kind}-${office.id}`),
  }));
  return [{ place: 'Headquarters', names: headquartersRoles }, ...ofOffices];
}
