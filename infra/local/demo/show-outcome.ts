/** The last part of the demo's text: who got what, what became of those who opted out, and the verdict. */
import type { Figures, Story } from './figures.ts';
import type { Screen } from './screen.ts';
import { type Column, formatCountries, formatTable } from './tables.ts';

const shownFindings = 20;

/** What each check means when it holds. */
const meanings: Readonly<Record<string, string>> = {
  plansAddUp: 'every plan adds up: audience = will send + all reasons',
  reportsEqualDecisions: 'every report equals its decisions, reason by reason',
  arrivalsEqualDecisions: 'what arrived equals the recorded decisions, person by person',
  nothingFailed: 'nothing failed, nothing is in doubt or pending',
  noHandOverAfterOptOut: 'no hand-over after an opt-out',
  optedOutGotNoMarketing: 'who opted out got no marketing',
  optedOutGotNotice: 'who opted out got the safety notice',
  recallFollowed: 'everybody affected is reached by the recall, or on the list for letters',
};

/** Counts per country and message, then the people who opted out. */
export function showOutcome(screen: Screen, { people, campaigns, notice, arrived, optOuts }: Story): void {
  const columns: Column[] = [
    ...campaigns.map(({ id, office }, index) => ({
      title: `${index + 1}. ${office}`,
      message: id,
      channels: ['email', 'push'] as const,
    })),
    { title: 'notice', message: notice.id, channels: ['email', 'push', 'sms'] },
  ];
  screen.show(formatCountries(people, columns, arrived));
  const rows = optOuts.map(({ how, personExternalId, afterwards }) => [
    personExternalId,
    how,
    afterwards.marketing,
    afterwards.notice,
  ]);
  screen.show(['', ...formatTable([['opted out', 'by', 'marketing since then', 'safety notice'], ...rows])]);
}

/** A line for each check, and what is wrong. */
export function showVerdict(screen: Screen, { checks, findings, ok }: Figures): void {
  const lines = Object.entries(checks).map(
    ([name, holds]) => `${holds ? '✓' : '✗'} ${meanings[name] ?? name}`,
  );
  const more = findings.length - shownFindings;
  screen.show(['', ...lines, ...findings.slice(0, shownFindings).map((finding) => `  ${finding}`)]);
  if (more > 0) screen.say(`  … and ${more} more`);
  screen.show(['', ok ? 'All of it holds.' : `${findings.length} things are wrong.`]);
}
