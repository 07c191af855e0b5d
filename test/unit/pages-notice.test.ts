/** The page of a notice over the real HTTP bundle: what it shows whom, and which answers it takes. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createChangeOutbox, lanes } from '../../shared/adapters/change-outbox.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createPageWorld, type PageWorld, readForm } from '../support/page-world.ts';
import { noticeOf, releasedAt, type SentTo } from '../support/sent-notice.ts';
import { createWorld } from '../support/world.ts';

let pages: PageWorld;

beforeEach(() => {
  quietTelemetry();
  pages = createPageWorld();
});

const version = '2026-12';
const british = { country: 'GB', language: 'en', timezone: 'Europe/London' } as const;
const email = {
  subject: 'Battery of {{deviceModel}}',
  html: '<style>p{color:red}</style><h1>Stop</h1><p onclick="x()">Stop charging your <b>{{deviceModel}}</b>.<script>x()</script></p><table><tr><td><a href="https://www.sony.example/r?a=1&amp;b=2" style="x">Help</a> <a href="javascript:x()">no</a></td></tr></table><img src="https://t.example/p.gif" alt="A battery"><form action="https://x.example"><input name="x"></form><iframe src="https://x.example"></iframe><div>',
};
const content = { defaultLocale: 'en', locales: { en: { email } } };
const terms: Partial<NoticeDraft> = { kind: 'terms', acceptance: { version, renewConsents: true }, content };
const mine: SentTo = { personId: 'per_1', contactId: 'con_1', office: 'uk' };
const linkTo = (messageId = 'ntc_1', contactId = 'con_1') =>
  pages.tokenOf({ purpose: 'notice', messageId, contactId });

async function give(draft: Partial<NoticeDraft> = {}, record: Partial<Notice> = {}, to = [mine]) {
  const { person } = await pages.load();
  const here = to.map((sent) => ({ ...sent, office: person.office }));
  return pages.notices.send(noticeOf({ content, ...draft }, record), ...here);
}

const answerOf = (personId = 'per_1', id = 'ntc_1') => pages.notices.answers.load(id, personId);
const press = (act: string, more: Record<string, string> = {}, token = linkTo()) =>
  pages.post('n', { act, ...more }, token);
const termsIn = async () =>
  (await pages.people.readLedger('per_1')).filter(({ purpose }) => purpose === 'terms');

describe('the page of a notice', () => {
  it('shows the text, office, controller, reference, reason, release and the way to the choices (P-01, P-19)', async () => {
    await pages.givePerson({ ...british, phones: 1 });
    await give();
    const { status, text, headers } = await pages.get('n', linkTo());
    expect(status).toBe(200);
    for (const words of [
      '<h1><span lang="en" dir="ltr">Battery of XQ-EC54</span></h1>',
      'Xperia United Kingdom',
      'Sony Corporation',
      'Reference: R-1',
      'it concerns the safety of your phone',
      'Your marketing choices are unchanged',
      'Released on 20 November 2026',
      'Privacy policy',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/href="\/p\/[\w.-]+"/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });

  it('keeps words and structure of the mail, and nothing that is active or comes from elsewhere', async () => {
    await pages.givePerson({ ...british, phones: 1 });
    await give();
    const { text } = await pages.get('n', linkTo());
    const article = text.slice(text.indexOf('<article'), text.indexOf('</article>'));
    expect(article).toContain('<h2>Stop</h2><p>Stop charging your <b>XQ-EC54</b>.</p>');
    expect(article).toContain(
      '<a href="https://www.sony.example/r?a&#61;1&amp;b&#61;2" rel="noreferrer noopener">Help</a>',
    );
    expect(article).toContain('A battery');
    expect(article).not.toMatch(/script|style|onclick|<img|<form|<input|iframe|color:red|\/p\.gif/i);
    expect(article.match(/<div>/g)?.length).toBe(article.match(/<\/div>/g)?.length);
  });

  it('fills in values as text, whatever a device calls itself', async () => {
    const record = await pages.givePerson(british);
    const devices = [{ model: '<script>alert(1)</script>' }];
    const { person, contacts } = record;
    const after = {
      person: { ...person, version: person.version + 1 },
      contacts: contacts.map((contact) => ({ ...contact, devices })),
    };
    const none = { entries: [], claims: [], releases: [], optOuts: [], letters: [] };
    await pages.people.save([{ before: record, after, ...none }]);
    await give();
    const { text } = await pages.get('n', linkTo());
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(1)');
  });

  it.each([
    [
      'the text of the push',
      { push: { title: 'Battery', body: 'Stop.', link: 'https://www.sony.example/' } },
      'Battery',
    ],
    ['the text message', { sms: { text: 'Stop charging.' } }, 'Reference: R-1'],
  ])('shows %s where there is no mail', async (_what, written, heading) => {
    await pages.givePerson(british);
    await give({ content: { defaultLocale: 'en', locales: { en: written } } });
    const { text } = await pages.get('n', linkTo());
    expect(text).toContain('<p>Stop');
    expect(text.slice(text.indexOf('<h1>'), text.indexOf('</h1>'))).toContain(heading);
  });

  it('speaks the language of the person, or the one that is picked (P-07)', async () => {
    await pages.givePerson({ country: 'DE', language: 'de' });
    const locales = { en: { email }, de: { email: { subject: 'Akku', html: '<p>Nicht laden</p>' } } };
    await give({ content: { defaultLocale: 'en', locales } });
    const own = (await pages.get('n', linkTo())).text;
    expect(own).toContain('Nicht laden');
    expect(own).toContain('Warum Sie dies erhalten');
    expect(own).not.toContain('Es gibt keinen Text');
    const picked = (await pages.get('n', linkTo(), { query: 'lang=en' })).text;
    expect(picked).toContain('Stop charging');
    expect(picked).toContain('Why you get this');
  });

  it('says so where there is no text in the reader’s language, and marks the other one', async () => {
    await pages.givePerson({ country: 'DE', language: 'ar' });
    await give();
    const { text } = await pages.get('n', linkTo());
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toMatch(/role="note">[^<]*English/);
    expect(text).toContain('<article class="words" lang="en" dir="ltr">');
    expect(text).toContain('<h1><span lang="en" dir="ltr">');
  });

  it('takes a short text in the reader’s language before a long one in another', async () => {
    await pages.givePerson({ country: 'DE', language: 'de' });
    const locales = { en: { email }, de: { push: { title: 'Akku', body: 'Nicht laden' } } };
    await give({ content: { defaultLocale: 'en', locales } });
    expect((await pages.get('n', linkTo())).text).toContain('<p>Nicht laden</p>');
  });

  it('shows the public text to who was erased, and says that nothing is known any more (P-09)', async () => {
    const record = await pages.givePerson({ ...british, phones: 1 });
    await give(terms);
    const actor = { kind: 'person' } as const;
    await pages.people.erase({ record, hashes: [], receipt: 'r', at: releasedAt, actor });
    const { status, text } = await pages.get('n', linkTo());
    expect(status).toBe(200);
    expect(text).toContain('Nothing is stored about you any more');
    expect(text).toContain('Stop charging');
    expect(text).not.toMatch(/<form|XQ-EC54|href="\/p\//);
    expect((await press('accept')).status).toBe(200);
    expect(await answerOf()).toBeUndefined();
  });

  it('says of a stopped notice that it does not apply, and asks nothing', async () => {
    await pages.givePerson(british);
    await give(terms, { state: 'stopped' });
    const { text } = await pages.get('n', linkTo());
    expect(text).toContain('role="alert">This notice has been withdrawn.');
    expect(text).not.toContain('<form');
    expect((await press('accept')).status).toBe(409);
    expect(await answerOf()).toBeUndefined();
    expect(await termsIn()).toEqual([]);
  });

  it('leads from a superseded notice to the one that replaced it, for the same person', async () => {
    await pages.givePerson(british);
    await give({}, { state: 'stopped', supersededBy: 'ntc_2' });
    await give({ reference: 'R-2', acknowledge: true }, { id: 'ntc_2' });
    const { text } = await pages.get('n', linkTo());
    const token = /href="\/n\/([\w.-]+)">Read the newer notice/.exec(text)?.[1] ?? '';
    expect((await pages.get('n', token)).text).toContain('Reference: R-2');
    expect((await press('acknowledge', {}, token)).status).toBe(200);
    expect(await answerOf('per_1', 'ntc_2')).toMatchObject({ personId: 'per_1' });
  });

  it.each([
    ['a damaged link', () => linkTo().slice(0, -1)],
    ['no link of ours', () => 'x'],
    ['a link for the choices', () => pages.tokenOf()],
    ['an unknown notice', () => linkTo('ntc_9')],
    ['a campaign', () => linkTo('cmp_1')],
    ['a notice that was not released', () => linkTo('ntc_draft')],
  ])('answers 404 for %s, and says nothing about anybody', async (_what, token) => {
    await pages.givePerson(british);
    await give();
    await pages.notices.messages.save(createWorld(releasedAt).campaign({ office: 'uk' }), 0);
    await give({}, { id: 'ntc_draft', state: 'submitted', startedAt: undefined });
    for (const { status, text } of [await pages.get('n', token()), await press('acknowledge', {}, token())]) {
      expect(status).toBe(404);
      expect(text).toContain('This link does not work');
    }
  });

  it('opens the choices with a link for the choices only', async () => {
    await pages.givePerson(british);
    await give();
    for (const page of ['u', 'p', 'c'] as const) expect((await pages.get(page, linkTo())).status).toBe(404);
  });

  it('is a sample where the link comes from a preview', async () => {
    expect((await pages.get('n', 'preview')).text).toContain('This is a sample');
    expect((await press('acknowledge', {}, 'preview')).status).toBe(200);
  });
});

describe('an answer', () => {
  it('is never given by opening the page (N-10)', async () => {
    await pages.givePerson(british);
    await give({ acknowledge: true });
    for (const route of ['GET', 'HEAD'] as const)
      expect((await pages.ask(`${route} /n/{token}`, linkTo())).status).toBe(200);
    expect(await answerOf()).toBeUndefined();
  });

  it('that the notice was read is kept with its words, once: a replay says so and changes nothing', async () => {
    await pages.givePerson(british);
    await give({ acknowledge: true });
    expect((await pages.get('n', linkTo())).text).toContain('>I have read this</button>');
    const done = await press('acknowledge');
    expect(done.text).toContain('role="status">Your answer is recorded.');
    expect(done.text).not.toContain('<form');
    const first = await answerOf();
    expect(first).toMatchObject({ way: 'page', wordingLanguage: 'en' });
    expect(first?.wording).toMatch(/^notice\.acknowledge\.button@/);
    const again = await press('acknowledge');
    expect(again.text).toContain('You have already answered. Nothing has changed.');
    expect(again.text).toMatch(/On \d+ \w+ \d{4} you confirmed/);
    expect(await answerOf()).toEqual(first);
    expect(await pages.people.readLedger('per_1')).toEqual([]);
  });

  it.each([
    ['went to another person', [{ ...mine, personId: 'per_2' }]],
    ['was decided not to be sent', [{ ...mine, decision: 'skip' as const }]],
    ['went to nobody', []],
  ])('to a notice that %s is refused in clear words', async (_what, to) => {
    await pages.givePerson(british);
    await give(terms, {}, to);
    for (const act of ['acknowledge', 'accept']) {
      const { status, text } = await press(act);
      expect(status).toBe(404);
      expect(text).toContain('This notice was not sent to you');
    }
    for (const id of ['per_1', 'per_2']) expect(await answerOf(id)).toBeUndefined();
    expect(await termsIn()).toEqual([]);
  });

  it('counts for a person who has moved to another office since, and by a contact that has gone', async () => {
    await pages.givePerson(british);
    await pages.notices.send(noticeOf({ acknowledge: true, content }), {
      ...mine,
      contactId: 'con_0',
      office: 'jp',
    });
    expect((await press('acknowledge', {}, linkTo('ntc_1', 'con_0'))).status).toBe(200);
    expect(await answerOf()).toMatchObject({ personId: 'per_1' });
  });

  const others: Record<string, string>[] = [{}, { act: 'agree' }, { act: '' }, { ack: 'acknowledge' }];

  it.each(others)('%j is none', async (form) => {
    await pages.givePerson(british);
    await give({ acknowledge: true });
    expect((await pages.post('n', form, linkTo())).status).toBe(400);
    expect(await answerOf()).toBeUndefined();
  });

  it('that accepts is none where the notice does not ask for it', async () => {
    await pages.givePerson(british);
    await give({ acknowledge: true });
    expect((await press('accept')).status).toBe(400);
    expect(await answerOf()).toBeUndefined();
  });
});

describe('the acceptance of terms (P-24)', () => {
  const grants: Answer[] = [
    { purpose: 'marketing', channel: 'email', state: 'granted' },
    { purpose: 'marketing', channel: 'push', contactId: 'dev_1', state: 'granted' },
    { purpose: 'marketing', channel: 'push', contactId: 'dev_2', state: 'denied' },
    { purpose: 'profiling', state: 'granted' },
    { purpose: 'diagnostics', contactId: 'dev_1', state: 'denied' },
  ];

  it('is an entry of the ledger with the version and the words, and no event for others', async () => {
    await pages.givePerson({ ...british, language: 'de' });
    await give(terms);
    const { text } = await pages.get('n', linkTo());
    expect(text).toContain('stimmen Sie der Version 2026-12');
    expect((await press('accept')).text).toMatch(/Am .* haben Sie der Version 2026-12 zugestimmt/);
    expect(await answerOf()).toMatchObject({ accepted: version });
    const [entry, ...others] = await termsIn();
    expect(entry).toMatchObject({
      state: 'granted',
      policyVersion: version,
      source: 'link',
      wordingLanguage: 'de',
    });
    expect(entry?.wording).toMatch(/^notice\.accept\.detail@/);
    expect(others).toEqual([]);
    const outbox = createChangeOutbox(pages.table);
    const waiting = await Promise.all(lanes.map((lane) => outbox.listWaiting(lane)));
    expect(waiting.flat()).toEqual([]);
    expect((await pages.get('p')).text).toContain('Bedingungen oder Richtlinie, Version 2026-12');
  });

  it('may follow an acknowledgement, once: the time of the first answer stays', async () => {
    await pages.givePerson(british);
    await give(terms);
    await press('acknowledge');
    const first = await answerOf();
    expect((await pages.get('n', linkTo())).text).toContain('>I accept</button>');
    expect((await press('accept')).text).toContain('Your answer is recorded.');
    const second = await answerOf();
    expect(second).toMatchObject({ at: first?.at, accepted: version, wording: first?.wording });
    expect((await press('accept')).text).toContain('You have already answered.');
    expect((await press('acknowledge')).text).toContain('You have already answered.');
    expect(await answerOf()).toEqual(second);
    expect(await termsIn()).toHaveLength(1);
  });

  it('offers to renew what is granted now, unticked, and nothing that was refused', async () => {
    await pages.givePerson({ ...british, phones: 2, answers: grants });
    await give(terms);
    const { text } = await pages.get('n', linkTo());
    const boxes = [...text.matchAll(/<input type="checkbox"[^>]*name="renew\.(\w+)"[^>]*>/g)];
    expect(boxes.map(([, about]) => about)).toEqual(['email', 'push', 'profiling']);
    expect(boxes.filter(([tag]) => tag.includes('checked'))).toEqual([]);
    expect(readForm(text)).toEqual({});
  });

  it('renews what is ticked, under the new version and with the words of each; the rest stays', async () => {
    await pages.givePerson({ ...british, phones: 2, answers: grants });
    await give(terms);
    const before = await pages.people.readLedger('per_1');
    await press('accept', {
      'renew.push': 'granted',
      'renew.profiling': 'granted',
      'renew.diagnostics': 'granted',
    });
    const entries = await pages.people.readLedger('per_1');
    const added = entries.slice(before.length).map((entry) => ({
      about: [entry.purpose, entry.channel, entry.contactId].filter(Boolean).join(' '),
      state: entry.state,
      version: entry.policyVersion,
      wording: entry.wording?.replace(/@.*/, ''),
    }));
    expect(added).toEqual([
      { about: 'terms', state: 'granted', version, wording: 'notice.accept.detail' },
      { about: 'marketing push dev_1', state: 'granted', version, wording: 'centre.push.detail' },
      { about: 'profiling', state: 'granted', version, wording: 'centre.profiling.detail' },
    ]);
    const { person, contacts } = await pages.load();
    expect(verifyChain(entries, person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
    expect(contacts.map(({ marketing }) => marketing.state)).toEqual(['granted', 'granted', 'denied']);
    expect(before.every(({ policyVersion: old }) => old === undefined || old === policyVersion)).toBe(true);
    await press('accept', { 'renew.email': 'granted' });
    expect(await pages.people.readLedger('per_1')).toEqual(entries);
  });

  it('renews nothing where the notice does not ask for it, and offers nothing', async () => {
    await pages.givePerson({ ...british, phones: 2, answers: grants });
    await give({ ...terms, acceptance: { version, renewConsents: false } });
    expect((await pages.get('n', linkTo())).text).not.toContain('type="checkbox"');
    const before = await pages.people.readLedger('per_1');
    await press('accept', { 'renew.email': 'granted' });
    expect(await pages.people.readLedger('per_1')).toHaveLength(before.length + 1);
  });

  it('of a version that is in the ledger already answers the notice, and adds no entry', async () => {
    await pages.givePerson({ ...british, answers: grants.slice(0, 1) });
    await give(terms);
    await give(terms, { id: 'ntc_2' });
    await press('accept');
    expect((await pages.get('n', linkTo('ntc_2'))).text).not.toContain('type="checkbox"');
    await press('accept', { 'renew.email': 'granted' }, linkTo('ntc_2'));
    expect(await answerOf('per_1', 'ntc_2')).toMatchObject({ accepted: version });
    expect(await termsIn()).toHaveLength(1);
  });

  it('does not offer profiling to a browser that asks not to be profiled (P-26)', async () => {
    await pages.givePerson({
      country: 'US',
      subdivision: 'US-CA',
      language: 'en',
      answers: grants.slice(3, 4),
    });
    await give(terms);
    const headers = { 'Sec-GPC': '1' };
    expect((await pages.get('n', linkTo(), { headers })).text).not.toContain('renew.profiling');
    await pages.post('n', { act: 'accept', 'renew.profiling': 'granted' }, linkTo(), { headers });
    expect((await pages.load()).person.profiling.state).toBe('denied');
    expect(await termsIn()).toHaveLength(1);
  });
});
