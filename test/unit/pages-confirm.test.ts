/** Double opt-in and renewal over the real HTTP bundle: who confirms what, until when, and how often a mail is sent. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { confirmationDays, confirmationsPerDay } from '../../shared/domain/confirmation.ts';
import { pendingGrant } from '../../shared/domain/consent.ts';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { catalogFor } from '../../shared/i18n/catalog.ts';
import { say } from '../../shared/i18n/messages.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { deliverLetter } from '../../shared/use-cases/deliver-letter.ts';
import { campaignFor } from '../support/given-contact.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createPageWorld, keyring, type PageWorld, readForm } from '../support/page-world.ts';

let pages: PageWorld;
let mails: { to: string; text: string }[];

beforeEach(async () => {
  quietTelemetry();
  pages = createPageWorld();
  mails = [];
});

const german = { country: 'DE', language: 'de', timezone: 'Europe/Berlin' } as const;

/** Sends the letters that were woken. */
async function deliver(now = new Date().toISOString()) {
  const deps = {
    letters: pages.letters,
    people: pages.people,
    keyring,
    send: async ({ to, raw }: { to: string; raw: Buffer }) => {
      mails.push({ to, text: raw.toString('latin1').replaceAll('=\r\n', '').replaceAll('=3D', '=') });
      return { kind: 'accepted', providerId: `ses-${mails.length}` } as const;
    },
    publish: async () => ({ kind: 'failed' }) as const,
    configurationSet: 'letters',
    publicUrl: 'https://notify.example',
    clock: () => now,
  };
  for (const { personId, id } of pages.woken.splice(0)) await deliverLetter(deps, { personId, id });
}

async function askForMails() {
  return pages.post('p', { ...(await pages.formOf()), 'marketing.email': 'granted', act: 'save' });
}

const tokenIn = (mail: { text: string } | undefined) => /\/c\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
const marketing = async () => (await pages.load()).contacts[0]?.marketing;

const campaign = campaignFor({ office: 'de' }, { channels: ['email'] });

async function decision(now = new Date().toISOString()) {
  const [contact] = (await pages.load()).contacts;
  if (!contact) throw new Error('no contact');
  const decided = decide(campaign, contact, noFacts, ruleBook, now);
  return decided.kind === 'skip' ? decided.reason : decided.kind;
}

