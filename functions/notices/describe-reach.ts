/** The figures of a notice in tables, with the words for what became of it. */
import type { ReachFigures, ReachReport } from '../../shared/domain/reach-report.ts';
import { momentOf, nameOfRegion, type Section } from './section.ts';

const figureWords = {
  affected: 'Affected',
  acknowledged: 'Acknowledged or accepted',
  delivered: 'Delivered',
  handedOver: 'Handed over, delivery not known',
  inProgress: 'In progress',
  unreachable: 'Could not be reached',
} as const satisfies Record<keyof ReachFigures, string>;

const figures = ['affected', 'acknowledged', 'delivered', 'handedOver', 'inProgress', 'unreachable'] as const;

/** Words of reasons and choices; what has none is shown as it is on record. */
const words: Readonly<Record<string, string>> = {
  undeliverable: 'no address or device that takes messages',
  bounced: 'the mail was refused',
  disabled: 'the device takes no push messages any more',
  failed: 'the provider did not take it',
  erased: 'the data was erased',
  stopped: 'the notice was stopped before',
  'not-tried': 'the notice was stopped before it came to them',
  'opt-out': 'had refused marketing',
  complaint: 'had complained about a marketing mail',
  minor: 'minor',
  restricted: 'use of the data restricted',
  page: 'on the page of the notice',
  push: 'on the phone',
  account: 'in the account',
};

export function describeReach(reach: ReachReport): Section[] {
  const countries = Object.entries(reach.byCountry);
  return [
    {
      title: 'How many',
      columns: ['People', 'Number', 'Share'],
      rows: figures.map((figure) => ({
        cells: [figureWords[figure], reach[figure], shareOf(reach[figure], reach.affected)],
      })),
    },
    ...counted('Reached first over', 'Channel', reach.byChannel, (channel) => channel),
    ...counted('Answered', 'Where', reach.answersByWay),
    ...counted(
      'Why people could not be reached',
      'Reason, each person under every one that is theirs',
      reach.whyUnreachable,
    ),
    ...counted('Got it although a choice or complaint stops marketing', 'Choice', reach.bypassed),
    ...shown({
      title: 'By country; fewer than ten people together in other',
      columns: ['Country', ...figures.map((figure) => figureWords[figure])],
      rows: countries.map(([country, own]) => ({
        cells: [nameOfRegion(country), ...figures.map((figure) => own[figure])],
      })),
    }),
    ...shown({
      title: 'People so far',
      columns: ['Until', 'Handed over', 'Delivered', 'Acknowledged or accepted'],
      rows: reach.curve.map(({ at, handedOver, delivered, acknowledged }) => ({
        cells: [momentOf(at) ?? at, handedOver, delivered, acknowledged],
      })),
    }),
  ];
}

function counted(
  title: string,
  column: string,
  counts: Readonly<Record<string, number>>,
  wordsOf: (name: string) => string = (name) => words[name] ?? name,
): Section[] {
  const rows = Object.entries(counts).map(([name, count]) => ({ cells: [wordsOf(name), count] }));
  return shown({ title, columns: [column, 'People'], rows });
}

function shown(section: Section): Section[] {
  return section.rows.length === 0 ? [] : [section];
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}
