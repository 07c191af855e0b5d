/** What a registration says about consent. */
import type { DeviceRegistration } from '../../shared/api/devices.ts';
import { findDevice, isKnownByDeviceAlone } from '../../shared/domain/device.ts';
import { answersOf } from '../../shared/domain/device-preferences.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';

/**
 * The answers to take. Every refusal counts. A grant counts only where nothing was refused before (a registration revives no
 * refusal), and for more than the device itself only with the account: whoever holds a token has not shown that the account is theirs.
 * @param record with the device in it
 * @param isLinked the phone has shown the token of the record's account
 */
export function registrationAnswers(
  record: PersonRecord,
  deviceId: string,
  body: DeviceRegistration,
  isLinked: boolean,
): Answer[] {
  const { profiling, diagnostics } = body;
  const marketing = typeof body.marketing === 'string' ? { push: body.marketing } : body.marketing;
  const answers = answersOf({ marketing, profiling, diagnostics }, deviceId);
  return answers.filter(
    (answer) => answer.state === 'denied' || isFreeToGrant(record, deviceId, answer, isLinked),
  );
}

function isFreeToGrant(record: PersonRecord, deviceId: string, answer: Answer, isLinked: boolean): boolean {
  const device = findDevice(record, deviceId);
  switch (answer.purpose) {
    case 'marketing':
      return answer.channel === 'push'
        ? device?.marketing.state !== 'denied'
        : isLinked && record.person.refusals.email === undefined && hasEmailWithoutRefusal(record);
    case 'diagnostics':
      return device?.diagnostics.state !== 'denied';
    case 'profiling': {
      const speaksForPerson = isLinked || isKnownByDeviceAlone(record, deviceId);
      return speaksForPerson && record.person.profiling.state !== 'denied';
    }
    case 'topic':
    case 'terms':
      return false;
  }
}

function hasEmailWithoutRefusal({ contacts }: PersonRecord): boolean {
  const emails = contacts.filter(({ channel }) => channel === 'email');
  return emails.length > 0 && emails.every(({ marketing }) => marketing.state !== 'denied');
}
