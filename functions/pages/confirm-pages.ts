/** The confirmation link: double opt-in, and the renewal of a consent that ends. GET asks, POST answers; late and double clicks get a kind word. */
import type { Reply } from '../../shared/api/contract.ts';
import { confirmableUntil, daysLeft, isConfirmable } from '../../shared/domain/confirmation.ts';
import { latestGrant, pendingGrant } from '../../shared/domain/consent.ts';
import { consentEnd } from '../../shared/domain/marketing-basis.ts';
import type { EmailContact } from '../../shared/domain/person.ts';
import { obstacleOf } from '../../shared/domain/person-preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { dayIn } from '../../shared/i18n/dates.ts';
import {
  type ConfirmPage,
  confirmAct,
  renderConfirmExpired,
  renderConfirmed,
  renderConfirmQuestion,
  renderConfirmRefused,
  renderConfirmResent,
  renderConfirmWaiting,
  renderRenewQuestion,
} from '../../shared/pages/confirm-page.ts';
import { askAgain, confirmGrant, renewGrant } from './confirm.ts';
import { renderGone } from './gone-page.ts';
import { addressee, pageReply, shownAddress, type Visit } from './open-visit.ts';
import { waitingNews } from './waiting-news.ts';

type ConfirmVisit = Visit<'confirm' | 'reconfirm'>;

/** How a link stands with the contact that it was made for. */
type Standing = 'open' | 'superseded' | 'late' | 'done' | 'refused';

/** The question, or why there is none any more. */
export async function showConfirm(shown: ConfirmVisit): Promise<Reply> {
  const contact = addressee(shown);
  if (!contact) return pageReply(200, renderGone(shown.frame.catalog));
  const page = pageOf(shown, contact);
  const standing = standingOf(shown, contact);
  if (standing === 'refused') return pageReply(200, renderConfirmRefused(page));
  if (standing === 'superseded') return pageReply(410, waitingPage(shown, page, contact, false));
  if (shown.claim.purpose === 'reconfirm')
    return pageReply(
      200,
      standing === 'done'
        ? renderConfirmed(page, 'reconfirm.done', endOf(shown, contact)?.date)
        : renderRenewQuestion(page, endOf(shown, contact)),
    );
  switch (standing) {
    case 'done':
      return pageReply(200, renderConfirmed(page, 'confirm.already', grantedOn(shown, contact)));
    case 'late':
      return pageReply(410, renderConfirmExpired(page, lastDayOf(shown, contact)));
    case 'open':
      return pageReply(200, renderConfirmQuestion(page));
  }
}

/** The buttons. A second click, or one that came too late, shows where things stand. */
export async function takeConfirm(shown: ConfirmVisit, act: string | undefined): Promise<Reply> {
  const contact = addressee(shown);
  if (!contact) return pageReply(200, renderGone(shown.frame.catalog));
  const page = pageOf(shown, contact);
  if (shown.claim.purpose === 'reconfirm') return renew(shown, page);
  return act === confirmAct.resend ? resend(shown, page, contact) : confirm(shown, page);
}

async function confirm(shown: ConfirmVisit, page: ConfirmPage): Promise<Reply> {
  const { deps, claim, frame, now } = shown;
  const taken = await confirmGrant(deps.people, claim, frame.catalog, now);
  if (!taken) return pageReply(200, renderGone(frame.catalog));
  if (taken.isDone) return pageReply(200, renderConfirmed(page, 'confirm.done', undefined));
  return showConfirm({ ...shown, record: taken.record });
}

async function renew(shown: ConfirmVisit, page: ConfirmPage): Promise<Reply> {
  const { deps, claim, frame, now } = shown;
  const contact = addressee(shown);
  const isPast = contact && endOf(shown, contact)?.isPast;
  const taken = await renewGrant(deps.people, claim, {
    catalog: frame.catalog,
    isLate: isPast === true,
    now,
  });
  if (!taken) return pageReply(200, renderGone(frame.catalog));
  await deps.wakeLetters(taken.letters);
  const next = { ...shown, record: taken.record };
  const renewed = addressee(next);
  if (renewed && (taken.isPending || taken.isLimited))
    return pageReply(200, resentPage(next, page, renewed, taken.isLimited));
  if (!taken.isDone || !renewed) return showConfirm(next);
  const end = endOf(next, renewed);
  return pageReply(200, renderConfirmed(page, end ? 'reconfirm.done' : 'confirm.done', end?.date));
}

