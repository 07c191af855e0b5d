/** Marketing, however much of it there is, does not hold up a notice: it is read to a bound, and the releaser is told what was not compared (N-20, N-22). */
import { describe, expect, it } from '@jest/globals';
import { type MarketingDeps, readMarketing } from '../../functions/notices/read-marketing.ts';
import type { ContentTemplate } from '../../shared/domain/content-template.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { offices } from '../../shared/domain/offices.ts';
import { findCopies } from '../../shared/domain/promotion/marketing-copies.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createNoticeApi, honestNotice } from '../support/notice-api.ts';

const now = '2026-11-25T12:00:00.000Z';
const paragraph = (name: string) =>
  `The new Xperia films at night as you have never seen it, and ${name} shows how it is done with one hand.`;

function templateOf(name: string, html: string): ContentTemplate {
  const texts = { en: { email: { subject: `Subject of ${name}`, html } } };
  return {
    id: `tpl_${name}`,
    office: 'de',
    name,
    content: { defaultLocale: 'en', locales: texts },
    version: 1,
    createdBy: 'm',
    createdAt: now,
    updatedBy: 'm',
    updatedAt: now,
  };
}

interface Office {
  /** Drafts of each office: as many pages as they are asked for. */
  html: (name: string) => string;
  pages: number;
  /** How long it takes to read a page. */
  seconds: number;
}

/** Templates of every office, newest first, over a clock that goes on with each page. */
function givenMarketing({ html, pages, seconds }: Office) {
  const read: { office: string; rows: number }[] = [];
  let at = now;
  const deps: MarketingDeps = {
    clock: () => at,
    messages: { async *pagesByOffice() {} },
    templates: {
      async *pages(office, _before, limit = 50) {
        for (let page = 0; page < pages; page += 1) {
          at = addSeconds(at, seconds);
          read.push({ office, rows: limit });
          yield Array.from({ length: limit }, (_, row) => {
            const name = `${office}-${page}-${row}`;
            return templateOf(name, html(name));
          });
        }
      },
    },
  };
  return { deps, read };
}

const short = (name: string) => `<p>${paragraph(name)}</p>`;
const long = (name: string) => `<p>${paragraph(name)}</p>${'<p></p>'.repeat(27_000)}`;

const copyOf = (name: string) => ({
  locales: { en: { email: { subject: 'Safety notice', html: short(name) } } },
});

describe('the marketing of an office', () => {
  it('is compared as far as its fifty latest, a few at a time', async () => {
    const { deps, read } = givenMarketing({ html: short, pages: 20, seconds: 0 });
    const { known, isWhole } = await readMarketing(deps, 'de');
    expect(isWhole).toBe(true);
    expect(read).toEqual(Array.from({ length: 10 }, () => ({ office: 'de', rows: 5 })));
    expect(findCopies(copyOf('de-9-4'), known)).toMatchObject([{ code: 'marketing-template' }]);
  });

  it('is read no longer than two seconds, the newest of it in any case', async () => {
    const { deps, read } = givenMarketing({ html: short, pages: 20, seconds: 0.9 });
    const { known, isWhole } = await readMarketing(deps, 'de');
    expect(isWhole).toBe(false);
    expect(read).toHaveLength(3);
    expect(findCopies(copyOf('de-0-0'), known)).toHaveLength(1);
    expect(findCopies(copyOf('de-2-0'), known)).toEqual([]);
  });

  it('that is large is compared by the beginnings of its texts, and no more of it is kept than what they are known by', async () => {
    const { deps } = givenMarketing({ html: long, pages: 1, seconds: 0 });
    const { known, isWhole } = await readMarketing(deps, 'de');
    expect(isWhole).toBe(false);
    expect(findCopies(copyOf('de-0-4'), known)).toHaveLength(1);
    const kept = [...known.paragraphs.values()].flat().reduce((sum, { letters }) => sum + letters.length, 0);
    expect(kept).toBeLessThan(5 * 100);
  });

  it('is compared up to a number of characters', async () => {
    const { deps, read } = givenMarketing({ html: long, pages: 10, seconds: 0 });
    expect((await readMarketing(deps, undefined)).isWhole).toBe(false);
    // Five drafts a page, 60,000 characters and a subject each: five million are in seventeen pages.
    expect(read.length).toBeGreaterThanOrEqual(17);
    expect(read.length).toBeLessThan(22);
  });
});

describe('the marketing of all offices', () => {
  it('is read in turn, so that the latest of each is compared before the older of any', async () => {
    const { deps, read } = givenMarketing({ html: short, pages: 4, seconds: 0 });
    expect((await readMarketing(deps, undefined)).isWhole).toBe(true);
    const ids = offices.map(({ id }) => id);
    expect(read.map(({ office }) => office)).toEqual([...ids, ...ids]);
  });
});

describe('a notice beside large drafts', () => {
  it('is saved, and whoever releases it is told that it was not compared with all of them', async () => {
    quietTelemetry();
    const api = createNoticeApi(now);
    await api.templates.create(templateOf('large', long('large')), undefined);
    const { status, body } = await api.call('notice-author-de', 'POST /notices', { body: honestNotice });
    expect(status).toBe(201);
    const { body: review } = await api.call('notice-releaser-de', 'GET /notices/{id}/review', {
      params: { id: body.id },
    });
    expect(review.findings.filter(({ code }: { code: string }) => code === 'not-compared')).toMatchObject([
      { level: 'look', field: 'content.locales.en.email.subject' },
    ]);
  });
});
