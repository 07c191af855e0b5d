/** The second look before a release: a stricter search for promotion, what has changed, and which readers get another language. */
import type { SubmissionStore } from '../../shared/adapters/submission-store.ts';
import type { NoticeReview } from '../../shared/api/notice-drafting.ts';
import { localesFor } from '../../shared/content/pick-locale.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import { officeOf, offices } from '../../shared/domain/offices.ts';
import { findCopies, noteUncompared } from '../../shared/domain/promotion/marketing-copies.ts';
import { lookAgain } from '../../shared/domain/promotion/second-look.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';
import { findLocale } from '../../shared/i18n/locale.ts';
import { showChanges } from '../../shared/use-cases/show-changes.ts';
import { type MarketingDeps, readMarketing } from './read-marketing.ts';

interface ReviewDeps extends MarketingDeps {
  submissions: Pick<SubmissionStore<NoticeDraft>, 'listNewest'>;
}

export async function reviewNotice(deps: ReviewDeps, notice: Notice): Promise<NoticeReview> {
  const { draft, version, office } = notice;
  const { known, isWhole } = await readMarketing(deps, office);
  const { since, items } = await showChanges(deps, notice);
  return {
    version,
    findings: [
      ...findPromotion(draft.content, draft.kind),
      ...findCopies(draft.content, known),
      ...(isWhole ? [] : noteUncompared(draft.content)),
      ...lookAgain(draft),
    ],
    changes: since === undefined ? undefined : { since, fields: items },
    missingLocales: missingLocales(draft),
  };
}

/** Languages of the offices concerned in which some channel of the notice has no text. */
function missingLocales({ audience, channels, content }: NoticeDraft): string[] {
  const concerned = audience.countries
    ? audience.countries.flatMap((country) => officeOf(country.slice(0, 2)) ?? [])
    : offices;
  const languages = new Set(concerned.flatMap((office) => office.languages));
  return [...languages]
    .filter((language) =>
      channels.some((channel) => findLocale([language], localesFor(content, channel)) === undefined),
    )
    .sort();
}
