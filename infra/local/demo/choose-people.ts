/** Picks the people of the story out of the crowd. Pure. */
import type { Delivery } from './delivery.ts';
import { type DemoPerson, recalledModel } from './people.ts';

export interface Registrant {
  person: DemoPerson;
  token: string;
  osVersion: string;
}

const registrants = 5;

function ownsRecalled({ devices }: DemoPerson): boolean {
  return devices.some(({ model }) => model === recalledModel);
}

/** Germans whose only phone is of the recalled model, who want our mail and have not refused push: their phones register in the demo. */
export function chooseRegistrants(people: readonly DemoPerson[]): Registrant[] {
  return people
    .flatMap((person) => {
      const [device, further] = person.devices;
      const wantsMail = person.email?.source === 'direct' && person.email.answer?.state === 'granted';
      if (person.place.country !== 'DE' || !wantsMail || !device?.token || further) return [];
      if (device.model !== recalledModel || device.push?.state === 'denied') return [];
      return [{ person, token: device.token, osVersion: device.osVersion }];
    })
    .slice(0, registrants);
}

/** Those who will opt out: owners of the recalled model who got the German campaign. */
export interface Leavers {
  /** Got the mail and no push, so that one click ends all marketing. */
  oneClick: DemoPerson;
  /** Got both, on a phone that registered. */
  device: Registrant;
  letter: DemoPerson;
}

/** @param delivered the deliveries of one campaign. Throws when nobody fits */
export function chooseLeavers(
  people: readonly DemoPerson[],
  registered: readonly Registrant[],
  delivered: readonly Delivery[],
): Leavers {
  const got = new Set(delivered.map(({ person, channel }) => `${person} ${channel}`));
  const has = ({ externalId }: DemoPerson, channel: string) => got.has(`${externalId} ${channel}`);
  const isRegistered = (person: DemoPerson) => registered.some((registrant) => registrant.person === person);
  const owners = people.filter(
    (person) =>
      ownsRecalled(person) &&
      !isRegistered(person) &&
      has(person, 'email') &&
      person.email?.address.endsWith('.example'),
  );
  const oneClick = owners.find((person) => !has(person, 'push'));
  const letter = owners.find((person) => person !== oneClick);
  const device = registered.find(({ person }) => has(person, 'email') && has(person, 'push'));
  if (!oneClick || !letter || !device) {
    throw new Error('Nobody who got the German campaign fits for an opt-out: are there enough people?');
  }
  return { oneClick, device, letter };
}
