/** Writes the output of a bundler. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a whole file, and only where it differs, so that processes which bundle at the same time do not disturb each other. */
export async function writeChanged({
  path,
  contents,
}: {
  path: string;
  contents: Uint8Array;
}): Promise<void> {
  const known = existsSync(path) ? await readFile(path) : undefined;
  if (known?.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${dirname(path)}.${randomUUID()}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}
