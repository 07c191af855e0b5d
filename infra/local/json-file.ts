/** Small JSON files of the state folder, replaced as a whole. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type * as z from 'zod';
import { LocalProblem } from './problem.ts';

/** The parsed content; undefined where there is no file; a `LocalProblem` names a damaged one. */
export function readJsonFile<Content>(path: string, schema: z.ZodType<Content>): Content | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new LocalProblem(
      `${path} is damaged: the state folder cannot be used.`,
      'Move the folder away to start afresh, or use another one: npm start -- --state DIR',
      { cause: error },
    );
  }
}

/** Writes beside the file and renames, so that a kill leaves the old content or the new. */
export function writeJsonFile(path: string, content: unknown): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
