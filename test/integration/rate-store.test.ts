/** The store of rates over both tables: of many who take time at once, one gets it. */
import { beforeEach, expect, it } from '@jest/globals';
import { createRateStore, type RateStore } from '../../shared/adapters/rate-store.ts';
import { describeOnBothTables } from '../support/both-tables.ts';

const clock = { next: '2026-11-23T12:00:05.000Z', turns: { cmp_1: '2026-11-23T12:01:00.000Z' } };

describeOnBothTables('the store of rates', (freshTable) => {
  let rates: RateStore;
  beforeEach(async () => {
    rates = createRateStore(await freshTable());
  });

  it('keeps what is taken per office and channel', async () => {
    expect(await rates.load('de', 'push')).toBeUndefined();
    expect(await rates.save('de', 'push', clock, undefined)).toBe(true);
    expect(await rates.load('de', 'push')).toEqual({ ...clock, version: 1 });
    expect(await rates.load('de', 'email')).toBeUndefined();
    expect(await rates.load('fr', 'push')).toBeUndefined();
  });

  it('lets one of many workers take time, the first as well as the next (N-07)', async () => {
    for (const version of [1, 2]) {
      const known = await rates.load('de', 'push');
      const saves = Array.from({ length: 8 }, () => rates.save('de', 'push', clock, known));
      expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
      expect((await rates.load('de', 'push'))?.version).toBe(version);
    }
  });
});
