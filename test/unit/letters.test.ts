/** Letters about a person's own choices: when one is written, when it is sent, and what becomes of it after a crash. */
import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { renderLetterMail, renderLetterNote } from '../../shared/content/render-letter.ts';
import { decideLetter } from '../../shared/domain/decide.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import { addMonths, addSeconds } from '../../shared/domain/local-time.ts';
import { officeById } from '../../shared/domain/offices.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import type { Source } from '../../shared/domain/vocabulary.ts';
import { locales } from '../../shared/i18n/catalog.ts';
import { directionOf } from '../../shared/i18n/locale.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { deliverLetter } from '../../shared/use-cases/deliver-letter.ts';
import type { HandOver } from '../../shared/use-cases/hand-over.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const email = (state: 'granted' | 'denied' | 'pending'): Answer => ({
  purpose: 'marketing',
  channel: 'email',
  state,
});
const push = (state: 'granted' | 'denied'): Answer => ({ purpose: 'marketing', channel: 'push', state });

async function say(world: World, answers: Answer[], source: Source = 'link') {
  const context = { now: world.clock(), source, actor: { kind: 'person' } } as const;
  const changed = await changePerson(world.people, 'a', context, (record) => ({ edited: record, answers }));
  if (!changed) throw new Error('no person');
  return changed;
}

const korean = {
  id: 'a',
  country: 'KR',
  language: 'ko',
  timezone: 'Asia/Seoul',
  email: 'kim@example.com',
  tokens: ['t'],
};

/** Sends with a provider that answers as it is told. */
function senderOf(world: World, answer: HandOver = { kind: 'accepted', providerId: 'p1' }) {
  const mails: { to: string; raw: Buffer; configurationSet: string }[] = [];
  const pushes: unknown[] = [];
  const deps = {
    letters: world.letters,
    people: world.people,
    keyring: world.keyring,
    send: async (mail: { to: string; raw: Buffer; configurationSet: string }) => {
      mails.push(mail);
      return answer;
    },
    publish: async (input: unknown) => {
      pushes.push(input);
      return answer;
    },
    configurationSet: 'letters',
    publicUrl: 'https://notify.example',
    clock: world.clock,
  };
  const deliver = ({ personId, id }: Letter) => deliverLetter(deps, { personId, id });
  return { mails, pushes, deliver };
}

describe('the result of a choice (Korea, Network Act article 50(7))', () => {
  it('is told to the address and the phone that it is about, at once, and kept as proof', async () => {
    const world = createWorld(start);
    await world.givenPerson(korean);
    const { letters } = await say(world, [email('granted'), push('denied')]);
    expect(letters.map(({ channel, content }) => [channel, content])).toEqual([
      ['email', { kind: 'result', state: 'granted', answeredAt: start }],
      ['push', { kind: 'result', state: 'denied', answeredAt: start }],
    ]);
    const { mails, pushes, deliver } = senderOf(world);
    for (const letter of letters) expect(await deliver(letter)).toBe('sent');
    expect(mails).toMatchObject([{ to: 'kim@example.com', configurationSet: 'letters' }]);
    expect(pushes).toMatchObject([{ TargetArn: 'arn:t' }]);
    const kept = await world.letters.listOf('a');
    expect(kept.map(({ progress }) => progress)).toMatchObject([
      { state: 'sent', providerId: 'p1' },
      { state: 'sent' },
    ]);
  });

  it.each<[string, string, Source]>([
    ['where no law asks for it', 'DE', 'account'],
    ['for what an import brings', 'KR', 'import'],
    ['when records merge', 'KR', 'merge'],
  ])('is not told %s', async (_, country, source) => {
    const world = createWorld(start);
    await world.givenPerson({ ...korean, country });
    expect((await say(world, [email('granted'), email('denied')], source)).letters).toEqual([]);
  });

  it('a renewal is told too', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...korean, answers: [email('granted')] });
    world.setNow(addMonths(start, 23));
    expect((await say(world, [email('granted')])).letters).toHaveLength(1);
  });
});

