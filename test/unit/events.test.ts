/** The examples of all events are what their schemas take, and what is published holds ids, purposes and states only (policy P-11, P-12). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CampaignFinished } from '../../events/campaign-finished.ts';
import { PublishedEvent, QueueEvent } from '../../events/index.ts';
import { PreferenceChanged } from '../../events/preference-changed.ts';
import { seal } from '../../shared/domain/ledger.ts';
import { toPreferenceChanged } from '../../shared/domain/published-events.ts';
import { givenRecord } from '../support/histories.ts';

const folder = new URL('../../events/', import.meta.url);
const namesIn = (path: string, end: string) =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith(end) && name !== 'index.ts')
    .map((name) => name.slice(0, -end.length))
    .sort();
const names = namesIn('.', '.ts');

describe('events', () => {
  it('have each an example, and are all in the union', () => {
    expect(namesIn('examples/', '.json')).toEqual(names);
    const members = [...PublishedEvent.options, ...QueueEvent.options].map(({ shape }) => shape.name.value);
    expect(members.sort()).toEqual(names);
  });

  it.each(names)('%s: the example is taken, and has nothing that the schema does not know', (name) => {
    const example: { name: string } = JSON.parse(
      readFileSync(new URL(`examples/${name}.json`, folder), 'utf8'),
    );
    const union = [...PublishedEvent.options, ...QueueEvent.options].find(
      ({ shape }) => shape.name.value === example.name,
    );
    expect(example.name).toBe(name);
    expect(union?.parse(example)).toEqual(example);
  });

  it('for others have exactly these fields: whoever adds one asks whether it may leave (P-11)', () => {
    expect(Object.keys(PreferenceChanged.shape)).toEqual([
      'name',
      'version',
      'id',
      'at',
      'personId',
      'externalId',
      'office',
      'country',
      'purpose',
      'channel',
      'topic',
      'contactId',
      'state',
      'source',
    ]);
    expect(Object.keys(CampaignFinished.shape)).toEqual([
      'name',
      'version',
      'id',
      'at',
      'campaignId',
      'office',
      'state',
      'createdAt',
      'startedAt',
      'totals',
    ]);
  });

  it('leave out who acted and why: evidence of staff may name people (P-12)', () => {
    const { person } = givenRecord({ country: 'DE', office: 'de' });
    const at = '2026-11-23T12:00:00.000Z';
    const actor = { kind: 'staff', id: 'support-de', evidence: 'letter of kim@example.com' } as const;
    const event = { id: 'e1', personId: person.id, at, givenAt: at, ruleVersion: 'v', office: 'de', actor };
    const entry = seal(
      { ...event, purpose: 'marketing', channel: 'email', state: 'denied', source: 'staff' },
      '0',
      (text) => text.slice(0, 8),
    );
    const published = toPreferenceChanged(entry, person);
    expect(PreferenceChanged.strict().parse(JSON.parse(JSON.stringify(published)))).toEqual({
      name: 'preference-changed',
      version: 1,
      id: 'e1',
      at,
      personId: 'per_1',
      externalId: 'x1',
      office: 'de',
      country: 'DE',
      purpose: 'marketing',
      channel: 'email',
      state: 'denied',
      source: 'staff',
    });
  });
});
