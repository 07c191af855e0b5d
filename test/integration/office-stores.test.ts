/** Settings, templates and submissions of the offices over both tables. */
import { beforeEach, expect, it } from '@jest/globals';
import { createSettingsStore, type SettingsStore } from '../../shared/adapters/settings-store.ts';
import { createSubmissionStore, type SubmissionStore } from '../../shared/adapters/submission-store.ts';
import { createTemplateStore, type TemplateStore } from '../../shared/adapters/template-store.ts';
import { type ContentTemplate, templateId } from '../../shared/domain/content-template.ts';
import { CampaignDraft } from '../../shared/domain/message.ts';
import { describeOnBothTables } from '../support/both-tables.ts';

const at = '2026-11-23T12:00:00.000Z';

function templateOf(id: string, office = 'de'): ContentTemplate {
  const by = { createdBy: 'm', createdAt: at, updatedBy: 'm', updatedAt: at };
  const content = { defaultLocale: 'de', locales: { de: { push: { title: 'Neu', body: 'Hier' } } } };
  return { id, office, name: id, content, version: 1, ...by };
}

describeOnBothTables('settings and templates', (freshTable) => {
  let settings: SettingsStore;
  let templates: TemplateStore;
  let submissions: SubmissionStore<CampaignDraft>;

  beforeEach(async () => {
    const table = await freshTable();
    settings = createSettingsStore(table);
    templates = createTemplateStore(table);
    submissions = createSubmissionStore(table);
  });

  async function list(office: string, before?: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const page of templates.pages(office, before)) ids.push(...page.map(({ id }) => id));
    return ids;
  }

  it('settings are empty at first, and replaced only by whoever knows their version', async () => {
    expect(await settings.load('de')).toEqual({ settings: { testContacts: [] }, version: 0 });
    const next = { settings: { twoApproversAbove: 5, testContacts: [] }, version: 1, updatedAt: at };
    const saved = await Promise.all([1, 2, 3].map(() => settings.save('de', next, 0)));
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await settings.save('de', { ...next, version: 2 }, 1)).toBe(true);
    expect(await settings.load('de')).toEqual({ ...next, version: 2 });
    expect((await settings.load('fr')).version).toBe(0);
  });

  it('a template is read back as it was saved, and replaced and removed only in the version that is known', async () => {
    const template = templateOf('tpl_de_1');
    expect(await templates.create(template, undefined)).toBe(template.id);
    expect(await templates.load(template)).toEqual(template);
    expect(await templates.load({ office: 'fr', id: template.id })).toBeUndefined();
    const next = { ...template, personalised: template.content, version: 2 };
    const saved = await Promise.all([1, 2, 3].map(() => templates.save(next, 1)));
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await templates.load(template)).toEqual(next);
    expect(await templates.remove(template)).toBe(false);
    expect(await templates.remove(next)).toBe(true);
    expect(await templates.load(template)).toBeUndefined();
    expect(await templates.save({ ...next, version: 3 }, 2)).toBe(false);
  });

  it('a template is made once per caller and key, also by callers at once', async () => {
    const request = { who: 'm', key: 'k', hash: 'h', ttl: 1_800_000_000 };
    const ids = await Promise.all(
      [1, 2, 3, 4].map((n) => templates.create(templateOf(`tpl_de_${n}`), request)),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await list('de')).toEqual([ids[0]]);
  });

  it('lists what was submitted of one campaign, newest first, each once', async () => {
    const { content } = templateOf('tpl_de_1');
    const draft = CampaignDraft.parse({
      office: 'de',
      name: 'x',
      topic: 'news',
      channels: ['push'],
      content,
    });
    for (const version of [2, 9, 10, 10])
      await submissions.save('cmp_1', { version, at, by: 'm', contentHash: `h${version}`, draft });
    await submissions.save('cmp_2', { version: 3, at, by: 'm', contentHash: 'h3', draft });
    const listed = await submissions.listNewest('cmp_1', 9);
    expect(listed.map(({ version }) => version)).toEqual([10, 9, 2]);
    expect(listed[0]).toEqual({ version: 10, at, by: 'm', contentHash: 'h10', draft });
    expect(await submissions.listNewest('cmp_1', 1)).toEqual(listed.slice(0, 1));
    expect(await submissions.listNewest('cmp_3', 9)).toEqual([]);
  });

  it('lists the templates of one office, newest first, from any place, and nothing else of the office', async () => {
    await settings.save('de', { settings: { testContacts: [] }, version: 1 }, 0);
    const ids = Array.from({ length: 120 }, (_none, index) =>
      templateId('de', String(index).padStart(26, '0')),
    );
    for (const id of ids) await templates.create(templateOf(id), undefined);
    await templates.create(templateOf(templateId('fr', '0'.repeat(26)), 'fr'), undefined);
    const newestFirst = ids.toReversed();
    expect(await list('de')).toEqual(newestFirst);
    expect(await list('de', newestFirst[99])).toEqual(newestFirst.slice(100));
    expect(await list('it')).toEqual([]);
  });
});
