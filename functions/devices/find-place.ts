/** Where a registering device belongs: to whoever holds its token, to the account that it signs in to, or to somebody new. */
import { newId } from '../../shared/adapters/identifiers.ts';
import { findDevice, isKnownByDeviceAlone, roomForDevice } from '../../shared/domain/device.ts';
import { Conflict } from '../../shared/domain/faults.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { ChangeContext } from '../../shared/use-cases/change-person.ts';
import { type Claim, findClaim, type Holder } from '../../shared/use-cases/find-claim.ts';
import type { DeviceDeps } from './deps.ts';
import { removeDevice } from './remove-device.ts';

interface Spot {
  deviceId: string;
  /** The claim on the push token. */
  token: Claim;
}

/** `new`: nobody is known yet. `known`: the device joins a record, or is in it. `merge`: a record that knows nothing but the device joins the account's. */
export type Place = Spot &
  (
    | { kind: 'new'; account: Claim | undefined }
    | { kind: 'known'; before: PersonRecord; account: Claim | undefined }
    | { kind: 'merge'; before: PersonRecord; alone: PersonRecord }
  );

export interface Seeker {
  token: string;
  /** The number of the account that the phone signs in to. */
  account: string | undefined;
  factoryReset: boolean;
  /** Of the removals that make room. */
  contextOf: (deviceId: string | undefined) => ChangeContext;
}

/**
 * Finds the place. Undefined: somebody came between, or a former holder had to go first, so look again.
 * @throws Conflict when the person has the most phones that one can have
 */
export async function findPlace(deps: DeviceDeps, seeker: Seeker): Promise<Place | undefined> {
  const token = await findClaim(deps, 'token', seeker.token);
  const { holder } = token;
  if (holder && seeker.factoryReset) {
    await removeDevice(deps, { holder, tokenClaim: token }, seeker.contextOf(holder.contactId));
    return undefined;
  }
  const held = holder && (await deps.people.load(holder.personId));
  if (holder && !(held && (await isStillHeld(deps, seeker, held, holder)))) return undefined;
  const spot = { deviceId: holder?.contactId ?? newId('dev'), token };
  const place =
    seeker.account === undefined
      ? placeWithoutAccount(spot, held)
      : await placeWithAccount(deps, seeker, { ...spot, held, account: seeker.account });
  return place && withRoom(deps, seeker, place);
}

/** Whether the token was still the holder's when the record was read: that of a device that is not there, or has another one, may have gone since. */
async function isStillHeld(
  deps: DeviceDeps,
  seeker: Seeker,
  held: PersonRecord,
  { personId, contactId }: Holder,
): Promise<boolean> {
  if (findDevice(held, contactId)?.token === seeker.token) return true;
  const { holder } = await findClaim(deps, 'token', seeker.token);
  return holder?.personId === personId && holder.contactId === contactId;
}

function placeWithoutAccount(spot: Spot, held: PersonRecord | undefined): Place {
  return held
    ? { ...spot, kind: 'known', before: held, account: undefined }
    : { ...spot, kind: 'new', account: undefined };
}

/** A phone that belonged to somebody else has changed hands: it is taken from them, and takes nothing of theirs along. */
async function placeWithAccount(
  deps: DeviceDeps,
  seeker: Seeker,
  { held, account: number, ...spot }: Spot & { held: PersonRecord | undefined; account: string },
): Promise<Place | undefined> {
  const account = await findClaim(deps, 'external', number);
  const owner = account.holder && (await deps.people.load(account.holder.personId));
  if (account.holder && !owner) return undefined;
  if (!held) {
    return owner
      ? { ...spot, kind: 'known', before: owner, account: undefined }
      : { ...spot, kind: 'new', account };
  }
  if (held.person.id === owner?.person.id)
    return { ...spot, kind: 'known', before: held, account: undefined };
  if (isKnownByDeviceAlone(held, spot.deviceId)) {
    // A record under a restriction or hold stays as it is until that ends (policy P-23).
    if (owner && held.person.restricted) return { ...spot, kind: 'known', before: held, account: undefined };
    return owner
      ? { ...spot, kind: 'merge', before: owner, alone: held }
      : { ...spot, kind: 'known', before: held, account };
  }
  const holder = { personId: held.person.id, contactId: spot.deviceId };
  await removeDevice(deps, { holder, tokenClaim: spot.token }, seeker.contextOf(spot.deviceId));
  return undefined;
}

async function withRoom(deps: DeviceDeps, seeker: Seeker, place: Place): Promise<Place | undefined> {
  if (place.kind === 'new' || findDevice(place.before, place.deviceId)) return place;
  const room = roomForDevice(place.before);
  if (room === undefined) return place;
  if (room === 'full') {
    throw new Conflict(
      'This account has as many phones as it can have. Leave on one of them first, then register again.',
    );
  }
  // As if it had left: should it come back after all, its token leads to what was refused on it.
  const holder = { personId: room.dead.personId, contactId: room.dead.id };
  await removeDevice(deps, { holder }, seeker.contextOf(room.dead.id));
  return undefined;
}
