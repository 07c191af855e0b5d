/** The page of a notice: its public text, why the reader gets it, and the button that answers it. Only the button answers (pain N-10). */
import type { NoticeAnswer } from '../domain/answer.ts';
import { controller } from '../domain/offices.ts';
import type { Renewable } from '../domain/renewal.ts';
import type { Instant, NoticeKind } from '../domain/vocabulary.ts';
import { type DateReader, dayIn, ownNameOf } from '../i18n/dates.ts';
import { directionOf } from '../i18n/locale.ts';
import { type Catalog, say } from '../i18n/messages.ts';
import { banner } from './forms.ts';
import { type Html, html } from './html.ts';
import { type Frame, layOut } from './layout.ts';
import { type News, wordings } from './preference-page.ts';

export interface NoticePage extends Frame {
  readonly kind: NoticeKind;
  readonly reference: string;
  readonly releasedAt: Instant;
  /** Where and when the reader lives. */
  readonly whose: Omit<DateReader, 'locale'>;
  /** Absent: the notice has no text. */
  readonly text?:
    | { readonly locale: string; readonly title: string | undefined; readonly body: Html }
    | undefined;
  /** There is no text in the reader's language, so another one is shown. */
  readonly isFallback: boolean;
  readonly news?: News | undefined;
  /** It does not apply any more. `newer`: address of the notice that replaced it. */
  readonly ended?: { readonly newer: string | undefined } | undefined;
  /** Nothing is known of the reader any more. */
  readonly isErased?: boolean | undefined;
  readonly answer?: NoticeAnswer | undefined;
  readonly question?: Question | undefined;
  /** Address of the preference centre. */
  readonly centre?: string | undefined;
}

/** What the page asks its reader. */
interface Question {
  /** Where the form posts to. */
  readonly action: string;
  /** Absent: to say that it was read. */
  readonly accept?:
    | { readonly version: string; readonly renewables: ReadonlyMap<Renewable, number> }
    | undefined;
}

/** Name and values of the form's buttons, and what the name of a box begins with. */
export const noticeAct = {
  name: 'act',
  acknowledge: 'acknowledge',
  accept: 'accept',
  renew: 'renew.',
} as const;

/** Ids of the texts that the buttons stand with. */
export const noticeWordings = {
  acknowledge: 'notice.acknowledge.button',
  accept: wordings.terms,
} as const;

/** The page. */
export function renderNotice(page: NoticePage): string {
  const { catalog, text, reference, ended, news, isErased, isFallback } = page;
  const title = text?.title ?? say(catalog, 'notice.reference', { reference });
  const heading = text?.title && html`<span ${languageOf(text.locale)}>${text.title}</span>`;
  const language = text && ownNameOf(text.locale);
  return layOut(
    { ...page, title, heading: heading || undefined },
    html`${news && banner(news.text, news.kind)}${ended && endedBanner(catalog, ended.newer)}
${isErased ? banner(say(catalog, 'notice.erased')) : undefined}
${isFallback && language ? html`<p class="panel" role="note">${say(catalog, 'notice.fallback', { language })}</p>` : undefined}
${text && html`<article class="words" ${languageOf(text.locale)}>\n${text.body}\n</article>`}
${answerSection(page)}
${whySection(page)}`,
  );
}

function languageOf(locale: string): Html {
  return html`lang="${locale}" dir="${directionOf(locale)}"`;
}

function endedBanner(catalog: Catalog, newer: string | undefined): Html {
  if (newer === undefined) return banner(say(catalog, 'notice.stopped'), 'alert');
  return html`<p class="panel strong" role="alert">${say(catalog, 'notice.superseded')}
<a href="${newer}">${say(catalog, 'notice.newer')}</a></p>`;
}

function whySection({ catalog, kind, reference, releasedAt, whose, office, centre }: NoticePage): Html {
  const date = dayIn({ ...whose, locale: catalog.locale }, releasedAt);
  const parties = [office?.name, controller.legalName].filter((name) => name !== undefined);
  return html`<section class="panel more"><h2>${say(catalog, 'notice.why')}</h2>
<p>${say(catalog, `notice.${kind}`)} ${say(catalog, 'notice.choices')}</p></section>
<ul class="facts quiet">
${parties.map((name) => html`<li><bdi>${name}</bdi></li>\n`)}<li>${say(catalog, 'notice.reference', { reference })}</li>
<li>${say(catalog, 'notice.released', { date })}</li>
</ul>
${centre === undefined ? undefined : html`<p><a href="${centre}">${say(catalog, 'unsubscribe.centre')}</a></p>`}`;
}

function answerSection(page: NoticePage): Html {
  const { answer, question } = page;
  return html`${answer && standing(page, answer)}${question && questionForm(page, question)}`;
}

function standing({ catalog, whose }: NoticePage, { at, accepted, acceptedAt }: NoticeAnswer): Html {
  const dated = (instant: Instant) => ({ date: dayIn({ ...whose, locale: catalog.locale }, instant) });
  const said = accepted
    ? say(catalog, 'notice.accepted', { ...dated(acceptedAt ?? at), version: accepted })
    : say(catalog, 'notice.acknowledged', dated(at));
  return html`<p class="panel strong">${said}</p>\n`;
}

function questionForm(page: NoticePage, { action, accept }: Question): Html {
  const { catalog } = page;
  const value = accept ? noticeAct.accept : noticeAct.acknowledge;
  const label = say(catalog, accept ? 'notice.accept.button' : noticeWordings.acknowledge);
  return html`<form method="post" action="${action}" class="answer">
${accept && html`${renewals(page, accept.renewables)}<p>${say(catalog, noticeWordings.accept, { version: accept.version })}</p>\n`}<button type="submit" name="${noticeAct.name}" value="${value}">${label}</button>
</form>`;
}

/** Boxes for the consents that are in force; none is ticked beforehand. */
function renewals(page: NoticePage, renewables: ReadonlyMap<Renewable, number>): Html | undefined {
  if (renewables.size === 0) return undefined;
  const boxes = [...renewables].map(([about, count]) => {
    const id = `renew-${about}`;
    return html`<div class="choice"><input type="checkbox" id="${id}" name="${noticeAct.renew}${about}" value="granted" aria-describedby="${id}-detail">
<label for="${id}">${say(page.catalog, `centre.${about}`)}</label>
<p class="quiet" id="${id}-detail">${askedWith(page, about, count)}</p></div>
`;
  });
  return html`<fieldset><legend>${say(page.catalog, 'centre.title')}</legend>
<p>${say(page.catalog, 'notice.renew')}</p>
${boxes}</fieldset>
`;
}

/** The words of the preference centre: what is renewed is what was given there. */
function askedWith({ catalog, office }: NoticePage, about: Renewable, count: number): string {
  const parties = { office: office?.name ?? controller.legalName, controller: controller.legalName };
  switch (about) {
    case 'email':
      return say(catalog, wordings.email, parties);
    case 'push':
      return say(catalog, wordings.push, { ...parties, count });
    case 'profiling':
      return say(catalog, wordings.profiling, parties);
    case 'diagnostics':
      return say(catalog, wordings.diagnostics, { ...parties, count });
  }
}
