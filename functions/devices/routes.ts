/** The device API: each route checks the credential and calls one use case. */
import type { Handlers, Reply } from '../../shared/api/contract.ts';
import type { deviceContracts } from '../../shared/api/devices.ts';
import { etagOf } from '../../shared/api/etag.ts';
import { authenticateDevice } from './authenticate-device.ts';
import { changePreferences } from './change-preferences.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';
import { leaveService } from './leave-service.ts';
import { recordReceipt } from './record-receipt.ts';
import { registerDevice } from './register-device.ts';
import { rotateToken } from './rotate-token.ts';
import { type ShownPreferences, showPreferences } from './show-preferences.ts';

interface DeviceRequest {
  params: { id: string };
  bearer: string;
}

/** @param loadDeps called once per request */
export function deviceRoutes(loadDeps: () => Promise<DeviceDeps>): Handlers<typeof deviceContracts> {
  async function known({ params, bearer }: DeviceRequest): Promise<[DeviceDeps, KnownDevice]> {
    const deps = await loadDeps();
    return [deps, await authenticateDevice(deps, params.id, bearer)];
  }

  return {
    async 'POST /devices'({ body, bearer, now }) {
      const { version, ...registered } = await registerDevice(await loadDeps(), body, { bearer, now });
      return { status: 201, body: registered, headers: { etag: etagOf(version) } };
    },
    async 'PUT /devices/{id}/token'(request) {
      const [deps, device] = await known(request);
      const version = await rotateToken(deps, device, request.body.token, request.now);
      return { status: 204, headers: { etag: etagOf(version) } };
    },
    async 'GET /devices/{id}/preferences'(request) {
      const [deps, device] = await known(request);
      return preferencesReply(await showPreferences(deps, device, request.now));
    },
    async 'PUT /devices/{id}/preferences'(request) {
      const [deps, device] = await known(request);
      const { body, now, headers } = request;
      const { at, wording, ...change } = body;
      const given = { change, ifMatch: headers['if-match'], at, wording, now };
      return preferencesReply(await changePreferences(deps, device, given));
    },
    async 'POST /devices/{id}/receipts'(request) {
      const [deps, device] = await known(request);
      await recordReceipt(deps, device, request.body, request.now);
      return { status: 204 };
    },
    async 'DELETE /devices/{id}'(request) {
      const [deps, device] = await known(request);
      await leaveService(deps, device, request.now);
      return { status: 204 };
    },
  };
}

function preferencesReply({ preferences, version }: ShownPreferences): Reply {
  return { status: 200, body: preferences, headers: { etag: etagOf(version) } };
}
