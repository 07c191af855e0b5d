/** `If-Match` of a change: nobody overwrites what they have not seen (RFC 9110, 13.1.1). */
import { etagOf, versionOf } from '../api/etag.ts';
import { PreconditionFailed } from '../domain/faults.ts';

/** @param ifMatch of the request; without one, the last change wins @throws PreconditionFailed when it names another version */
export function requireVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch !== undefined && versionOf(ifMatch) !== version) throw changedMeanwhile(version);
}

/** The fault of a change that came second. @param version the current one, where it is known */
export function changedMeanwhile(version?: number): PreconditionFailed {
  return new PreconditionFailed(
    'Somebody else changed it in the meantime: read it again, and repeat your change.',
    version === undefined ? {} : { members: { etag: etagOf(version) } },
  );
}
