/** The latest campaigns and the templates of an office: what the texts of its notices are compared with. */
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { TemplateStore } from '../../shared/adapters/template-store.ts';
import { offices } from '../../shared/domain/offices.ts';
import type { MarketingSource } from '../../shared/domain/promotion/marketing-copies.ts';

export interface MarketingDeps {
  messages: Pick<MessageStore, 'pagesByOffice'>;
  templates: Pick<TemplateStore, 'pages'>;
}

/** So many are compared with: of one office, and of each where the notice is one of headquarters. */
const latest = { ofOne: 50, ofEach: 10 } as const;

/** @param office whose marketing; without it, that of all offices */
export async function readMarketing(
  deps: MarketingDeps,
  office: string | undefined,
): Promise<MarketingSource[]> {
  const ids = office === undefined ? offices.map(({ id }) => id) : [office];
  const most = office === undefined ? latest.ofEach : latest.ofOne;
  const found = await Promise.all(
    ids.flatMap((id) => [
      first(deps.messages.pagesByOffice(id, 'campaign', undefined), most),
      first(deps.templates.pages(id, undefined), most),
    ]),
  );
  return found.flat().flatMap((source) => {
    if ('content' in source) return [sourceOf(source.name, [source])];
    return source.type === 'campaign'
      ? [sourceOf(source.draft.name, [source.draft, ...(source.draft.arms ?? [])])]
      : [];
  });
}

type Written = {
  readonly content: MarketingSource['contents'][number];
  readonly personalised?: Written['content'] | undefined;
};

function sourceOf(name: string, texts: readonly Written[]): MarketingSource {
  const contents = texts.flatMap(({ content, personalised }) =>
    personalised ? [content, personalised] : [content],
  );
  return { name, contents };
}

async function first<Row>(pages: AsyncIterable<readonly Row[]>, most: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) {
    rows.push(...page);
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}
