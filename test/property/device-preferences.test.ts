/** Two devices of one person change preferences at the same time: a withdrawal that was confirmed is never lost. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { addDevice } from '../../shared/domain/contacts.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { createDeviceWorld, type DeviceWorld, keyring, type Phone } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const settings = ['push', 'profiling', 'offers', 'diagnostics'] as const;
type Setting = (typeof settings)[number];

interface Step {
  device: number;
  setting: Setting;
  state: 'granted' | 'denied';
  /** Reads before it writes; otherwise it uses the version it saw last. */
  reads: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(1),
  setting: fc.constantFrom(...settings),
  state: fc.constantFrom('granted', 'denied'),
  reads: fc.boolean(),
});

const changeOf = ({ setting, state }: Step) => {
  if (setting === 'push') return { marketing: { push: state } };
  return setting === 'offers' ? { topics: { offers: state } } : { [setting]: state };
};

/** Settings that two devices share; push and diagnostics are each device's own. */
const scopeOf = ({ device, setting }: Step) =>
  setting === 'push' || setting === 'diagnostics' ? `${setting} ${device}` : setting;

/** A second device of the first one's person, as linking to an account will make it. */
async function addSecond(world: DeviceWorld, first: Phone): Promise<Phone> {
  const before = await world.personOf(first);
  if (!before) throw new Error('no owner');
  const credential = 'second';
  const facts = {
    id: 'dev_second',
    token: 'token-2',
    credentialHash: sha256(credential),
    device: { model: 'XQ-DQ54' },
  };
  const context = { now: new Date().toISOString(), source: 'app', actor: { kind: 'system' } } as const;
  const claims = [{ hash: keyring.hashAddress('endpoint', 'dev_second'), contactId: 'dev_second' }];
  const { change } = buildChange(before, addDevice(before, facts), [], context, { claims });
  if (!change || !(await world.people.save([change]))) throw new Error('not added');
  return { ...first, deviceId: 'dev_second', credential };
}

interface Confirmed {
  scope: string;
  state: 'granted' | 'denied';
  /** The version the device had seen, and the one that its change made. */
  from: number;
  to: number;
}

const versionIn = (etag: string | undefined) => Number(etag?.replaceAll('"', ''));

/** One device does its steps one after another. */
async function play(world: DeviceWorld, phone: Phone, steps: readonly Step[]): Promise<Confirmed[]> {
  const confirmed: Confirmed[] = [];
  let seen = phone.etag;
  for (const own of steps) {
    if (own.reads) seen = (await world.as(phone, 'GET /devices/{id}/preferences')).headers.etag ?? seen;
    const { status, headers } = await world.put(
      phone,
      changeOf(own),
      own.state === 'granted' ? seen : undefined,
    );
    expect(own.state === 'denied' ? [200] : [200, 412]).toContain(status);
    const { etag } = headers;
    if (status !== 200 || etag === undefined) continue;
    confirmed.push({ scope: scopeOf(own), state: own.state, from: versionIn(seen), to: versionIn(etag) });
    seen = etag;
  }
  return confirmed;
}

describe('preferences from two devices at once', () => {
  beforeEach(() => {
    quietTelemetry();
  });

  it('lose no withdrawal: it stands until a grant that knew of it (P-15, N-21)', async () => {
    const delays = fc.infiniteStream(fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), delays, async (steps, waits) => {
        const world = createDeviceWorld(async () => {
          for (let tick: number = waits.next().value ?? 0; tick > 0; tick--) await new Promise(setImmediate);
        });
        const first = await world.register({
          marketing: 'granted',
          profiling: 'granted',
          diagnostics: 'granted',
        });
        const phones = [first, await addSecond(world, first)];
        const confirmed = await Promise.all(
          phones.map((phone, device) =>
            play(
              world,
              phone,
              steps.filter((own) => own.device === device),
            ),
          ),
        );
        const changes = confirmed.flat().toSorted((left, right) => left.to - right.to);
        for (const { state, from, to } of changes)
          if (state === 'granted') expect(to - from).toBeLessThanOrEqual(1);
        for (const { scope, state } of new Map(changes.map((change) => [change.scope, change])).values()) {
          expect(await stateOf(world, phones, scope)).toBe(state);
        }
        const { person } = (await world.personOf(first)) ?? {};
        const ledger = await world.people.readLedger(person?.id ?? '');
        expect(verifyChain(ledger, person?.ledgerHead?.hash, sha256)).toEqual({ valid: true });
      }),
      { numRuns: 60 },
    );
  });

  it('take no grant that did not know of the refusal before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...settings), async (setting) => {
        const world = createDeviceWorld();
        const first = await world.register();
        const second = await addSecond(world, first);
        const { headers } = await world.as(first, 'GET /devices/{id}/preferences');
        const own = { device: 0, setting, reads: false } as const;
        await world.put(second, { marketing: { push: 'denied' } });
        const answer = await world.put(first, changeOf({ ...own, state: 'granted' }), headers.etag);
        expect(answer.status).toBe(412);
      }),
      { numRuns: 8 },
    );
  });
});

async function stateOf(world: DeviceWorld, phones: readonly Phone[], scope: string): Promise<unknown> {
  const [setting = '', device = '0'] = scope.split(' ');
  const phone = phones[Number(device)];
  if (!phone) throw new Error('no such phone');
  const { body } = await world.as(phone, 'GET /devices/{id}/preferences');
  const shown = body as unknown as Phone['preferences'];
  if (setting === 'push') return shown.marketing.push;
  return setting === 'offers' ? shown.topics.offers : shown[setting as 'profiling' | 'diagnostics'];
}
