/**
 * The table of offices. Deployment replaces what is marked as a sample, or lives at a domain that ends in `.example` (RFC 2606).
 * Only the US and Canadian offices are taken from the privacy policy (P-25): where the address is a sample, confirm the legal name too.
 */
import type { Cell, Office, PostalAddress } from './office.ts';

type WithSampleSite = 'sender' | 'policyLinks' | 'sendRates';
type OfficeRow = Omit<Office, WithSampleSite> & Partial<Pick<Office, WithSampleSite>>;

/** Together they stay below the push quota of Amazon SNS in the cell (9,000 a second in Ireland, 1,500 in Tokyo). */
const ratesOf: Readonly<Record<Cell, Office['sendRates']>> = {
  'eu-west-1': { emailPerSecond: 100, pushPerSecond: 500 },
  'ap-northeast-1': { emailPerSecond: 100, pushPerSecond: 150 },
};

function sampleAddress(...place: readonly string[]): PostalAddress {
  return {
    lines: ['SAMPLE ADDRESS – replace before deployment', '1 Example Street', ...place],
    sample: true,
  };
}

/** Sender and policy links of an office at a sample domain, for what its row does not state. */
function completeRow(row: OfficeRow): Office {
  const domain = `${row.id}.xperia.example`;
  return {
    sender: { name: row.name, address: `no-reply@news.${domain}`, replyTo: `support@${domain}` },
    policyLinks: Object.fromEntries(
      row.languages.map((language) => [language, `https://${domain}/privacy/${language}`]),
    ),
    sendRates: ratesOf[row.cell],
    ...row,
  };
}

