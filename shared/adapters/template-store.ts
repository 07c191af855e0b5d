/** Templates of the offices. Their texts are packed, as those of campaigns are. */
import * as z from 'zod';
import { ContentTemplate, type TemplateDraft } from '../domain/content-template.ts';
import { officeOwnPartition, templateKey, templatePrefix } from './campaign-keys.ts';
import { packContent } from './message-item.ts';
import { unpack } from './packed.ts';
import { type CreatingRequest, createOnce } from './request-marker.ts';
import { type Item, queryPages, type Table } from './table.ts';

const schemaVersion = 1;

/** Rows that a list looks through at a time. */
const listPageRows = 50;

/** What a template is found by. */
type Which = Pick<ContentTemplate, 'office' | 'id'>;

export type TemplateStore = ReturnType<typeof createTemplateStore>;

/** The store over the table `campaigns`. Saving throws `Unprocessable` for content that is too large. */
export function createTemplateStore(table: Table) {
  return {
    /** AP-33: one template. */
    async load({ office, id }: Which): Promise<ContentTemplate | undefined> {
      const item = await table.get(templateKey(office, id));
      return item && readTemplate(item);
    },

    /** AP-30, AP-33: saves a new template once per caller and key. @returns the id of the first one when it was there already */
    async create(template: ContentTemplate, request: CreatingRequest | undefined): Promise<string> {
      return createOnce(table, { id: template.id, item: templateItem(template) }, request);
    },

    /** AP-33: replaces the template of `expected`. False: somebody else was first. */
    async save(template: ContentTemplate, expected: number): Promise<boolean> {
      const condition = { equals: { version: expected } };
      return (await table.write([{ kind: 'put', item: templateItem(template), if: condition }])).ok;
    },

    /** AP-33: deletes the template of this version. False: somebody else was first. */
    async remove({ office, id, version }: ContentTemplate): Promise<boolean> {
      const condition = { equals: { version } };
      return (await table.write([{ kind: 'delete', key: templateKey(office, id), if: condition }])).ok;
    },

    /** AP-33: newest first, page by page of the table. @param before the id of the last one that was seen */
    async *pages(
      office: string,
      before: string | undefined,
      limit: number = listPageRows,
    ): AsyncGenerator<ContentTemplate[]> {
      const pages = queryPages(table, {
        partition: officeOwnPartition(office),
        range: { from: templatePrefix, to: `${templatePrefix}${before ?? '~'}` },
        reverse: true,
        limit,
        consistent: true,
      });
      for await (const items of pages) yield items.map(readTemplate).filter(({ id }) => id !== before);
    },
  };
}

function templateItem({ content, personalised, ...template }: ContentTemplate): Item {
  const texts: Pick<TemplateDraft, 'content' | 'personalised'> = { content, personalised };
  return {
    ...templateKey(template.office, template.id),
    ...template,
    texts: packContent(texts),
    schemaVersion,
  };
}

function readTemplate({ texts, ...item }: Item): ContentTemplate {
  const packed = z.record(z.string(), z.unknown()).parse(unpack(texts));
  return ContentTemplate.parse({ ...item, ...packed });
}
