/** The rows to publish from, on the real engine: written with the change or not at all, read in order, gone when published (AP-19, AP-39; N-23). */
import { expect, it } from '@jest/globals';
import { collect } from '../../infra/local/journal.ts';
import { createAnnouncementStore } from '../../shared/adapters/announcement-store.ts';
import { createChangeOutbox, lanes } from '../../shared/adapters/change-outbox.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import type { Table } from '../../shared/adapters/table.ts';
import { createPerson } from '../../shared/domain/contacts.ts';
import { genesisHash, seal } from '../../shared/domain/ledger.ts';
import { describeOnBothTables } from '../support/both-tables.ts';
import { createWorld } from '../support/world.ts';

const at = '2026-11-23T12:00:00.000Z';

/** Saves people, each with one entry of that id, in one transaction. */
function save(table: Table, people: readonly (readonly [personId: string, eventId: string])[]) {
  const place = { office: 'de', country: 'DE', interests: [], devices: [] };
  const changes = people.map(([personId, id]) => {
    const event = {
      id,
      personId,
      at,
      givenAt: at,
      ruleVersion: 'v',
      office: 'de',
      actor: { kind: 'person' },
    } as const;
    const entry = seal(
      { ...event, purpose: 'profiling', state: 'denied', source: 'app' },
      genesisHash,
      sha256,
    );
    const after = createPerson(personId, place, at);
    return { after, entries: [entry], claims: [], releases: [], optOuts: [], letters: [] };
  });
  return createPeopleStore(table).save(changes);
}

async function waiting(table: Table): Promise<string[]> {
  const outbox = createChangeOutbox(table);
  const rows = await Promise.all(lanes.map((lane) => outbox.listWaiting(lane)));
  return rows.flat().flatMap(({ events }) => events.map(({ id }) => id));
}

describeOnBothTables('the outbox of answers', (freshTable) => {
  it('holds what a transaction wrote, at most one row a lane, and nothing of one that failed', async () => {
    const table = await freshTable();
    const many = Array.from({ length: 20 }, (_, index) => [`per_${index}`, `e${index}`] as const);
    expect(await save(table, many)).toBe(true);
    expect((await waiting(table)).sort()).toEqual(many.map(([, id]) => id).sort());
    const outbox = createChangeOutbox(table);
    for (const lane of lanes) expect((await outbox.listWaiting(lane)).length).toBeLessThanOrEqual(1);
    expect(
      await save(table, [
        ['per_new', 'x1'],
        ['per_0', 'x2'],
      ]),
    ).toBe(false);
    expect(await waiting(table)).toHaveLength(20);
  });

  it('gives the oldest first, and what came in between at its place; removed rows are gone', async () => {
    const table = await freshTable();
    const outbox = createChangeOutbox(table);
    const lane = 2;
    const own: string[] = [];
    for (let index = 0; own.length < 3 && index < 60; index++) {
      const id = `e${900 - index}`;
      await save(table, [[`per_${index}`, id]]);
      if ((await outbox.listWaiting(lane)).some(({ key }) => key.sk === id)) own.push(id);
    }
    const rows = await outbox.listWaiting(lane);
    expect(rows.map(({ key }) => key.sk)).toEqual(own.toReversed());
    await outbox.remove(rows.slice(0, 2));
    expect((await outbox.listWaiting(lane)).map(({ key }) => key.sk)).toEqual(own.slice(0, 1));
  });
});

describeOnBothTables('announcements', (freshTable) => {
  it('wait from the write that ends a campaign until they are marked, and a stale mark changes nothing', async () => {
    const table = await freshTable();
    const messages = createMessageStore(table);
    const announcements = createAnnouncementStore(table);
    const campaign = createWorld(at).campaign({ office: 'de' });
    const listed = async () => collect(announcements.listUnannounced());
    await messages.save(campaign, 0);
    expect(await listed()).toEqual([]);
    const completed = { ...campaign, state: 'completed', completedAt: at, version: 2 } as const;
    await messages.save(completed, 1);
    expect(await listed()).toEqual([completed]);
    expect(await announcements.markAnnounced({ ...completed, version: 1 }, at)).toBe(false);
    expect(await announcements.markAnnounced(completed, at)).toBe(true);
    expect(await listed()).toEqual([]);
    const known = { ...completed, announcedAt: at, version: 3 };
    expect(await messages.load(campaign.id)).toEqual(known);
    await messages.save({ ...known, version: 4 }, 3);
    expect(await listed()).toEqual([]);
  });

  it('of a campaign cancelled under way wait until it is settled', async () => {
    const table = await freshTable();
    const messages = createMessageStore(table);
    const announcements = createAnnouncementStore(table);
    const campaign = createWorld(at).campaign({ office: 'de' });
    const cancelled = { ...campaign, state: 'cancelled', version: 1 } as const;
    await messages.save(cancelled, 0);
    expect(await messages.listEnding()).toEqual([campaign.id]);
    expect(await collect(announcements.listUnannounced())).toEqual([]);
    await messages.markSettled(cancelled);
    expect(await messages.listEnding()).toEqual([]);
    expect(await collect(announcements.listUnannounced())).toEqual([cancelled]);
  });
});
