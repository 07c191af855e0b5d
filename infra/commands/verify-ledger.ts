/**
 * `npm run ledger -- FILE`: checks a person's consent history by itself, without trusting the service that gave it. FILE is the answer of
 * `GET /people/{id}/ledger` (`-`: standard input); with `--url`, `--person` and `--token` it is fetched. Ends with 0: whole, 1: broken, 2: not readable.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Finding, inspectChain, LedgerEntry } from '../../shared/domain/ledger.ts';

const Answer = z.object({
  entries: z.array(LedgerEntry),
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
  if (file !== undefined) return readFileSync(file === '-' ? 0 : file, 'utf8');
  if (!url || !person || !token) throw new Unreadable(usage);
  const answer = await fetch(new URL(`/people/${encodeURIComponent(person)}/ledger`, url), {
    headers: { authorization: `Bearer ${token}`, 'x-purpose': purpose },
  });
  if (!answer.ok) throw new Unreadable(`${url} answered ${answer.status}: the ledger cannot be read.`);
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

const words: Readonly<Record<Finding['kind'], string>> = {
  changed: 'its content is not what it was when it was written',
  'out-of-order': 'it does not follow the entry before it: an entry was removed, put in or moved here',
  'end-missing': 'the last entries are missing: the profile knows a later one',
};

/** The lines to print, and the exit code. */
function judge({ entries, head }: Answer): { lines: string[]; code: 0 | 1 } {
  const finding = inspectChain(entries, head?.hash, (text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  const count = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  if (!finding) {
    const end = head ? '' : ' The file names no last entry, so an end that was cut off would not show.';
    return { lines: [`Whole: ${count}, each in its place and unchanged.${end}`], code: 0 };
  }
  const entry = entries[finding.index];
  const place = entry
    ? `entry ${finding.index + 1} of ${count} (${entry.id}, ${entry.at})`
    : `after ${count}`;
  return { lines: [`Broken at ${place}: ${words[finding.kind]}.`], code: 1 };
}

async function main(): Promise<number> {
  try {
    const { lines, code } = judge(parseAnswer(await readText(process.argv.slice(2))));
    for (const line of lines) process.stdout.write(`${line}\n`);
    return code;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exitCode = await main();
