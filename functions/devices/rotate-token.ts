/** The push token of a device has changed, or the app says at its start which one it has. */
import { findDevice, withDevice, withRefusal } from '../../shared/domain/device.ts';
import type { PersonRecord, PushContact } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { type Claim, findClaim, isHeldBy } from '../../shared/use-cases/find-claim.ts';
import { untilSaved } from '../../shared/use-cases/until-saved.ts';
import { unauthorizedDevice } from './authenticate-device.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';
import { formerHashes } from './former-hashes.ts';
import { removeDevice } from './remove-device.ts';

/**
 * Gives the device its token. A token that stood for another device takes nothing of that one along: the former holder loses it.
 * @returns the version of the person
 * @throws Unauthorized when the device has left in the meantime, Conflict
 */
export async function rotateToken(
  deps: DeviceDeps,
  device: KnownDevice,
  token: string,
  now: Instant,
): Promise<number> {
  const saved = await untilSaved(() => rotate(deps, device, token, now));
  return saved.person.version;
}

async function rotate(
  deps: DeviceDeps,
  { personId, contactId }: KnownDevice,
  token: string,
  now: Instant,
): Promise<PersonRecord | undefined> {
  const context = { now, source: 'app', actor: { kind: 'device', id: contactId } } as const;
  const before = await deps.people.load(personId);
  const device = before && findDevice(before, contactId);
  if (!device) throw unauthorizedDevice();
  const tokenClaim = await findClaim(deps, 'token', token);
  if (tokenClaim.holder && !isHeldBy(tokenClaim, device)) {
    await removeDevice(deps, { holder: tokenClaim.holder, tokenClaim }, context);
    return undefined;
  }
  const next = await withToken(deps, device, token);
  const { endpointArn } = next;
  const endpointClaim =
    endpointArn === undefined ? undefined : await findClaim(deps, 'endpoint', endpointArn);
  if (endpointClaim?.holder && !isHeldBy(endpointClaim, device)) {
    await removeDevice(deps, { holder: endpointClaim.holder }, context);
    return undefined;
  }
  const { refusal } = tokenClaim;
  const refused = refusal && token !== device.token ? withRefusal(next, refusal) : next;
  const edited = isSame(device, refused) ? before : withDevice(before, refused);
  const addresses = {
    claims: freeClaims([tokenClaim, endpointClaim], contactId),
    releases: await formerHashes(deps, device, next),
  };
  const { change } = buildChange(before, edited, [], context, addresses);
  if (!change) return before;
  return (await deps.people.save([change])) ? change.after : undefined;
}

/** When SNS does not answer, a new token has no endpoint until the next push makes one. */
async function withToken(deps: DeviceDeps, device: PushContact, token: string): Promise<PushContact> {
  const sameToken = token === device.token;
  const found = await deps.findEndpoint(token, device.endpointArn);
  const endpointArn = found ?? (sameToken ? device.endpointArn : undefined);
  const works = found !== undefined || !sameToken;
  return { ...device, token, endpointArn, undeliverable: works ? undefined : device.undeliverable };
}

function freeClaims(claims: readonly (Claim | undefined)[], contactId: string) {
  return claims.flatMap((claim) => (claim && !claim.holder ? [{ hash: claim.hash, contactId }] : []));
}

function isSame(left: PushContact, right: PushContact): boolean {
  return (
    left.token === right.token &&
    left.endpointArn === right.endpointArn &&
    left.undeliverable === right.undeliverable &&
    left.marketing === right.marketing
  );
}
