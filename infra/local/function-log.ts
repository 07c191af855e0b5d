/** Where the functions write: one file in the state folder, begun anew when it has grown large. */
import { createWriteStream, existsSync, statSync } from 'node:fs';

const largeBytes = 20 * 1024 * 1024;

export interface FunctionLog {
  write(text: string): void;
  close(): Promise<void>;
}

export function openFunctionLog(path: string): FunctionLog {
  const isLarge = existsSync(path) && statSync(path).size > largeBytes;
  const stream = createWriteStream(path, { flags: isLarge ? 'w' : 'a' });
  // A full disk must not end the run for its log.
  stream.on('error', () => {});
  return {
    write: (text) => {
      if (stream.writable) stream.write(text);
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
