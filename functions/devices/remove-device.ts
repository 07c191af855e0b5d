/** Takes a device out of a person's record: it leaves, or it has changed hands. */
import { findDevice, withLeftToken, withoutDevice } from '../../shared/domain/device.ts';
import type { PersonRecord, PushContact } from '../../shared/domain/person.ts';
import { buildChange, type ChangeContext } from '../../shared/use-cases/change-person.ts';
import { type Claim, findClaim, type Holder } from '../../shared/use-cases/find-claim.ts';
import { untilSaved } from '../../shared/use-cases/until-saved.ts';
import type { DeviceDeps } from './deps.ts';

export interface Removal {
  holder: Holder;
  /**
   * The claim on the token, when the token goes to somebody else: a device that has another token by now stays. Without, the token still leads to the
   * person and their refusals.
   */
  tokenClaim?: Claim | undefined;
}

/**
 * Removes the device and gives its hashes up. The person, their other contacts and their history stay.
 * @returns the device as it was, or undefined when it was gone already
 */
export async function removeDevice(
  deps: Pick<DeviceDeps, 'people' | 'keyring'>,
  { holder, tokenClaim }: Removal,
  context: ChangeContext,
): Promise<PushContact | undefined> {
  const { removed } = await untilSaved(async () => {
    const before = await deps.people.load(holder.personId);
    if (!before || !(await isStillHeld(deps, holder, tokenClaim))) return { removed: undefined };
    const removed = findDevice(before, holder.contactId);
    const releases = await ownHashes(deps, holder, removed, tokenClaim);
    const without = removed ? withoutDevice(before, removed.id) : before;
    const left = removed && !tokenClaim && (await findClaim(deps, 'token', removed.token));
    const { edited, forgotten } =
      left && isSameHolder(left.holder, holder)
        ? withLeftToken(without, left.hash)
        : { edited: without, forgotten: [] };
    const given = [...releases, ...(await unused(deps, edited, forgotten))];
    const { change } = buildChange(before, edited, [], context, { releases: given });
    return !change || (await deps.people.save([change])) ? { removed } : undefined;
  });
  return removed;
}

/** Of some tokens: those that still lead to the person, and not to a phone of theirs that has come back. */
async function unused(
  { people }: Pick<DeviceDeps, 'people'>,
  { person, contacts }: PersonRecord,
  hashes: readonly string[],
): Promise<string[]> {
  const found = await people.findByHashes(hashes);
  return hashes.filter((hash) => {
    const claim = found.get(hash);
    const isTheirs = claim?.kind === 'person' && claim.personId === person.id;
    return isTheirs && !contacts.some(({ id }) => id === claim.contactId);
  });
}

/** The hashes to release: read again at each attempt, because a release must find what it releases. */
async function ownHashes(
  deps: Pick<DeviceDeps, 'people' | 'keyring'>,
  holder: Holder,
  device: PushContact | undefined,
  tokenClaim: Claim | undefined,
): Promise<string[]> {
  const claims: Claim[] = [];
  if (device) claims.push(await findClaim(deps, 'endpoint', device.id));
  if (device?.endpointArn !== undefined) claims.push(await findClaim(deps, 'endpoint', device.endpointArn));
  const own = claims.filter((claim) => isSameHolder(claim.holder, holder)).map(({ hash }) => hash);
  return tokenClaim ? [...own, tokenClaim.hash] : own;
}

/** Read after the record: whoever takes the claim from then on changes the record too, and the removal starts again. */
async function isStillHeld(
  { people }: Pick<DeviceDeps, 'people'>,
  holder: Holder,
  tokenClaim: Claim | undefined,
): Promise<boolean> {
  if (!tokenClaim) return true;
  const current = (await people.findByHashes([tokenClaim.hash])).get(tokenClaim.hash);
  return current?.kind === 'person' && isSameHolder(current, holder);
}

function isSameHolder(left: Holder | undefined, right: Holder): boolean {
  return left?.personId === right.personId && left.contactId === right.contactId;
}
