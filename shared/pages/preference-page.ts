/** The preference centre: what holds, why, and the switches to change it. HTML alone; nothing on it tells a stranger whose it is (pain N-11). */
import type { LedgerEntry } from '../domain/ledger.ts';
import { controller, type Office } from '../domain/offices.ts';
import type { ChannelChoice, PersonChoices } from '../domain/person-preferences.ts';
import { Topic } from '../domain/vocabulary.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { locales } from '../i18n/catalog.ts';
import { type DateReader, dayIn, ownNameOf } from '../i18n/dates.ts';
import { say } from '../i18n/messages.ts';
import { banner, postButton, whatContinues } from './forms.ts';
import { historyList } from './history-list.ts';
import { type Html, html, raw } from './html.ts';
import { type Frame, layOut } from './layout.ts';

export interface PreferencePage extends Frame {
  readonly office: Office;
  readonly choices: PersonChoices;
  /** Masked; absent without an address. */
  readonly address?: string | undefined;
  /** Where and when the reader lives. */
  readonly whose: Omit<DateReader, 'locale'> & { readonly language?: string | undefined };
  readonly entries: readonly LedgerEntry[];
  /** Of the choices, as the form will name it. */
  readonly version: number;
  /** Where the form posts to; absent: the page is a view without buttons. */
  readonly action?: string | undefined;
  readonly news?: News | undefined;
}

/** What became of the step before. */
export interface News {
  readonly kind: 'status' | 'alert';
  readonly text: string;
}

/** Name and values of the form's buttons. */
export const act = { name: 'act', save: 'save', refuse: 'refuse' } as const;

/** Ids of the texts that a switch or a button asks with: kept with the answer. */
export const wordings = {
  email: 'centre.email.detail',
  push: 'centre.push.detail',
  topic: 'centre.topics.detail',
  profiling: 'centre.profiling.detail',
  diagnostics: 'centre.diagnostics.detail',
  terms: 'notice.accept.detail',
} as const;

/** The page with all choices and their history. */
export function renderPreferences(page: PreferencePage): string {
  const { catalog, office, address, action, news, entries, whose } = page;
  const named = { office: office.name };
  return layOut(
    { ...page, title: say(catalog, 'centre.title') },
    html`${news ? banner(news.text, news.kind) : undefined}
<p>${say(catalog, action === undefined ? 'centre.readonly' : 'centre.intro', named)}</p>
${address === undefined ? undefined : html`<p class="quiet">${say(catalog, 'centre.address', { address })}</p>`}
${action === undefined ? switches(page) : choicesForm(page, action)}
${whatContinues(catalog)}
<section class="more"><h2>${say(catalog, 'history.title')}</h2>
${historyList(catalog, entries, whose)}</section>`,
  );
}

/** For a link whose address is no longer that person's: it can still refuse, and shows nothing. */
export function renderRefusalOnly(
  page: Frame & { readonly office: Office; readonly action: string; readonly news?: News | undefined },
): string {
  const { catalog, action, news } = page;
  return layOut(
    { ...page, title: say(catalog, 'centre.title') },
    html`${news ? banner(news.text, news.kind) : undefined}
${refuseAll(catalog, action)}
${whatContinues(catalog)}`,
  );
}

function choicesForm(page: PreferencePage, action: string): Html {
  const { catalog, version } = page;
  return html`<form method="post" action="${action}" class="choices">
<input type="hidden" name="version" value="${version}">
${switches(page)}
${languageField(page)}
<p><button type="submit" name="${act.name}" value="${act.save}">${say(catalog, 'centre.save')}</button></p>
</form>
${refuseAll(catalog, action)}`;
}

function refuseAll(catalog: Catalog, action: string): Html {
  const label = say(catalog, 'centre.refuse');
  return html`<section class="more"><p class="quiet">${say(catalog, 'centre.refuse.detail')}</p>
${postButton({ action, name: act.name, value: act.refuse, label, isSecondary: true })}</section>`;
}

function switches(page: PreferencePage): Html {
  const { catalog } = page;
  return html`${group(say(catalog, 'centre.marketing'), undefined, marketingSwitches(page))}
${group(say(catalog, 'centre.topics'), say(catalog, 'centre.topics.detail'), topicSwitches(page))}
${group(say(catalog, 'centre.personal'), undefined, personalSwitches(page))}`;
}

function group(legend: string, detail: string | undefined, parts: readonly (Html | undefined)[]): Html {
  return html`<fieldset><legend>${legend}</legend>
${detail === undefined ? undefined : html`<p class="quiet">${detail}</p>`}
${parts}</fieldset>`;
}

