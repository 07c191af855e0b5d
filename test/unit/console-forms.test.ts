/** The forms of the console: what they show and send again is what was read, and what the API takes. */
import { describe, expect, it } from '@jest/globals';
import * as settingsForm from '../../functions/console/client/pages/settings-draft.ts';
import * as templateForm from '../../functions/console/client/pages/template-draft.ts';
import { MarketingContent } from '../../shared/domain/message.ts';
import { OfficeSettings } from '../../shared/domain/office-settings.ts';

describe('the form of settings', () => {
  const full = OfficeSettings.parse({
    sendWindow: { days: [1, 3], start: '22:00', end: '06:00' },
    frequencyCap: { max: 2, days: 7 },
    twoApproversAbove: 0,
    sendRates: { emailPerSecond: 5, pushPerSecond: 9 },
    testContacts: [
      { name: 'Desk', email: 'desk@example.com' },
      { name: 'Phone', deviceToken: 'tok-1' },
    ],
  });

  it.each([
    ['everything', full],
    ['nothing', OfficeSettings.parse({})],
  ])('sends %s as it was read', (_, settings) => {
    expect(settingsForm.settingsOf(settingsForm.draftOf(settings))).toEqual(settings);
  });

  it('keeps what is switched off out of what is sent, and offers values that the API takes', () => {
    const draft = settingsForm.draftOf(OfficeSettings.parse({}));
    const on = {
      ...draft,
      window: { ...draft.window, on: true, days: [5, 1] },
      cap: { ...draft.cap, on: true },
      approval: { ...draft.approval, on: true },
      rates: { ...draft.rates, on: true },
    };
    const sent = settingsForm.settingsOf(on);
    expect(OfficeSettings.parse(sent).sendWindow?.days).toEqual([1, 5]);
    expect(Object.keys(sent)).toHaveLength(5);
    expect(settingsForm.settingsOf(draft)).toEqual({ testContacts: [] });
  });

  it.each(['cap', 'approval', 'rates'] as const)('has a missing number refused: %s', (part) => {
    const empty = { max: undefined, days: undefined, above: undefined, email: undefined, push: undefined };
    const draft = settingsForm.draftOf(OfficeSettings.parse({}));
    const sent = settingsForm.settingsOf({ ...draft, [part]: { ...empty, on: true } });
    expect(OfficeSettings.safeParse(sent).success).toBe(false);
  });
});

describe('the form of a template', () => {
  const content = MarketingContent.parse({
    defaultLocale: 'de',
    locales: {
      de: {
        email: { subject: 'Angebote', html: '<p>Angebote</p>', text: 'Angebote' },
        push: {
          title: 'Angebote',
          body: 'Heute',
          link: 'https://example.com/',
          image: 'https://example.com/a.png',
        },
      },
      en: { push: { title: 'Offers', body: 'Today' } },
    },
  });
  const template = {
    id: 'tpl_de_1',
    office: 'de',
    name: 'Offers',
    updatedAt: '',
    content,
    personalised: content,
  };

  it('sends what was read, the personalised content too', () => {
    expect(templateForm.draftOf(templateForm.formOf(template), template)).toEqual({
      office: 'de',
      name: 'Offers',
      content,
      personalised: content,
    });
  });

  it('leaves out a channel that nothing is written for', () => {
    const form = templateForm.newForm('ja');
    expect(templateForm.draftOf(form, { office: 'jp' }).content).toEqual({
      defaultLocale: 'ja',
      locales: { ja: {} },
    });
  });

  it('names a field as the API does', () => {
    expect(templateForm.pathOfLocale('de', 'email', 'html')).toBe('content.locales.de.email.html');
  });
});
