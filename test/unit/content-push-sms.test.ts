/** Push and SMS: whose message it is (policy P-08), why a notice comes (P-05, P-19), and what Amazon SNS and FCM accept. */
import { describe, expect, test } from '@jest/globals';
import type { PushPublication } from '../../shared/content/push-publication.ts';
import {
  checkPushSize,
  type MarketingPush,
  renderMarketingPush,
  renderNoticePush,
} from '../../shared/content/render-push.ts';
import { renderNoticeSms } from '../../shared/content/render-sms.ts';
import { type Office, officeById } from '../../shared/domain/offices.ts';
import { enMail as en } from '../../shared/i18n/en.ts';
import { koMail as ko } from '../../shared/i18n/ko.ts';

const office = officeById('de') as Office;
const push: MarketingPush = {
  messageId: 'cmp_1',
  office,
  locale: 'en',
  content: {
    title: 'News for {{deviceModel}}',
    body: '50 % "more" light',
    link: 'https://www.sony.example/x',
  },
  values: { deviceModel: 'XQ-EC54' },
  ttlSeconds: 3600,
};
const page = { noticeUrl: 'https://notify.example/n/k0.token.signature', asks: undefined };
const messageOf = ({ Message }: PushPublication) => JSON.parse(JSON.parse(Message).GCM).fcmV1Message.message;

describe('a marketing push', () => {
  test('is the FCM v1 payload that SNS takes, with strings as data', () => {
    const published = renderMarketingPush(push);
    expect(published.MessageStructure).toBe('json');
    expect(Object.keys(JSON.parse(published.Message)).toSorted()).toEqual(['GCM', 'default']);
    expect(JSON.parse(JSON.parse(published.Message).GCM)).toEqual({
      fcmV1Message: {
        validate_only: false,
        message: {
          notification: { title: 'News for XQ-EC54', body: '50 % "more" light\n— Xperia Germany' },
          data: { messageId: 'cmp_1', kind: 'marketing', office: 'de', link: 'https://www.sony.example/x' },
          android: { priority: 'normal', ttl: '3600s' },
        },
      },
    });
    expect(published.MessageAttributes).toEqual({
      'AWS.SNS.MOBILE.FCM.TTL': { DataType: 'String', StringValue: '3600' },
    });
  });

  test('P-08: names the local office on whose behalf it is sent', () => {
    expect(messageOf(renderMarketingPush(push)).notification.body).toMatch(/— Xperia Germany$/);
  });

  test("has the country's label in front of its title", () => {
    expect(messageOf(renderMarketingPush({ ...push, label: '(광고)' })).notification.title).toBe(
      '(광고) News for XQ-EC54',
    );
  });

  test('has its image where FCM looks for it, a notice too, and counts it', () => {
    const image = 'https://www.sony.example/a.png';
    const content = { ...push.content, image };
    expect(messageOf(renderMarketingPush({ ...push, content })).notification.image).toBe(image);
    const notice = renderNoticePush({ ...push, ...page, content, kind: 'safety' });
    expect(messageOf(notice).notification.image).toBe(image);
    expect(messageOf(renderMarketingPush(push)).notification).not.toHaveProperty('image');
    const long = { ...content, title: 'x', image: `${image}?${'x'.repeat(4000)}` };
    expect(checkPushSize('push', { content: long, locale: 'en', office, kind: 'marketing' })).toHaveLength(1);
  });

  test('without a link has none in its data', () => {
    const content = { title: 't', body: 'b' };
    expect(messageOf(renderMarketingPush({ ...push, content })).data).not.toHaveProperty('link');
  });

  test.each([
    [-5, '0s'],
    [0, '0s'],
    [90.7, '90s'],
    [1e9, '2419200s'],
  ])('a life of %d seconds is sent as %s', (ttlSeconds, ttl) => {
    expect(messageOf(renderMarketingPush({ ...push, ttlSeconds })).android.ttl).toBe(ttl);
  });
});

describe('a notice push', () => {
  const notice = messageOf(renderNoticePush({ ...push, ...page, locale: 'ko', kind: 'security' }));

  test('P-19: says why it comes in the language of its text, and from which office', () => {
    expect(notice.notification.body).toBe(`50 % "more" light\n${ko['notice.security']}\n— Xperia Germany`);
  });

  test('has high priority and is marked as a notice', () => {
    expect(notice.android.priority).toBe('high');
    expect(notice.data.kind).toBe('notice');
  });

  test('tells the app where its page is, and which answer it asks for', () => {
    expect(notice.data).toMatchObject({ noticeUrl: page.noticeUrl });
    expect(notice.data).not.toHaveProperty('answer');
    for (const asks of ['acknowledge', 'accept'] as const) {
      const { data } = messageOf(renderNoticePush({ ...push, ...page, asks, kind: 'terms' }));
      expect(data).toMatchObject({ noticeUrl: page.noticeUrl, answer: asks });
    }
  });
});

describe('the size of a push when it is saved', () => {
  const check = (content: MarketingPush['content']) =>
    checkPushSize('p', { content, locale: 'en', office, kind: 'safety' });

  test('an ordinary one passes', () => {
    expect(check(push.content)).toEqual([]);
  });

  test('P-05: a notice leaves room for the link to its page, which a campaign does not have', () => {
    const content = { title: 't', body: 'b', link: `https://x.example/${'y'.repeat(3600)}` };
    const sizes = (['safety', 'marketing'] as const).map(
      (kind) => checkPushSize('p', { content, locale: 'en', office, kind }).length,
    );
    expect(sizes).toEqual([1, 0]);
  });

  test('one that could pass 4,096 bytes with long variables or a wide script is refused', () => {
    const wide = {
      title: 'ก'.repeat(100),
      body: 'ก'.repeat(1000),
      link: `https://x.example/${'y'.repeat(900)}`,
    };
    expect(check(wide)).toEqual([{ field: 'p', message: expect.stringContaining('4096') }]);
    expect(check({ title: 't', body: '{{deviceModel}}'.repeat(11) })).toHaveLength(1);
  });
});

describe('an SMS', () => {
  const sms = {
    office,
    locale: 'en',
    kind: 'safety',
    reference: 'SR-7',
    values: { deviceModel: 'XQ-EC54' },
  } as const;

  test('P-05: has the text, why it comes, the office and the reference', () => {
    const text = renderNoticeSms({
      ...sms,
      content: { sms: { text: 'Stop charging your {{deviceModel}}.' } },
    });
    expect(text).toBe(`Stop charging your XQ-EC54.\n${en['notice.safety']}\nXperia Germany. Reference: SR-7`);
  });

  test('has the link to its page only where it asks for an answer: it costs room', () => {
    const { noticeUrl } = page;
    const ask = { to: 'acknowledge', noticeUrl } as const;
    const content = { sms: { text: 'Stop.' } };
    const lines = [`${en['notice.acknowledge']}: ${noticeUrl}`, en['notice.safety']];
    expect(renderNoticeSms({ ...sms, content, ask })).toContain(`Stop.\n${lines.join('\n')}\n`);
    expect(renderNoticeSms({ ...sms, content })).not.toContain('http');
  });

  test('without a text of its own has that of the push, with its link', () => {
    const content = { push: { title: 'Battery', body: 'Stop charging.', link: 'https://x.example/n' } };
    expect(renderNoticeSms({ ...sms, content })).toMatch(
      /^Battery\nStop charging\.\nhttps:\/\/x\.example\/n\n/,
    );
    expect(renderNoticeSms({ ...sms, content: {} })).toBeUndefined();
  });
});