interface Switch {
  /** Of the form field; the id is made of it. */
  readonly name: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly isOn: boolean;
  readonly isFixed?: boolean | undefined;
}

/** A checkbox with what it showed beside it, so that only what the reader changes counts as an answer. */
function choiceSwitch({ action }: PreferencePage, given: Switch): Html {
  const { name, label, detail, states = [], isOn, isFixed = false } = given;
  const id = name.replaceAll('.', '-');
  const isDisabled = isFixed || action === undefined;
  const attributes = `${isOn ? ' checked' : ''}${isDisabled ? ' disabled' : ''}${detail ? ` aria-describedby="${id}-detail"` : ''}`;
  const shown = isDisabled
    ? undefined
    : html`<input type="hidden" name="was.${name}" value="${isOn ? 'granted' : 'denied'}">\n`;
  return html`<div class="choice">
${shown}<input type="checkbox" id="${id}" name="${name}" value="granted"${raw(attributes)}>
<label for="${id}">${label}</label>
${detail ? html`<p class="quiet" id="${id}-detail">${detail}</p>` : undefined}
${states.map((state) => html`<p class="state">${state}</p>`)}</div>
`;
}

function marketingSwitches(page: PreferencePage): (Html | undefined)[] {
  const { catalog, office, choices } = page;
  const { email, push } = choices;
  const named = { office: office.name, controller: controller.legalName };
  return [
    email &&
      choiceSwitch(page, {
        name: 'marketing.email',
        label: say(catalog, 'centre.email'),
        detail: say(catalog, wordings.email, named),
        states: statesOf(page, email, email.obstacle),
        isOn: email.on,
      }),
    push &&
      choiceSwitch(page, {
        name: 'marketing.push',
        label: say(catalog, 'centre.push'),
        detail: say(catalog, wordings.push, { ...named, count: push.count }),
        states: statesOf(page, push),
        isOn: push.on,
      }),
  ];
}

/** Why a channel is on or off, where the switch alone does not say it. */
function statesOf(
  { catalog, whose }: PreferencePage,
  { status, endsAt }: ChannelChoice,
  obstacle?: 'undeliverable' | 'complained' | undefined,
): string[] {
  const date = endsAt && dayIn({ ...whose, locale: catalog.locale }, endsAt);
  const states = [
    status === 'pending' ? say(catalog, 'state.pending') : undefined,
    status === 'implied' ? say(catalog, 'state.implied') : undefined,
    status === 'default' ? say(catalog, 'state.default') : undefined,
    date && status === 'expired' ? say(catalog, 'state.expired', { date }) : undefined,
    date && (status === 'granted' || status === 'implied')
      ? say(catalog, 'state.until', { date })
      : undefined,
    obstacle && say(catalog, `state.${obstacle}`),
  ];
  return states.flatMap((state) => state ?? []);
}

function topicSwitches(page: PreferencePage): Html[] {
  const { catalog, choices } = page;
  return Topic.options.map((topic) =>
    choiceSwitch(page, {
      name: `topics.${topic}`,
      label: say(catalog, `topic.${topic}`),
      isOn: choices.topics[topic] === 'granted',
    }),
  );
}

function personalSwitches(page: PreferencePage): (Html | undefined)[] {
  const { catalog, office, choices, isSignalled } = page;
  const { profiling, diagnostics } = choices;
  return [
    choiceSwitch(page, {
      name: 'profiling',
      label: say(catalog, 'centre.profiling'),
      detail: say(catalog, wordings.profiling, { office: office.name }),
      isOn: profiling === 'granted',
      isFixed: isSignalled,
    }),
    diagnostics &&
      choiceSwitch(page, {
        name: 'diagnostics',
        label: say(catalog, 'centre.diagnostics'),
        detail: say(catalog, wordings.diagnostics, {
          controller: controller.legalName,
          count: diagnostics.count,
        }),
        isOn: diagnostics.choice === 'granted',
      }),
  ];
}

/** The person's language, also where the pages do not speak it. */
function languageField({ catalog, whose }: PreferencePage): Html {
  const own = whose.language ?? catalog.locale;
  const known = locales.includes(own) ? locales : [own, ...locales];
  const options = known.map(
    (locale) =>
      html`<option value="${locale}" lang="${locale}"${locale === own ? raw(' selected') : undefined}>${ownNameOf(locale)}</option>\n`,
  );
  return html`<div class="field"><label for="language">${say(catalog, 'page.language')}</label>
<input type="hidden" name="was.language" value="${own}">
<select id="language" name="language" aria-describedby="language-detail">
${options}</select>
<p class="quiet" id="language-detail">${say(catalog, 'centre.language.detail')}</p></div>`;
}
