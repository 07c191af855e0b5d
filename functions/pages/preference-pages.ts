/** The preference centre behind a link: shows what holds, and takes what the form changes. */
import type { Reply } from '../../shared/api/contract.ts';
import { etagOf } from '../../shared/api/etag.ts';
import { findEmail } from '../../shared/domain/contacts.ts';
import {
  choicesIn,
  choicesOf,
  type PreferenceChange,
  personAnswers,
} from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import { type Answer, withShared } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { type Catalog, locales } from '../../shared/i18n/catalog.ts';
import { findLocale } from '../../shared/i18n/locale.ts';
import { say } from '../../shared/i18n/messages.ts';
import { wordingId } from '../../shared/i18n/wording.ts';
import {
  act,
  type News,
  renderPreferences,
  renderRefusalOnly,
  wordings,
} from '../../shared/pages/preference-page.ts';
import { changePreferences, type PreferencesChanged } from '../../shared/use-cases/change-preferences.ts';
import { chooseCatalog } from './choose-language.ts';
import { renderGone } from './gone-page.ts';
import { addressee, pageReply, shownAddress, type Visit } from './open-visit.ts';
import { type Form, readChoices } from './read-choices.ts';
import { waitingNews } from './waiting-news.ts';

type PreferenceVisit = Visit<'preferences'>;

/** @param news what became of the step before */
export async function showChoices(shown: PreferenceVisit, news?: News, status = 200): Promise<Reply> {
  const { deps, record, frame, action, now } = shown;
  const contact = addressee(shown);
  if (!contact) return pageReply(status, renderRefusalOnly({ ...frame, action, news }));
  const { person } = record;
  const page = {
    ...frame,
    choices: choicesOf(record, ruleBook.ruleFor(person, now), now, contact.id),
    address: shownAddress(contact),
    whose: person,
    entries: await deps.people.readLedger(person.id),
    version: person.version,
    action,
    news,
  };
  return pageReply(status, renderPreferences(page));
}

const refuseAll: PreferenceChange = { marketing: { email: 'denied', push: 'denied' } };

/** Takes the refusals in any case, and the grants when they start from the version that the page showed. */
export async function takeChoices(shown: PreferenceVisit, form: Form): Promise<Reply> {
  const { deps, frame } = shown;
  const refusesAll = form[act.name] === act.refuse || !addressee(shown);
  const { change, language, version } = readChoices(form);
  const wanted = refusesAll ? refuseAll : withoutSignalled(change, shown);
  const changed = await save(shown, wanted, refusesAll ? undefined : language, version);
  if (!changed) return pageReply(200, renderGone(frame.catalog));
  await deps.wakeLetters(changed.letters);
  const next = afterChange(shown, changed, changed.obstacle ? undefined : language);
  const news = newsOf(next, wanted, changed, refusesAll, language);
  return showChoices(next, news, changed.obstacle ? 409 : 200);
}

/** As long as the browser asks not to be profiled, its form cannot grant it. */
function withoutSignalled(change: PreferenceChange, { frame }: PreferenceVisit): PreferenceChange {
  const isGrant = change.profiling === 'granted' && frame.isSignalled;
  return isGrant ? { ...change, profiling: undefined } : change;
}

async function save(
  { deps, claim, frame, now }: PreferenceVisit,
  change: PreferenceChange,
  language: string | undefined,
  version: string | undefined,
): Promise<PreferencesChanged | undefined> {
  const { catalog } = frame;
  const context = {
    now,
    source: 'link',
    actor: { kind: 'person', id: claim.personId },
    wordingLanguage: catalog.locale,
    policyVersion,
  } as const;
  return changePreferences(deps.people, claim.personId, context, {
    change,
    ifMatch: version === undefined ? undefined : etagOf(Number(version)),
    obstacleTo: (record) => (findEmail(record, claim.contactId) ? undefined : 'no-contact'),
    answersOf: (record) => {
      const rule = ruleBook.ruleFor(record.person, now);
      const answers = personAnswers(change, record, { rule, now, isOwn: false, emailId: claim.contactId });
      return answers.map((answer) => ({ ...answer, wording: wordingOf(catalog, answer) }));
    },
    edit: (record) =>
      language === undefined || language === record.person.language
        ? record
        : withShared(record, { language }),
  });
}

function wordingOf(catalog: Catalog, answer: Answer): string {
  const subject = answer.purpose === 'marketing' ? answer.channel : answer.purpose;
  return wordingId(catalog, wordings[subject]);
}

/** The page goes on in the language that has just been chosen, where it speaks it. */
function afterChange(
  shown: PreferenceVisit,
  { record }: PreferencesChanged,
  language: string | undefined,
): PreferenceVisit {
  const speaks = language !== undefined && findLocale([language], locales) !== undefined;
  const { frame } = shown;
  const next = speaks
    ? { ...frame, language, catalog: chooseCatalog({ ...shown.wish, picked: language }) }
    : frame;
  return { ...shown, record, frame: { ...next, language: language ?? next.language } };
}

function newsOf(
  shown: PreferenceVisit,
  wanted: PreferenceChange,
  { obstacle, isLimited }: PreferencesChanged,
  refusesAll: boolean,
  language: string | undefined,
): News {
  const { catalog, office } = shown.frame;
  if (obstacle) return { kind: 'alert', text: say(catalog, 'centre.conflict') };
  if (refusesAll) return { kind: 'status', text: say(catalog, 'centre.refused', { office: office.name }) };
  const waiting =
    wanted.marketing?.email === 'granted'
      ? waitingNews(catalog, addressee(shown), isLimited, shown.now)
      : undefined;
  if (waiting) return waiting;
  const isNothing = choicesIn(wanted).length === 0 && language === undefined;
  return { kind: 'status', text: say(catalog, isNothing ? 'centre.unchanged' : 'centre.saved') };
}
