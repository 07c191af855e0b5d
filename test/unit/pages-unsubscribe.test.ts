/** Pages of the unsubscribe link: they ask, say what stops and what continues, and hold nothing about the person (policy P-01, P-15, P-18; pains N-10, N-11). */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type Office, officeById, policyLink } from '../../shared/domain/offices.ts';
import { catalogFor, locales } from '../../shared/i18n/catalog.ts';
import { directionOf } from '../../shared/i18n/locale.ts';
import { say } from '../../shared/i18n/messages.ts';
import { escapeHtml, html, raw } from '../../shared/pages/html.ts';
import { securityHeaders } from '../../shared/pages/security-headers.ts';
import {
  renderAlreadyUnsubscribed,
  renderDamagedLink,
  renderTopicDone,
  renderUndone,
  renderUnsubscribeDone,
  renderUnsubscribeError,
  renderUnsubscribeQuestion,
} from '../../shared/pages/unsubscribe-page.ts';

const office = officeById('us') as Office;
const action = '/u/token-1';
const centre = '/p/token-1';
const page = { catalog: catalogFor(['en']), office, action, centre, canUndo: true };
const allPages = {
  question: renderUnsubscribeQuestion(page, undefined),
  topic: renderUnsubscribeQuestion(page, 'offers'),
  done: renderUnsubscribeDone(page, 3),
  already: renderAlreadyUnsubscribed(page, 3),
  topicDone: renderTopicDone(page, 'offers', 3),
  undone: renderUndone(page, undefined),
  damaged: renderDamagedLink(page),
  error: renderUnsubscribeError(page),
};

describe('the question', () => {
  test('N-10: only a POST by its one button can change anything', () => {
    expect(allPages.question.match(/<form[^>]*>/g)).toEqual([`<form method="post" action="${action}">`]);
    expect(allPages.question.match(/<button[^>]*>/g)).toHaveLength(1);
    expect(allPages.question.match(/href="[^"]*"/g)).toEqual([
      `href="${centre}"`,
      `href="${policyLink(office, 'en')}"`,
    ]);
    expect(allPages.question).not.toMatch(/http-equiv|<script|<img|<iframe|<link/i);
  });

  test.each(locales)('P-15: says in %s what stops and what continues', (locale) => {
    const catalog = catalogFor([locale]);
    const text = renderUnsubscribeQuestion({ ...page, catalog }, undefined);
    const named = { office: office.name };
    expect(text).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`);
    for (const sentence of [
      say(catalog, 'unsubscribe.question', named),
      say(catalog, 'unsubscribe.stops.detail', named),
      say(catalog, 'unsubscribe.continues.detail'),
      say(catalog, 'unsubscribe.pending'),
      say(catalog, 'unsubscribe.button'),
    ]) {
      expect(text).toContain(escapeHtml(sentence));
    }
  });
});

describe('each page', () => {
  test.each(['question', 'topic', 'done', 'already', 'topicDone', 'undone'] as const)(
    'P-01, P-18: %s names office, controller, address and policy',
    (name) => {
      const text = allPages[name];
      for (const line of [office.name, office.legalName, 'Sony Corporation', ...office.postalAddress.lines]) {
        expect(text).toContain(escapeHtml(line));
      }
      expect(text).toContain(policyLink(office, 'en'));
    },
  );

  test('N-11: a damaged link shows the controller and nothing of any office or person', () => {
    expect(allPages.damaged).toContain('Sony Corporation');
    expect(allPages.damaged).not.toMatch(/<form|<a |Xperia|token/);
  });

  test.each(Object.entries(allPages))('%s is complete and asks nothing of any other place', (_name, text) => {
    expect(text).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text).toMatch(/<meta name="viewport"[^>]*>/);
    expect(text).not.toMatch(/<script|src=|@import|url\(|style="/i);
  });

  test("the policy link is in the reader's language although the page is not", () => {
    const text = renderUnsubscribeDone({ ...page, language: 'es-US' }, 3);
    expect(text).toContain(policyLink(office, 'es'));
  });
});

describe('what goes into a page', () => {
  test('is escaped, unless it is HTML', () => {
    const name = `<img src=x onerror="alert('1')">&`;
    expect(html`<p title="${name}">${[html`${name}`, undefined]}${3}${raw('<br>')}</p>`.text).toBe(
      `<p title="${escapeHtml(name)}">${escapeHtml(name)}3<br></p>`,
    );
    expect(escapeHtml(name)).not.toMatch(/[<>"'=]/);
  });

  test('an office with markup in its name, or an action with quotes, cannot leave its place', () => {
    const text = renderUnsubscribeQuestion(
      {
        ...page,
        office: { ...office, name: '<b>Evil</b>', legalName: '"><script>' },
        action: '/u/"><script>',
      },
      undefined,
    );
    expect(text).not.toMatch(/<b>|<script/);
  });
});

describe('headers', () => {
  const headers = securityHeaders();

  test('let in exactly the style sheet of the page, and no script at all', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(allPages.question)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    );
  });

  test('keep the link token out of caches, search engines and other sites', () => {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'content-type': 'text/html; charset=utf-8',
    });
  });
});