const rows: readonly OfficeRow[] = [
  {
    id: 'us',
    name: 'Xperia United States',
    legalName: 'Sony Electronics Inc.',
    countries: ['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI'],
    languages: ['en', 'es'],
    timezone: 'America/New_York',
    cell: 'eu-west-1',
    postalAddress: { lines: ['115 West Century Rd., Suite 250', 'Paramus, NJ 07652'], sample: false },
    phone: '1-833-681-9900',
  },
  {
    id: 'ca',
    name: 'Xperia Canada',
    legalName: 'Sony of Canada Ltd.',
    countries: ['CA'],
    languages: ['en', 'fr'],
    timezone: 'America/Toronto',
    cell: 'eu-west-1',
    postalAddress: { lines: ['2235 Shepard Avenue East, Suite 700', 'Toronto, ON M2J 5B5'], sample: false },
    phone: '1-888-494-7669',
  },
  {
    id: 'gb',
    name: 'Xperia United Kingdom',
    legalName: 'Sony Europe B.V., United Kingdom branch',
    countries: 'GB IE GG GI IM JE AI BM FK GS IO KY MS PN SH TC VG'.split(' '),
    languages: ['en', 'ga'],
    timezone: 'Europe/London',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('London', 'United Kingdom'),
  },
  {
    id: 'de',
    name: 'Xperia Germany',
    legalName: 'Sony Europe B.V., Zweigniederlassung Deutschland',
    countries: ['DE', 'AT'],
    languages: ['de', 'en'],
    timezone: 'Europe/Berlin',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Berlin', 'Germany'),
  },
  {
    id: 'fr',
    name: 'Xperia France',
    legalName: 'Sony Europe B.V., succursale en France',
    countries: 'FR LU MC BL GF GP MF MQ NC PF PM RE TF WF YT'.split(' '),
    languages: ['fr', 'de', 'en'],
    timezone: 'Europe/Paris',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Paris', 'France'),
  },
  {
    id: 'it',
    name: 'Xperia Italy',
    legalName: 'Sony Europe B.V., sede secondaria italiana',
    countries: 'IT SM VA GR CY MT HR SI AL BA ME MK RS XK'.split(' '),
    languages: ['it', 'el', 'hr', 'sl', 'mt', 'en'],
    timezone: 'Europe/Rome',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Milano', 'Italy'),
  },
  {
    id: 'es',
    name: 'Xperia Spain',
    legalName: 'Sony Europe B.V., sucursal en España',
    countries: ['ES', 'PT', 'AD'],
    languages: ['es', 'pt-PT', 'en'],
    timezone: 'Europe/Madrid',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Barcelona', 'Spain'),
  },
  {
    id: 'nl',
    name: 'Xperia Netherlands',
    legalName: 'Sony Europe B.V.',
    countries: ['NL', 'BE', 'AW', 'BQ', 'CW', 'SX'],
    languages: ['nl', 'fr', 'de', 'en'],
    timezone: 'Europe/Amsterdam',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Amsterdam', 'Netherlands'),
  },
  {
    id: 'pl',
    name: 'Xperia Poland',
    legalName: 'Sony Europe B.V., Oddział w Polsce',
    countries: ['PL', 'CZ', 'SK', 'HU', 'RO', 'BG', 'BY', 'MD', 'RU', 'UA'],
    languages: ['pl', 'cs', 'sk', 'hu', 'ro', 'bg', 'en'],
    timezone: 'Europe/Warsaw',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Warszawa', 'Poland'),
  },
  {
    id: 'se',
    name: 'Xperia Sweden',
    legalName: 'Sony Europe B.V., filial i Sverige',
    countries: 'SE DK FI IS NO EE LT LV AX BV FO GL SJ'.split(' '),
    languages: ['sv', 'da', 'fi', 'is', 'nb', 'et', 'lt', 'lv', 'en'],
    timezone: 'Europe/Stockholm',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Stockholm', 'Sweden'),
  },
  {
    id: 'ch',
    name: 'Xperia Switzerland',
    legalName: 'Sony Europe B.V., Zweigniederlassung Schweiz',
    countries: ['CH', 'LI'],
    languages: ['de', 'fr', 'it', 'en'],
    timezone: 'Europe/Zurich',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Zürich', 'Switzerland'),
  },
  {
    id: 'tr',
    name: 'Xperia Türkiye',
    legalName: 'Sony Eurasia Pazarlama A.Ş.',
    countries: ['TR', 'AM', 'AZ', 'GE'],
    languages: ['tr', 'en'],
    timezone: 'Europe/Istanbul',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('İstanbul', 'Türkiye'),
  },
  {
    id: 'br',
    name: 'Xperia Brazil',
    legalName: 'Sony Brasil Ltda.',
    countries: ['BR'],
    languages: ['pt-BR'],
    timezone: 'America/Sao_Paulo',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('São Paulo', 'Brazil'),
  },
  {
    id: 'mx',
    name: 'Xperia Mexico',
    legalName: 'Sony de México, S.A. de C.V.',
    countries:
      'MX AG AR BB BO BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC NI PA PE PY SR SV TT UY VC VE'.split(
        ' ',
      ),
    languages: ['es', 'en'],
    timezone: 'America/Mexico_City',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Ciudad de México', 'Mexico'),
  },
  {
    id: 'za',
    name: 'Xperia South Africa',
    legalName: 'Sony Middle East and Africa FZE, South Africa',
    countries:
      'ZA AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZM ZW'.split(
        ' ',
      ),
    languages: ['en', 'fr'],
    timezone: 'Africa/Johannesburg',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Johannesburg', 'South Africa'),
  },
  {
    id: 'ae',
    name: 'Xperia United Arab Emirates',
    legalName: 'Sony Middle East and Africa FZE',
    countries: 'AE SA IL BH IQ IR JO KW LB OM PS QA SY YE'.split(' '),
    languages: ['en', 'ar', 'he'],
    timezone: 'Asia/Dubai',
    cell: 'eu-west-1',
    postalAddress: sampleAddress('Dubai', 'United Arab Emirates'),
  },
  {
    id: 'jp',
    name: 'Xperia Japan',
    legalName: 'Sony Marketing Inc.',
    countries: ['JP'],
    languages: ['ja', 'en'],
    timezone: 'Asia/Tokyo',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Tokyo', 'Japan'),
  },
  {
    id: 'kr',
    name: 'Xperia Korea',
    legalName: 'Sony Korea Corporation',
    countries: ['KR'],
    languages: ['ko'],
    timezone: 'Asia/Seoul',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Seoul', 'Korea'),
  },
  {
    id: 'cn',
    name: 'Xperia China',
    legalName: 'Sony (China) Limited',
    countries: ['CN'],
    languages: ['zh-Hans'],
    timezone: 'Asia/Shanghai',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Beijing', 'China'),
  },
  {
    id: 'tw',
    name: 'Xperia Taiwan',
    legalName: 'Sony Taiwan Limited',
    countries: ['TW'],
    languages: ['zh-Hant'],
    timezone: 'Asia/Taipei',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Taipei', 'Taiwan'),
  },
  {
    id: 'hk',
    name: 'Xperia Hong Kong',
    legalName: 'Sony Corporation of Hong Kong Limited',
    countries: ['HK', 'MO'],
    languages: ['zh-Hant', 'en'],
    timezone: 'Asia/Hong_Kong',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Hong Kong'),
  },
  {
    id: 'sg',
    name: 'Xperia Singapore',
    legalName: 'Sony Electronics (Singapore) Pte. Ltd.',
    countries: 'SG ID MY PH VN AF BD BN BT KG KH KP KZ LA LK MM MN MV NP PK TJ TL TM UZ'.split(' '),
    languages: ['en', 'id', 'ms', 'fil', 'vi', 'zh-Hans'],
    timezone: 'Asia/Singapore',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Singapore'),
  },
  {
    id: 'th',
    name: 'Xperia Thailand',
    legalName: 'Sony Thai Co., Ltd.',
    countries: ['TH'],
    languages: ['th', 'en'],
    timezone: 'Asia/Bangkok',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Bangkok', 'Thailand'),
  },
  {
    id: 'in',
    name: 'Xperia India',
    legalName: 'Sony India Private Limited',
    countries: ['IN'],
    languages: ['en', 'hi'],
    timezone: 'Asia/Kolkata',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('New Delhi', 'India'),
  },
  {
    id: 'au',
    name: 'Xperia Australia',
    legalName: 'Sony Australia Limited',
    countries: 'AU NZ AQ CC CK CX FJ FM HM KI MH NF NR NU PG PW SB TK TO TV VU WS'.split(' '),
    languages: ['en'],
    timezone: 'Australia/Sydney',
    cell: 'ap-northeast-1',
    postalAddress: sampleAddress('Sydney', 'Australia'),
  },
];

/** All offices: Europe, the Americas, Africa and the Middle East are served from Ireland, Asia and Oceania from Japan. */
export const offices: readonly Office[] = rows.map(completeRow);
