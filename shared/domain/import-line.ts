/** One line of an import, read and checked: who it speaks of, and what they answered. Pure. */
import type { FieldError } from './faults.ts';
import {
  anyText,
  asBirthYear,
  asCountry,
  asEmail,
  asInterests,
  asLanguage,
  asPhone,
  asSubdivisionOf,
  asTime,
  asTimezone,
  asToken,
  type Cells,
  createCellReader,
  type GivenTime,
  oneOf,
  type ReadCell,
} from './import-cells.ts';
import { officeOf } from './offices.ts';
import type { Device } from './person.ts';
import { Basis, Choice, EmailSource, type Instant } from './vocabulary.ts';

/** An answer that a line brings. A refusal without a time holds from the moment of the import. */
export interface ImportedAnswer {
  state: Choice;
  basis?: Basis | undefined;
  at?: Instant | undefined;
}

/** What is absent was an empty cell: what is known of it stays. */
export interface ImportLine {
  externalId?: string | undefined;
  office: string;
  country: string;
  subdivision?: string | undefined;
  language?: string | undefined;
  timezone?: string | undefined;
  birthYear?: number | undefined;
  interests?: readonly string[] | undefined;
  email?: string | undefined;
  emailSource?: EmailSource | undefined;
  phone?: string | undefined;
  deviceToken?: string | undefined;
  device?: Device | undefined;
  emailMarketing?: ImportedAnswer | undefined;
  pushMarketing?: ImportedAnswer | undefined;
  profiling?: ImportedAnswer | undefined;
  /** Where the proof of the answers lies. */
  evidence?: string | undefined;
}

export type ParsedLine = { ok: true; line: ImportLine } | { ok: false; errors: readonly FieldError[] };

/** Reads the cells of a line; `now` bounds birth years and the times of grants. */
export function parseImportLine(cells: Cells, now: Instant): ParsedLine {
  const errors: FieldError[] = [];
  const read = createCellReader(cells, errors);
  const person = readPerson(read, now);
  const office = person.country === undefined ? undefined : officeOf(person.country)?.id;
  const addresses = readAddresses(read);
  const answers = readAnswers(read, now, errors);
  const evidence = read('evidence', anyText);
  errors.push(...missingParts(cells, answers));
  if (errors.length > 0 || person.country === undefined || office === undefined) {
    return {
      ok: false,
      errors: errors.length > 0 ? errors : [{ field: 'country', message: 'is in no office' }],
    };
  }
  return {
    ok: true,
    line: { ...person, country: person.country, office, ...addresses, ...answers, evidence },
  };
}

function readPerson(read: ReadCell, now: Instant) {
  const country = read('country', asCountry);
  return {
    externalId: read('externalId', anyText),
    country,
    subdivision: read('subdivision', asSubdivisionOf(country)),
    language: read('language', asLanguage),
    timezone: read('timezone', asTimezone),
    birthYear: read('birthYear', asBirthYear(now)),
    interests: read('interests', asInterests),
  };
}

function readAddresses(read: ReadCell) {
  const model = read('deviceModel', anyText);
  const osVersion = read('osVersion', anyText);
  return {
    email: read('email', asEmail),
    emailSource: read('emailSource', asSource),
    phone: read('phone', asPhone),
    deviceToken: read('deviceToken', asToken),
    device: model === undefined ? undefined : { model, osVersion },
  };
}

const asSource = oneOf(EmailSource.options);
const asChoice = oneOf(Choice.options);
const asBasis = oneOf(Basis.options);

interface Answers {
  emailMarketing: ImportedAnswer | undefined;
  pushMarketing: ImportedAnswer | undefined;
  profiling: ImportedAnswer | undefined;
}

function readAnswers(read: ReadCell, now: Instant, errors: FieldError[]): Answers {
  const basis = read('emailBasis', asBasis);
  const email = read('emailMarketing', asChoice) ?? (basis && 'granted');
  const push = read('pushMarketing', asChoice);
  const profiling = read('profiling', asChoice);
  const dated = (
    column: 'emailMarketingAt' | 'pushMarketingAt' | 'profilingAt',
    state: Choice | undefined,
    given?: Basis,
  ): ImportedAnswer | undefined => {
    const found = errors.length;
    const time = read(column, asTime);
    if (state === undefined || errors.length > found) return undefined;
    const answer = answerAt(state, time, now);
    if (typeof answer !== 'string')
      return state === 'granted' ? { ...answer, basis: given ?? 'express' } : answer;
    errors.push({ field: column, message: answer });
    return undefined;
  };
  return {
    emailMarketing: dated('emailMarketingAt', email, basis),
    pushMarketing: dated('pushMarketingAt', push),
    profiling: dated('profilingAt', profiling),
  };
}

const clockToleranceMs = 5 * 60_000;
/** A day begins in the Pacific this long before it begins in UTC. */
const dayToleranceMs = 14 * 3_600_000;

/** A consent that cannot say when it was given is no proof of one (GDPR, article 7(1)); a refusal holds in any case. */
function answerAt(state: Choice, time: GivenTime | undefined, now: Instant): ImportedAnswer | string {
  const tolerance = time?.dayOnly ? dayToleranceMs : clockToleranceMs;
  const inFuture = time !== undefined && Date.parse(time.at) > Date.parse(now) + tolerance;
  if (state === 'denied') return { state, at: inFuture ? undefined : time?.at };
  if (!time) return 'is missing: a consent needs the time at which it was given';
  return inFuture ? 'lies in the future' : { state, at: time.at };
}

/** Cells that are empty although others need them. */
function missingParts(cells: Cells, { emailMarketing, pushMarketing }: Answers): FieldError[] {
  const errors: FieldError[] = [];
  const isEmpty = (text: string) => text.trim() === '';
  const need = (field: string, message: string) => errors.push({ field, message });
  if (isEmpty(cells.country)) need('country', 'is missing');
  if (
    isEmpty(cells.externalId) &&
    isEmpty(cells.email) &&
    isEmpty(cells.deviceToken) &&
    isEmpty(cells.phone)
  ) {
    need(
      'externalId',
      'is missing, and so are email, deviceToken and phone: one of them must say who this is',
    );
  }
  if (isEmpty(cells.email) && emailMarketing?.state === 'granted') {
    need('email', 'is missing: a consent to email needs the address it is for');
  }
  if (isEmpty(cells.deviceToken) && pushMarketing?.state === 'granted') {
    need('deviceToken', 'is missing: a consent to push needs the device it is for');
  }
  if (!isEmpty(cells.osVersion) && isEmpty(cells.deviceModel))
    need('deviceModel', 'is missing: osVersion belongs to a model');
  return errors;
}
