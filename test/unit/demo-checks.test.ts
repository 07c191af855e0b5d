/** The verdict of the demo: it holds only for what is equal person by person, and it names the person where it is not. */
import { describe, expect, it } from '@jest/globals';
import { checkStory, decidedDeliveries, type OptOut, type Sent } from '../../infra/local/demo/checks.ts';
import { chooseLeavers, chooseRegistrants } from '../../infra/local/demo/choose-people.ts';
import { compareDeliveries, countByChannel, type Delivery } from '../../infra/local/demo/delivery.ts';
import type { Line } from '../../infra/local/demo/follow.ts';
import { generatePeople, recalledModel } from '../../infra/local/demo/people.ts';
import { checkRecall } from '../../infra/local/demo/recall.ts';

const delivery = (person: string, channel: Delivery['channel'], providerId: string): Delivery => ({
  message: 'cmp_1',
  person,
  channel,
  providerId,
});
const mail = delivery('anna', 'email', 'm-1');
const push = delivery('anna', 'push', 'p-1');
const secondPhone = delivery('anna', 'push', 'p-2');
const other = delivery('ben', 'email', 'm-2');

describe('compareDeliveries', () => {
  it('finds no difference between the same deliveries in any order', () => {
    expect(compareDeliveries([mail, push, secondPhone, other], [other, secondPhone, push, mail])).toEqual([]);
  });

  it('names the person and the channel of a missing arrival', () => {
    expect(compareDeliveries([mail, push, secondPhone], [mail, push])).toEqual([
      { message: 'cmp_1', person: 'anna', channel: 'push', decided: 2, arrived: 1 },
    ]);
  });

  it('names the person of an arrival that nobody decided', () => {
    expect(compareDeliveries([mail], [mail, other])).toEqual([
      { message: 'cmp_1', person: 'ben', channel: 'email', decided: 0, arrived: 1 },
    ]);
  });

  it('finds a mail that came twice', () => {
    expect(compareDeliveries([mail], [mail, mail])).toMatchObject([
      { person: 'anna', decided: 1, arrived: 2 },
    ]);
  });

  it('finds an arrival that is not the one on record, though the count is right', () => {
    expect(compareDeliveries([mail], [{ ...mail, providerId: 'm-9' }])).toMatchObject([{ person: 'anna' }]);
  });

  it('tells messages apart', () => {
    expect(compareDeliveries([mail], [{ ...mail, message: 'cmp_2' }]).map(({ message }) => message)).toEqual([
      'cmp_1',
      'cmp_2',
    ]);
  });
});

describe('countByChannel', () => {
  it('counts deliveries, not people', () => {
    expect(countByChannel([mail, push, secondPhone])).toEqual({ email: 1, push: 2 });
  });
});

const line = (externalId: string, rest: Partial<Line>): Line => ({
  personId: `per_${externalId}`,
  externalId,
  contactId: 'con_1',
  channel: 'email',
  decision: 'send',
  ...rest,
});

const noOutcomes = {
  accepted: 1,
  delivered: 0,
  bounced: 0,
  complained: 0,
  disabled: 0,
  failed: 0,
  inDoubt: 0,
  stopped: 0,
  pending: 0,
  measured: 0,
  opened: 0,
  clicked: 0,
};

function sent(change: Partial<Sent> = {}): Sent {
  const part = { audience: 3, willSend: 1, excluded: { minor: 1, 'not-in-audience': 1 } };
  return {
    id: 'cmp_1',
    name: 'Offers',
    office: 'de',
    plan: { ...part, waves: [], byChannel: { email: part } },
    report: {
      audience: 3,
      decisions: { send: 1, skip: { minor: 1, 'not-in-audience': 1 } },
      outcomes: noOutcomes,
      handOversAfterOptOut: 0,
      state: 'completed',
      progress: 1,
    },
    lines: [
      line('anna', { outcome: 'delivered', messageId: 'm-1' }),
      line('ben', { decision: 'skip', reason: 'minor' }),
    ],
    ...change,
  };
}

const optOut = (marketing: number, notice: number): OptOut => ({
  how: 'device',
  personExternalId: 'carl',
  afterwards: { marketing, notice },
});
const brokenChecks = (...args: Parameters<typeof checkStory>) =>
  Object.entries(checkStory(...args)).flatMap(([name, findings]) => (findings.length > 0 ? [name] : []));

describe('decidedDeliveries', () => {
  it.each(['accepted', 'delivered', 'bounced', 'complained'] as const)(
    'counts a send that was %s as one that must have arrived',
    (outcome) => {
      const decided = decidedDeliveries(sent({ lines: [line('anna', { outcome, messageId: 'm-1' })] }));
      expect(decided).toEqual([mail]);
    },
  );

  it.each(['disabled', 'failed', 'stopped', 'in-doubt', 'pending'] as const)(
    'does not count a send that is %s',
    (outcome) => {
      expect(decidedDeliveries(sent({ lines: [line('anna', { outcome })] }))).toEqual([]);
    },
  );
});

