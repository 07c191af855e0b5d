/** A notice as a regulator reads it: what, why, whom, when, how many, and by whom, in tables that make both the page and the CSV. */
import { toPlainText } from '../../shared/content/plain-text.ts';
import type { Counters } from '../../shared/domain/cells.ts';
import { legalGrounds } from '../../shared/domain/legal-reasons.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { parseDurationSeconds } from '../../shared/domain/local-time.ts';
import { firstHandOver, ruleVersionsIn, toReachReport } from '../../shared/domain/reach-report.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { describeReach } from './describe-reach.ts';
import { type Fact, factsOf, momentOf, nameOfLanguage, nameOfRegion, type Section } from './section.ts';

/** @param parts the counters of every slice @param at when their count began */
export function describeNotice(notice: Notice, parts: readonly Counters[], at: Instant): Section[] {
  return [
    factsOf('What and why', whatOf(notice)),
    factsOf('Whom', whomOf(notice)),
    factsOf('When', whenOf(notice, firstHandOver(parts))),
    factsOf('By whom', byWhomOf(notice)),
    ...describeReach(toReachReport(parts, at)),
    factsOf('Corrections', correctionsOf(notice)),
    stepsOf(notice),
    textsOf(notice),
    factsOf('How it was counted', [
      ['Counted at', momentOf(at)],
      ['Progress of the count', 'complete: every part of the audience, each person once'],
      ['Versions of the rules of the countries', ruleVersionsIn(parts).join(', ')],
    ]),
  ];
}

const kinds: Readonly<Record<Notice['draft']['kind'], string>> = {
  safety: 'Product safety notice',
  security: 'Security notice',
  terms: 'Notice about terms or a policy',
  service: 'Notice about a service or an account',
};

function whatOf({ id, draft, contentHash, state }: Notice): Fact[] {
  const { words, sources } = legalGrounds[draft.legalReason];
  return [
    ['Kind', kinds[draft.kind]],
    ['Legal reason', words],
    ...sources.map((source): Fact => ['Law', source]),
    ['Reference', draft.reference],
    ['Number of the notice', id],
    ['State', state],
    ['Channels, in this order', draft.channels.join(', ')],
    ['Time before the next channel', waitOf(draft)],
    ['Urgency', draft.urgency === 'immediate' ? 'immediate, at night too' : "routine, by the reader's day"],
    ['Answer asked for', answerAskedFor(draft)],
    ['SHA-256 of the content as submitted', contentHash],
  ];
}

function waitOf({ escalateAfter }: Notice['draft']): string {
  if (escalateAfter === undefined) return 'none: all channels at once';
  return `${Number((parseDurationSeconds(escalateAfter) / 3600).toFixed(2))} hours, at once where nothing can arrive any more`;
}

function answerAskedFor({ acknowledge, acceptance }: Notice['draft']): string {
  if (acceptance) return `acceptance of version ${acceptance.version}`;
  return acknowledge ? 'acknowledgement' : 'none';
}

function whomOf({ office, draft: { audience, followUpOf } }: Notice): Fact[] {
  const { countries, deviceModels, osVersions, firmwares } = audience;
  const isEverybody = Object.values(audience).every((filter) => filter === undefined);
  return [
    ['Affected', isEverybody ? 'everybody who is known' : 'everybody to whom all of the following applies'],
    ['In one of these countries', countries?.map(nameOfRegion).join(', ')],
    ['With one of these models', deviceModels?.join(', ')],
    ['With one of these versions of the operating system', osVersions?.join(', ')],
    ['With one of these builds', firmwares?.join(', ')],
    ['Of the people of the office', office],
    ['Only people to whom this notice was handed over', followUpOf],
    ['Choices and complaints', 'do not stop it: neither opt-outs nor age nor restrictions of marketing do'],
  ];
}

function whenOf(notice: Notice, firstAt: Instant | undefined): Fact[] {
  const { createdAt, startedAt, completedAt, openUntil, state, updatedAt } = notice;
  return [
    ['Written', momentOf(createdAt)],
    ['Submitted for release', momentOf(lastStep(notice, 'submit')?.at)],
    ['Released', momentOf(startedAt)],
    ['First handed over', momentOf(firstAt)],
    ['Everybody known so far was reached, or could not be', momentOf(completedAt)],
    ['Stopped', state === 'stopped' ? momentOf(updatedAt) : undefined],
    ['Open until, for people who become affected', momentOf(openUntil)],
  ];
}

function lastStep({ history }: Notice, action: string) {
  return history.findLast((step) => step.action === action);
}

function byWhomOf({ createdBy, submittedBy, releasedBy }: Notice): Fact[] {
  return [
    ['Written by', createdBy],
    ['Submitted by', submittedBy],
    ['Released by, another person', releasedBy],
  ];
}

function correctionsOf({ draft, supersededBy, history }: Notice): Fact[] {
  const stops = history.filter(({ action }) => action === 'stop');
  const found: Fact[] = [
    ...stops.map(({ at, by, reason = '' }, index): Fact => {
      const what = index === 0 ? 'Stop asked for' : 'Stopped, by a second person';
      return [what, `${momentOf(at)}, ${by}: ${reason}`];
    }),
    ['Replaced by', supersededBy],
    ['Replaces', draft.supersedes],
    ['Follows up', draft.followUpOf],
  ];
  return found.some(([, value]) => value !== undefined) ? found : [['Corrections', 'none']];
}

function stepsOf({ history }: Notice): Section {
  return {
    title: 'Every step on record',
    columns: ['When', 'Step', 'By', 'Reason'],
    rows: history.map(({ at, action, by, reason = '' }) => ({
      cells: [momentOf(at) ?? '', action, by, reason],
    })),
  };
}

/** The words that were read; of a mail those of its plain part. */
function textsOf({ draft: { content } }: Notice): Section {
  const rows = Object.entries(content.locales).flatMap(([locale, { email, push, sms }]) => {
    const isDefault = locale === content.defaultLocale ? ', where there is no other' : '';
    const words = {
      email: email && `${email.subject}\n\n${email.text ?? toPlainText(email.html)}`,
      push: push && [push.title, push.body, push.link].filter(Boolean).join('\n\n'),
      sms: sms?.text,
    };
    return Object.entries(words).flatMap(([channel, text]) =>
      text === undefined
        ? []
        : [{ cells: [`${nameOfLanguage(locale)}, ${channel}${isDefault}`, text], language: locale }],
    );
  });
  return { title: 'Texts', columns: ['Language and channel', 'Text'], rows };
}
