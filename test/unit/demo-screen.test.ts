/** What the demo prints: figures that can be read, and no escapes where nobody sees a bar. */
import { describe, expect, it } from '@jest/globals';
import { generatePeople } from '../../infra/local/demo/people.ts';
import { createScreen, drawBar } from '../../infra/local/demo/screen.ts';
import {
  formatCountries,
  formatSummary,
  formatTable,
  formatWaterfall,
} from '../../infra/local/demo/tables.ts';

const email = { audience: 1200, willSend: 900, excluded: { minor: 100, 'no-consent': 200 } };
const push = { audience: 300, willSend: 100, excluded: { 'no-consent': 200 } };
const plan = {
  audience: 1500,
  willSend: 1000,
  excluded: { minor: 100, 'no-consent': 400, erased: 0 },
  waves: [],
  byChannel: { email, push },
};

function recorded(isTTY: boolean) {
  const written: string[] = [];
  const screen = createScreen({ isTTY, write: (text) => written.push(text) }, 2);
  return { screen, text: () => written.join('') };
}

describe('the waterfall', () => {
  it('goes from the audience over every reason, most frequent first, to those who get it', () => {
    expect(formatWaterfall(plan)).toEqual([
      '                 all   email   push',
      'audience       1,500   1,200    300',
      '− no-consent     400     200    200',
      '− minor          100     100      0',
      'will send      1,000     900    100',
    ]);
  });
});

describe('the summary', () => {
  const outcomes = {
    accepted: 3,
    delivered: 2,
    bounced: 1,
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
  const report = {
    audience: 4,
    decisions: { send: 3, skip: {} },
    outcomes,
    handOversAfterOptOut: 0,
    state: 'completed',
    progress: 1,
  };
  const line = { personId: 'per_1', contactId: 'con_1', channel: 'email', variant: 'personalised' } as const;

  it('names what happened, and leaves out what did not', () => {
    const lines = [
      { ...line, decision: 'send' as const },
      { ...line, decision: 'skip' as const },
    ];
    expect(formatSummary(report, lines)).toBe('3 handed over, 1 with the personal text, 1 bounced');
  });
});

describe('the table of countries', () => {
  it('counts what arrived in each country, and in all', () => {
    const people = generatePeople(100, 7, new Date('2026-11-23T12:00:00Z'));
    const [german, japanese] = ['DE', 'JP'].map((country) =>
      people.find(({ place }) => place.country === country),
    );
    const arrived = [german, german, japanese].map((person) => ({
      message: 'ntc_1',
      person: person?.externalId ?? '',
      channel: 'push' as const,
      providerId: '',
    }));
    const rows = formatCountries(
      people,
      [{ title: 'notice', message: 'ntc_1', channels: ['push'] }],
      arrived,
    );
    expect(rows.find((row) => row.startsWith('DE'))).toMatch(/^DE +28 +2$/);
    expect(rows.find((row) => row.startsWith('JP'))).toMatch(/^JP +20 +1$/);
    expect(rows.at(-1)).toMatch(/^all +100 +3$/);
  });

  it('aligns words to the left and numbers to the right', () => {
    expect(
      formatTable([
        ['a', 'n'],
        ['long', 1000],
        ['b', 2],
      ]),
    ).toEqual(['a          n', 'long   1,000', 'b          2']);
  });
});

describe('the screen', () => {
  it('draws a bar that never leaves its frame', () => {
    expect(drawBar('Sending', -1)).toContain('  0 %');
    expect(drawBar('Sending', 0.5)).toContain(' 50 %');
    expect(drawBar('Sending', 7)).toContain('100 %');
  });

  it('prints the end of a piece of work only, without escapes, where there is no terminal', () => {
    const { screen, text } = recorded(false);
    screen.progress('Sending', 0.4);
    screen.progress('Sending', 1);
    screen.say('done');
    expect(text().split('\n')).toEqual([drawBar('Sending', 1), '  done', '']);
    expect(text()).not.toContain('\x1b');
  });

  it('moves the bar on a terminal, and takes it away before the next line', () => {
    const { screen, text } = recorded(true);
    screen.progress('Sending', 0.4);
    screen.say('a line');
    expect(text()).toBe(`\r\x1b[K${drawBar('Sending', 0.4)}\r\x1b[K  a line\n`);
  });

  it('numbers the headlines', () => {
    const { screen, text } = recorded(false);
    screen.step('First');
    screen.step('Second');
    expect(text()).toContain('[1/2] First');
    expect(text()).toContain('[2/2] Second');
  });
});
