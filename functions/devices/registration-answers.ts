/** What a registration says about consent. */
import type { DeviceRegistration } from '../../shared/api/devices.ts';
import { findDevice, isKnownByDeviceAlone } from '../../shared/domain/device.ts';
import { answersOf } from '../../shared/domain/device-preferences.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';

/**
 * The answers to take. Every refusal counts. A grant counts only where nothing was refused before (a registration revives no
 * refusal), and only for the device itself: whoever holds a token has not shown that the account is theirs.
 * @param record with the device in it
 */
export function registrationAnswers(
  record: PersonRecord,
  deviceId: string,
  body: DeviceRegistration,
): Answer[] {
  const { profiling, diagnostics } = body;
  const marketing = typeof body.marketing === 'string' ? { push: body.marketing } : body.marketing;
  const answers = answersOf({ marketing, profiling, diagnostics }, deviceId);
  return answers.filter((answer) => answer.state === 'denied' || isFreeToGrant(record, deviceId, answer));
}

function isFreeToGrant(record: PersonRecord, deviceId: string, answer: Answer): boolean {
  const device = findDevice(record, deviceId);
  switch (answer.purpose) {
    case 'marketing':
      return answer.channel === 'push' && device?.marketing.state !== 'denied';
    case 'diagnostics':
      return device?.diagnostics.state !== 'denied';
    case 'profiling':
      return isKnownByDeviceAlone(record, deviceId) && record.person.profiling.state !== 'denied';
    case 'topic':
      return false;
  }
}