describe('double opt-in (regions table)', () => {
  it('keeps a grant from a web form pending until the button of the mail is pressed', async () => {
    await pages.givePerson(german);
    const answer = await askForMails();
    expect(answer.text).toContain('o•••@e•••.com');
    expect(await decision()).toBe('awaiting-confirmation');
    await deliver();
    expect(mails.map(({ to }) => to)).toEqual(['one@example.com']);
    const token = tokenIn(mails[0]);
    expect((await pages.get('c', token)).text).toContain('<button');
    expect(await decision()).toBe('awaiting-confirmation');
    const confirmed = await pages.post('c', { act: 'confirm' }, token);
    expect(confirmed.status).toBe(200);
    expect(await decision()).toBe('send');
    const entries = await pages.people.readLedger('per_1');
    expect(entries.map(({ state, source }) => [state, source])).toEqual([
      ['pending', 'link'],
      ['granted', 'link'],
    ]);
    expect(entries[1]?.wording).toMatch(/^confirm\.detail@/);
  });

  it('sends a confirmation mail that holds no promotion and no unsubscribe header', async () => {
    await pages.givePerson(german);
    await askForMails();
    await deliver();
    expect(mails[0]?.text).not.toMatch(/List-Unsubscribe|\/u\/|%|Angebot|<img/i);
    expect(mails[0]?.text).toContain('Auto-Submitted: auto-generated');
  });

  it('is not needed where the country does not ask for it', async () => {
    await pages.givePerson({ country: 'FR', language: 'fr' });
    await askForMails();
    expect(await marketing()).toMatchObject({ state: 'granted' });
    expect(pages.woken).toEqual([]);
  });

  it('a second click is told that it is done, and changes nothing', async () => {
    await pages.givePerson(german);
    await askForMails();
    await deliver();
    await pages.post('c', { act: 'confirm' }, tokenIn(mails[0]));
    const before = JSON.stringify(pages.table.all());
    const again = await pages.post('c', { act: 'confirm' }, tokenIn(mails[0]));
    expect(again.status).toBe(200);
    expect(JSON.stringify(pages.table.all())).toBe(before);
  });

  it.each(['GET', 'HEAD'] as const)('%s of the link confirms nothing (N-10)', async (method) => {
    await pages.givePerson(german);
    await askForMails();
    await deliver();
    const before = JSON.stringify(pages.table.all());
    await pages.ask(`${method} /c/{token}`, tokenIn(mails[0]));
    expect(JSON.stringify(pages.table.all())).toBe(before);
  });

  it('a refusal after the mail stands, whatever is clicked later (P-15, promise 3)', async () => {
    await pages.givePerson(german);
    await askForMails();
    await deliver();
    await pages.post('u', { 'List-Unsubscribe': 'One-Click' });
    await pages.post('c', { act: 'confirm' }, tokenIn(mails[0]));
    await pages.post('c', { act: 'resend' }, tokenIn(mails[0]));
    expect(await decision()).toBe('consent-withdrawn');
    expect(pages.woken).toEqual([]);
  });

  it('a refusal stands until the new grant is confirmed, and an import does not slip in between (N-09)', async () => {
    const grant = { purpose: 'marketing', channel: 'email', state: 'granted' } as const;
    await pages.givePerson({ ...german, answers: [grant] });
    const done = await pages.post('u', { confirm: 'unsubscribe' });
    const undone = await pages.post('u', { ...readForm(done.text), confirm: 'undo' });
    expect(undone.text).toContain('o•••@e•••.com');
    expect(await decision()).toBe('consent-withdrawn');
    await deliver();
    await pages.post('c', { act: 'confirm' }, tokenIn(mails[0]));
    expect(await decision()).toBe('send');
    expect((await pages.load()).person.refusals.email).toBeUndefined();
  });

  it(`sends at most ${confirmationsPerDay} mails a day to one address, also when it is asked for more often`, async () => {
    await pages.givePerson(german);
    for (let time = 0; time < confirmationsPerDay + 2; time++) await askForMails();
    const { text } = await askForMails();
    expect(text).toContain('role="alert"');
    await deliver();
    expect(mails).toHaveLength(confirmationsPerDay);
    expect(new Set(mails.map(tokenIn)).size).toBe(1);
  });

  it('also when refusals in between make each grant a new one', async () => {
    await pages.givePerson(german);
    for (let time = 0; time < confirmationsPerDay + 2; time++) {
      await askForMails();
      await pages.post('u', { 'List-Unsubscribe': 'One-Click' });
    }
    await deliver();
    expect(pages.table.all().filter(({ sk }) => sk.startsWith('LETTER#'))).toHaveLength(confirmationsPerDay);
  });

  it('a link that came too late says so and can be had anew', async () => {
    const longAgo = new Date(Date.now() - (confirmationDays * 86_400_000 + 1000)).toISOString();
    const pending = { purpose: 'marketing', channel: 'email', state: 'pending' } as const;
    const { contacts } = await pages.givePerson({ ...german, answers: [pending], at: longAgo });
    const eventId = contacts[0] && pendingGrant(contacts[0].marketing)?.eventId;
    const token = pages.tokenOf({ purpose: 'confirm', eventId });
    const late = await pages.post('c', { act: 'confirm' }, token);
    expect(late.status).toBe(410);
    expect(await marketing()).toMatchObject({ state: 'pending' });
    const resent = await pages.post('c', { act: 'resend' }, token);
    expect(resent.status).toBe(200);
    await deliver();
    const superseded = await pages.post('c', { act: 'confirm' }, token);
    expect(superseded.status).toBe(410);
    expect(superseded.text).toContain(
      say(catalogFor(['de']), 'centre.pending', { address: 'o•••@e•••.com' }),
    );
    await pages.post('c', { act: 'confirm' }, tokenIn(mails[0]));
    expect(await marketing()).toMatchObject({ state: 'granted' });
  });

  it('sent again says how many days its link has left', async () => {
    const daysAgo = new Date(Date.now() - (confirmationDays - 2) * 86_400_000).toISOString();
    const pending = { purpose: 'marketing', channel: 'email', state: 'pending' } as const;
    const { contacts } = await pages.givePerson({
      ...german,
      language: 'en',
      answers: [pending],
      at: daysAgo,
    });
    const eventId = contacts[0] && pendingGrant(contacts[0].marketing)?.eventId;
    const token = pages.tokenOf({ purpose: 'confirm', eventId });
    expect((await pages.post('c', { act: 'resend' }, token)).text).toContain('can be used for 2 days.');
  });

  it('is not announced to an address that no mail goes to', async () => {
    const grant = { purpose: 'marketing', channel: 'email', state: 'granted' } as const;
    const before = await pages.givePerson({ ...german, language: 'en', answers: [grant] });
    const contacts = before.contacts.map((contact) => ({
      ...contact,
      complainedAt: before.person.updatedAt,
    }));
    const context = { now: before.person.updatedAt, source: 'system', actor: { kind: 'system' } } as const;
    const { change } = buildChange(before, { ...before, contacts }, [], context);
    expect(change && (await pages.people.save([change]))).toBe(true);
    const done = await pages.post('u', { confirm: 'unsubscribe' });
    const undone = await pages.post('u', { ...readForm(done.text), confirm: 'undo' });
    expect(undone.text).toContain('You reported an email as spam');
    expect(undone.text).not.toContain('open the email');
    expect([pages.woken, await decision()]).toEqual([[], 'complained']);
  });

  it('a link for preferences confirms nothing', async () => {
    await pages.givePerson(german);
    await askForMails();
    expect((await pages.post('c', { act: 'confirm' }, pages.tokenOf())).status).toBe(404);
    expect(await decision()).toBe('awaiting-confirmation');
  });
});

