/**
 * The latest campaigns and the templates of an office: what the texts of its notices are compared with.
 * However much marketing there is, it does not hold up a notice: it is read newest first, office by office in turn, until a bound is met.
 */
import type { Clock } from '../../shared/adapters/clock.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { TemplateStore } from '../../shared/adapters/template-store.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import type { MarketingContent } from '../../shared/domain/message.ts';
import { offices } from '../../shared/domain/offices.ts';
import {
  collectFingerprints,
  type Fingerprints,
  longestCompared,
} from '../../shared/domain/promotion/fingerprints.ts';
import { textFieldsOf } from '../../shared/domain/promotion/text-fields.ts';

export interface MarketingDeps {
  messages: Pick<MessageStore, 'pagesByOffice'>;
  templates: Pick<TemplateStore, 'pages'>;
  clock: Clock;
}

export interface Marketing {
  known: Fingerprints;
  /** Nothing was left out because a bound was met. */
  isWhole: boolean;
}

/** So many are compared with: of one office, and of each where the notice is one of headquarters. */
const latest = { ofOne: 50, ofEach: 10 } as const;
/** Drafts that are read at once; each may take a megabyte. */
const pageRows = 5;
/** Lists that are read side by side. */
const parallelLists = 4;
/** Reading ends after so long, or after so many characters: about as much as fits into the time. */
const bounds = { seconds: 2, characters: 5_000_000 } as const;

/** @param office whose marketing; without it, that of all offices */
export async function readMarketing(deps: MarketingDeps, office: string | undefined): Promise<Marketing> {
  const ids = office === undefined ? offices.map(({ id }) => id) : [office];
  const most = office === undefined ? latest.ofEach : latest.ofOne;
  const lists = ids.flatMap((id) => [campaignsOf(deps, id), templatesOf(deps, id)]);
  const known = collectFingerprints();
  const reading = createReading(deps.clock);
  for await (const sources of inTurn(lists, most / pageRows)) {
    if (reading.isOver()) return { known, isWhole: false };
    for (const { name, field } of sources.flatMap(fieldsOf))
      if (reading.takes(field.text)) known.add(name, field);
  }
  return { known, isWhole: reading.isWhole() };
}

type Sources = AsyncGenerator<MarketingSource[]>;

/** The first page of each list, then the second of each, and so on: no list holds up the others. */
async function* inTurn(lists: readonly Sources[], pages: number): Sources {
  for (let page = 0; page < pages; page += 1)
    for (let at = 0; at < lists.length; at += parallelLists) {
      const found = await Promise.all(lists.slice(at, at + parallelLists).map((list) => list.next()));
      const sources = found.flatMap(({ value, done }) => (done ? [] : value));
      if (sources.length > 0) yield sources;
    }
}

/** Keeps to the bounds. */
function createReading(clock: Clock) {
  const end = addSeconds(clock(), bounds.seconds);
  let left: number = bounds.characters;
  let isWhole = true;
  const isOver = () => left <= 0 || clock() > end;
  return {
    isOver,
    isWhole: () => isWhole,
    /** False for a text that is not compared; of a long one the beginning is. */
    takes(text: string): boolean {
      const taken = !isOver();
      if (taken) left -= Math.min(text.length, longestCompared);
      if (!taken || text.length > longestCompared) isWhole = false;
      return taken;
    },
  };
}

/** A campaign or a template. */
interface MarketingSource {
  /** How staff know it: shown in findings. */
  name: string;
  contents: MarketingContent[];
}

async function* campaignsOf({ messages }: MarketingDeps, office: string): Sources {
  for await (const page of messages.pagesByOffice(office, 'campaign', undefined, pageRows))
    yield page.flatMap((message) =>
      message.type === 'campaign'
        ? [sourceOf(message.draft.name, [message.draft, ...(message.draft.arms ?? [])])]
        : [],
    );
}

async function* templatesOf({ templates }: MarketingDeps, office: string): Sources {
  for await (const page of templates.pages(office, undefined, pageRows))
    yield page.map((template) => sourceOf(template.name, [template]));
}

interface Written {
  readonly content: MarketingContent;
  readonly personalised?: MarketingContent | undefined;
}

function sourceOf(name: string, texts: readonly Written[]): MarketingSource {
  const contents = texts.flatMap(({ content, personalised }) =>
    personalised ? [content, personalised] : [content],
  );
  return { name, contents };
}

function fieldsOf({ name, contents }: MarketingSource) {
  return contents.flatMap(textFieldsOf).map((field) => ({ name, field }));
}
