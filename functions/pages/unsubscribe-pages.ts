/** The unsubscribe link: GET asks and changes nothing (N-10), POST withdraws (RFC 8058). */
import type { Reply } from '../../shared/api/contract.ts';
import { etagOf } from '../../shared/api/etag.ts';
import { say } from '../../shared/i18n/messages.ts';
import { describeError, logger } from '../../shared/middleware/telemetry.ts';
import {
  renderAlreadyUnsubscribed,
  renderTopicDone,
  renderUndone,
  renderUndoPending,
  renderUnsubscribeDone,
  renderUnsubscribeError,
  renderUnsubscribeQuestion,
  type UnsubscribePage,
} from '../../shared/pages/unsubscribe-page.ts';
import { chooseCatalog } from './choose-language.ts';
import { renderGone } from './gone-page.ts';
import { type Arrival, addressee, pageReply, type Visit, visit } from './open-visit.ts';
import { isUnsubscribed, undoUnsubscribe, unsubscribe } from './unsubscribe.ts';
import { waitingNews } from './waiting-news.ts';

type UnsubscribeArrival = Arrival<'preferences'>;
type UnsubscribeVisit = Visit<'preferences'>;

/** RFC 8058, section 3.1; the case of the value is left to the mail program. */
export function isOneClick(field: string | undefined): boolean {
  return field?.trim().toLowerCase() === 'one-click';
}

/** For mail programs: a short text, no redirect and no cookie, and nothing done that could wait. An error is left to the edge, so that the program tries again. */
export async function takeOneClick({ deps, claim, now }: UnsubscribeArrival): Promise<Reply> {
  await unsubscribe(deps.people, { personId: claim.personId, source: 'one-click', now });
  return { status: 200, text: 'Unsubscribed.\n' };
}

/** @param status of a request that asked for nothing that this page knows */
export function showQuestion(arrival: UnsubscribeArrival, status = 200): Promise<Reply> {
  return visit(arrival, async (shown) => {
    const { record, claim } = shown;
    const page = pageOf(shown);
    return isUnsubscribed(record)
      ? pageReply(status, renderAlreadyUnsubscribed(page, record.person.version))
      : pageReply(status, renderUnsubscribeQuestion(page, claim.topic));
  });
}

/** The buttons of the page; a value that it does not know is the plain opt-out, so that none is lost. */
export async function takeButton(
  arrival: UnsubscribeArrival,
  { confirm, version }: { confirm?: string | undefined; version?: string | undefined },
): Promise<Reply> {
  try {
    return await visit(arrival, async (shown) => {
      const { topic } = shown.claim;
      if (confirm === 'undo') return undo(shown, version, undefined);
      if (confirm === 'undo-topic' && topic) return undo(shown, version, topic);
      return withdraw(shown, confirm === 'topic' ? topic : undefined);
    });
  } catch (error) {
    logger.error('unsubscribe failed', { fault: describeError(error) });
    const { wish, action } = arrival;
    return pageReply(500, renderUnsubscribeError({ catalog: chooseCatalog(wish), action, confirm, version }));
  }
}

type Topic = UnsubscribeVisit['claim']['topic'];

/** The confirmation is made only after the refusal is stored. */
async function withdraw(shown: UnsubscribeVisit, topic: Topic): Promise<Reply> {
  const { deps, claim, frame, now } = shown;
  const { personId } = claim;
  const { catalog } = frame;
  const changed = await unsubscribe(deps.people, { personId, source: 'link', catalog, topic, now });
  if (!changed) return pageReply(200, renderGone(catalog));
  const { version } = changed.record.person;
  const page = pageOf(shown);
  return pageReply(200, topic ? renderTopicDone(page, topic, version) : renderUnsubscribeDone(page, version));
}

async function undo(shown: UnsubscribeVisit, version: string | undefined, topic: Topic): Promise<Reply> {
  const { deps, claim, frame, now } = shown;
  const { catalog } = frame;
  const ifMatch = version === undefined ? undefined : etagOf(Number(version));
  const changed = await undoUnsubscribe(deps.people, { ...claim, catalog, topic, ifMatch, now });
  if (!changed) return pageReply(200, renderGone(catalog));
  const page = pageOf(shown);
  const current = changed.record.person.version;
  if (changed.obstacle) return showStanding({ ...shown, record: changed.record }, current, topic);
  await deps.wakeLetters(changed.letters);
  const contact = addressee({ ...shown, record: changed.record });
  const waiting = topic ? undefined : waitingNews(catalog, contact, changed.isLimited, now);
  return pageReply(200, waiting ? renderUndoPending(page, waiting.text) : renderUndone(page, topic));
}

/** What holds, when an undo could not be taken: a second click finds its wish fulfilled, an older page finds another answer. */
function showStanding(shown: UnsubscribeVisit, version: number, topic: Topic): Reply {
  const { record, frame, claim, now } = shown;
  const { catalog } = frame;
  const page = pageOf(shown);
  const contact = addressee(shown);
  const isOn = topic ? record.person.topics[topic] !== 'denied' : contact?.marketing.state === 'granted';
  if (contact && isOn) return pageReply(200, renderUndone(page, topic));
  const waiting = topic ? undefined : waitingNews(catalog, contact, false, now);
  if (waiting) return pageReply(200, renderUndoPending(page, waiting.text));
  const news = say(catalog, 'centre.conflict');
  return isUnsubscribed(record)
    ? pageReply(409, renderAlreadyUnsubscribed(page, version, news))
    : pageReply(409, renderUnsubscribeQuestion(page, claim.topic, news));
}

/** The same link opens the preference centre. */
function pageOf(shown: UnsubscribeVisit): UnsubscribePage {
  const { frame, action } = shown;
  const canUndo = addressee(shown) !== undefined;
  return { ...frame, action, centre: action.replace(/^\/u\//, '/p/'), canUndo };
}
