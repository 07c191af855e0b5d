/**
 * `npm run ledger -- FILE`: checks a person's consent history by itself, without trusting the service that gave it. FILE is the answer of
 * `GET /people/{id}/ledger` (`-`: standard input); with `--url`, `--person` and `--token` it is fetched. Ends with 0: whole, 1: broken, 2: not readable.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { Actor, type Finding, inspectChain, LedgerEntry } from '../../shared/domain/ledger.ts';

/** Members that this command does not know are hashed too: what was written into an entry afterwards must not pass as part of it. */
const SeenEntry = z.looseObject({ ...LedgerEntry.shape, actor: z.looseObject(Actor.shape) });

const Answer = z.object({
  entries: z.array(SeenEntry),
  /** The last entry as the profile knows it; without it an end that is missing cannot be seen. */
  head: z.object({ id: z.string(), hash: z.string() }).optional(),
});
type Answer = z.infer<typeof Answer>;

/** What went wrong before anything could be checked, in words for whoever typed the command. */
class Unreadable extends Error {}

const usage =
  'Usage: npm run ledger -- FILE    or    npm run ledger -- --url http://localhost:3000 --person ID --token TOKEN [--purpose TEXT]';

async function readText(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      person: { type: 'string' },
      token: { type: 'string' },
      purpose: { type: 'string', default: 'verification of the ledger' },
    },
  });
  const [file] = positionals;
  const { url, person, token, purpose } = values;
  if (file !== undefined) return readLocal(file);
  if (!url || !person || !token) throw new Unreadable(usage);
  return fetchLedger(url, person, { authorization: `Bearer ${token}`, 'x-purpose': purpose });
}

function readLocal(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new Unreadable(`The file ${file} cannot be read.`, { cause });
  }
}

async function fetchLedger(url: string, person: string, headers: Record<string, string>): Promise<string> {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Unreadable('--url is no address such as http://localhost:3000.');
  const target = new URL(`/people/${encodeURIComponent(person)}/ledger`, url);
  const answer = await fetch(target, { headers }).catch((cause: unknown) => {
    throw new Unreadable(`${target.origin} does not answer.`, { cause });
  });
  if (!answer.ok)
    throw new Unreadable(`${target.origin} answered ${answer.status}: the ledger cannot be read.`);
  return answer.text();
}

function parseAnswer(text: string): Answer {
  const parsed = Answer.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Unreadable(`This is no ledger: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable('This is no ledger: it is not JSON.');
  }
}

const words: Readonly<Record<Exclude<Finding['kind'], 'end-missing'>, string>> = {
  changed: 'its content is not what it was when it was written',
  'out-of-order': 'it does not follow the entry before it: an entry was removed, put in or moved here',
};

function describeFinding({ kind, index }: Finding, { entries, head }: Answer): string {
  if (kind !== 'end-missing') return `Broken at ${placeOf(entries, index)}: ${words[kind]}.`;
  const last = entries.findIndex(({ hash }) => hash === head?.hash);
  if (last >= 0)
    return `Broken at ${placeOf(entries, last + 1)}: it was put in after the last entry that the profile knows.`;
  return `Broken after ${countOf(entries)}: the last entry that the profile knows (${head?.id}) is not there: the end is missing, or the history was written anew.`;
}

function placeOf(entries: Answer['entries'], index: number): string {
  const { id, at } = entries[index] ?? { id: 'not there', at: 'no date' };
  return `entry ${index + 1} of ${entries.length} (${id}, ${at})`;
}

function countOf({ length }: Answer['entries']): string {
  return `${length} ${length === 1 ? 'entry' : 'entries'}`;
}

/** The line to print, and the exit code. */
function judge(answer: Answer): { line: string; code: 0 | 1 } {
  const { entries, head } = answer;
  const finding = inspectChain(entries, head?.hash, (text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  if (finding) return { line: describeFinding(finding, answer), code: 1 };
  const end = head ? '' : ' The file names no last entry, so an end that was cut off would not show.';
  return { line: `Whole: ${countOf(entries)}, each in its place and unchanged.${end}`, code: 0 };
}

async function main(): Promise<number> {
  try {
    const { line, code } = judge(parseAnswer(await readText(process.argv.slice(2))));
    process.stdout.write(`${line}\n`);
    return code;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exitCode = await main();