describe('checkStory', () => {
  it('holds where plan, report, decisions and arrivals agree', () => {
    expect(brokenChecks([sent()], [mail], [optOut(0, 1)])).toEqual([]);
  });

  it('names whoever did not get what was decided', () => {
    expect(checkStory([sent()], [], []).arrivalsEqualDecisions).toEqual([
      'Offers: anna by email: decided 1, arrived 0',
    ]);
  });

  it('sees an arrival of a message that is not of the story', () => {
    const stray = { ...mail, message: 'cmp_9' };
    expect(checkStory([sent()], [mail, stray], []).arrivalsEqualDecisions).toHaveLength(1);
  });

  it('sees a plan that does not add up, also in one channel only', () => {
    const { plan } = sent();
    expect(brokenChecks([sent({ plan: { ...plan, willSend: 2 } })], [mail], [])).toEqual(['plansAddUp']);
    const byChannel = { email: { audience: 3, willSend: 3, excluded: { minor: 1 } } };
    expect(brokenChecks([sent({ plan: { ...plan, byChannel } })], [mail], [])).toEqual(['plansAddUp']);
  });

  it('sees a report that counts other reasons than the decisions name', () => {
    const report = { ...sent().report, decisions: { send: 1, skip: { minor: 2 } } };
    expect(brokenChecks([sent({ report })], [mail], [])).toEqual(['reportsEqualDecisions']);
  });

  it.each(['failed', 'inDoubt', 'pending'] as const)('does not hold while something is %s', (kind) => {
    const report = { ...sent().report, outcomes: { ...noOutcomes, [kind]: 1 } };
    expect(brokenChecks([sent({ report })], [mail], [])).toEqual(['nothingFailed']);
  });

  it('does not hold with one hand-over after an opt-out', () => {
    const report = { ...sent().report, handOversAfterOptOut: 1 };
    expect(brokenChecks([sent({ report })], [mail], [])).toEqual(['noHandOverAfterOptOut']);
  });

  it('names whoever opted out and got marketing, or did not get the notice (P-19)', () => {
    expect(brokenChecks([sent()], [mail], [optOut(1, 1)])).toEqual(['optedOutGotNoMarketing']);
    expect(brokenChecks([sent()], [mail], [optOut(0, 0)])).toEqual(['optedOutGotNotice']);
    expect(checkStory([], [], [optOut(1, 1)]).optedOutGotNoMarketing).toEqual([
      'carl (device) got 1 marketing messages after the opt-out',
    ]);
  });
});

describe('chooseLeavers', () => {
  const people = generatePeople(2000, 7, new Date('2026-11-23T12:00:00Z'));
  const registrants = chooseRegistrants(people);
  const toAll = (channel: Delivery['channel'], some = people): Delivery[] =>
    some.map(({ externalId }) => ({ message: 'cmp_1', person: externalId, channel, providerId: '' }));

  it('picks three people, and for one click somebody who got no push', () => {
    const [everybody, ofPhones] = [
      toAll('email'),
      toAll(
        'push',
        registrants.map(({ person }) => person),
      ),
    ];
    const leavers = chooseLeavers(people, registrants, [...everybody, ...ofPhones]);
    const chosen = [leavers.oneClick, leavers.device.person, leavers.letter];
    expect(new Set(chosen).size).toBe(3);
    expect(registrants).toContain(leavers.device);
    expect(registrants.map(({ person }) => person)).not.toContain(leavers.oneClick);
  });

  it('says so when nobody got the campaign', () => {
    expect(() => chooseLeavers(people, registrants, [])).toThrow(/Nobody/);
  });
});

describe('checkRecall', () => {
  const people = generatePeople(300, 1, new Date('2026-11-23T12:00:00.000Z'));
  const affected = people.filter(({ devices }) => devices.some(({ model }) => model === recalledModel));
  const [unlucky, ...others] = affected.map(({ externalId }) => externalId);
  const lines = others.map(
    (externalId): Line => ({
      personId: externalId,
      externalId,
      contactId: 'c',
      channel: 'email',
      decision: 'send',
      outcome: 'accepted',
    }),
  );
  const figures = {
    at: '2026-11-23T12:00:00.000Z',
    affected: affected.length,
    acknowledged: 0,
    delivered: 0,
    handedOver: others.length,
    inProgress: 0,
    unreachable: 1,
    byChannel: {},
    answersByWay: {},
    whyUnreachable: {},
    bypassed: {},
    byCountry: {},
    curve: [],
  };
  const unreached = [{ personId: 'p', externalId: unlucky, channels: [], why: ['no-contact'] }];
  const check = (change: {
    lines?: Line[];
    unreached?: typeof unreached;
    figures?: Partial<typeof figures>;
  }) =>
    checkRecall(
      people,
      { lines: change.lines ?? lines },
      { reach: { ...figures, ...change.figures }, unreached: change.unreached ?? unreached },
    );

  it('holds where everybody affected is reached or on the list', () => {
    expect(check({})).toEqual([]);
  });

  it('names who is neither, who is both, and who is not affected', () => {
    expect(check({ unreached: [] })).toEqual([`${unlucky} is neither reached nor on the list`]);
    const twice = { personId: 'q', externalId: others[0], channels: [], why: ['bounced'] };
    expect(check({ unreached: [...unreached, twice] })).toEqual([`${others[0]} is reached, and on the list`]);
    const stranger = { personId: 'r', externalId: 'nobody', channels: [], why: ['bounced'] };
    expect(check({ unreached: [...unreached, stranger] })).toEqual(['nobody is not affected']);
  });

  it('finds figures that do not add up, and people who are not done with', () => {
    expect(check({ figures: { affected: 1 } })).toHaveLength(1);
    expect(check({ figures: { inProgress: 1, unreachable: 0 } })).toEqual(['1 are still in progress']);
  });
});
