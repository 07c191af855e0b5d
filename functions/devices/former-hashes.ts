/** Hashes that a device gives up when its token or its endpoint changes. */
import type { PushContact } from '../../shared/domain/person.ts';
import { findClaim, isHeldBy } from '../../shared/use-cases/find-claim.ts';
import type { DeviceDeps } from './deps.ts';

/** The hashes of what the device had before and has no longer, as far as they are its own. */
export async function formerHashes(
  deps: Pick<DeviceDeps, 'people' | 'keyring'>,
  before: PushContact | undefined,
  after: { token: string; endpointArn?: string | undefined },
): Promise<string[]> {
  if (!before) return [];
  const { token, endpointArn } = before;
  const former = await Promise.all([
    token === after.token ? undefined : findClaim(deps, 'token', token),
    endpointArn === undefined || endpointArn === after.endpointArn
      ? undefined
      : findClaim(deps, 'endpoint', endpointArn),
  ]);
  return former.flatMap((claim) => (claim && isHeldBy(claim, before) ? [claim.hash] : []));
}