/** A new mail for a grant that waits, or that waited too long; nothing is sent for one that was refused or is in force. */
async function resend(shown: ConfirmVisit, page: ConfirmPage, contact: EmailContact): Promise<Reply> {
  const standing = standingOf(shown, contact);
  if (standing === 'done' || standing === 'refused') return showConfirm(shown);
  const { deps, claim, frame, now } = shown;
  const asked = await askAgain(deps.people, claim, frame.catalog, now);
  if (!asked) return pageReply(200, renderGone(frame.catalog));
  await deps.wakeLetters(asked.letters);
  const next = { ...shown, record: asked.record };
  return pageReply(200, resentPage(next, page, addressee(next) ?? contact, asked.isLimited));
}

/** A mail is on its way, with the days that are left for its link; or why none is. */
function resentPage(
  shown: ConfirmVisit,
  page: ConfirmPage,
  contact: EmailContact,
  isLimited: boolean,
): string {
  const pending = pendingGrant(contact.marketing);
  return pending && !isLimited && obstacleOf(contact) === undefined
    ? renderConfirmResent(page, daysLeft(pending.at, shown.now))
    : waitingPage(shown, page, contact, isLimited);
}

/** A newer mail has the link that counts. */
function waitingPage(
  { frame, now }: ConfirmVisit,
  page: ConfirmPage,
  contact: EmailContact,
  isLimited: boolean,
): string {
  return renderConfirmWaiting(page, waitingNews(frame.catalog, contact, isLimited, now)?.text ?? '');
}

/** A link belongs to one event. A refusal after it stands; another grant after it has done what the link was for. */
function standingOf({ claim, now }: ConfirmVisit, { marketing }: EmailContact): Standing {
  if (claim.purpose === 'reconfirm') {
    if (isConfirmable(marketing, now)) return 'superseded';
    if (marketing.state === 'denied') return 'refused';
    return latestGrant(marketing) === claim.eventId ? 'open' : 'done';
  }
  const pending = pendingGrant(marketing);
  if (!pending) return marketing.state === 'granted' ? 'done' : 'refused';
  if (!isConfirmable(marketing, now)) return 'late';
  return pending.eventId === claim.eventId ? 'open' : 'superseded';
}

function pageOf({ frame, action, claim, deps, wish }: ConfirmVisit, contact: EmailContact): ConfirmPage {
  const { personId, contactId, eventId } = claim;
  const token = deps.keyring.signLink({ purpose: 'preferences', personId, contactId, messageId: eventId });
  const language = wish.picked === undefined ? '' : `?lang=${encodeURIComponent(wish.picked)}`;
  return { ...frame, action, address: shownAddress(contact), centre: `/p/${token}${language}` };
}

function dayOf({ frame, record }: ConfirmVisit, instant: string): string {
  return dayIn({ ...record.person, locale: frame.catalog.locale }, instant);
}

function grantedOn(shown: ConfirmVisit, { marketing }: EmailContact): string | undefined {
  return marketing.state === 'granted' ? dayOf(shown, marketing.at) : undefined;
}

function lastDayOf(shown: ConfirmVisit, { marketing }: EmailContact): string {
  const pending = pendingGrant(marketing);
  return dayOf(shown, pending ? confirmableUntil(pending.at) : shown.now);
}

/** When the consent of the contact ends or has ended. */
function endOf(shown: ConfirmVisit, contact: EmailContact): { date: string; isPast: boolean } | undefined {
  const { record, now } = shown;
  const rule = ruleBook.ruleFor(record.person, now);
  const end = rule && consentEnd(contact, rule, now);
  return end === undefined ? undefined : { date: dayOf(shown, end), isPast: end < now };
}
