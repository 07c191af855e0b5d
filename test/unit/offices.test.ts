/** The office directory: one office for every country, complete enough to send in its name. */
import { describe, expect, it } from '@jest/globals';
import { isTimezone } from '../../shared/domain/local-time.ts';
import { cells } from '../../shared/domain/office.ts';
import {
  controller,
  type Office,
  officeById,
  officeOf,
  offices,
  policyLink,
  samplesIn,
} from '../../shared/domain/offices.ts';
import { countryRules } from '../../shared/domain/rules/country-rules.ts';
import { isEuOrEea } from '../../shared/domain/rules/eu-eea.ts';
import { isoCountries } from '../../shared/domain/rules/iso-countries.ts';

const required = 'us ca gb de fr it es nl pl se ch tr jp kr cn tw hk sg th in au br mx za ae'.split(' ');

function known(id: string): Office {
  const office = officeById(id);
  if (!office) throw new Error(`No office ${id}`);
  return office;
}

describe('office directory', () => {
  it('has at least the 25 offices of the product, each id once', () => {
    const ids = offices.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(required));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('P-08: every ISO country belongs to exactly one office, and nothing else does', () => {
    expect(offices.flatMap((office) => office.countries).toSorted()).toEqual(isoCountries.toSorted());
  });

  it('P-08: every country of the EU and EEA, and every country with a rule row, has its office', () => {
    const ruled = countryRules.map(({ iso }) => iso.slice(0, 2)).filter((iso) => iso !== 'EU');
    for (const country of [...ruled, ...isoCountries.filter(isEuOrEea)]) {
      expect(officeOf(country)?.countries).toContain(country);
    }
  });

  it.each([
    ['DE', 'de'],
    ['PT', 'es'],
    ['LI', 'ch'],
    ['NO', 'se'],
    ['IE', 'gb'],
    ['AR', 'mx'],
    ['EG', 'za'],
    ['SA', 'ae'],
    ['VN', 'sg'],
    ['NZ', 'au'],
    ['HK', 'hk'],
  ])('P-08: %s belongs to the office %s', (country, id) => {
    expect(officeOf(country)).toBe(known(id));
  });

  it.each(['EU', 'ZZ', 'us', '', 'constructor'])('has no office for %j', (text) => {
    expect(officeOf(text)).toBeUndefined();
  });

  it.each(['DE', 'zz', '', 'constructor'])('has no office with the id %j', (text) => {
    expect(officeById(text)).toBeUndefined();
  });

  it('P-14: each office lives in one cell: Europe, or Japan for Asia and Oceania', () => {
    for (const { cell } of offices) expect(cells).toContain(cell);
    expect(['de', 'gb', 'fr', 'tr'].map((id) => known(id).cell)).toEqual(Array(4).fill('eu-west-1'));
    expect(['jp', 'kr', 'sg', 'au'].map((id) => known(id).cell)).toEqual(Array(4).fill('ap-northeast-1'));
  });

  it('stays below the push quota of each cell with all its offices together', () => {
    const total = (cell: string) =>
      offices
        .filter((office) => office.cell === cell)
        .reduce((sum, { sendRates }) => sum + sendRates.pushPerSecond, 0);
    expect(total('eu-west-1')).toBeLessThanOrEqual(9000);
    expect(total('ap-northeast-1')).toBeLessThanOrEqual(1500);
  });
});

describe.each(offices)('office $id', (office) => {
  it('has a valid time zone and valid languages, none twice', () => {
    expect(isTimezone(office.timezone)).toBe(true);
    expect(Intl.getCanonicalLocales([...office.languages])).toEqual(office.languages);
  });

  it('P-01: names its company and sends from an address of its own', () => {
    expect(office.legalName).toMatch(/^Sony /);
    expect(office.sender.address).toContain(`${office.id}.xperia.example`);
    expect(new Set(offices.map(({ sender }) => sender.address)).size).toBe(offices.length);
  });

  it('P-18: links its own privacy policy over https in each of its languages', () => {
    expect(Object.keys(office.policyLinks).toSorted()).toEqual(office.languages.toSorted());
    for (const language of office.languages) {
      expect(new URL(policyLink(office, language)).protocol).toBe('https:');
      expect(policyLink(office, language)).toBe(office.policyLinks[language]);
    }
  });

  it('P-25: has a postal address, plainly marked where it is a sample', () => {
    const { lines, sample } = office.postalAddress;
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0] === 'SAMPLE ADDRESS – replace before deployment').toBe(sample);
    expect(sample).toBe(!['us', 'ca'].includes(office.id));
  });
});

describe('addresses', () => {
  it('P-25: the US office has the address and phone of the policy', () => {
    expect(known('us')).toMatchObject({
      legalName: 'Sony Electronics Inc.',
      postalAddress: { lines: ['115 West Century Rd., Suite 250', 'Paramus, NJ 07652'], sample: false },
      phone: '1-833-681-9900',
    });
  });

  it('P-25: the Canadian office has the address and phone of the policy', () => {
    expect(known('ca')).toMatchObject({
      legalName: 'Sony of Canada Ltd.',
      postalAddress: { lines: ['2235 Shepard Avenue East, Suite 700', 'Toronto, ON M2J 5B5'], sample: false },
      phone: '1-888-494-7669',
    });
  });

  it('P-01: the controller is Sony Corporation in Tokyo', () => {
    expect(controller.legalName).toBe('Sony Corporation');
    expect(controller.postalAddress.lines.join(', ')).toBe('1-7-1 Konan, Minato-ku, Tokyo 108-0075, Japan');
  });

  it('lists what of an office deployment must still replace', () => {
    const us = known('us');
    expect(samplesIn(known('de'))).toEqual(['postalAddress', 'sender', 'policyLinks']);
    expect(samplesIn(us)).toEqual(['sender', 'policyLinks']);
    const sender = { name: 'Xperia', address: 'no-reply@news.us.test', replyTo: 'help@us.test' };
    expect(
      samplesIn({ ...us, sender, policyLinks: { en: 'https://us.test/example', es: 'https://us.test/es' } }),
    ).toEqual([]);
    expect(samplesIn({ ...us, sender: { ...sender, replyTo: 'a@us.example' }, policyLinks: {} })).toEqual([
      'sender',
    ]);
  });
});

describe('P-18: the policy link in the language of the reader', () => {
  it.each([
    ['ch', 'fr-CH', 'fr'],
    ['ch', 'en-GB', 'en'],
    ['ch', 'rm', 'de'],
    ['ch', undefined, 'de'],
    ['de', 'not a language', 'de'],
    ['de', '', 'de'],
    ['hk', 'zh-TW', 'zh-Hant'],
    ['hk', 'zh-CN', 'zh-Hant'],
    ['sg', 'zh-Hant-HK', 'zh-Hans'],
    ['br', 'pt', 'pt-BR'],
    ['es', 'pt-BR', 'pt-PT'],
  ])('office %s, reader %j: %s', (id, language, expected) => {
    expect(policyLink(known(id), language)).toBe(known(id).policyLinks[expected]);
  });

  it('is a fault where an office lacks the link of one of its languages', () => {
    expect(() => policyLink({ ...known('de'), policyLinks: {} }, 'de')).toThrow('Office de lacks');
  });
});