describe('a letter that is due', () => {
  async function given(answer?: HandOver) {
    const world = createWorld(start);
    await world.givenPerson({ id: 'a', country: 'DE', language: 'de', email: 'a@example.com' });
    const { letters } = await say(world, [email('pending')]);
    const letter = letters[0];
    if (!letter) throw new Error('no letter');
    return { world, letter, ...senderOf(world, answer) };
  }

  it('is sent once, however often its wake-up comes (N-30)', async () => {
    const { letter, mails, deliver } = await given();
    const all = await Promise.all([deliver(letter), deliver(letter), deliver(letter)]);
    expect(all.toSorted()).toEqual(['not-due', 'not-due', 'sent']);
    expect(mails).toHaveLength(1);
  });

  it('is found by the clock when its wake-up was lost, and again when its sender was (N-23)', async () => {
    const { world, letter } = await given();
    const due = async () => {
      const ids: string[] = [];
      for await (const { id } of world.letters.listDue(world.clock())) ids.push(id);
      return ids;
    };
    expect(await due()).toEqual([letter.id]);
    const crash = senderOf(world, { kind: 'unknown' });
    await crash.deliver(letter);
    expect(await due()).toEqual([]);
    world.setNow(addSeconds(start, 121));
    expect(await due()).toEqual([letter.id]);
    expect(await senderOf(world).deliver(letter)).toBe('sent');
    expect(await due()).toEqual([]);
  });

  it.each<[HandOver, string]>([
    [{ kind: 'retry' }, 'waiting'],
    [{ kind: 'unknown' }, 'waiting'],
    [{ kind: 'failed' }, 'dropped'],
    [{ kind: 'disabled' }, 'dropped'],
  ])('after %j is %s', async (answer, state) => {
    const { letter, deliver } = await given(answer);
    expect(await deliver(letter)).toBe(state);
  });

  it('is given up after a week without a sender', async () => {
    const { world, letter } = await given();
    world.setNow(addSeconds(start, 6 * 86_400));
    const retry = senderOf(world, { kind: 'retry' });
    expect(await retry.deliver(letter)).toBe('waiting');
    world.setNow(addSeconds(start, 8 * 86_400));
    expect(await retry.deliver(letter)).toBe('dropped');
  });

  it('is dropped when there is nothing to confirm any more, or nobody to write to', async () => {
    const { world, letter } = await given();
    const [contact] = (await world.people.load('a'))?.contacts ?? [];
    if (!contact) throw new Error('no contact');
    const reasonOf = (change: object, now = start) => {
      const decision = decideLetter(letter, { ...contact, ...change }, now);
      return decision.kind === 'skip' ? decision.reason : decision.kind;
    };
    expect(reasonOf({})).toBe('send');
    expect(reasonOf({ marketing: { state: 'denied', at: start, eventId: 'e' } })).toBe('superseded');
    expect(reasonOf({ undeliverable: 'hard-bounce' })).toBe('undeliverable');
    expect(reasonOf({ complainedAt: start })).toBe('complained');
    expect(reasonOf({ erased: true })).toBe('erased');
    expect(reasonOf({}, addSeconds(start, 8 * 86_400))).toBe('expired');
    expect(decideLetter(letter, undefined, start)).toEqual({ kind: 'skip', reason: 'erased' });
  });
});

describe('the text of a letter', () => {
  const office = officeById('de');
  if (!office) throw new Error('no office');
  const letter = (content: Letter['content']): Letter => ({
    id: 'l1',
    personId: 'p',
    contactId: 'c',
    channel: 'email',
    office: 'de',
    eventId: 'e',
    content,
    progress: { state: 'waiting', dueAt: start },
    createdAt: start,
    version: 1,
  });
  const link = 'https://notify.example/c/token';

  it.each(locales)(
    'in %s names office, controller and address, and holds one link beside the policy (P-01, P-18)',
    async (language) => {
      const contents: Letter['content'][] = [
        { kind: 'confirm', askedAt: start },
        { kind: 'result', state: 'denied', answeredAt: start },
      ];
      for (const content of contents) {
        const mail = await simpleParser(
          renderLetterMail(letter(content), { office, language, to: 'a@example.com', link }),
        );
        const html = String(mail.html);
        expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
        for (const text of [html, mail.text ?? ''])
          for (const part of [office.legalName, 'Sony Corporation', link]) expect(text).toContain(part);
        expect(html.match(/href="[^"]*"/g)).toHaveLength(2);
        expect(html).not.toMatch(/<img|<script|\{/);
        expect(mail.subject).not.toBe('');
        expect(mail.headers.has('list-unsubscribe')).toBe(false);
      }
      const note = renderLetterNote(letter({ kind: 'result', state: 'granted', answeredAt: start }), {
        office,
        language,
      });
      expect(note.body).toContain(office.name);
    },
  );
});