describe('renewal of a consent that ends', () => {
  const grant = { purpose: 'marketing', channel: 'email', state: 'granted' } as const;
  const korean = { country: 'KR', language: 'en', timezone: 'Asia/Seoul', answers: [grant] };

  async function linkOf(): Promise<string> {
    const consent = await marketing();
    return pages.tokenOf({
      purpose: 'reconfirm',
      eventId: consent && 'eventId' in consent ? consent.eventId : '',
    });
  }

  it('asks with the date, and one press gives the consent anew from now on', async () => {
    await pages.givePerson({ ...korean, at: '2026-01-15T00:00:00.000Z' });
    const token = await linkOf();
    expect((await pages.get('c', token)).text).toContain('Your consent ends on January 15, 2028.');
    const before = await marketing();
    await pages.post('c', { act: 'confirm' }, token);
    const after = await marketing();
    expect(after?.state === 'granted' && before?.state === 'granted' && after.at > before.at).toBe(true);
    const again = JSON.stringify(pages.table.all());
    await pages.post('c', { act: 'confirm' }, token);
    expect(JSON.stringify(pages.table.all())).toBe(again);
  });

  it('works after the end too, as a new grant', async () => {
    await pages.givePerson({ ...korean, at: '2024-01-15T00:00:00.000Z' });
    expect(await decision()).not.toBe('send');
    const token = await linkOf();
    expect((await pages.get('c', token)).text).toContain('Your consent ended on January 15, 2026.');
    await pages.post('c', { act: 'confirm' }, token);
    expect(await marketing()).toMatchObject({ state: 'granted' });
  });

  it('does not bring back who has refused', async () => {
    await pages.givePerson({ ...korean, at: '2026-01-15T00:00:00.000Z' });
    const token = await linkOf();
    await pages.post('u', { 'List-Unsubscribe': 'One-Click' });
    await pages.post('c', { act: 'confirm' }, token);
    expect(await marketing()).toMatchObject({ state: 'denied' });
  });
});
