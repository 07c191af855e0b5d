/** The form of a notice: what the API gets of it, what the page asks for before it is saved, and drafts that correct another notice. */
import { describe, expect, it } from '@jest/globals';
import { en } from '../../functions/console/client/i18n/en/index.ts';
import { noticeFieldName } from '../../functions/console/client/notice/notice-words.ts';
import {
  localesOf,
  withLocale,
  withoutLocale,
  withText,
} from '../../functions/console/client/notice-writer/change-notice-texts.ts';
import { localProblems } from '../../functions/console/client/notice-writer/local-problems.ts';
import {
  emptyNotice,
  followUpTo,
  movedChannel,
  type NoticeForm,
  noticeForm,
  replacementOf,
  toNoticeBody,
  withKind,
} from '../../functions/console/client/notice-writer/notice-form.ts';
import { NoticeDraft } from '../../shared/domain/message.ts';

const draft = NoticeDraft.parse({
  kind: 'terms',
  legalReason: 'terms-change',
  reference: 'TC-2026-01',
  audience: { countries: ['DE'], firmwares: ['67.2.A.2.118'] },
  channels: ['email', 'push'],
  escalateAfter: 'PT48H',
  urgency: 'routine',
  acknowledge: true,
  acceptance: { version: '2026-12', renewConsents: true },
  openDays: 90,
  content: {
    defaultLocale: 'en',
    locales: {
      en: {
        email: { subject: 'New terms', html: '<p>Our terms change.</p>' },
        push: { title: 'New terms', body: 'Read them.' },
      },
      de: { email: { subject: 'Neue Bedingungen', html: '<p>Unsere Bedingungen ändern sich.</p>' } },
    },
  },
});

const written = (change: Partial<NoticeForm> = {}): NoticeForm => ({ ...noticeForm(draft), ...change });

describe('a notice that was saved', () => {
  it('comes out of its form as it went in, with the wait in its largest whole unit', () => {
    expect(toNoticeBody(noticeForm(draft))).toEqual({ ...draft, escalateAfter: 'P2D' });
    expect(noticeForm(draft)).toMatchObject({
      scope: 'some',
      answer: 'renew',
      wait: { amount: 2, unit: 'days' },
    });
  });

  it.each([
    ['PT30M', { amount: 30, unit: 'minutes' }],
    ['PT90M', { amount: 90, unit: 'minutes' }],
    ['PT2H', { amount: 2, unit: 'hours' }],
    ['P1W', { amount: 7, unit: 'days' }],
  ])('shows a wait of %s as %o', (escalateAfter, wait) => {
    expect(noticeForm({ ...draft, escalateAfter }).wait).toEqual(wait);
  });

  it('is for everybody where it names nobody, and says so', () => {
    const form = noticeForm({ ...draft, audience: {} });
    expect(form.scope).toBe('everybody');
    expect(toNoticeBody(form)['audience']).toEqual({});
  });
});

describe('who is affected', () => {
  it('is never everybody by default: the page refuses to save before somebody has said it', () => {
    expect(localProblems(emptyNotice('en'), en).map(({ field }) => field)).toContain('audience');
    expect(toNoticeBody(emptyNotice('en'))).not.toHaveProperty('audience');
  });

  it('is not said by a choice of some without naming any', () => {
    const none = { countries: [], deviceModels: [], osVersions: [], firmwares: [] };
    const [problem] = localProblems(written({ scope: 'some', affected: none }), en);
    expect(problem).toEqual({ field: 'audience', message: en.noticeWriting.scopeEmpty });
    expect(localProblems(written(), en)).toEqual([]);
  });
});

describe('the way to the reader', () => {
  it('is asked for its pause only where one channel follows another', () => {
    const wait = { amount: undefined, unit: 'hours' as const };
    expect(localProblems(written({ wait }), en).map(({ field }) => field)).toEqual(['escalateAfter']);
    expect(localProblems(written({ wait, isInTurn: false }), en)).toEqual([]);
    expect(localProblems(written({ wait, channels: ['email'] }), en)).toEqual([]);
    expect(toNoticeBody(written({ isInTurn: false }))).not.toHaveProperty('escalateAfter');
  });

  it('leaves out the texts of a channel that is not used', () => {
    const body = JSON.stringify(toNoticeBody(written({ channels: ['push'] })));
    expect(body).toContain('Read them.');
    expect(body).not.toContain('subject');
  });

  it('changes places with its neighbour, and stays at the ends', () => {
    const order = ['push', 'email', 'sms'] as const;
    expect(movedChannel(order, 'email', -1)).toEqual(['email', 'push', 'sms']);
    expect(movedChannel(order, 'email', 1)).toEqual(['push', 'sms', 'email']);
    expect(movedChannel(order, 'push', -1)).toEqual(order);
    expect(movedChannel(order, 'sms', 1)).toEqual(order);
  });
});

describe('the kind', () => {
  it('takes the legal reason and the answer with it where they do not go with it', () => {
    expect(withKind(written(), 'safety')).toMatchObject({
      legalReason: 'product-safety',
      answer: 'acknowledge',
    });
    const duty = written({ legalReason: 'legal-obligation', answer: 'none' });
    expect(withKind(duty, 'security')).toMatchObject({ legalReason: 'legal-obligation', answer: 'none' });
  });
});

describe('a correction', () => {
  const other = { ...draft, id: 'ntc_1', followUpOf: 'ntc_0' };

  it('replaces the notice with all of its texts, and follows up nothing', () => {
    expect(toNoticeBody(replacementOf(other))).toEqual({
      ...draft,
      escalateAfter: 'P2D',
      supersedes: 'ntc_1',
    });
  });

  it('follows it up for the same people, with texts that are still to be written', () => {
    const body = toNoticeBody(followUpTo({ ...draft, id: 'ntc_1', supersedes: 'ntc_0' }));
    expect(body).toMatchObject({ followUpOf: 'ntc_1', audience: draft.audience, channels: draft.channels });
    expect(body).not.toHaveProperty('supersedes');
    expect(body['content']).toEqual({ defaultLocale: 'en', locales: { en: {}, de: {} } });
  });
});

describe('languages', () => {
  it('come and go, and the default one stays', () => {
    const more = withText(withLocale(written(), 'ja'), 'ja', 'push', { title: '規約' });
    expect(localesOf(more)).toEqual(['en', 'de', 'ja']);
    expect(localesOf(withoutLocale(more, 'de'))).toEqual(['en', 'ja']);
    expect(withoutLocale(more, 'en')).toBe(more);
    // What is there already is not emptied.
    expect(withLocale(more, 'ja').locales['ja']?.push.title).toBe('規約');
  });
});

it.each([
  ['content.locales.de.email.subject', 'Email: Subject – de'],
  ['content.locales.en.email.text', 'Email: Plain text – en'],
  ['content.locales.en.sms.text', 'SMS: Text – en'],
  ['audience.countries.0', 'Countries'],
  ['escalateAfter', 'Time before the next channel'],
])('names the field %s', (path, name) => {
  expect(noticeFieldName(path, en, { language: (tag) => tag })).toBe(name);
});
