/** Global Privacy Control: the browser of the reader asks not to be profiled (policy P-26; https://www.w3.org/TR/gpc/). */
import type { PersonRecord } from '../../shared/domain/person.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import { honoursPrivacyControl } from '../../shared/domain/rules/duties.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import type { Catalog } from '../../shared/i18n/messages.ts';
import { wordingId } from '../../shared/i18n/wording.ts';
import { type ChangeStore, changePerson } from '../../shared/use-cases/change-person.ts';

export interface PageRequest {
  method: string;
  headers: Readonly<Record<string, string | undefined>>;
  now: Instant;
}

/** Only `1` is a signal. Whoever merely looks ahead (HEAD, prefetch) is not the reader yet, so nothing changes for it (pain N-10). */
function isSignal({ method, headers }: PageRequest): boolean {
  const ahead = [headers['sec-purpose'], headers['purpose'], headers['x-moz']].some((text) =>
    text?.toLowerCase().includes('prefetch'),
  );
  return headers['sec-gpc']?.trim() === '1' && method !== 'HEAD' && !ahead;
}

/** Records the signal as a refusal of profiling where the law of the person says so, once. @returns the record as it is now, and whether it counts */
export async function honourSignal(
  people: ChangeStore,
  record: PersonRecord,
  request: PageRequest,
  catalog: Catalog,
): Promise<{ record: PersonRecord; isSignalled: boolean }> {
  const { person } = record;
  if (!isSignal(request) || !honoursPrivacyControl(person)) return { record, isSignalled: false };
  if (person.profiling.state === 'denied') return { record, isSignalled: true };
  const context = {
    now: request.now,
    source: 'gpc',
    actor: { kind: 'person', id: person.id },
    wording: wordingId(catalog, 'centre.gpc'),
    wordingLanguage: catalog.locale,
    policyVersion,
  } as const;
  const changed = await changePerson(people, person.id, context, (current) => ({
    edited: current,
    answers: [{ purpose: 'profiling', state: 'denied' }],
  }));
  return { record: changed?.record ?? record, isSignalled: true };
}
